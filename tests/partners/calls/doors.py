"""What the tests of calls share: addresses, an open call with two criteria, and applying as a stranger."""

from datetime import date

from django.test import Client
from django.urls import reverse

from partners.models import Call, Criterion
from tests.factories import CallFactory, CriterionFactory
from tests.forms import carried

FAR = date(2999, 1, 1)  # open whatever day the tests run on


def address(name: str, client, *args) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def open_call(coalition, **fields) -> Call:
    """Open, with two criteria: 60 and 40."""
    call = CallFactory(coalition=coalition, **{"opened": True, "closes_on": FAR, **fields})
    CriterionFactory(call=call, name="Place", question="Where?", weight=60)
    CriterionFactory(call=call, name="People", question="With whom?", weight=40)
    return call


def criteria(call: Call) -> list[Criterion]:
    return list(Criterion.objects.of(call))


def filled(call: Call, **told) -> dict[str, str]:
    """What somebody types who leaves nothing out."""
    answers = {f"answer-{one.pk}": f"On {one.name}." for one in criteria(call)}
    return {
        "organisation_name": "Elm Center",
        "contact_name": "Lena Moss",
        "email": "lena@elm.example",
        "phone": "555 0100",
        "heard": "elsewhere",
        "heard_words": "A neighbor",
        "consent": "on",
        **answers,
        **told,
    }


def apply(call: Call, client: Client | None = None, **told):
    """Open the public page as a stranger, fill it in, send it."""
    client = client or Client()
    page = client.get(call.public_path)
    return client.post(call.public_path, filled(call, form_key=carried(page, "form_key"), **told))


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]
