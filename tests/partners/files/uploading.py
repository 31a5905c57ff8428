"""Files of an organisation, handed in."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partners.models import Attachment, Organisation
from tests.conftest import MemberClient


def address(name: str, client: MemberClient, organisation: Organisation, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def upload(client: MemberClient, organisation: Organisation, files: dict[str, bytes], **more):
    sent = [SimpleUploadedFile(name, content) for name, content in files.items()]
    return client.post(
        address("file_add", client, organisation), {"files": sent, **more}, follow=False
    )


def opened(client: Client, organisation: Organisation, attachment: Attachment):
    url = reverse(
        "partners:file", args=[organisation.coalition.slug, organisation.pk, attachment.pk]
    )
    return client.get(url)
