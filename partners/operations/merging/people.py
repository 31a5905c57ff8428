"""Two people on the list turn out to be one person: one row stays, the other goes, what named it follows.

What only the other told is filled in, and noted column by column, so that it goes back exactly.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.history.undoing import take_back
from common.merging import relocation
from common.merging.following import Plan, by_model, plan, pointers
from common.refusal import Refusal
from partners.models import Contact, ContactErasure, ContactMerge, Merge, MergeMove, Organisation

Row = Mapping[str, Any]  # a contact, column by column, as JSON holds it
Twins = Mapping[str, str]  # id of who goes → id of who stays
MERGED, TAKEN_APART = "contact.merged", "contact.unmerged"
CONTACT = "partners.Contact"  # as a merge notes the table
CONSENT = ("listing_consent", "listing_consent_on", "listing_consent_how")
KEPT = frozenset(("id", "coalition_id", "organisation_id", "name", "erased_on", "erased_by_id"))


@transaction.atomic
def merge_contacts(contact: Contact, *, other: Contact, by: Person) -> UUID:
    """Make two people of one organisation one: `contact` stays. Returns the change, for its undo.

    Raises Refusal when one of them is gone or being erased, or when something stands between the two.
    """
    rows = Contact.objects.among([contact.pk, other.pk]).at([contact.organisation_id]).known()
    locked = rows.order_by("pk").select_for_update(of=("self",), no_key=True)
    if len(locked) < 2:  # noqa: PLR2004 - one person is made of two
        raise Refusal(_("One of the two is no longer there. Please look once more."))
    refuse_erasing([contact.organisation])
    with recording(MERGED, by=by) as change:
        twins = {str(other.pk): str(contact.pk)}
        told = rows_of(twins)
        followers = plan(Contact, twins)
        refuse_between(followers)
        follow(followers)
        relocation.remove(Contact, list(twins))
        join(twins, told, {str(other.pk): _note(contact, other.pk, change)})
    return change


def take_contacts_apart(change: UUID, *, by: Person) -> UUID:
    """Also puts together again what this took apart. Returns the change that it makes.

    Raises Refusal when one of them, or what came along, was changed since.
    """
    return take_back(change, models=tables_naming_people(), verb=TAKEN_APART, by=by)


def tables_naming_people() -> tuple[type[models.Model], ...]:
    """People, then every table that names them, then those that name what is in these, and so on."""
    tables: list[type[models.Model]] = [Contact]
    for table in tables:
        tables += dict.fromkeys(p.model for p in pointers(table) if p.model not in tables)
    return tuple(tables)


def _note(contact: Contact, gone: int, change: UUID) -> ContactMerge:
    return ContactMerge(
        coalition_id=contact.coalition_id, stays=contact, gone=gone, change_id=change
    )


# ---------------------------------------------------------------- with their organisations


def twins_in(
    pairs: Iterable[tuple[int, int]], survivor: Organisation, others: Sequence[Organisation]
) -> Twins:
    """Of each group of people who are one, who stays: somebody of the survivor's, else the oldest.

    Pairs that name somebody of elsewhere, or whom nothing is left to tell of, do not count.
    """
    homes = [survivor.pk, *(other.pk for other in others)]
    asked = {pk for pair in pairs for pk in pair}
    found = Contact.objects.among(asked).at(homes).known().order_by("pk")
    at = dict(found.values_list("pk", "organisation_id"))
    groups: dict[int, list[int]] = {pk: [pk] for pk in at}
    for one, other in pairs:
        if one in at and other in at and groups[one] is not groups[other]:
            groups[one] += groups[other]
            groups |= dict.fromkeys(groups[other], groups[one])
    twins: dict[str, str] = {}
    for group in {id(each): each for each in groups.values()}.values():
        stays, *rest = sorted(group, key=lambda pk: (at[pk] != survivor.pk, pk))
        twins |= {str(pk): str(stays) for pk in rest if at[pk] != survivor.pk}
    return twins


def without_equals(twins: Twins, followers: Plan) -> Twins:
    """Who is set aside anyway, because the heir has exactly the same, stands in nobody's way."""
    equal = {row.pk: row.twin for row in followers.set_aside if row.pointer.model is Contact}
    meant = {gone: equal.get(stays, stays) for gone, stays in twins.items() if gone not in equal}
    return {gone: stays for gone, stays in meant.items() if gone != stays}


def refuse_erasing(organisations: Sequence[Organisation]) -> None:
    """Nobody there takes the place of somebody who is being erased, nor leaves them theirs."""
    if erasure := ContactErasure.objects.working().at_any_of(organisations).first():
        raise Refusal(
            _("%(name)s is being erased. Please merge when that is done.")
            % {"name": erasure.contact.name}
        )


def refuse_between(followers: Plan) -> None:
    """A row that would name one person on both of its sides cannot follow."""
    for row in followers.left:
        if row.pointer.key.related_model is Contact:
            name = Contact.objects.get(pk=row.parent).name
            raise Refusal(
                _("%(name)s cannot become one with the other: %(what)s stands between the two.")
                % {"name": name, "what": row.pointer.model._meta.verbose_name}  # noqa: SLF001
            )


def follow(followers: Plan) -> None:
    for pointer, rows in reversed(by_model(followers.set_aside).items()):
        relocation.remove(pointer.model, [row.pk for row in rows])
    for pointer, rows in by_model(followers.moved).items():
        relocation.repoint(pointer.model, pointer.key.column, to={row.pk: row.heir for row in rows})


