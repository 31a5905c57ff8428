"""What waits about the charter and the ground rules."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from governance.models import CharterDeferral, CharterSignature, CharterVersion
from governance.reports.charter.rules import unread
from governance.reports.charter.summary import members_of
from governance.reports.matters import Asked, Matter, Row, Told, all_at
from partners.models import Organisation

SAID = 24  # words of an objection on the home page


# ---------------------------------------------------------------- no charter yet


def _unwritten(asked: Asked) -> QuerySet[Coalition]:
    """The coalition itself, as long as nobody has begun a draft or said why it comes later."""
    written = CharterVersion.objects.filter(coalition=OuterRef("pk"))
    deferred = CharterDeferral.objects.filter(coalition=OuterRef("pk"))
    rows = Coalition.objects.filter(pk=asked.coalition)
    return rows.filter(~Exists(written), ~Exists(deferred))


def _tell_unwritten(_row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:charter", args=[slug])
    return Told(
        title=_("Write down what you set out to do"),
        url=page,
        reason=_("Before you invite partners: they ask what they join. A draft is enough."),
        verb=_("To the charter"),
        verb_url=page,
    )


# ---------------------------------------------------------------- once a year


def _to_read(asked: Asked) -> QuerySet[CharterVersion]:
    return CharterVersion.objects.of_coalition(asked.coalition).to_be_read(on=asked.on)


def _tell_to_read(row: Row, *, slug: str, on: date) -> Told:
    day = date_format(row.on) if row.on else ""
    is_late = row.on is not None and row.on < on
    late = _("It was to be read by %(day)s. Does it still fit?")
    soon = _("It is read once a year, and next by %(day)s.")
    return Told(
        title=_("Read the charter again"),
        url=reverse("governance:charter", args=[slug]),
        reason=(late if is_late else soon) % {"day": day},
        verb=_("Read it again"),
        verb_url=reverse("governance:charter_review", args=[slug]),
        is_pressing=is_late,
    )


# ---------------------------------------------------------------- objections


def _objections(asked: Asked) -> QuerySet[CharterSignature]:
    """To the version that holds, by partners of today."""
    held = CharterVersion.objects.of_coalition(asked.coalition).current()
    rows = CharterSignature.objects.of_coalition(asked.coalition).objecting()
    theirs = rows.filter(
        version__in=held.order_by().values("pk"),
        organisation__kind=Organisation.Kind.PARTNER,
        organisation__retired_on__isnull=True,
    )
    return theirs.order_by("given_on", "pk")


def _tell_objection(row: Row, *, slug: str, on: date) -> Told:
    return Told(
        title=row.name,
        url=reverse("partners:detail", args=[slug, row.ref]),
        reason=_("cannot sign the charter: “%(words)s”")
        % {"words": Truncator(row.words).words(SAID)},
        verb=_("Read it"),
        verb_url=reverse("governance:charter_signatures", args=[slug]) + "?answer=objects",
    )


# ---------------------------------------------------------------- to sign


def _to_sign(asked: Asked) -> QuerySet[Organisation]:
    """Organisations that the person speaks for, and that have said nothing to the version that holds."""
    held = CharterVersion.objects.of_coalition(asked.coalition).current()
    said = CharterSignature.objects.filter(
        organisation=OuterRef("pk"), version__in=held.order_by().values("pk")
    )
    theirs = Membership.objects.filter(
        representations__organisation=OuterRef("pk"), person=asked.person
    )
    rows = members_of(asked.coalition)
    return rows.filter(Exists(theirs.active()), ~Exists(said), Exists(held)).by_name()


def _tell_to_sign(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:charter_sign", args=[slug, row.ref])
    return Told(
        title=_("Sign the charter for %(name)s") % {"name": row.name},
        url=page,
        reason=_("Or say what you cannot sign. Both help."),
        verb=_("Read and sign"),
        verb_url=page,
    )


# ---------------------------------------------------------------- ground rules


def _to_acknowledge(asked: Asked) -> QuerySet[Membership]:
    rows = Membership.objects.filter(coalition=asked.coalition, person=asked.person)
    return unread(rows.active())


def _tell_to_acknowledge(_row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:ground_rules", args=[slug])
    return Told(
        title=_("Read the ground rules"),
        url=page,
        reason=_("How we treat each other when we meet. It takes a minute."),
        verb=_("Read them"),
        verb_url=page,
    )


MATTERS: tuple[Matter, ...] = (
    Matter(
        key="charter_to_sign",
        title=gettext_lazy("What we have agreed on"),
        permission=Permission.SIGN_FOR_ORGANISATION,
        rows=_to_sign,
        told=_tell_to_sign,
        page=all_at("charter"),
        name="name",
    ),
    Matter(
        key="charter_unwritten",
        title=gettext_lazy("No charter yet"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_unwritten,
        told=_tell_unwritten,
        page=all_at("charter"),
        name="name",
    ),
    Matter(
        key="charter_to_read",
        title=gettext_lazy("The charter, once a year"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_to_read,
        told=_tell_to_read,
        page=all_at("charter"),
        name="number",
        on="review_on",
    ),
    Matter(
        key="charter_objections",
        title=gettext_lazy("Objections to the charter"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_objections,
        told=_tell_objection,
        page=all_at("charter_signatures"),
        name="organisation__name",
        words="objections",
        on="given_on",
        ref="organisation_id",
    ),
    Matter(
        key="ground_rules_unread",
        title=gettext_lazy("How we treat each other"),
        permission=Permission.SEE_GOVERNANCE,
        rows=_to_acknowledge,
        told=_tell_to_acknowledge,
        page=all_at("ground_rules"),
        name="role",
    ),
)
