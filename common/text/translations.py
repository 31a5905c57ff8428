"""Collecting the product's words for translators, and telling which are still untranslated.

Django's own `makemessages` needs the gettext programs; a fresh machine has none. Babel does the same
in Python, and Django's `templatize` turns a template into the calls that Babel looks for.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
FOLDERS = (
    "coalition",
    "common",
    "accounts",
    "partners",
    "goals",
    "governance",
    "contributions",
    "dashboard",
    "templates",
)
INDENTATION = re.compile(rb"^[ \t]+", re.MULTILINE)


@dataclass(frozen=True)
class State:
    """What stands between a language and completeness."""

    untranslated: list[str]
    unknown: list[str]  # translated, but said nowhere any more
    broken: list[str]  # placeholders that differ from the original
    torn: list[str]  # one singular with two plurals, of which a catalogue keeps one

    @property
    def is_complete(self) -> bool:
        return not (self.untranslated or self.unknown or self.broken or self.torn)


@dataclass(frozen=True)
class Said:
    """One translatable text at one place."""

    place: str
    text: str | tuple[str, ...]
    context: str | None


def said() -> Iterator[Said]:
    """Every translatable text of the product, once for each place where it stands."""
    for path in _sources():
        place = path.relative_to(settings.BASE_DIR).as_posix()
        for _line, text, _comments, context in extract(
            "python", io.BytesIO(_as_python(path)), keywords=KEYWORDS
        ):
            yield Said(place, text, context)


def collect(texts: Iterable[Said]) -> Catalog:
    """The same as a catalogue: each text once, with its places."""
    catalog = Catalog(domain="django", charset="utf-8", fuzzy=False)
    for one in texts:
        catalog.add(
            one.text,
            locations=[(one.place, 0)],
            context=one.context,
            flags=_flags(one.text),
        )
    return catalog


def torn(texts: Iterable[Said]) -> list[str]:
    """Singulars that stand with two plurals: who asks for the second gets the translation of the first."""
    plurals: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    for one in texts:
        if isinstance(one.text, tuple):
            plurals[one.context, one.text[0]].add(one.text[1])
    return sorted(singular for (_context, singular), many in plurals.items() if len(many) > 1)


def catalog_path(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    path = catalog_path(language)
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> State:
    """Bring a language's catalogue up to what the product says now, and compile it."""
    catalog, found = read(language), collect(said())
    catalog.update(found, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path = catalog_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, omit_header=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)
    return state(language)


def state(language: str) -> State:
    texts = list(said())
    translated, found = read(language), collect(texts)
    known = {_key(message): message for message in translated if message.id}
    wanted = {_key(message): message for message in found if message.id}
    return State(
        untranslated=sorted(
            _words(wanted[key]) for key in wanted if key not in known or not _is_whole(known[key])
        ),
        unknown=sorted(_words(known[key]) for key in known.keys() - wanted.keys()),
        broken=sorted(
            _words(message) for message in known.values() if list(message.check(translated))
        ),
        torn=torn(texts),
    )


def _sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".txt") and "migrations" not in path.parts:
                yield path


def _as_python(path: Path) -> bytes:
    """Python as it is; a template as the gettext calls that stand for its tags.

    Templatized text is no valid Python, but it has the right tokens once indentation is gone.
    """
    source = path.read_bytes()
    if path.suffix == ".py":
        return source
    return INDENTATION.sub(b"", templatize(source.decode(), origin=str(path)).encode())


def _flags(text: str | tuple[str, ...]) -> list[str]:
    words = text if isinstance(text, str) else text[0]
    return ["python-format"] if re.search(r"%\(\w+\)[sd]", words) else []


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _words(message)


def _words(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_whole(message: Message) -> bool:
    parts = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(parts)