def rows_of(twins: Twins) -> dict[str, Row]:
    kept = relocation.kept(Contact, [*twins, *twins.values()])
    return {pk: json.loads(row) for pk, row in kept.items()}


def join(twins: Twins, told: Mapping[str, Row], notes: Mapping[str, ContactMerge]) -> None:
    """Fill in what only those who go have told, and keep the notes of it."""
    written: dict[str, dict[str, Any]] = {}
    for gone, stays in twins.items():
        now = {**told[stays], **written.get(stays, {})}
        fresh = _filled(now, told[gone])
        notes[gone].columns = {column: [now[column], value] for column, value in fresh.items()}
        written.setdefault(stays, {}).update(fresh)
    relocation.overwrite_each(Contact, written)
    ContactMerge.objects.bulk_create(notes[gone] for gone in twins)


def notes_of(twins: Twins, merges: Mapping[str, Merge], change: UUID) -> dict[str, ContactMerge]:
    """`merges` has for each who goes the merge of their organisation."""
    return {
        gone: ContactMerge(
            coalition_id=merges[gone].coalition_id,
            stays_id=int(stays),
            gone=int(gone),
            merge=merges[gone],
            change_id=change,
        )
        for gone, stays in twins.items()
    }


# ---------------------------------------------------------------- what the one says then


def _filled(stays: Row, gone: Row) -> dict[str, Any]:
    """The columns in which the one who stays says something else from now on.

    What is empty is filled. Who is still there somewhere is there; a refusal of letters and the wish to be
    forgotten hold for the whole person, and of two words about the directory the later one.
    """
    both = {column: _fuller(stays[column], gone[column]) for column in stays.keys() - KEPT}
    both["own_values"] = {**gone["own_values"], **stays["own_values"]}
    both["role"] = gone["role"] if stays["role"] == Contact.Role.OTHER else stays["role"]
    both["wants_no_letters"] = stays["wants_no_letters"] or gone["wants_no_letters"]
    days = [day for day in (stays["since_on"], gone["since_on"]) if day]
    both["since_on"] = min(days, default=None)
    left = [stays["left_on"], gone["left_on"]]
    both["left_on"] = None if None in left else max(left)
    later = max(stays, gone, key=_word_on_consent)
    both |= {column: later[column] for column in CONSENT}
    return {column: value for column, value in sorted(both.items()) if value != stays[column]}


def _fuller(value: Any, other: Any) -> Any:
    return other if value in ("", None) else value


def _word_on_consent(row: Row) -> tuple[str, bool]:
    """By day; of two words on one day, no counts."""
    return row["listing_consent_on"] or "", row["listing_consent"] == Contact.Consent.NO


# ---------------------------------------------------------------- apart again


def put_people_back(merges: Sequence[Merge], went: Iterable[tuple[str, str]]) -> None:
    """What the people of these merges had filled in goes back, if nobody has written it since.

    Also what others had filled in of somebody who `went`. Where another, whose organisation stays merged,
    told the same, it is filled in anew: call it when the rows are where they belong.
    """
    gone_away = [int(pk) for table, pk in went if table == CONTACT]
    ours = list(ContactMerge.objects.with_merges(merges))
    orphans = list(ContactMerge.objects.into(gone_away).exclude(pk__in=[one.pk for one in ours]))
    others = ContactMerge.objects.into({one.stays_id for one in ours})
    staying = list(others.exclude(pk__in=[one.pk for one in (*ours, *orphans)]))
    undone = sorted([*ours, *orphans, *staying], key=lambda note: -note.pk)
    _take_out(undone)
    ContactMerge.objects.filter(pk__in=[note.pk for note in undone]).delete()
    _join_again([note for note in reversed(undone) if note not in ours])


def _take_out(notes: Iterable[ContactMerge]) -> None:
    """The latest first: each finds the row as it left it."""
    notes = list(notes)
    kept = relocation.kept(Contact, [str(note.stays_id) for note in notes])
    now = {pk: json.loads(row) for pk, row in kept.items()}
    back: dict[str, dict[str, Any]] = {}
    for note in notes:
        row = now.get(str(note.stays_id), {})
        again = {
            column: before
            for column, (before, after) in note.columns.items()
            if row.get(column) == after
        }
        row |= again
        back.setdefault(str(note.stays_id), {}).update(again)
    relocation.overwrite_each(Contact, {pk: told for pk, told in back.items() if pk in now})


def _join_again(notes: Sequence[ContactMerge]) -> None:
    """Those whose organisations stay merged, and whose row is still set aside: perhaps for another now."""
    gone = [str(note.gone) for note in notes]
    aside = MergeMove.objects.set_aside().standing().of_rows(CONTACT, [note.gone for note in notes])
    moves = {move.row: move for move in aside.select_related("merge")}
    twins = {pk: moves[pk].twin for pk in gone if pk in moves}
    told = rows_of(twins) | {pk: json.loads(move.kept) for pk, move in moves.items()}
    twins = {pk: stays for pk, stays in twins.items() if stays in told}
    changes = {str(note.gone): note.change_id for note in notes}
    again = {pk: _renewed(moves[pk], int(stays), changes[pk]) for pk, stays in twins.items()}
    join(twins, told, again)


def _renewed(move: MergeMove, stays: int, change: UUID) -> ContactMerge:
    return ContactMerge(
        coalition_id=move.coalition_id,
        stays_id=stays,
        gone=int(move.row),
        merge=move.merge,
        change_id=change,
    )
