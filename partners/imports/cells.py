"""What single cells of a row say of the organisation, or why a cell cannot be read."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from partners.imports import bad_cells, values
from partners.imports.columns import Columns, contact_number
from partners.imports.drafts import LONGEST, Draft, Fault
from partners.imports.fields import Field
from partners.imports.known_words import KIND_WORDS, by_word
from partners.imports.options import Options
from partners.imports.own_cells import read_own
from partners.imports.topics import read_topic, too_long, topic_of
from partners.imports.values import BadCell, DateOrder, one_line


@dataclass(frozen=True)
class Reading:
    """How one file is read: `fields` by position of the column, `headings` for sentences."""

    fields: dict[int, str]
    headings: Sequence[str]
    options: Options
    known_terms: dict[str, frozenset[str]]
    columns: Columns
    today: date  # of the upload, so that a file says the same when it is brought in
    known_names: frozenset[str] = frozenset()

    @property
    def date_order(self) -> DateOrder:
        return DateOrder(day_first=self.options.day_first)

    def heading_of(self, key: str) -> str:
        position = next((p for p, field_key in self.fields.items() if field_key == key), None)
        return self.headings[position] if position is not None else ""


class Cells:
    """One row, cell by cell. What is about people is kept until the whole row is read."""

    def __init__(self, reader: Reading, draft: Draft) -> None:
        self.reader, self.draft, self.values = reader, draft, draft.values
        self.people: dict[int, dict[str, str]] = defaultdict(dict)
        self.own_of_people: dict[int, dict[str, Any]] = defaultdict(dict)
        self.heading = ""

    def _read_cell(self, position: int, key: str, text: str) -> None:
        self.heading = self.reader.headings[position]
        known = self.reader.columns.field_of(key)
        try:
            if known.own:
                self._take_own(key, known, text)
            elif known.is_about_contact:
                self._keep_for_person(key, text)
            elif known.vocabulary:
                self._take_words(known.vocabulary, text)
            elif topic := topic_of(known.key):
                self._take_topic(topic, text)
            else:
                TAKERS[known.key](self, text)
        except BadCell as bad:
            self._judge(bad)

    def _judge(self, bad: BadCell) -> None:
        """A wrong e-mail or date comes back to be mended, unless the person said otherwise."""
        sentence = bad_cells.in_words(bad)
        if bad.kind not in bad_cells.COST_ONLY_THE_CELL and not self.reader.options.drops_bad_cells:
            raise Fault(sentence, self.heading)
        self.draft.notes.append([self.heading, sentence])

    def _fit(self, key: str, text: str) -> str:
        limit = LONGEST.get(key)
        if limit and len(text) > limit:
            self._refuse_long(len(text), limit)
        return text

    def _refuse_long(self, found: int, limit: int) -> NoReturn:
        raise Fault(
            _("Too long: %(found)s letters, and there is room for %(limit)s.")
            % {"found": found, "limit": limit},
            self.heading,
        )

    # ------------------------------------------------------------ the organisation

    def take_text(self, text: str, *, key: str) -> None:
        if key == "name" or not values.is_nothing(text):
            self.values[key] = self._fit(key, one_line(text))

    def take_description(self, text: str) -> None:
        if not values.is_nothing(text):
            self.values["description"] = values.paragraph(text)

    def take_aliases(self, text: str) -> None:
        told = values.words(text, known=self.reader.known_names)
        names = [self._fit("alias", name) for name in told]
        self.values["alias"] = [*self.values.get("alias", []), *names]

    def take_emails(self, text: str) -> None:
        found = [self._fit("email", address) for address in values.emails(text)]
        all_found = [*self.values.pop("more_emails", []), *found]
        if "email" not in self.values and all_found:
            self.values["email"] = all_found.pop(0)
        self.values["more_emails"] = all_found

    def take_phones(self, text: str) -> None:
        found = [self._fit("phone", number) for number in values.phones(text)]
        told = {values.digits_of(number) for number in self.values.get("phone", [])}
        new = [number for number in found if values.digits_of(number) not in told]
        self.values["phone"] = [*self.values.get("phone", []), *new]

    def take_website(self, text: str) -> None:
        if address := values.website(text):
            self.values["website"] = self._fit("website", address)

    def take_identifiers(self, text: str) -> None:
        self.values["identifiers"] = [
            [self._fit("scheme", scheme), self._fit("external_id", value)]
            for scheme, value in values.identifiers(text)
        ]

    def take_since(self, text: str) -> None:
        order, today = self.reader.date_order, self.reader.today
        if day := values.past_day(text, order=order, today=today):
            self.values["since_on"] = day.isoformat()

    def take_kind(self, text: str) -> None:
        kind = by_word(text, KIND_WORDS)
        if not kind and not values.is_nothing(text):
            raise Fault(_("“%(text)s” is not a kind that we know.") % {"text": text}, self.heading)
        self.values["kind"] = kind

    def take_owner(self, text: str) -> None:
        self.values["owner"] = values.emails(text)[:1]

    def take_postcode(self, text: str) -> None:
        self.values["postcode"] = self._fit("postcode", values.postcode(text))

    def _take_words(self, vocabulary: str, text: str) -> None:
        known = self.reader.known_terms.get(vocabulary, frozenset())
        words = [self._fit(vocabulary, word) for word in values.words(text, known=known)]
        self.values[vocabulary] = [*self.values.get(vocabulary, []), *words]

    def _take_topic(self, topic: str, text: str) -> None:
        said = read_topic(topic, text)
        if excess := too_long(said):
            self._refuse_long(*excess)
        if said:
            self.values.setdefault("topics", {})[topic] = said

    def _take_own(self, key: str, known: Field, text: str) -> None:
        """A field of the coalition's own, of the organisation or of the person in this column."""
        if known.own is None:
            return
        told = read_own(known.own, text, order=self.reader.date_order)
        if told is None:
            return
        if isinstance(told, str):
            self._fit(known.sort, told)
        if known.is_about_contact:
            self.own_of_people[contact_number(key)][known.own.key] = told
        else:
            self.values.setdefault("own", {})[known.own.key] = told

    def _keep_for_person(self, key: str, text: str) -> None:
        base = key.partition("#")[0]
        checked = values.emails(text) if base == "contact_email" else []
        told = self.people[contact_number(key)]
        told[base] = "; ".join(checked) if checked else text
        told[f"{base} heading"] = self.heading


TAKERS: dict[str, Callable[[Cells, str], None]] = {
    **{
        key: partial(Cells.take_text, key=key)
        for key in ("name", "external_id", "street", "street_2", "city", "region")
    },
    "description": Cells.take_description,
    "alias": Cells.take_aliases,
    "email": Cells.take_emails,
    "phone": Cells.take_phones,
    "website": Cells.take_website,
    "identifiers": Cells.take_identifiers,
    "since_on": Cells.take_since,
    "kind": Cells.take_kind,
    "owner": Cells.take_owner,
    "postcode": Cells.take_postcode,
}
