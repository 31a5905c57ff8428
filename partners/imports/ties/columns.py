"""What a column of such a file may hold, and the guess which does."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.imports.rows.columns import Column
from partners.imports.ties.words import is_level, is_yes_or_no
from partners.imports.values import term_key

LABELS: dict[str, Any] = {
    "from_name": gettext_lazy("One of the two: name"),
    "from_id": gettext_lazy("One of the two: number in another system"),
    "to_name": gettext_lazy("The other: name"),
    "to_id": gettext_lazy("The other: number in another system"),
    "relation": gettext_lazy("Kind of tie"),
    "level": gettext_lazy("Level, without saying who sees it so"),
    "level_from": gettext_lazy("Level as the one sees it"),
    "level_to": gettext_lazy("Level as the other sees it"),
    "evidence": gettext_lazy("What shows it"),
    "since_on": gettext_lazy("Since"),
    "until_on": gettext_lazy("Until"),
    "note": gettext_lazy("Note"),
}
HEADINGS = {
    "from_name": "source name|from name|organization|organisation|organization 1|organisation 1|"
    "org 1|partner 1|partner|organization a|from organization|respondent|member|nombre|origen",
    "from_id": "source id|from id|organization 1 id|id 1|ego id|respondent id",
    "to_name": "target name|to name|organization 2|organisation 2|org 2|partner 2|organization b|"
    "tied to|works with|to organization|alter|destino",
    "to_id": "target id|to id|organization 2 id|id 2|alter id",
    "relation": "relation|relationship|kind|type|tie|kind of tie|relation type|relacion|tipo",
    "level": "level|strength|weight|score|frey|intensity|nivel|fuerza|peso",
    "level_from": "level from|level as 1 sees it|from level|level 1",
    "level_to": "level to|level as 2 sees it|to level|level 2",
    "evidence": "evidence|proof|project|evidencia",
    "since_on": "since|start|start date|from date|desde",
    "until_on": "until|end|end date|to date|hasta",
    "note": "note|notes|comment|comments|nota|notas",
}
KEY_OF = {word: key for key, words in HEADINGS.items() for word in words.split("|")}
# "source" is a name in one file and a number in the next: the cells tell.
EITHER = {"source": "from", "from": "from", "ego": "from", "target": "to", "to": "to"}
# A column that tells of a kind of tie itself: its figures are levels, or it only says yes and no.
LEVELS_OF, YES_TO = "levels.", "yes."
LONGEST = 120  # letters in the name of a kind of tie


def guess(columns: Iterable[Column]) -> dict[str, str]:
    """Position of a column → what it holds; each field once, columns of levels as many as there are."""
    told: dict[str, str] = {}
    for position, column in enumerate(columns):
        key = by_heading(column) or _by_cells(column)
        if key and key not in told.values():
            told[str(position)] = key
    return told


def by_heading(column: Column) -> str:
    words = " ".join(column.heading.replace("_", " ").lower().split())
    if words in EITHER:
        return f"{EITHER[words]}_{'id' if _are_numbers(column) else 'name'}"
    return KEY_OF.get(words, "")


def _by_cells(column: Column) -> str:
    """Figures from 0 to 5 are levels; only 0 and 1, or yes and no, say whether there is a tie."""
    name = name_of_relation(column.heading)
    if not (column.filled and name):
        return ""
    if all(map(is_yes_or_no, column.filled)):
        return YES_TO + name
    return LEVELS_OF + name if all(map(is_level, column.filled)) else ""


def _are_numbers(column: Column) -> bool:
    return bool(column.filled) and all(cell.strip().isdigit() for cell in column.filled)


def name_of_relation(heading: str) -> str:
    """ "shared_information" is a tie called “Shared information”."""
    return str(capfirst(" ".join(heading.replace("_", " ").split())))[:LONGEST]


def is_field(key: str) -> bool:
    return key in LABELS or bool(relation_in(key))


def relation_in(key: str) -> str:
    """The kind of tie of which the column itself tells; "" for all other columns."""
    for prefix in (LEVELS_OF, YES_TO):
        if key.startswith(prefix):
            return key.removeprefix(prefix).strip()
    return ""


def label_of(key: str) -> str:
    name = relation_in(key)
    if not name:
        return str(LABELS[key])
    words = _("%s: level 0 to 5") if key.startswith(LEVELS_OF) else _("%s: yes or no")
    return words % name


def choices_for(heading: str) -> list[tuple[str, str]]:
    """What a person may say that the column of this heading holds."""
    name = name_of_relation(heading)
    own = [LEVELS_OF + name, YES_TO + name] if name else []
    return [(key, label_of(key)) for key in [*LABELS, *own]]


def missing_in(mapping: Mapping[str, str]) -> str:
    """What keeps the file from being read, as a sentence; "" when nothing does."""
    told = set(mapping.values())
    for side, said in (("from", _("one")), ("to", _("other"))):
        if not told & {f"{side}_name", f"{side}_id"}:
            return _("Please say which column names the %(which)s of the two.") % {"which": said}
    if "relation" not in told and not any(map(relation_in, told)):
        return _("Please say which column holds a kind of tie, or how closely two are tied.")
    return ""


def known_key(heading: str) -> bool:
    """For finding the row of headings."""
    return term_key(heading) in {term_key(word) for word in (*KEY_OF, *EITHER)}
