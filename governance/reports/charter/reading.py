"""The charter as a page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import CharterReview, CharterSignature, CharterVersion
from governance.models.charter import Evidence
from governance.reports.charter.comparing import title_of
from governance.reports.charter.summary import CharterSummary, charter_summary
from partners.models import Organisation


@dataclass(frozen=True)
class Part:
    """A headed part of the charter. Only the problem carries sources."""

    name: str
    title: Any
    words: str
    sources: list[Evidence]


@dataclass(frozen=True)
class Own:
    """An organisation for which the reader may sign, and what it has said."""

    organisation: Organisation
    said: CharterSignature | None


@dataclass(frozen=True)
class CharterPage:
    """`held` is the version that holds; `draft` is told only to those who may read it."""

    held: CharterVersion | None
    draft: CharterVersion | None
    versions: list[CharterVersion]
    reviews: list[CharterReview]
    summary: CharterSummary | None
    own: list[Own]
    is_due: bool

    @property
    def parts(self) -> list[Part]:
        return version_page(self.held) if self.held else []


def charter_page(membership: Membership, *, on: date) -> CharterPage:
    """Five queries at most."""
    versions = list(CharterVersion.objects.visible_to(membership).select_related("coalition"))
    adopted = [one for one in versions if not one.is_draft]
    held = adopted[0] if adopted else None
    summary = charter_summary(membership.coalition_id) if held else None
    return CharterPage(
        held=held,
        draft=next((one for one in versions if one.is_draft), None),
        versions=adopted,
        reviews=list(CharterReview.objects.of(held)) if held else [],
        summary=summary,
        own=own_words(membership, held) if held else [],
        is_due=summary is not None and summary.is_due(on=on),
    )


def version_page(version: CharterVersion) -> list[Part]:
    return [
        Part(name, title_of(name), words, version.sources if name == "problem_statement" else [])
        for name, words in version.written_parts
    ]


def own_words(membership: Membership, version: CharterVersion) -> list[Own]:
    """For each organisation that the member speaks for. Two queries."""
    if not membership.may(Permission.SIGN_FOR_ORGANISATION):
        return []
    rows = Organisation.objects.visible_to(membership).active()
    own = list(rows.of_kinds([Organisation.Kind.PARTNER]).by_name())
    said = {one.organisation_id: one for one in CharterSignature.objects.to(version).among(own)}
    return [Own(organisation, said.get(organisation.pk)) for organisation in own]
