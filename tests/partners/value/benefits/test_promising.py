"""Promising."""

import pytest

from partners.models import Benefit
from tests.factories import BenefitFactory
from tests.forms import all_hidden
from tests.partners.value.doors import address, fill, said


def promise(client, organisation, **answers):
    told = {
        "words": "A stand at the June fair",
        "kind": "visibility",
        "promised_on": "2026-05-01",
        "promised_by": client.membership.person.pk,
        "due_on": "2026-06-15",
    }
    return fill(client, address("benefit_add", client, organisation.pk), **told | answers)


def test_promise_is_put_on_record(coordinator, organisation):
    answer = promise(coordinator, organisation, note="Ask Dev first")
    assert said(answer) == ["The promise is on record."]
    benefit = Benefit.objects.get()
    assert (benefit.words, benefit.state) == ("A stand at the June fair", "promised")
    assert (benefit.organisation, benefit.promised_by) == (
        organisation,
        coordinator.membership.person,
    )
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert "A stand at the June fair" in page
    assert "Ask Dev first" in page


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"words": ""}, "words"),
        ({"kind": "gold"}, "kind"),
        ({"due_on": "2026-04-01"}, "due_on"),
        ({"promised_on": "2999-01-01", "due_on": ""}, "promised_on"),
    ],
)
def test_promise_that_cannot_be_is_refused_at_its_field(coordinator, organisation, answers, field):
    answer = promise(coordinator, organisation, **answers)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Benefit.objects.exists()


def test_promise_pressed_twice_is_made_once(coordinator, organisation):
    url = address("benefit_add", coordinator, organisation.pk)
    sent = all_hidden(coordinator.get(url)) | {
        "words": "A stand",
        "kind": "visibility",
        "promised_on": "2026-05-01",
        "promised_by": coordinator.membership.person.pk,
    }
    coordinator.post(url, sent)
    coordinator.post(url, sent)
    assert Benefit.objects.count() == 1


def test_promise_is_undone_with_its_message(coordinator, organisation):
    answer = promise(coordinator, organisation)
    (message,) = list(answer.wsgi_request._messages)
    undo = message.extra_tags.removeprefix("undo:")
    coordinator.post(undo)
    assert not Benefit.objects.exists()


def test_edited_meanwhile_both_versions_are_shown(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation, promised_by=coordinator.membership.person)
    url = address("benefit_edit", coordinator, organisation.pk, benefit.pk)
    opened = all_hidden(coordinator.get(url))
    Benefit.objects.update(words="Two stands")
    sent = opened | {
        "words": "Three stands",
        "kind": benefit.kind,
        "promised_on": benefit.promised_on,
        "promised_by": benefit.promised_by_id,
    }
    assert coordinator.post(url, sent).status_code == 409
    benefit.refresh_from_db()
    assert benefit.words == "Two stands"
