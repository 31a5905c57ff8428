"""In which texts of a coalition acronyms are looked for, and on which page each text is read.

Restricted notes are never among them, nor letters that went to one person, nor what members said of
themselves. A new table of texts for many readers gets its line here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from common.text.acronyms import Place
from governance.models import (
    Body,
    CharterVersion,
    Duty,
    Function,
    GroundRule,
    RegularMessage,
    Seat,
    UrgentProtocol,
    Word,
)
from partners.models import (
    Benefit,
    Call,
    Criterion,
    Organisation,
    PartnerEvent,
    PipelineStep,
    ProfileAnswer,
    ProfileRow,
    Service,
    Touchpoint,
    ValueStatement,
    Wording,
)

# So that only texts with two capitals in a row, or with a digit between, leave the database.
HAS_CAPITALS = "[A-ZÁÉÍÓÚÑÜ][A-Z0-9ÁÉÍÓÚÑÜ&]"


@dataclass(frozen=True)
class Source:
    """Texts of one kind. `place` and `name` are columns: of the row whose page, at `address`, shows them."""

    key: str
    label: Any
    model: type[models.Model]
    fields: tuple[str, ...]
    address: str
    place: str = "pk"
    name: str = "name"
    rows: Q = field(default_factory=Q)
    tenant: str = "coalition"
    takes_row: bool = True

    def texts(self, coalition: int) -> Iterator[tuple[Place, Iterator[str]]]:
        """Every row with capitals in one of its texts."""
        capitals = Q()
        for name in self.fields:
            capitals |= Q(**{f"{name}__regex": HAS_CAPITALS})
        rows = self.model._default_manager.filter(self.rows, capitals, **{self.tenant: coalition})  # noqa: SLF001
        told = rows.order_by("pk").values_list(F(self.place), F(self.name), *self.fields)
        for place, name, *texts in told.iterator(chunk_size=2000):
            yield Place(self.key, place, name), iter(text for text in texts if text)

    def url(self, slug: str, row: int) -> str:
        return reverse(self.address, args=[slug, row] if self.takes_row else [slug])


def _of_partner(
    key: str, label: Any, model: type[models.Model], *fields: str, address: str
) -> Source:
    """Texts about one organisation that is a partner of today."""
    today = Q(organisation__retired_on__isnull=True, organisation__merged_into__isnull=True)
    return Source(
        key, label, model, fields, address, "organisation_id", "organisation__name", rows=today
    )


SOURCES: tuple[Source, ...] = (
    Source(
        "coalition",
        _("Problem statement"),
        Coalition,
        ("problem_statement",),
        "accounts:coalition_settings",
        tenant="pk",
        takes_row=False,
    ),
    Source("body", _("Body"), Body, ("purpose",), "governance:body", rows=Q(closed_on=None)),
    Source(
        "duty",
        _("Duties"),
        Duty,
        ("words",),
        "governance:body",
        "body_id",
        "body__name",
        rows=Q(body__closed_on=None),
    ),
    Source(
        "charter",
        _("Charter"),
        CharterVersion,
        ("problem_statement", "vision", "purpose", "scope", "values", "membership_terms"),
        "governance:charter",
        name="number",
        rows=Q(adopted_on__isnull=False),
        takes_row=False,
    ),
    Source(
        "ground_rule",
        _("Ground rules"),
        GroundRule,
        ("words", "about"),
        "governance:ground_rules",
        name="words",
        rows=Q(retired_on__isnull=True),
        takes_row=False,
    ),
    Source(
        "seat",
        _("Seat"),
        Seat,
        ("duties",),
        "governance:seat",
        name="title",
        rows=Q(closed_on=None, body__closed_on=None),
    ),
    Source(
        "function",
        _("Function"),
        Function,
        ("about",),
        "governance:functions",
        rows=Q(retired_on=None),
        takes_row=False,
    ),
    Source(
        "message",
        _("Who is told what"),
        RegularMessage,
        ("about",),
        "governance:message",
        name="what",
        rows=Q(retired_on=None),
    ),
    Source(
        "protocol",
        _("When it is urgent"),
        UrgentProtocol,
        ("when_to_use", "frame"),
        "governance:protocol",
        name="title",
        rows=Q(retired_on=None),
    ),
    Source(
        "word",
        _("Our words"),
        Word,
        ("definition",),
        "governance:word",
        name="term",
        rows=Q(retired_on=None),
    ),
    Source(
        "partner",
        _("Profile"),
        Organisation,
        ("description",),
        "partners:detail",
        rows=Q(retired_on__isnull=True, merged_into__isnull=True),
    ),
    _of_partner("answer", _("In depth"), ProfileAnswer, "text", address="partners:depth"),
    _of_partner("row", _("In depth"), ProfileRow, "words", "note", address="partners:depth"),
    _of_partner("talk", _("Talk"), Touchpoint, "said", address="partners:talks_of"),
    _of_partner("event", _("Event"), PartnerEvent, "name", "note", address="partners:talks_of"),
    _of_partner(
        "service",
        _("Service"),
        Service,
        "name",
        "description",
        "eligibility",
        "how_to_refer",
        address="partners:services_of",
    ),
    _of_partner(
        "value",
        _("Mutual value"),
        ValueStatement,
        "statement",
        "own_words",
        "hopes",
        address="partners:value",
    ),
    _of_partner("benefit", _("Mutual value"), Benefit, "words", address="partners:value"),
    _of_partner("stage", _("Stage"), PipelineStep, "reason", address="partners:pipeline_of"),
    Source("call", _("Call for partners"), Call, ("about",), "partners:call", name="title"),
    Source(
        "criterion",
        _("Call for partners"),
        Criterion,
        ("question",),
        "partners:call",
        place="call_id",
        name="call__title",
    ),
    Source("wording", _("Wording"), Wording, ("body",), "partners:wording", name="name"),
)
BY_KEY: dict[str, Source] = {source.key: source for source in SOURCES}
