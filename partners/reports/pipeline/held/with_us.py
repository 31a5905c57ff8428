"""What a partner that leaves holds with us: promises, talks, gaps, letters, and who signs in for it."""

from datetime import date

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from partners.models import (
    Benefit,
    Classification,
    Gap,
    Organisation,
    PartnerEvent,
    PartnerLetter,
    PipelinePlan,
    Representation,
    Touchpoint,
)
from partners.models.composition.needed_voices import AXES, in_words
from partners.reports.pipeline.rehoming import NOBODY, THEIRS, THING, Group, part

BENEFITS = Group(
    "benefits",
    _("Promises that are open"),
    _("Keep them, or take them back with a reason."),
    "partners:value",
    THEIRS,
    ("partners.Benefit.organisation",),
)


def benefits(pk: int, _on: date) -> QuerySet:
    rows = Benefit.objects.of([pk]).open()
    return part("benefits", rows, F("words"), owner="promised_by__full_name", day="due_on")


FOLLOW_UPS = Group(
    "follow_ups",
    _("Follow-ups that are open"),
    _("Do them still, or tick them off."),
    "partners:talks_of",
    THEIRS,
    ("partners.Touchpoint.organisation",),
)


def follow_ups(pk: int, _on: date) -> QuerySet:
    said = Coalesce(NullIf(F("said"), Value("")), F("kind"), output_field=CharField())
    rows = Touchpoint.objects.of(pk).to_follow_up()
    return part("follow_ups", rows, said, owner="follow_up_by__full_name", day="follow_up_on")


GAPS = Group(
    "gaps",
    _("Gaps that they were asked to fill"),
    _("Somebody else must be asked."),
    "partners:gap",
    THING,
    ("partners.Gap.organisation",),
)


def gaps(pk: int, _on: date) -> QuerySet:
    rows = Gap.objects.unfinished().filter(organisation=pk)
    names = in_words([F(f"needed__{axis.value}__name") for axis in AXES])
    return part("gaps", rows, names, owner="owner__full_name", day="ask_by", pk="needed_id")


VOICES = Group(
    "voices",
    _("For these they are the only voice"),
    _("Nobody else at the table stands for them."),
    "partners:composition",
    NOBODY,
    ("partners.Classification.organisation",),
)


def voices(pk: int, _on: date) -> QuerySet:
    """Terms that no other partner of today carries."""
    others = Classification.objects.filter(
        term=OuterRef("term"),
        organisation__kind=Organisation.Kind.PARTNER,
        organisation__retired_on=None,
        organisation__merged_into=None,
    ).exclude(organisation=pk)
    rows = Classification.objects.filter(organisation=pk, term__vocabulary__in=AXES)
    return part("voices", rows.filter(~Exists(others)), F("term__name"))


DOORS = Group(
    "doors",
    _("Doors that they were to open"),
    _("Find another way to these prospects."),
    "partners:pipeline_of",
    THING,
    ("partners.PipelinePlan.through",),
)


def doors(pk: int, _on: date) -> QuerySet:
    rows = PipelinePlan.objects.filter(
        through=pk,
        organisation__merged_into=None,
        organisation__retired_on=None,
        organisation__kind=Organisation.Kind.PROSPECT,
    )
    name = F("organisation__name")
    owner, day = "inviter__full_name", "invite_by"
    return part("doors", rows, name, owner=owner, day=day, pk="organisation_id")


ACCESS = Group(
    "access",
    _("People who may sign in for them"),
    _("End it on their page, under their people."),
    "partners:detail",
    THEIRS,
    ("partners.Representation.organisation", "partners.Representation.membership"),
)


def access(pk: int, _on: date) -> QuerySet:
    rows = Representation.objects.shown_for(pk).filter(membership__ended_on=None)
    name = Coalesce(
        F("membership__person__full_name"), F("invitation__email"), output_field=CharField()
    )
    return part("access", rows.select_related(None), name)


LETTERS = Group(
    "letters",
    _("Letters not sent yet"),
    _("Send them, or throw them away."),
    "partners:letter",
    THING,
    ("partners.PartnerLetter.organisation",),
)


def letters(pk: int, _on: date) -> QuerySet:
    rows = PartnerLetter.objects.filter(
        organisation=pk, sent_at=None, printed_on=None, discarded_at=None
    )
    return part("letters", rows, F("subject"), owner="written_by__full_name")


EVENTS = Group(
    "events",
    _("Their events still to come"),
    _("Some of us may have planned to go."),
    "partners:events",
    NOBODY,
    ("partners.PartnerEvent.organisation",),
)


def events(pk: int, on: date) -> QuerySet:
    return part(
        "events", PartnerEvent.objects.filter(organisation=pk, on__gte=on), F("name"), day="on"
    )


HELD = (
    (BENEFITS, benefits),
    (FOLLOW_UPS, follow_ups),
    (GAPS, gaps),
    (VOICES, voices),
    (DOORS, doors),
    (ACCESS, access),
    (LETTERS, letters),
    (EVENTS, events),
)
