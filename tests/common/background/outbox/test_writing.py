"""Writing."""

import pytest
from django.db import transaction

from common.background import outbox
from common.background.outbox import Recipient, queue_letter
from common.models import Letter
from tests.common.background.outbox.queueing import LINK, queue
from tests.factories import NOW


@pytest.mark.django_db
def test_letter_is_rendered_from_its_three_templates():
    letter = queue()
    assert letter.subject == "Choose a new password for Commonweal"
    assert LINK in letter.text
    assert "a&amp;b" in letter.html
    assert letter.state == Letter.State.WAITING


@pytest.mark.django_db
def test_letter_is_written_in_the_language_of_its_recipient(monkeypatch):
    spoken = []
    monkeypatch.setattr(
        outbox,
        "_render",
        lambda *a: spoken.append(outbox.translation.get_language()) or ("", "", ""),
    )
    queue("spanish", to=Recipient(address="a@people.example", language="es"))
    queue("as here", to=Recipient(address="a@people.example"))
    assert spoken == ["es", "en"]


@pytest.mark.django_db
def test_subject_of_several_lines_becomes_one():
    letter = queue_letter(
        kind="accounts/invitation",
        key="inject",
        to=Recipient(address="a@people.example"),
        context={"invitation": {"invited_by": "Eve\r\nBcc: all@people.example"}, "coalition": {}},
        at=NOW,
        tenant=None,
    )
    assert "\n" not in letter.subject
    assert "\r" not in letter.subject


@pytest.mark.django_db
def test_letter_queued_twice_is_one_letter():
    first = queue()
    second = queue(context={"link": "another"})
    assert first.pk == second.pk
    assert Letter.objects.get().text == first.text


@pytest.mark.django_db
def test_letter_goes_when_its_change_is_rolled_back():
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_dead_broker_does_not_fail_the_change(
    settings, django_capture_on_commit_callbacks, monkeypatch, caplog
):
    settings.HAS_MAIL_SERVER = True

    def refuse(*args, **kwargs):
        raise outbox.OperationalError("connection refused")

    monkeypatch.setattr(outbox.current_app, "send_task", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        queue()
    assert Letter.objects.waiting().count() == 1
    assert "The broker is away" in caplog.text


@pytest.mark.django_db
def test_worker_is_nudged_once_for_each_new_letter(
    settings, django_capture_on_commit_callbacks, monkeypatch
):
    settings.HAS_MAIL_SERVER = True
    nudges = []
    monkeypatch.setattr(outbox.current_app, "send_task", nudges.append)
    with django_capture_on_commit_callbacks(execute=True):
        queue()
        queue()
    assert nudges == ["common.tasks.deliver_outbox"]
