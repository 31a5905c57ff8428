"""Which column fills which field: guessed from headings and content, remembered once confirmed."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches

from django.utils.translation import gettext as _

from accounts.models import Coalition
from partners.imports import consent, letters, ordinals
from partners.imports.columns import MOST_CONTACTS, STANDARD, Columns
from partners.imports.fields import heading_of, normal_heading
from partners.imports.known_words import KIND_WORDS, by_word
from partners.imports.standard import MANY, PREFIXES
from partners.imports.topics import TOPICS
from partners.imports.values import same_website, term_key
from partners.imports.whose import OF_A_PERSON, told_of_the_person
from partners.models import RememberedMapping

_STATES_WORDS = (
    "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv "
    "nh nj nm ny nc nd oh ok or pa pr ri sc sd tn tx ut vt va vi wa wv wi wy"
)
STATES = frozenset(_STATES_WORDS.split())
# From content alone, how most of a column's cells must look.
LOOKS = {
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+", re.IGNORECASE),
    "website": re.compile(r"(https?://|www\.)\S+|[a-z0-9.-]+\.(org|com|net|gov|edu)(/\S*)?", re.I),
    "phone": re.compile(r"\+?[(\d][\d\s().+-]{8,}\d(\s*(x|ext)\.?\s*\d+)?", re.IGNORECASE),
    "postcode": re.compile(r"\d{5}(-\d{4})?"),
    "region": re.compile("|".join(sorted(STATES)), re.IGNORECASE),
}
# Beside yes and no: "Consent (directory)" is about being listed, "Opt in to our newsletter" is not.
ABOUT_LISTING = re.compile(
    r"\b(consent\w*|opt in|directory|directorio|(be|we) list(ed)?|publish\w*|publicar|figurar|aparecer)\b"
)
ABOUT_ELSE = re.compile(
    r"\b(e ?mail\w*|mail\w*|newsletter|photos?|text\w*|sms|boletin|correo|fotos?)\b"
)
# What may be about the row and not about the partner.
FACTS = frozenset({"external_id", "description", "since_on", "kind", "sector", *TOPICS})
OF_SOMEBODY = frozenset({"contact_title", "contact_role", "contact_consent", "contact_no_letters"})
MOST = 0.8  # of a column's cells
CLOSE_SPELLING = 0.88  # "organizaton name"
UNLIKE_THEIR_SPELLING = frozenset({"country", "date", "rate", "mission date"})  # not "county"
FACT_OF_THE_ROW = 0.25  # of repeated names tell different things here: it is not about the partner


@dataclass(frozen=True)
class Sample:
    """A column as the guess sees it: its heading and its cells in the first rows."""

    position: int
    heading: str
    cells: Sequence[str]

    @property
    def filled(self) -> list[str]:
        return [cell for cell in self.cells if cell.strip()]

    def share(self, looks: re.Pattern[str]) -> float:
        """How many of the filled cells look so, from 0 to 1; a cell may hold several."""
        cells = self.filled
        parts = [re.split(r"[;,|\n]", cell)[0].strip() for cell in cells]
        return sum(bool(looks.fullmatch(part)) for part in parts) / len(cells) if cells else 0.0

    @property
    def distinctness(self) -> float:
        return len(set(self.filled)) / len(self.filled) if self.filled else 0.0


@dataclass
class Guess:
    """Takes the best columns first; each field that holds one value takes one column."""

    samples: Sequence[Sample]
    known_terms: dict[str, frozenset[str]]
    columns: Columns
    mapping: dict[int, str] = field(default_factory=dict)

    def made(self) -> dict[int, str]:
        for sample in self.samples:
            self._offer(sample, by_heading(sample.heading, self.columns))
        for sample in self.samples:
            if sample.position not in self.mapping:
                self._offer(sample, self._by_content(sample))
        if "name" not in self.mapping.values():
            self._name_by_content()
        self._leave_out_facts_of_rows()
        self._tell_whose_title()
        self.mapping |= ordinals.counted_alike(
            self.samples, self.mapping, headings=self.columns.headings
        )
        self._tell_whose_address()
        return self.mapping

    def _offer(self, sample: Sample, key: str) -> None:
        if key == "identifiers" and not any(": " in cell for cell in sample.filled):
            key = "external_id"
        if not key or not sample.filled or not _can_hold(sample, key):
            return
        if key in self.mapping.values() and key not in MANY:
            key = self._next_person(key)
        if key:
            self.mapping[sample.position] = key

    def _next_person(self, key: str) -> str:
        """A second "Contact name" is the second person's."""
        base = key.partition("#")[0]
        if not self.columns.field_of(base).is_about_contact or base in {"contact_role"}:
            return ""
        candidates = [f"{base}#{number}" for number in range(2, MOST_CONTACTS + 1)]
        return next((key for key in candidates if key not in self.mapping.values()), "")

    def _by_content(self, sample: Sample) -> str:
        if _is_about_listing(sample):
            return "contact_consent"
        for key, looks in LOOKS.items():
            if sample.share(looks) >= MOST and key not in self.mapping.values():
                return key
        for vocabulary, known in self.known_terms.items():
            words = [term_key(part) for cell in sample.filled for part in re.split("[;|]", cell)]
            if words and sum(word in known for word in words) / len(words) >= MOST:
                return vocabulary
        return ""

    def _name_by_content(self) -> None:
        """The first column of words that hardly repeat is what the rows are about."""
        for sample in self.samples:
            if sample.position not in self.mapping and _could_be_names(sample):
                self.mapping[sample.position] = "name"
                return

    def _leave_out_facts_of_rows(self) -> None:
        """In a list of grants the same grantee comes again with other amounts and descriptions.

        What differs from row to row under one name is about the row. Its number is not the partner's.
        """
        names = next((s for s in self.samples if self.mapping.get(s.position) == "name"), None)
        if names is None:
            return
        for sample in self.samples:
            key = self.mapping.get(sample.position, "")
            if key in FACTS and _differs_within(names, sample) > FACT_OF_THE_ROW:
                del self.mapping[sample.position]

    def _tell_whose_title(self) -> None:
        """A title or role belongs to a person: without anyone's name it fills nothing."""
        people = {"contact_name", "contact_first_name", "contact_last_name"}
        if people.isdisjoint(key.partition("#")[0] for key in self.mapping.values()):
            self.mapping = {
                position: key for position, key in self.mapping.items() if not _is_of_somebody(key)
            }

    def _tell_whose_address(self) -> None:
        names = next((s for s in self.samples if self.mapping.get(s.position) == "name"), None)
        differs = {
            s.position: names is not None and _differs_within(names, s) > FACT_OF_THE_ROW
            for s in self.samples
            if self.mapping.get(s.position) in OF_A_PERSON
        }
        self.mapping |= told_of_the_person(self.samples, self.mapping, differs=differs)


