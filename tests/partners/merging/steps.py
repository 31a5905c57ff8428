"""Merging two organisations, and taking that back."""

from django.contrib.messages import get_messages
from django.urls import reverse

from partners.models import Alias, Merge, Organisation
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory


def add(client: MemberClient, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


def address(client: MemberClient, *organisations: Organisation) -> str:
    ids = "&".join(f"ids={one.pk}" for one in organisations)
    return f"{reverse('partners:merge', args=[client.slug])}?{ids}"


def form(client: MemberClient, *organisations: Organisation) -> dict[str, object]:
    """What the page would send as it stands."""
    shown = client.get(address(client, *organisations)).context["preview"]
    told: dict[str, object] = {"ids": [side.organisation.pk for side in shown.sides]}
    told["seen"] = shown.seen
    told["person"] = [pair.value for pair in shown.people.pairs if pair.is_ticked]
    told |= {
        f"pick-{choice.name}": option.organisation.pk
        for choice in shown.choices
        for option in choice.options
        if option.is_chosen
    }
    return told | {"pick-stays": shown.stays.pk}


def merge(client: MemberClient, survivor: Organisation, *others: Organisation, **picked):
    told = form(client, survivor, *others) | {"pick-stays": survivor.pk} | picked
    return client.post(reverse("partners:merge", args=[client.slug]), told)


def unmerge(client: MemberClient, other: Organisation):
    made = Merge.objects.standing().get(organisation=other)
    return client.post(reverse("partners:unmerge", args=[client.slug, made.pk]))


def last_message(answer):
    return list(get_messages(answer.wsgi_request))[-1]


def aliases(organisation: Organisation) -> list[str]:
    return list(Alias.objects.filter(organisation=organisation).values_list("name", flat=True))
