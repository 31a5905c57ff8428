"""A form in one of two tabs."""

import html

from django.urls import reverse

from partners.models import Organisation
from tests.conftest import MemberClient
from tests.forms import all_hidden, carried

NO_ADDRESSES = {"addresses-TOTAL_FORMS": "1", "addresses-INITIAL_FORMS": "0"}


class Form:
    """One tab in which an edit page was opened; what is not typed is sent as it was shown."""

    def __init__(self, client: MemberClient, address: str, *args: object, **shown: object) -> None:
        self.client, self.url = client, reverse(f"partners:{address}", args=[client.slug, *args])
        self.shown = {**shown, "opened": carried(client.get(self.url), "opened")}

    def send(self, **typed: object):
        return self.client.post(self.url, {**self.shown, **typed})


def profile_form(client: MemberClient, organisation: Organisation, address: str = "edit") -> Form:
    return Form(
        client,
        address,
        organisation.pk,
        name=organisation.name,
        kind=organisation.kind,
        description=organisation.description,
        aliases="\n".join(alias.name for alias in organisation.aliases.all()),
        **NO_ADDRESSES,
    )


def choose(client: MemberClient, form: Form, asked, **choices: str):
    return client.post(form.url, {**all_hidden(asked), **choices})


def text(answer) -> str:
    return html.unescape(answer.content.decode())
