import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import EMPTY, MASKED, NOTHING, holds
from partners.models.own_fields.fields import OwnField, are_an_object, values_column
from partners.models.parts import PartOfOrganisation
from partners.models.search.words import said_in


class ContactQuerySet(models.QuerySet["Contact"]):
    def current(self) -> "ContactQuerySet":
        return self.filter(left_on__isnull=True)

    def are_there(self) -> Exists:
        """A condition of organisations: one of these people is theirs."""
        return Exists(self.filter(organisation=OuterRef("pk")))

    def answering(self, field: OwnField) -> "ContactQuerySet":
        """Those of whom the own field says something, by their organisation."""
        return self.filter(coalition=field.coalition_id, own_values__has_key=field.key).order_by(
            "organisation__sort_name", "organisation_id", "pk"
        )

    def known(self) -> "ContactQuerySet":
        """All but those of whom only the note is left that they were erased."""
        return self.filter(erased_on__isnull=True)

    def locked(self, pk: int) -> "Contact":
        """The one as it stands now, for nobody else to write."""
        return self.select_for_update(of=("self",), no_key=True).get(pk=pk)

    def with_address(self, address: str) -> "ContactQuerySet":
        return self.filter(email__iexact=address.strip())

    def asking_to_be_forgotten(self) -> "ContactQuerySet":
        """Those whose person has erased their own account, and who stand here still."""
        rows = self.filter(erasure_asked_on__isnull=False, erased_on__isnull=True)
        return rows.select_related("organisation__coalition").order_by("erasure_asked_on", "pk")

    def called(self, words: Iterable[str], *, organisations: Iterable[int]) -> "ContactQuerySet":
        """Those who are still at one of the organisations and in whose name every word occurs."""
        rows = self.current().filter(organisation__in=list(organisations))
        rows = rows.alias(plain_name=models.Func("name", function="plain_text"))
        for word in words:
            rows = rows.filter(said_in(["plain_name"], word))
        return rows

    def for_finding(self) -> models.QuerySet:
        """Name, organisation's name and its id."""
        return self.order_by("name", "pk").values_list(
            "name", "organisation__name", "organisation_id"
        )

    def among(self, ids: Iterable[int]) -> "ContactQuerySet":
        return self.filter(pk__in=list(ids))

    def at(self, organisations: Iterable[int]) -> "ContactQuerySet":
        return self.filter(organisation__in=organisations)

    def there_now(self, organisation: int, *, also: Iterable[int] = ()) -> "ContactQuerySet":
        """Who is at the organisation today, by name; and those of its people that stand somewhere already."""
        kept = models.Q(left_on__isnull=True) | models.Q(pk__in=list(also))
        return self.at([organisation]).known().filter(kept).order_by("name", "pk")

    def named(self, name: str) -> "ContactQuerySet":
        """Whatever the accents and capitals."""
        asked = models.Func(
            models.Value(name.strip()), function="plain_text", output_field=models.TextField()
        )
        told = self.alias(plain_name=models.Func("name", function="plain_text"))
        return told.filter(plain_name=asked)

    def first_speakers(self, organisations: Iterable[int]) -> "ContactQuerySet":
        """For each organisation the first person who speaks for it now."""
        return (
            self.current()
            .filter(organisation__in=organisations, role=Contact.Role.REPRESENTATIVE)
            .order_by("organisation_id", "pk")
            .distinct("organisation_id")
        )


