"""The doors that these tests use, by their addresses."""

from django.urls import reverse

from tests.conftest import MemberClient


def address(client: MemberClient, name: str, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def get(client: MemberClient, name: str, *args: object, **query: object):
    return client.get(address(client, name, *args), query)


def post(client: MemberClient, name: str, *args: object, **data: object):
    return client.post(address(client, name, *args), data)


def undo_of(answer) -> str:
    """The address of the undo that came with the message."""
    told = [each.extra_tags for each in answer.context["messages"]]
    return told[-1].removeprefix("undo:").split()[0]
