"""Removing and undoing."""

from datetime import timedelta

from django.contrib.messages import get_messages

from partners.models import Attachment, Organisation
from partners.operations import files as operations
from tests.conftest import MemberClient
from tests.factories import NOW, AttachmentFactory, MembershipFactory
from tests.partners import samples
from tests.partners.changes import change
from tests.partners.files.uploading import address, opened, upload


def undo_address(answer) -> str:
    tags = [m.extra_tags for m in get_messages(answer.wsgi_request) if m.extra_tags]
    return tags[-1].removeprefix("undo:")


def test_removed_file_is_gone_for_all_until_undo_brings_it_back(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    answer = coordinator.post(address("file_remove", coordinator, organisation, attachment.pk))
    assert opened(coordinator, organisation, attachment).status_code == 404
    coordinator.post(undo_address(answer))
    again = opened(coordinator, organisation, attachment)
    assert b"".join(again.streaming_content).startswith(b"Minutes")


def test_removed_file_is_brought_back_from_the_page(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation, removed=True)
    url = address("file_bring_back", coordinator, organisation, attachment.pk)
    assert url in coordinator.get(organisation.get_absolute_url()).content.decode()
    coordinator.post(url)
    attachment.refresh_from_db()
    assert attachment.removed_at is None


def test_file_removed_twice_keeps_the_first_moment(organisation, coordinator):
    attachment = AttachmentFactory(organisation=organisation)
    person = coordinator.membership.person
    operations.remove_file(attachment, by=person, at=NOW)
    operations.remove_file(attachment, by=person, at=NOW + timedelta(days=1))
    attachment.refresh_from_db()
    assert attachment.removed_at == NOW


def test_undone_upload_can_be_redone_because_the_content_stays(coordinator, organisation):
    answer = upload(coordinator, organisation, {"a.pdf": samples.PDF})
    undone = coordinator.post(undo_address(answer))
    assert not Attachment.objects.exists()
    coordinator.post(undo_address(undone))
    with Attachment.objects.get().stored.open() as content:
        assert content.read() == samples.PDF


def test_putting_an_earlier_version_back_takes_no_file_away(coordinator, organisation):
    Organisation.objects.filter(pk=organisation.pk).delete()
    with change("organisation.added", day=0):
        organisation.save(force_insert=True)
    with change(day=1) as first:
        Organisation.objects.filter(pk=organisation.pk).update(description="One")
    with change(day=2):
        Organisation.objects.filter(pk=organisation.pk).update(description="Two")
    with change("files.added", day=3):
        AttachmentFactory(organisation=organisation)
    coordinator.post(address("put_back", coordinator, organisation, first))
    organisation.refresh_from_db()
    assert organisation.description == "One"
    assert Attachment.objects.current().exists()


def test_sharing_is_told_and_taken_back(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    url = address("file_share", coordinator, organisation, attachment.pk)
    coordinator.post(url, {"shared": "yes"})
    attachment.refresh_from_db()
    assert attachment.is_shared
    coordinator.post(url, {"shared": "no"})
    attachment.refresh_from_db()
    assert not attachment.is_shared


def test_timeline_tells_of_files_in_words(coordinator, organisation):
    ruth = coordinator.membership.person
    with change("files.added", day=1, by=ruth):
        attachment = AttachmentFactory(organisation=organisation, name="Agreement.pdf")
    with change("file.shared", day=2, by=ruth):
        Attachment.objects.update(is_shared=True)
    with change("file.removed", day=3, by=ruth):
        Attachment.objects.update(removed_at=NOW)
    with change("file.brought_back", day=4, by=ruth):
        Attachment.objects.update(removed_at=None)
    assert str(attachment) == "Agreement.pdf"
    url = address("history", coordinator, organisation)
    entries = coordinator.get(url).context["timeline"].entries
    assert [(entry.headline, entry.byline) for entry in entries if entry.actor == str(ruth)] == [
        ("File added: Agreement.pdf", str(ruth)),
        ("File removed: Agreement.pdf", str(ruth)),
        ("Their own people may open Agreement.pdf now", str(ruth)),
        ("File added: Agreement.pdf", str(ruth)),
    ]


def test_page_takes_the_same_queries_with_one_and_three_files(
    coordinator, organisation, django_assert_num_queries
):
    for _round in (1, 2):
        AttachmentFactory(organisation=organisation)
        AttachmentFactory(organisation=organisation, removed=True)
        with django_assert_num_queries(10):
            coordinator.get(organisation.get_absolute_url())


def test_membership_that_ended_opens_nothing(organisation):
    former = MembershipFactory(coalition=organisation.coalition, ended=True)
    attachment = AttachmentFactory(organisation=organisation)
    assert opened(MemberClient.of(former), organisation, attachment).status_code == 404