@holds(
    personal={
        "name": MASKED,
        "title": EMPTY,
        "email": EMPTY,
        "phone": EMPTY,
        "preferred_channel": EMPTY,
        "since_on": NOTHING,
        "own_values": Value({}, models.JSONField()),
        "listing_consent": Value("not_asked"),
        "listing_consent_on": NOTHING,
        "listing_consent_how": EMPTY,
        "wants_no_letters": Value(False),  # noqa: FBT003 - a value of the database
    },
    people=["erased_by"],
    plain=["organisation", "role", "left_on", "erasure_asked_on", "erased_on"],
    about={"partners.Contact": "pk"},
    address="email",
    is_offered=True,
)
@tracked()
class Contact(PartOfOrganisation):
    """A person at an organisation whom the coalition can reach. Contacts need not be able to sign in."""

    class Role(models.TextChoices):
        REPRESENTATIVE = "representative", _("Speaks for them")
        DECISION_MAKER = "decision_maker", _("Decides there")
        DAY_TO_DAY = "day_to_day", _("Day to day")
        FINANCE = "finance", _("Money and contracts")
        COMMUNICATION = "communication", _("Press and social media")
        OTHER = "other", _("Other")

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Phone")
        TEXT = "text", _("Text message")
        POST = "post", _("Post")
        IN_PERSON = "in_person", _("In person")

    class Consent(models.TextChoices):
        NOT_ASKED = "not_asked", _("Not asked yet")
        ASKED = "asked", _("Asked, no answer yet")
        YES = "yes", _("Yes")
        NO = "no", _("No")

    name = models.CharField(_("name"), max_length=200)
    title = models.CharField(_("job title"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.OTHER)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    preferred_channel = models.CharField(
        _("reach them by"), max_length=12, choices=Channel, blank=True
    )
    since_on = models.DateField(_("since"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    own_values = values_column()
    listing_consent = models.CharField(
        _("may be listed in the directory"),
        max_length=12,
        choices=Consent,
        default=Consent.NOT_ASKED,
        db_default=Consent.NOT_ASKED,
        help_text=_("Only who said yes is named in the printed directory of partners."),
    )
    listing_consent_on = models.DateField(
        _("asked or answered on"), null=True, blank=True, help_text=_("The day of the last word.")
    )
    listing_consent_how = models.CharField(
        _("how we know"),
        max_length=200,
        blank=True,
        db_default="",
        help_text=_("For example: by e-mail, on the sign-up sheet of the June meeting."),
    )
    wants_no_letters = models.BooleanField(
        _("wants no letters from us"),
        default=False,
        db_default=False,
        help_text=_("They stay off every list for letters until they say otherwise."),
    )
    erasure_asked_on = models.DateField(
        _("asked to be forgotten on"), null=True, blank=True, editable=False
    )
    erased_on = models.DateField(_("erased on"), null=True, blank=True, editable=False)
    erased_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("erased by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = ContactQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["left_on", "pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(
                fields=["coalition", "erasure_asked_on"],
                condition=Q(erasure_asked_on__isnull=False, erased_on__isnull=True),
                name="contact_asking_erasure",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="contact_of_coalition"),
            models.CheckConstraint(
                name="contact_role_is_known",
                condition=Q(
                    role__in=[
                        "representative",
                        "decision_maker",
                        "day_to_day",
                        "finance",
                        "communication",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="contact_channel_is_known",
                condition=Q(
                    preferred_channel__in=["", "email", "phone", "text", "post", "in_person"]
                ),
            ),
            models.CheckConstraint(
                name="contact_listing_consent_is_known",
                condition=Q(listing_consent__in=["not_asked", "asked", "yes", "no"]),
            ),
            models.CheckConstraint(
                name="contact_listing_consent_has_a_day_once_asked",
                condition=Q(
                    listing_consent="not_asked",
                    listing_consent_on__isnull=True,
                    listing_consent_how="",
                )
                | (~Q(listing_consent="not_asked") & Q(listing_consent_on__isnull=False)),
            ),
            models.CheckConstraint(name="contact_has_a_name", condition=~Q(name="")),
            are_an_object("contact_own_values_are_an_object"),
            models.CheckConstraint(
                name="contact_is_erased_on_a_day_by_somebody",
                condition=Q(erased_on__isnull=True, erased_by__isnull=True)
                | Q(erased_on__isnull=False, erased_by__isnull=False),
            ),
            models.CheckConstraint(
                name="contact_who_is_erased_has_no_address",
                condition=Q(erased_on__isnull=True) | Q(email="", phone="", title=""),
            ),
            models.CheckConstraint(
                name="contact_leaves_after_arriving",
                condition=Q(left_on__isnull=True)
                | Q(since_on__isnull=True)
                | Q(left_on__gte=models.F("since_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_speaker(self) -> bool:
        return self.role == Contact.Role.REPRESENTATIVE

    @property
    def may_be_listed(self) -> bool:
        """In the directory: nobody who has left, and nobody who did not say yes."""
        return self.left_on is None and self.listing_consent == Contact.Consent.YES

    def consent_in_words(
        self,
        answers: Mapping[str, Any] | None = None,
        *,
        day: Callable[[date], str] = date.isoformat,
    ) -> str:
        """ "Yes, 2025-03-01, by e-mail"; nothing of somebody who was not asked. An import reads it back.

        `answers` are the words for each, for when the reader's language will not be active any more.
        """
        if self.listing_consent == Contact.Consent.NOT_ASKED:
            return ""
        answer = (answers or dict(Contact.Consent.choices))[self.listing_consent]
        on = day(self.listing_consent_on) if self.listing_consent_on else ""
        return ", ".join(part for part in (str(answer), on, self.listing_consent_how) if part)

    @property
    def may_be_written_to(self) -> bool:
        """On a list for letters, which leaves this program as a file: nobody who has refused either.

        Who was not asked yet, or has not answered, may be: asking is a letter too.
        """
        return not (
            self.wants_no_letters
            or self.erasure_asked_on
            or self.listing_consent == Contact.Consent.NO
        )

    @property
    def phone_link(self) -> str:
        """What a phone dials: "(410) 555-0100 ext. 2" is tel:4105550100."""
        number = re.split(r"[a-z]", self.phone.lower(), maxsplit=1)[0]
        return f"tel:{re.sub(r'[^0-9+]', '', number)}"
