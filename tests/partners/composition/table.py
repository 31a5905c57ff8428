"""A small table: partners with what they stand for, with or without somebody to call."""

from django.urls import reverse
from django.utils import timezone

from partners.models import NeededVoice, Organisation, Term
from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, ContactFactory, OrganisationFactory, TermFactory


def at(client: MemberClient, name: str, *values) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *values])


def term(coalition, vocabulary: str, name: str) -> Term:
    found = Term.objects.filter(coalition=coalition, vocabulary=vocabulary, name=name).first()
    return found or TermFactory(coalition=coalition, vocabulary=vocabulary, name=name)


def partner(coalition, name: str, *, is_active: bool = True, **terms: str) -> Organisation:
    """`partner(coalition, "Clinic", sector="Health", area="Riverbend")`; active: it joined today."""
    kind = terms.pop("kind", "partner")
    since = timezone.localdate() if is_active else None
    made = OrganisationFactory(coalition=coalition, name=name, since_on=since, kind=kind)
    if is_active:
        ContactFactory(organisation=made)
    for vocabulary, names in terms.items():
        for one in names.split(","):
            ClassificationFactory(organisation=made, term=term(coalition, vocabulary, one))
    return made


def needed(coalition, *, least: int = 1, **terms: str) -> NeededVoice:
    named = {axis: term(coalition, axis, name) for axis, name in terms.items()}
    return NeededVoice.objects.create(coalition=coalition, least=least, **named)
