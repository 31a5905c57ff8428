"""What an organisation says of itself, and what we noted of it: never mixed."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, Exists, F, Func, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.database.blanks import values
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.depth.topics import SHAPES, SOME, WITH_ROWS, Capacity, Topic
from partners.models.parts import PartOfOrganisation
from partners.models.search.words import Sought, said_in
from partners.models.taxonomy import Term


class Voice(models.TextChoices):
    THEIRS = "theirs", _("In their words")
    OURS = "ours", _("Our notes")


class SaidQuerySet(models.QuerySet):
    """Shared by answers and rows: whose words a member may read."""

    def of(self, organisation: int) -> Self:
        return self.filter(organisation=organisation)

    def among(self, organisations: Iterable[int]) -> Self:
        return self.filter(organisation__in=values(organisations))

    def about(self, topic: str) -> Self:
        return self.filter(topic=topic)

    def in_voice(self, voice: str) -> Self:
        return self.filter(voice=voice)

    def readable_by(self, membership: Membership) -> Self:
        """Our notes are for those who work with partners; everybody else reads the partner's own words."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.READ_NOTES):
            return rows
        return rows.filter(voice=Voice.THEIRS)

    def are_there(self) -> Exists:
        """Whether one of these is said of the organisation that is being asked about."""
        return Exists(self.filter(organisation=OuterRef("pk")))


class AnswerQuerySet(SaidQuerySet):
    def with_who(self) -> "AnswerQuerySet":
        return self.select_related("said_by", "recorded_by")

    def choosing(self, topic: str) -> "AnswerQuerySet":
        """Those that chose one of the topic's answers, whatever they said in words."""
        return self.about(topic).exclude(choice="")


