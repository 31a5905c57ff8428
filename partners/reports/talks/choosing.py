"""Which partner somebody means by what they typed into a form: forgiving, but never guessing alone."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Membership
from partners.models import Organisation
from partners.recent import recent
from partners.reports.finding import Found, find, recent_partners


@dataclass(frozen=True)
class Offer:
    """One partner to choose; `is_sure` where what was typed can mean nothing else."""

    pk: int
    name: str
    note: str
    person: str = ""


@dataclass(frozen=True)
class Offers:
    typed: str
    offers: list[Offer]
    is_nearest: bool = False

    @property
    def the_one(self) -> Offer | None:
        """What was meant beyond doubt: the exact name, or the only one that fits as it is spelt."""
        exact = [one for one in self.offers if one.name.casefold() == self.typed.casefold()]
        if len(exact) == 1:
            return exact[0]
        return self.offers[0] if len(self.offers) == 1 and not self.is_nearest else None

    @property
    def words(self) -> str:
        if not self.offers:
            return _("Nobody here is called “%(words)s”.") % {"words": self.typed}
        return _("Which of these do you mean?")


def offers(typed: str, *, membership: Membership) -> Offers:
    """At most nine queries, whatever the size; partners opened last before anything is typed."""
    typed = " ".join(typed.split())
    opened = recent(membership)
    if not typed:
        seen = recent_partners(membership, recent=opened) if opened else []
        return Offers("", [_partner(found) for found in seen])
    finds = find(typed, membership=membership, recent=opened)
    partners = [_partner(found) for found in finds.partners]
    known = {offer.pk for offer in partners}
    people = [_person(found) for found in finds.people if found.pk not in known]
    return Offers(typed, partners + people, finds.is_nearest)


def chosen(pk: int | None, typed: str, *, membership: Membership) -> Organisation | None:
    """The one that was picked from the offers, unless something else was typed since."""
    if pk is None:
        return None
    found = Organisation.objects.visible_to(membership).filter(pk=pk).first()
    if found and typed and found.name.casefold() != " ".join(typed.split()).casefold():
        return None
    return found


def _partner(found: Found) -> Offer:
    return Offer(found.pk, found.name, found.note)


def _person(found: Found) -> Offer:
    """A person stands for the partner where they work."""
    return Offer(found.pk, found.note, found.name, person=found.name)
