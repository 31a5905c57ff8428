"""What the sample keeps beside its partners: two small files, and who said yes to the directory."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from common.documents.printing import pdf
from common.files.kinds import BY_EXTENSION
from common.files.stored import write
from partners.models import Attachment, Contact, Organisation

PAPERS = DATA / "papers.toml"


@dataclass(frozen=True)
class PaperWriter:
    """Writes them in the order in which they happened. `written` takes the names of stored files."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle
    written: list[str]

    def write(self) -> None:
        told = tomllib.loads(PAPERS.read_text(encoding="utf-8"))
        for card in told["file"]:
            self._keep(card)
        for card in told["asked"]:
            for answer in ("yes", "no", "asked"):
                self._ask(card, answer)
        for card in told["no_letters"]:
            self._spare(card)
        for card in told["left_out"]:
            self._leave_out(card)

    def _keep(self, card: dict[str, Any]) -> None:
        content = _content(card)
        at, by = self.days.moment(card["weeks"], of=card["name"]), self.people[card["by"]]
        with self.chronicle.change("files.added", at=at, by=by, reason=card["reason"]):
            Attachment.objects.create(
                coalition=self.coalition,
                organisation=self.organisations[card["organisation"]],
                stored=write(ContentFile(content), written=self.written),
                name=card["name"],
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
                content_type=BY_EXTENSION[_extension(card)].content_type,
                is_shared=card.get("is_shared", False),
                uploaded_by=by,
                uploaded_at=at,
            )

    def _ask(self, card: dict[str, Any], answer: str) -> None:
        """One change for each person: they answered one by one."""
        for name in card[answer]:
            at = self.days.moment(card["weeks"], of=name)
            with self.chronicle.change(
                "contact.edited", at=at, by=self.people[card["by"]], reason=card["reason"]
            ):
                Contact.objects.filter(coalition=self.coalition, name=name).update(
                    listing_consent=answer,
                    listing_consent_on=at.date(),
                    listing_consent_how=card["how"],
                )

    def _spare(self, card: dict[str, Any]) -> None:
        """Who wants no letters gets none."""
        at = self.days.moment(card["weeks"], of=card["contact"])
        with self.chronicle.change(
            "contact.edited", at=at, by=self.people[card["by"]], reason=card["reason"]
        ):
            Contact.objects.filter(coalition=self.coalition, name=card["contact"]).update(
                wants_no_letters=True
            )

    def _leave_out(self, card: dict[str, Any]) -> None:
        at = self.days.moment(card["weeks"], of=card["organisation"])
        with self.chronicle.change(
            "organisation.edited", at=at, by=self.people[card["by"]], reason=card["reason"]
        ):
            Organisation.objects.filter(pk=self.organisations[card["organisation"]].pk).update(
                is_left_out_of_directory=True
            )


def _extension(card: dict[str, Any]) -> str:
    return card["name"].rpartition(".")[2]


def _content(card: dict[str, Any]) -> bytes:
    """Made here, so that the repository holds words and no files."""
    if _extension(card) == "pdf":
        return pdf("coalition/paper.typ", {key: card[key] for key in ("title", "paragraphs")})
    lines = io.StringIO()
    csv.writer(lines).writerows(card["rows"])
    return lines.getvalue().encode()