def _is_of_somebody(key: str) -> bool:
    return key in OF_SOMEBODY or key.startswith("contact_own.")


def by_heading(heading: str, columns: Columns = STANDARD) -> str:
    """The field that a heading names, in English or Spanish, forgiving a misspelling; else nothing."""
    plain = ordinals.counted(heading_of(heading))
    number = ordinals.number_in(plain)
    candidates = [plain, *(plain.removeprefix(f"{word} ") for word in PREFIXES)]
    if number:
        candidates = [re.sub(r"\s*\b\d\b\s*", " ", plain).strip(), plain]
    for candidate in candidates:
        if candidate in columns.headings:
            return ordinals.numbered(columns.field_of(columns.headings[candidate]), number)
    if plain in UNLIKE_THEIR_SPELLING:
        return ""
    close = get_close_matches(plain, columns.headings, n=1, cutoff=CLOSE_SPELLING)
    return columns.headings[close[0]] if close else ""


def _can_hold(sample: Sample, key: str) -> bool:
    """A heading may mislead: a "Contact" column full of e-mail addresses is not one of names."""
    base = key.partition("#")[0]
    if base in {"name", "contact_name"}:
        return sample.share(LOOKS["email"]) < MOST and _share_of_words(sample) > 1 - MOST
    if base in {"email", "contact_email"}:
        return any("@" in cell for cell in sample.filled)
    if base == "contact_consent":
        return _answers_of_consent(sample) >= MOST
    if base == "contact_no_letters":
        return sum(map(letters.is_readable, sample.filled)) / len(sample.filled) >= MOST
    if base == "kind":
        return any(by_word(cell, KIND_WORDS) for cell in sample.filled)
    return True


def _is_about_listing(sample: Sample) -> bool:
    plain = normal_heading(sample.heading)
    is_meant = ABOUT_LISTING.search(plain) and not ABOUT_ELSE.search(plain)
    return bool(is_meant) and _answers_of_consent(sample) >= MOST


def _answers_of_consent(sample: Sample) -> float:
    cells = sample.filled
    return sum(map(consent.is_readable, cells)) / len(cells) if cells else 0.0


def _share_of_words(sample: Sample) -> float:
    cells = sample.filled
    return sum(any(map(str.isalpha, cell)) for cell in cells) / len(cells) if cells else 0.0


def _could_be_names(sample: Sample) -> bool:
    cells = sample.filled
    if not cells or _share_of_words(sample) < MOST or sample.distinctness < 1 - MOST:
        return False
    length = sum(map(len, cells)) / len(cells)
    has_spaces = sum(" " in cell.strip() for cell in cells) / len(cells)
    return 6 <= length <= 70 and has_spaces > 1 - MOST  # noqa: PLR2004 - letters in usual names


def _differs_within(names: Sample, sample: Sample) -> float:
    """Of the names that come more than once, how many come with different contents here."""
    contents: dict[str, list[str]] = defaultdict(list)
    for name, cell in zip(names.cells, sample.cells, strict=True):
        if name.strip() and cell.strip():
            contents["".join(filter(str.isalnum, term_key(name)))].append(cell)
    repeated = [cells for cells in contents.values() if len(cells) > 1]
    differing = sum(any(not same_website(cells[0], cell) for cell in cells) for cells in repeated)
    return differing / len(repeated) if repeated else 0.0


# ---------------------------------------------------------------- remembering


def fingerprint(headings: Sequence[str]) -> str:
    """Files with the same headings in the same order have one shape, whatever their case.

    The column of reasons at the end of a file of rejected rows does not count.
    """
    plain = list(map(normal_heading, headings))
    if plain and plain[-1] in {"reason", normal_heading(_("Reason"))}:
        plain.pop()
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()


def remembered(coalition: Coalition, headings: Sequence[str]) -> RememberedMapping | None:
    return RememberedMapping.objects.filter(
        coalition=coalition, fingerprint=fingerprint(headings)
    ).first()


def remember(
    coalition: Coalition,
    headings: Sequence[str],
    *,
    mapping: dict[str, str],
    options: dict[str, object],
    at: datetime,
) -> None:
    RememberedMapping.objects.update_or_create(
        coalition=coalition,
        fingerprint=fingerprint(headings),
        defaults={"mapping": mapping, "options": options, "used_at": at},
    )
