"""Versions of an organisation, and ways back to them."""

from django.contrib.messages import get_messages
from django.urls import reverse

from partners.models import Alias, Classification, Contact, Organisation, Representation
from tests.conftest import MemberClient

PARTS = (Organisation, Alias, Contact, Classification, Representation)


def address(name: str, organisation: Organisation, made) -> str:
    return reverse(f"partners:{name}", args=[organisation.coalition.slug, organisation.pk, made])


def post(client: MemberClient, name: str, organisation: Organisation, made, **data):
    return client.post(address(name, organisation, made), data)


def last_message(answer):
    return list(get_messages(answer.wsgi_request))[-1]


def rows() -> dict[str, list]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in PARTS}


def update(organisation: Organisation, **values) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(**values)


def refused(client: MemberClient, name: str, organisation: Organisation, made, **data) -> str:
    """The sentence with which it says no, having changed nothing."""
    before = rows()
    message = last_message(post(client, name, organisation, made, **data))
    assert message.level_tag == "warning"
    assert rows() == before
    return str(message)