@holds(
    people=["recorded_by"],
    free=["text"],
    plain=["organisation", "topic", "voice", "choice", "said_by", "said_on", "is_own_hand"],
)
@tracked()
class ProfileAnswer(PartOfOrganisation):
    """What was said on one topic by one side: in words, and where the topic asks for it a choice."""

    topic = models.CharField(max_length=16, choices=Topic)
    voice = models.CharField(max_length=8, choices=Voice)
    text = models.TextField(_("answer"), blank=True)
    choice = models.CharField(_("choice"), max_length=16, blank=True)
    said_by = models.ForeignKey(
        Contact,
        verbose_name=_("said by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    said_on = models.DateField(_("said on"))
    recorded_by = models.ForeignKey(
        Person,
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Nobody, if a command brought it in from a file."),
    )
    is_own_hand = models.BooleanField(
        _("they wrote it themselves"), default=False, help_text=_("Signed in for themselves.")
    )

    objects = AnswerQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(
                fields=["coalition", "topic", "choice", "organisation"], name="answer_by_choice"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "topic", "voice"], name="answer_is_one_per_topic_and_voice"
            ),
            models.CheckConstraint(
                name="answer_topic_is_known", condition=Q(topic__in=Topic.values)
            ),
            models.CheckConstraint(
                name="answer_voice_is_known", condition=Q(voice__in=Voice.values)
            ),
            models.CheckConstraint(
                name="answer_says_something_or_dates_its_rows",
                condition=~Q(text="", choice="") | Q(topic__in=WITH_ROWS),
            ),
            models.CheckConstraint(
                name="answer_of_ours_is_said_by_nobody_of_theirs",
                condition=Q(voice="theirs") | Q(said_by__isnull=True, is_own_hand=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.choice_words

    @property
    def choice_words(self) -> str:
        choices = SHAPES[self.topic].choices
        return str(dict(choices.choices).get(self.choice, "")) if choices else ""


class RowQuerySet(SaidQuerySet):
    def in_order(self) -> "RowQuerySet":
        return self.order_by("topic", "voice", "position", "pk").select_related("term")

    def preferred(self, coalition: int) -> dict[int, int]:
        """By term, how many partners that are not retired name it among their own priorities."""
        theirs = self.filter(coalition=coalition, topic=Topic.PRIORITIES, voice=Voice.THEIRS)
        told = theirs.filter(organisation__retired_on=None, term__isnull=False).order_by()
        return dict(told.values_list("term").annotate(number=models.Count("organisation")))

    def in_need(self, coalition: int) -> dict[int, int]:
        """By term, how many partners that are not retired need this kind of support."""
        rows = self.filter(coalition=coalition, topic=Topic.SUPPORT, term__isnull=False)
        told = rows.filter(organisation__retired_on=None).order_by()
        return dict(told.values_list("term").annotate(Count("organisation", distinct=True)))

    def strengths(self) -> "RowQuerySet":
        return self.about(Topic.STRENGTHS)

    def saying(self, words: Iterable[str | Sought]) -> "RowQuerySet":
        """Those in whose own words every word stands, whatever their accents and capitals."""
        rows = self
        for word in words:
            rows = rows.filter(said_in(["plain_words"], word))
        return rows

    def of_kinds_saying(self, words: Iterable[str | Sought]) -> "RowQuerySet":
        """Kinds of capacity of which they have some, and in whose words every word stands."""
        told = Func(
            Func("kind", function="capacity_words"),
            function="plain_text",
            output_field=models.TextField(),
        )
        rows = self.about(Topic.CAPACITY).at_least(SOME).alias(kind_words=told)
        for word in words:
            rows = rows.filter(said_in(["kind_words"], word))
        return rows

    def at_least(self, level: int) -> "RowQuerySet":
        """With no level asked for, those without one too."""
        return self.filter(level__gte=level) if level else self

    def of_today(self) -> "RowQuerySet":
        """Of organisations that are not retired."""
        return self.filter(organisation__retired_on__isnull=True)

    def strongest_partners(self) -> models.QuerySet:
        """The ids of the organisations that say one of these, whose level is highest first."""
        best = Max(Coalesce("level", 0))
        told = self.order_by().values("organisation").annotate(best=best)
        return told.order_by("-best", "organisation__sort_name").values_list(
            "organisation", flat=True
        )

    def strongest_first(self) -> "RowQuerySet":
        """With its organisation; what is said without a level comes last."""
        level = F("level").desc(nulls_last=True)
        return self.select_related("organisation").order_by(
            level, "organisation__sort_name", "-voice", "pk"
        )

    def of_trust(self) -> "RowQuerySet":
        """Where they are trusted: rows that name a group, a language or a place with a level."""
        return self.filter(topic=Topic.POPULATIONS, term__isnull=False, level__isnull=False)


@holds(
    free=["words", "period", "note"],
    plain=["organisation", "topic", "voice", "position", "term", "kind", "level", "plain_words"],
)
@tracked(exclude=["plain_words"])
class ProfileRow(PartOfOrganisation):
    """One row of a topic that asks for several: a strength, a priority, a past collaboration."""

    topic = models.CharField(max_length=16, choices=Topic)
    voice = models.CharField(max_length=8, choices=Voice)
    position = models.PositiveSmallIntegerField(default=1, help_text=_("Its place among them."))
    term = models.ForeignKey(
        Term,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="profile_rows",
        db_constraint=False,
        db_index=False,
    )
    kind = models.CharField(max_length=16, choices=Capacity, blank=True)
    words = models.CharField(max_length=200, blank=True)
    plain_words = models.GeneratedField(
        expression=Func("words", function="plain_text"),
        output_field=models.TextField(),
        db_persist=True,
    )
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    period = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=500, blank=True)

    objects = RowQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["position", "pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(fields=["coalition", "topic", "term"]),
            GinIndex(
                fields=["plain_words"],
                opclasses=["gin_trgm_ops"],
                condition=Q(topic="strengths"),
                name="strength_by_words",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "topic", "voice", "term"],
                name="profile_row_names_a_term_once",
            ),
            models.UniqueConstraint(
                fields=["organisation", "topic", "voice", "kind"],
                condition=~Q(kind=""),
                name="profile_row_names_a_kind_once",
            ),
            models.CheckConstraint(
                name="profile_row_topic_has_rows", condition=Q(topic__in=WITH_ROWS)
            ),
            models.CheckConstraint(
                name="profile_row_voice_is_known", condition=Q(voice__in=Voice.values)
            ),
            models.CheckConstraint(
                name="profile_row_kind_is_known", condition=Q(kind__in=["", *Capacity.values])
            ),
            models.CheckConstraint(
                name="profile_row_says_something",
                condition=~Q(words="", kind="", term__isnull=True),
            ),
            models.CheckConstraint(
                name="profile_row_level_is_known",
                condition=Q(level__isnull=True) | Q(level__lte=4),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        if self.term:
            return self.term.name
        return self.words or str(self.get_kind_display())

    @staticmethod
    def in_short(words: str, level: int | None) -> str:
        """A strength with how good they are at it, if that is known: "Vans (does it well)"."""
        told = SHAPES[Topic.STRENGTHS].level_words.get(level or 0, "")
        return f"{words} ({told})" if told else words

    @property
    def level_words(self) -> str:
        words = SHAPES[self.topic].level_words
        return words.get(self.level, "") if self.level is not None else ""
