"""Kept files beneath the pages: the tap, the names, the sweep, and an S3-compatible store."""

from collections.abc import Iterator
from datetime import timedelta

import boto3
import environ
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from moto.server import ThreadedMotoServer

from coalition.file_storage import file_storage
from common.files.stored import kept_only_with_rows, plain_name, random_name, write
from common.files.sweeping import sweep
from common.files.uploads import BoundedUploadHandler
from common.tasks import sweep_files
from partners.models import Attachment
from tests.factories import AttachmentFactory, OrganisationFactory
from tests.partners.samples import PDF

BUCKET = "commonweal-test"
KEYS = {"FILES_S3_KEY": "testing", "FILES_S3_SECRET": "testing", "FILES_S3_REGION": "us-east-1"}


@pytest.fixture
def folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": file_storage(environ.Env(), folder=tmp_path / "files")
    }
    return tmp_path / "files"


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    """A real HTTP server that speaks S3, on a port of its own."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_address, settings, monkeypatch):
    """The product's own settings, told to keep its files there."""
    names = {"FILES_S3_BUCKET": BUCKET, "FILES_S3_ENDPOINT": s3_address} | KEYS
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    told = file_storage(environ.Env(), folder=settings.MEDIA_ROOT)
    settings.STORAGES = settings.STORAGES | {"default": told}
    store = boto3.resource(
        "s3",
        endpoint_url=s3_address,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        region_name="us-east-1",
    )
    found = store.create_bucket(Bucket=BUCKET)
    yield found
    found.objects.all().delete()
    found.delete()


# ---------------------------------------------------------------- the tap and the names


def test_upload_longer_than_any_file_we_take_stops_being_written(settings):
    settings.UPLOAD_MAX_BYTES = 100
    handler = BoundedUploadHandler()
    handler.new_file("files", "long.txt", "text/plain", None, None)
    for start in range(0, 1000, 50):
        handler.receive_data_chunk(b"a" * 50, start)
    with handler.file_complete(1000) as file:
        assert file.size == 1000
        assert len(file.file.read()) == 150


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("..\\..\\settings.txt", "settings.txt"),
        ("/etc/passwd", "passwd"),
        ("a\u202etxt.exe", "atxt.exe"),
        (" Minutes. ", "Minutes"),
        ("x" * 400 + ".pdf", "x" * 251 + ".pdf"),
    ],
)
def test_name_is_one_that_people_can_read(told, plain):
    assert plain_name(told) == plain


def test_two_files_of_one_name_lie_under_two_random_ones():
    assert random_name() != random_name()


# ---------------------------------------------------------------- the sweep


def test_file_of_a_failed_transaction_is_gone_at_once(folder):
    with pytest.raises(RuntimeError), kept_only_with_rows() as written:
        name = write(ContentFile(b"a"), written=written)
        raise RuntimeError
    assert not default_storage.exists(name)


def tomorrow():
    return timezone.now() + timedelta(hours=1)


def test_sweep_deletes_what_no_row_names_and_nothing_else(folder, db):
    named = AttachmentFactory().stored.name
    orphan = default_storage.save(random_name(), ContentFile(b"a"))
    assert sweep(before=tomorrow()) == 1
    assert default_storage.exists(named)
    assert not default_storage.exists(orphan)
    assert sweep(before=tomorrow()) == 0


def test_sweep_leaves_a_young_file_whose_row_may_still_come(folder, db):
    orphan = default_storage.save(random_name(), ContentFile(b"a"))
    sweep_files()
    assert default_storage.exists(orphan)


def test_sweep_leaves_a_file_that_an_undo_may_bring_back(folder, db):
    attachment = AttachmentFactory()
    Attachment.objects.all().delete()
    assert sweep(before=tomorrow()) == 0
    assert default_storage.exists(attachment.stored.name)


def test_sweep_of_an_empty_installation_does_nothing(folder, db):
    assert sweep(before=tomorrow()) == 0


# ---------------------------------------------------------------- an S3-compatible store


def test_file_goes_through_the_store_from_upload_to_download(bucket, coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition)
    page = reverse("partners:file_add", args=[coordinator.slug, organisation.pk])
    sent = ContentFile(PDF, name="Agreement.pdf")
    assert coordinator.post(page, {"files": sent}).status_code == 302
    attachment = Attachment.objects.get()
    assert [found.key for found in bucket.objects.all()] == [attachment.stored.name]
    download = reverse("partners:file", args=[coordinator.slug, organisation.pk, attachment.pk])
    answer = coordinator.get(download)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="Agreement.pdf"'


def test_store_that_lost_a_file_answers_like_the_folder(bucket, coordinator):
    attachment = AttachmentFactory(organisation__coalition=coordinator.membership.coalition)
    bucket.objects.all().delete()
    address = reverse(
        "partners:file", args=[coordinator.slug, attachment.organisation_id, attachment.pk]
    )
    assert coordinator.get(address).status_code == 404


def test_sweep_works_in_the_store_too(bucket, db):
    named = AttachmentFactory().stored.name
    default_storage.save(random_name(), ContentFile(b"a"))
    assert sweep(before=tomorrow()) == 1
    assert [found.key for found in bucket.objects.all()] == [named]


def test_file_in_the_store_is_nobodys_but_the_owners(bucket, db):
    attachment = AttachmentFactory()
    acl = bucket.Object(attachment.stored.name).Acl().grants
    assert [grant["Grantee"]["Type"] for grant in acl] == ["CanonicalUser"]
