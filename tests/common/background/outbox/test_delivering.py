"""Delivering."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction

from common.background import outbox
from common.background.outbox import Recipient, deliver, supersede, withdraw
from common.models import MASK, Letter
from common.tasks import deliver_outbox
from tests.common.background.outbox.queueing import LINK, queue
from tests.factories import NOW
from tests.mailserver import use_server
from tests.meanwhile import while_uncommitted


def later(minutes: int):
    return NOW + timedelta(minutes=minutes)


@pytest.mark.django_db
def test_letter_waits_while_there_is_no_mail_server(settings):
    settings.HAS_MAIL_SERVER = False
    queue()
    assert deliver(at=later(5)) == 0
    assert mail.outbox == []
    assert Letter.objects.get().attempts == 0


@pytest.mark.django_db
def test_letter_is_sent_by_smtp_with_both_parts(mail_server):
    queue(headers={"Reply-To": "ruth@people.example"})
    assert deliver(at=NOW) == 1
    sent = mail_server.letters[0]
    assert sent["To"].addresses[0].display_name == "Ana Dunn, RN"
    assert sent["Reply-To"] == "ruth@people.example"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert LINK in sent.get_body(["plain"]).get_content()
    assert sent.get_body(["html"]) is not None


@pytest.mark.django_db
def test_letter_that_left_is_marked_and_stays_out(mail_server):
    letter = queue()
    deliver(at=NOW)
    deliver(at=later(600))
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.attempts) == (Letter.State.SENT, NOW, 1)
    assert len(mail_server.letters) == 1


@pytest.mark.django_db
def test_secret_is_erased_once_the_letter_has_left(mail_server):
    letter = queue()
    assert LINK not in letter.text_for_others
    deliver(at=NOW)
    letter.refresh_from_db()
    stored = f"{letter.text}{letter.html}{letter.secrets}{letter.headers}"
    assert "links/a" not in stored
    assert MASK in letter.text


@pytest.mark.django_db
def test_task_delivers_what_is_due(mail_server):
    queue()
    deliver_outbox()
    assert mail_server.recipients == ["ana@people.example"]


@pytest.mark.django_db
def test_letter_refused_for_now_is_tried_again_later(mail_server):
    mail_server.answers["ana@people.example"] = "451 Come back later"
    letter = queue()
    deliver(at=NOW)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (Letter.State.WAITING, 1)
    assert letter.failure == "451 Come back later"
    assert deliver(at=later(1)) == 0
    mail_server.answers.clear()
    assert deliver(at=later(2)) == 1
    letter.refresh_from_db()
    assert (letter.state, letter.failure) == (Letter.State.SENT, "")


@pytest.mark.django_db
def test_letter_refused_for_good_fails_at_once_and_says_why(mail_server):
    mail_server.answers["ana@people.example"] = "550 No such user here"
    letter = queue()
    deliver(at=NOW)
    letter.refresh_from_db()
    assert letter.state == Letter.State.FAILED
    assert letter.failure == "550 No such user here"
    assert letter.secrets == []


@pytest.mark.django_db
def test_letter_refused_again_and_again_fails_in_the_end(mail_server):
    mail_server.answers["ana@people.example"] = "451 Come back later"
    letter = queue()
    for _attempt in range(outbox.MAX_ATTEMPTS + 3):
        letter.refresh_from_db()
        deliver(at=letter.not_before)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (Letter.State.FAILED, outbox.MAX_ATTEMPTS)


@pytest.mark.django_db
def test_letter_that_is_refused_does_not_hold_up_the_others(mail_server):
    mail_server.answers["ana@people.example"] = "550 No such user here"
    queue("first")
    queue("second", to=Recipient(address="ben@people.example"))
    assert deliver(at=NOW) == 1
    assert mail_server.recipients == ["ben@people.example"]


@pytest.mark.django_db
def test_letter_that_cannot_be_written_down_does_not_hold_up_the_others(mail_server):
    queue("broken", headers={"Reply-To": "two\nlines@people.example"})
    queue("good")
    assert deliver(at=NOW) == 1
    assert "newlines" in Letter.objects.get(key="broken").failure


@pytest.mark.django_db
def test_dead_mail_server_costs_no_attempt_and_the_letter_leaves_when_it_is_back(
    settings, mail_server, caplog
):
    use_server(settings, port=1)
    letter = queue()
    assert deliver(at=NOW) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (Letter.State.WAITING, 0)
    assert "refused" in letter.failure
    assert "The mail server is away" in caplog.text
    use_server(settings, port=mail_server.port)
    assert deliver(at=later(1)) == 1


@pytest.mark.django_db
def test_dead_mail_server_is_asked_once_a_run(settings):
    use_server(settings, port=1)
    queue("first")
    queue("second")
    deliver(at=NOW)
    assert Letter.objects.filter(failure="").count() == 1


@pytest.mark.django_db
def test_letter_past_its_use_is_superseded_instead_of_sent(mail_server):
    letter = queue(useful_until=later(15))
    deliver(at=later(16))
    letter.refresh_from_db()
    assert letter.state == Letter.State.SUPERSEDED
    assert letter.secrets == []
    assert mail_server.letters == []


@pytest.mark.django_db
def test_superseded_letters_are_those_about_the_subject_only(mail_server):
    queue("invitation:1:a")
    queue("invitation:11:a", to=Recipient(address="ben@people.example"))
    assert supersede("invitation:1:", at=NOW) == 1
    deliver(at=NOW)
    assert mail_server.recipients == ["ben@people.example"]


@pytest.mark.django_db(transaction=True)
def test_letter_that_just_failed_to_leave_when_it_was_withdrawn_leaves_no_more():
    letter = queue("invitation:1:a")

    def fail_for_now() -> None:
        Letter.objects.filter(pk=letter.pk).update(attempts=1, not_before=later(2))

    assert while_uncommitted(fail_for_now, lambda: supersede("invitation:1:", at=NOW)) == 1
    assert Letter.objects.get().state == Letter.State.SUPERSEDED


@pytest.mark.django_db(transaction=True)
def test_letter_that_just_left_when_it_was_withdrawn_has_left():
    letter = queue("invitation:1:a")

    def leave() -> None:
        Letter.objects.filter(pk=letter.pk).update(state=Letter.State.SENT, sent_at=NOW)

    assert while_uncommitted(leave, lambda: withdraw([letter.key], at=NOW)) == 0
    assert Letter.objects.get().state == Letter.State.SENT


@pytest.mark.django_db(transaction=True)
def test_worker_that_dies_before_the_server_has_it_loses_nothing(mail_server, monkeypatch):
    queue()

    class Killed(BaseException):
        pass

    def die(*args, **kwargs):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "_message", die)
        with pytest.raises(Killed):
            deliver(at=NOW)
    assert Letter.objects.get().state == Letter.State.WAITING
    assert deliver(at=NOW) == 1
    assert len(mail_server.letters) == 1


@pytest.mark.django_db
def test_every_attempt_at_one_letter_carries_the_same_message_id(mail_server):
    letter = queue()
    deliver(at=NOW)
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.WAITING, sent_at=None)
    deliver(at=NOW)
    first, second = mail_server.letters
    assert first["Message-ID"] == second["Message-ID"]


def in_own_connection(work, results: list) -> threading.Thread:
    def run() -> None:
        try:
            results.append(work())
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_letter_held_by_another_worker_is_passed_over(mail_server):
    held = queue("held")
    queue("free", to=Recipient(address="ben@people.example"))
    with transaction.atomic():
        Letter.objects.select_for_update().get(pk=held.pk)
        sent: list[int] = []
        in_own_connection(lambda: deliver(at=NOW), sent).join(timeout=30)
        assert sent == [1]
        assert mail_server.recipients == ["ben@people.example"]
    assert deliver(at=NOW) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_letter_once(mail_server):
    everybody = [f"person{number:02}@people.example" for number in range(30)]
    for address in everybody:
        queue(address, to=Recipient(address=address))
    sent: list[int] = []
    workers = [in_own_connection(lambda: deliver(at=NOW), sent) for _worker in range(2)]
    for worker in workers:
        worker.join(timeout=60)
    assert sum(sent) == 30
    assert mail_server.recipients == everybody


@pytest.mark.django_db(transaction=True)
def test_key_queued_by_two_at_once_is_one_letter():
    letters: list[Letter] = []
    writers = [in_own_connection(queue, letters) for _writer in range(4)]
    for writer in writers:
        writer.join(timeout=30)
    assert len({letter.pk for letter in letters}) == 1
    assert Letter.objects.count() == 1
