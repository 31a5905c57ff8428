"""Sending an invitation, and the way to its page."""

from django.urls import reverse

from accounts.models import Invitation
from tests.conftest import MemberClient

PASSWORD = "a long and winding road"


def address(client: MemberClient, name: str, *more) -> str:
    return reverse(f"accounts:{name}", args=[client.slug, *more])


def send(client: MemberClient, **fields):
    values = {"email": "Ana@People.example", "full_name": "Ana", "role": "viewer", "message": "Hi"}
    return client.post(address(client, "invite"), values | fields)


def path_of(invitation: Invitation) -> str:
    return "/invitations/" + invitation.link.split("/invitations/")[1]
