"""Names by which an organisation is found, with those of what is merged into it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, Func

from common.merging import relocation
from partners.models import Alias, Merge, MergeMove, Organisation


@dataclass(frozen=True)
class Name:
    """A name by which the survivor shall be found, for the sake of one merge."""

    merge: Merge
    text: str


def add_names(
    survivor: Organisation, merges: Iterable[Merge], *, among: Collection[str] | None = None
) -> None:
    """The names of what is merged into it stand among its other names, once.

    Also the survivor's own name, where that of a merged one was chosen instead. With `among` only names
    that are, as `names_said` tells them, among these.
    """
    names = [name for merge in merges for name in _names_of(merge)]
    plain = plain_texts([name.text for name in names])
    taken = names_said(survivor)
    new: dict[str, Name] = {}
    for name, told in zip(names, plain, strict=True):
        if told not in taken and (among is None or told in among):
            new.setdefault(told, name)
    _write_names(survivor, list(new.values()))


def _write_names(survivor: Organisation, names: Sequence[Name]) -> None:
    aliases = Alias.objects.bulk_create(
        Alias(coalition_id=survivor.coalition_id, organisation=survivor, name=name.text)
        for name in names
    )
    kept = relocation.kept(Alias, [str(alias.pk) for alias in aliases])
    MergeMove.objects.bulk_create(
        MergeMove(
            coalition_id=survivor.coalition_id,
            merge=name.merge,
            what=MergeMove.What.ADDED,
            model=Alias._meta.label,  # noqa: SLF001
            row=str(alias.pk),
            column="organisation_id",
            came_from=str(survivor.pk),
            went_to=str(survivor.pk),
            kept=kept[str(alias.pk)],
        )
        for name, alias in zip(names, aliases, strict=True)
    )


def names_said(survivor: Organisation) -> set[str]:
    """Its name and other names as they stand now, without accents and capitals."""
    aliases = Alias.objects.filter(organisation=survivor).order_by()
    plain = aliases.values_list(Func(F("name"), function="plain_text"))
    own = Organisation.objects.filter(pk=survivor.pk).order_by().values_list("sort_name")
    return {text for (text,) in plain.union(own)}


def _names_of(merge: Merge) -> list[Name]:
    before, _after = merge.columns.get("name", ["", ""])
    return [Name(merge, name) for name in (merge.organisation.name, before) if name]


def plain_texts(texts: Sequence[str]) -> list[str]:
    """As the database compares names."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT plain_text(name) FROM unnest(%s::text[]) WITH ORDINALITY t(name, place)"
            " ORDER BY place",
            [list(texts)],
        )
        return [text for (text,) in cursor.fetchall()]
