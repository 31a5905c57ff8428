"""The form of a body as a browser sends it."""

from django.urls import reverse

TOLD = {
    "name": "Youth table",
    "kind": "working_group",
    "own_kind": "",
    "parent": "",
    "purpose": "Young people decide with us.",
    "duties": "Ask young people\nReport to the steering committee",
    "cadence": "monthly",
    "quorum": "50",
    "publication": "members",
    "opened_on": "2026-01-12",
    "links-TOTAL_FORMS": "1",
    "links-INITIAL_FORMS": "0",
    "links-0-label": "Chat",
    "links-0-address": "https://chat.example/youth",
    "leads-TOTAL_FORMS": "0",
    "leads-INITIAL_FORMS": "0",
}


def address(client, name, *args):
    return reverse(f"governance:{name}", args=[client.slug, *args])


def opening(client, **other):
    """Send the form that opens a body."""
    return client.post(address(client, "body_add"), {**TOLD, **other})


def telling(client, body, **other):
    """Send the form over a body as it was just opened, with something else in it."""
    page = client.get(address(client, "body_edit", body.pk))
    form = page.context["form"]
    told = {name: form[name].value() for name in form.fields}
    told["duties"] = "\n".join(form.initial["duties"])
    told["opened_on"] = body.opened_on.isoformat()
    for name, value in told.items():
        told[name] = "" if value is None else value
    links = form.links.initial
    told |= {"links-TOTAL_FORMS": len(links) + 1, "links-INITIAL_FORMS": len(links)}
    for place, link in enumerate(links):
        told |= {f"links-{place}-{key}": value for key, value in link.items()}
    told["opened"] = page.context["edit"].mark
    return client.post(address(client, "body_edit", body.pk), {**told, **other})
