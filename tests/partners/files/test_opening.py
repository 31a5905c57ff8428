"""Opening."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from accounts.permissions import Role
from partners.models import Attachment
from tests.conftest import MemberClient
from tests.factories import AttachmentFactory, OrganisationFactory, RepresentationFactory
from tests.partners import samples
from tests.partners.files.uploading import address, opened, upload


def test_file_is_served_as_a_sealed_download(coordinator, organisation):
    upload(coordinator, organisation, {"Año «1».pdf": samples.PDF})
    answer = opened(coordinator, organisation, Attachment.objects.get())
    assert b"".join(answer.streaming_content) == samples.PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''A%C3%B1o")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Length"] == str(len(samples.PDF))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; frame-ancestors 'none'; sandbox"
    )
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR, Role.STEERING])
def test_member_who_sees_partners_opens_their_files(role, member, organisation):
    client = member(role, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation)
    answer = opened(client, organisation, attachment)
    assert b"".join(answer.streaming_content).startswith(b"Minutes")
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert attachment.name in page


def test_viewer_opens_no_file_and_is_told_of_none(member, organisation):
    client = member(Role.VIEWER, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation, is_shared=True)
    assert opened(client, organisation, attachment).status_code == 403
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert attachment.name not in page
    assert "Files" not in page


def test_partner_opens_what_is_meant_for_them_and_nothing_else(organisation):
    tie = RepresentationFactory(organisation=organisation)
    other = OrganisationFactory(coalition=organisation.coalition)
    ours = AttachmentFactory(organisation=organisation, is_shared=True)
    inner = AttachmentFactory(organisation=organisation)
    removed = AttachmentFactory(organisation=organisation, is_shared=True, removed=True)
    theirs = AttachmentFactory(organisation=other, is_shared=True)
    client = MemberClient.of(tie.membership)
    assert b"".join(opened(client, organisation, ours).streaming_content)
    for attachment in (inner, removed, theirs):
        assert opened(client, attachment.organisation, attachment).status_code == 404
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert ours.name in page
    assert inner.name not in page
    assert removed.name not in page


def test_file_of_another_coalition_or_organisation_is_not_there(coordinator, organisation):
    elsewhere = AttachmentFactory()
    assert opened(coordinator, elsewhere.organisation, elsewhere).status_code == 404
    assert opened(coordinator, organisation, elsewhere).status_code == 404
    sibling = AttachmentFactory(organisation__coalition=organisation.coalition)
    assert opened(coordinator, organisation, sibling).status_code == 404


def test_file_that_the_storage_lost_is_a_page_that_says_so(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    default_storage.delete(attachment.stored.name)
    assert opened(coordinator, organisation, attachment).status_code == 404


def test_file_has_no_address_besides_its_download(coordinator, organisation, client):
    attachment = AttachmentFactory(organisation=organisation)
    for path in (f"/{attachment.stored.name}", f"/static/{attachment.stored.name}"):
        assert client.get(path).status_code == 404
        assert coordinator.get(path).status_code == 404


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
@pytest.mark.parametrize("name", ["file_share", "file_remove", "file_bring_back"])
def test_file_is_changed_only_by_who_edits_partners(role, name, member, organisation):
    client = member(role, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation)
    assert client.post(address(name, client, organisation, attachment.pk)).status_code == 403
    assert upload(client, organisation, {"a.pdf": samples.PDF}).status_code == 403


def test_wall_keeps_a_file_from_hanging_on_another_coalitions_organisation(organisation):
    from django.db import IntegrityError, transaction

    attachment = AttachmentFactory(organisation=organisation)
    stranger = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=attachment.pk).update(organisation=stranger)
        connection.check_constraints()
