"""What is held about people: every field of every table says whether it is personal.

A model says it once, above itself:

    @holds(
        personal={"email": FORMER_ADDRESS, "full_name": EMPTY},   # field → what stands there once erased
        secret={"password": NO_PASSWORD},   # erased likewise, and in no export
        people=["owner"],                   # points at a person; stays, and reads "a former member"
        free=["reason"],                    # words that somebody typed: they may name anybody
        files=["name"],                     # names of files, in which people are written in other ways
        plain=["kind", "created_at"],       # tells of no person
        about={"accounts.Person": "person"},  # how a row finds the person it is about
    )

`id` and `coalition` are always plain. A test fails for a field that is not declared, and
`common.personal.erasure` exports and erases by these words alone: a new table needs no code for either.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

M = TypeVar("M", bound=type[models.Model])
Model = type[models.Model]

# Stands where something personal or secret stood, in any language.
MASK = "•••"

EMPTY = Value("")
NOTHING = Value(None)
MASKED = Value(MASK)  # where something must stand
# An address that nobody has: .invalid never resolves (RFC 2606).
FORMER_ADDRESS = Concat(Value("former-"), Cast("id", CharField()), Value("@erased.invalid"))

ALWAYS_PLAIN = frozenset({"id", "coalition"})


@dataclass(frozen=True)
class Declaration:
    """What one model holds; see the words of the module."""

    personal: Mapping[str, Any] = field(default_factory=dict)
    secret: Mapping[str, Any] = field(default_factory=dict)
    people: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    about: Mapping[str, str] = field(default_factory=dict)
    address: str = ""  # the personal field by whose e-mail address a row is recognised too
    tenant: str = "coalition_id"  # the column that says whose row it is, if the table has it
    is_dropped: bool = False  # erased as a whole row: nothing is left to keep
    is_offered: bool = False  # erased by the coalition that wrote it, not with the person's account

    @property
    def declared(self) -> set[str]:
        kinds = (self.personal, self.secret, self.people, self.free, self.files, self.plain)
        return set().union(*kinds)

    @property
    def erased(self) -> dict[str, Any]:
        return {**self.personal, **self.secret}


def holds(
    *,
    people: Iterable[str] = (),
    free: Iterable[str] = (),
    files: Iterable[str] = (),
    plain: Iterable[str] = (),
    **words: Any,
) -> Callable[[M], M]:
    """Declare a model of ours; as a plain call, `holds(…)(EmailAddress)`, one of a library."""
    declaration = Declaration(
        people=frozenset(people),
        free=frozenset(free),
        files=frozenset(files),
        plain=frozenset(plain),
        **words,
    )

    def decorate(model: M) -> M:
        model._personal_data = declaration  # type: ignore[attr-defined]  # noqa: SLF001
        return model

    return decorate


def declaration_of(model: Model) -> Declaration | None:
    """Its own words only: what a parent declared does not count."""
    return vars(model).get("_personal_data")


def declarations() -> Iterator[tuple[Model, Declaration]]:
    for model in apps.get_models():
        if declaration := declaration_of(model):
            yield model, declaration


def undeclared(model: Model) -> set[str]:
    """The fields of a model about which nothing is said."""
    declaration = declaration_of(model) or Declaration()
    return fields_of(model) - declaration.declared


def fields_of(model: Model) -> set[str]:
    return {each.name for each in model._meta.concrete_fields} - ALWAYS_PLAIN  # noqa: SLF001


def events_of(model: Model) -> list[Model]:
    """The tables that keep the model's history."""
    return list(getattr(model, "pgh_event_models", {}).values())
