"""Outgoing mail."""

from datetime import UTC, datetime

from accounts.permissions import Role
from common.models import MASK, Letter
from tests.accounts.invitations.letters import address, send


def test_administrator_reads_the_letter_without_its_link(administrator, has_mail):
    send(administrator)
    letter = Letter.objects.get()
    listed = administrator.get(address(administrator, "mail")).content.decode()
    page = administrator.get(address(administrator, "letter", letter.pk)).content.decode()
    assert letter.subject in listed
    assert "Too many adults" in page
    assert MASK in page
    assert "/invitations/" not in page.replace(address(administrator, "invitations"), "")


def test_markup_in_a_letter_stays_text(administrator, has_mail):
    send(administrator, message="<script>alert(1)</script>")
    letter = Letter.objects.get()
    page = administrator.get(address(administrator, "letter", letter.pk)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_mail_page_says_whether_a_mail_server_is_set(administrator, settings):
    page = address(administrator, "mail")
    assert "EMAIL_URL" in administrator.get(page).content.decode()
    settings.HAS_MAIL_SERVER = True
    assert "EMAIL_URL" not in administrator.get(page).content.decode()


def test_personal_letters_and_those_of_others_are_not_there(administrator, member):
    other = member(Role.ADMINISTRATOR)
    send(other)
    personal = Letter.objects.create(
        key="code",
        kind="x",
        to_address="a@b.example",
        subject="Code",
        text="1",
        tenant=None,
        queued_at=datetime.now(UTC),
        not_before=datetime.now(UTC),
    )
    for letter in Letter.objects.all():
        assert administrator.get(address(administrator, "letter", letter.pk)).status_code == 404
    assert (
        personal.subject not in administrator.get(address(administrator, "mail")).content.decode()
    )


def test_coordinator_does_not_read_outgoing_mail(coordinator):
    assert coordinator.get(address(coordinator, "mail")).status_code == 403
