"""Adding and editing an organisation together with everything that its form shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    Term,
)
from partners.models.own_fields.fields import OwnValues
from partners.models.own_fields.values import answered
from partners.operations.parts import drop_untold
from partners.operations.terms import terms_named


@dataclass(frozen=True)
class Profile:
    """What a form says of an organisation. A part that is None is left as it stands."""

    values: dict[str, Any]
    aliases: Sequence[str] | None = None
    phones: Sequence[str] | None = None
    identifiers: Sequence[tuple[str, str]] | None = None
    addresses: Sequence[dict[str, str]] | None = None
    terms: dict[str, Sequence[Term]] = field(default_factory=dict)
    named_terms: dict[str, Sequence[str]] = field(default_factory=dict)
    contact: dict[str, Any] | None = None
    own: OwnValues = field(default_factory=dict)  # by key; None takes a value away
    keeps_name: bool = False  # where the name changes, the one before it becomes another name


@transaction.atomic
def add_organisation(
    coalition: Coalition, profile: Profile, *, by: Person, at: datetime
) -> Organisation:
    with recording("organisation.added", by=by):
        organisation = Organisation.objects.create(
            coalition=coalition,
            created_at=at,
            own_values=answered({}, profile.own),
            **profile.values,
        )
        _write_parts(organisation, profile)
        if profile.contact:
            Contact.objects.create(
                coalition=coalition, organisation=organisation, **profile.contact
            )
    return organisation


@transaction.atomic
def edit_organisation(organisation: Organisation, profile: Profile, *, by: Person) -> Organisation:
    """Save a form over an organisation; what it does not mention stays."""
    organisation = Organisation.objects.locked(organisation.pk)
    former = organisation.name
    with recording("organisation.edited", by=by):
        for name, value in profile.values.items():
            setattr(organisation, name, value)
        organisation.own_values = answered(organisation.own_values, profile.own)
        organisation.save()
        _write_parts(organisation, profile)
        if profile.keeps_name and organisation.name != former:
            _keep_name(organisation, former)
    return organisation


def _keep_name(organisation: Organisation, former: str) -> None:
    """Whoever knows the old name, a person or a spreadsheet, finds them by it."""
    alias = Alias(coalition_id=organisation.coalition_id, organisation=organisation, name=former)
    Alias.objects.bulk_create([alias], ignore_conflicts=True)


def _write_parts(organisation: Organisation, profile: Profile) -> None:
    _write_texts(organisation, Alias, "name", profile.aliases)
    _write_texts(organisation, Phone, "number", profile.phones)
    if profile.identifiers is not None:
        _write_identifiers(organisation, profile.identifiers)
    _write_rows(organisation, Address, profile.addresses)
    for vocabulary in profile.terms.keys() | profile.named_terms.keys():
        chosen = list(profile.terms.get(vocabulary, []))
        named = profile.named_terms.get(vocabulary, [])
        chosen += terms_named(organisation.coalition, vocabulary=vocabulary, names=named)
        _write_terms(organisation, vocabulary, chosen)


def _write_identifiers(organisation: Organisation, pairs: Sequence[tuple[str, str]]) -> None:
    """Forms refuse a number that another organisation has; two at once meet in the database."""
    rows = [{"scheme": scheme, "value": value} for scheme, value in pairs]
    try:
        with transaction.atomic():
            _write_rows(organisation, ExternalIdentifier, rows)
    except IntegrityError:
        raise Refusal(_("Another organisation has just got one of these identifiers.")) from None


def _write_texts(
    organisation: Organisation,
    model: Any,
    column: str,
    texts: Iterable[str] | None,
) -> None:
    rows = None if texts is None else [{column: text} for text in dict.fromkeys(texts)]
    _write_rows(organisation, model, rows)


def _write_rows(
    organisation: Organisation,
    model: Any,
    wanted: Sequence[dict[str, str]] | None,
) -> None:
    if wanted is None:
        return
    missing = drop_untold(model.objects.filter(organisation=organisation), wanted)
    model.objects.bulk_create(
        (
            model(coalition_id=organisation.coalition_id, organisation=organisation, **row)
            for row in missing
        ),
        # Other names that differ in accents or capitals alone are one: the first stays.
        ignore_conflicts=model is Alias,
    )


def _write_terms(organisation: Organisation, vocabulary: str, terms: Iterable[Term]) -> None:
    carried = Classification.objects.filter(organisation=organisation, term__vocabulary=vocabulary)
    wanted = {term.pk for term in terms}
    carried.exclude(term__in=wanted).delete()
    held = set(carried.values_list("term_id", flat=True))
    Classification.objects.bulk_create(
        Classification(
            coalition_id=organisation.coalition_id, organisation=organisation, term_id=pk
        )
        for pk in sorted(wanted - held)
    )
