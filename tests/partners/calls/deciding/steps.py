"""Deciding about an application, and taking that back."""

from tests.forms import carried
from tests.partners.calls.doors import address


def where(name, client, application, *more):
    return address(name, client, application.call_id, application.pk, *more)


def decide(client, application, decision="accepted", reason="They know the place."):
    url = where("application_decide", client, application)
    mark = carried(client.get(url), "opened")
    typed = {"decision": decision, "reason": reason, "opened": mark}
    return client.post(url, typed, follow=True)


def take_in(client, application, **told):
    url = where("application_take_in", client, application)
    page = client.get(url)
    form = page.context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    shown |= {"with_contact": "on", "form_key": carried(page, "form_key")}
    return client.post(url, shown | told, follow=True)


def undo(client, answer):
    (message,) = answer.context["messages"]
    return client.post(message.extra_tags.removeprefix("undo:"), follow=True)


def press_send(client, application, letter):
    page = client.get(where("application", client, application))
    url = where("decision_letter_send", client, application, letter.pk)
    return client.post(url, {"opened": carried(page, "opened")}, follow=True)
