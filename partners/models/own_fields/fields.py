"""What a coalition wants to know beyond what every coalition does: fields that it defines itself."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds


@dataclass(frozen=True)
class Option:
    """One of the choices that a field offers. The key stays when the label changes."""

    key: str
    label: str
    is_retired: bool = False


class OwnFieldQuerySet(models.QuerySet["OwnField"]):
    def of_coalition(self, coalition: int) -> "OwnFieldQuerySet":
        return self.filter(coalition=coalition)

    def about(self, subject: str) -> "OwnFieldQuerySet":
        return self.filter(subject=subject)

    def current(self) -> "OwnFieldQuerySet":
        return self.filter(retired_on__isnull=True)

    def called(self, label: str) -> "OwnFieldQuerySet":
        """Whatever the accents and capitals of the name."""
        told = Func(Value(label), function="plain_text", output_field=TextField())
        return self.alias(plain_label=Func("label", function="plain_text")).filter(plain_label=told)


@holds(
    plain=[
        "subject",
        "key",
        "kind",
        "label",
        "help_text",
        "options",
        "is_required",
        "is_asked_first",
        "is_listed",
        "is_personal",
        "is_internal",
        "position",
        "retired_on",
    ]
)
@tracked()
class OwnField(CoalitionOwned):
    """One question that a coalition asks of its organisations, or of the people there."""

    class Subject(models.TextChoices):
        ORGANISATION = "organisation", _("Organisations")
        CONTACT = "contact", _("People")

    class Kind(models.TextChoices):
        TEXT = "text", _("A line of text")
        LONG_TEXT = "long_text", _("Several lines of text")
        NUMBER = "number", _("A number")
        DATE = "date", _("A date")
        CHOICE = "choice", _("One of several choices")
        CHOICES = "choices", _("Any of several choices")
        YES_NO = "yes_no", _("Yes or no")
        LINK = "link", _("A web address")

    subject = models.CharField(_("about"), max_length=12, choices=Subject)
    key = models.CharField(
        max_length=48, help_text="Under which values are kept: it stays when the name changes."
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    label = models.CharField(_("name"), max_length=80)
    help_text = models.CharField(_("explanation"), max_length=300, blank=True)
    options = models.JSONField(
        default=list, blank=True, help_text="[{key, label, is_retired}]: the choices, in order."
    )
    is_required = models.BooleanField(_("must be answered"), default=False)
    is_asked_first = models.BooleanField(_("asked when somebody is added"), default=True)
    is_listed = models.BooleanField(_("a column and a filter of the list"), default=False)
    is_personal = models.BooleanField(_("personal data"), default=False)
    is_internal = models.BooleanField(_("internal"), default=False)
    position = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(
        null=True, blank=True, help_text="Asked no more; its values stay where they are."
    )

    objects = OwnFieldQuerySet.as_manager()

    class Meta:
        ordering = ["subject", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="own_field_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "subject", "key"], name="own_field_has_a_key_of_its_own"
            ),
            models.UniqueConstraint(
                "coalition",
                "subject",
                Func("label", function="plain_text"),
                name="own_field_is_named_once_per_subject",
            ),
            models.CheckConstraint(
                name="own_field_subject_is_known",
                condition=Q(subject__in=["organisation", "contact"]),
            ),
            models.CheckConstraint(
                name="own_field_kind_is_known",
                condition=Q(
                    kind__in=[
                        "text",
                        "long_text",
                        "number",
                        "date",
                        "choice",
                        "choices",
                        "yes_no",
                        "link",
                    ]
                ),
            ),
            models.CheckConstraint(name="own_field_has_a_name", condition=~Q(label="")),
            models.CheckConstraint(
                name="own_field_key_is_plain", condition=Q(key__regex=r"^[a-z0-9_]+$")
            ),
            models.CheckConstraint(
                name="own_field_offers_choices_exactly_when_it_asks_for_one",
                condition=Q(kind__in=["choice", "choices"]) & ~Q(options=[])
                | ~Q(kind__in=["choice", "choices"]) & Q(options=[]),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of_text(cls, told: str) -> Self:
        """What `as_text` has told, as an object."""
        words = json.loads(told)
        retired_on = words.pop("retired_on")
        return cls(retired_on=retired_on and date.fromisoformat(retired_on), **words)

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @property
    def offers_choices(self) -> bool:
        return self.kind in (self.Kind.CHOICE, self.Kind.CHOICES)

    @property
    def choices(self) -> list[Option]:
        return [Option(**option) for option in self.options]

    @choices.setter
    def choices(self, told: Iterable[Option]) -> None:
        self.options = [asdict(option) for option in told]

    def offered(self, *, also: Iterable[str] = ()) -> list[Option]:
        """What a form offers: the current choices, and those that are chosen already."""
        kept = set(also)
        return [one for one in self.choices if not one.is_retired or one.key in kept]

    def label_of(self, key: str) -> str:
        """What a choice is called; its key for one that has been taken away."""
        return next((option.label for option in self.choices if option.key == key), key)

    def is_shown_to(self, membership: Membership) -> bool:
        """The organisation itself sees what is not internal; a viewer also no personal data."""
        if membership.may(Permission.SEE_CONTACT_DETAILS):
            return True
        if self.is_internal:
            return False
        return not self.is_personal or membership.may(Permission.SEE_OWN_ORGANISATION)


# What of a definition travels as text: all but to whom it belongs and since when it is retired.
TOLD = (
    "id",
    "subject",
    "key",
    "kind",
    "label",
    "help_text",
    "options",
    "is_required",
    "is_asked_first",
    "is_listed",
    "is_personal",
    "is_internal",
    "position",
    "retired_on",
)


def as_text() -> Cast:
    """A whole definition as one JSON text, so that it can ride along in another table's query."""
    return Cast(JSONObject(**{name: F(name) for name in TOLD}), TextField())


def values_column() -> models.JSONField:
    """The column in which a table keeps what its coalition's own fields say, by their key."""
    return models.JSONField(_("own fields"), default=dict, db_default={}, blank=True)


def are_an_object(name: str) -> models.CheckConstraint:
    kind = Func(F("own_values"), function="jsonb_typeof", output_field=models.CharField())
    return models.CheckConstraint(name=name, condition=Exact(kind, Value("object")))


Stored = Any  # a text, a number, a truth value, or a list of keys, as JSON holds them
OwnValues = dict[str, Stored]
