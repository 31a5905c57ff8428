"""From matches to what would happen to each row, organisation by organisation, a thousand rows at a time.

The dry run writes the outcomes down. The apply comes to them again, stops when one differs from what the
person has seen, and saves the profiles.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import Membership
from partners.imports import profiles
from partners.imports.columns import Columns
from partners.imports.matching import match_all
from partners.imports.merging import Merge
from partners.imports.options import Lists, Options
from partners.imports.profiles import Profile
from partners.imports.source import Source
from partners.models import ImportRow, ImportRun, Organisation

BATCH = 1000
Outcome = ImportRow.Outcome

# What the person has decided. "Same as that row" lets the row, and all that follow it, follow that row.
DECIDE = """
UPDATE import_draft d SET decision = r.decision FROM partners_importrow r
WHERE r.run_id = %(run)s AND r.number = d.number AND (r.decision = 'skip'
    OR NOT d.is_sure AND (d.organisation_id IS NOT NULL OR d.same_as IS NOT NULL));
"""
FOLLOW = """
UPDATE import_draft d SET leader = target.leader
FROM import_draft follower JOIN import_draft target ON target.number = follower.same_as
WHERE follower.number = d.leader AND follower.decision = 'update' AND target.leader <> d.leader;
"""
# Rows of one organisation stand together, in the order of the file. Who follows a doubt that is left out is
# left out with it; any other row is left out alone.
ORDER = """
DROP TABLE IF EXISTS import_order;
CREATE TEMP TABLE import_order ON COMMIT DROP AS
WITH led AS (
    SELECT d.number, d.leader, l.organisation_id,
        l.is_sure OR l.decision = 'update' AS is_settled,
        CASE WHEN l.organisation_id IS NOT NULL AND (l.is_sure OR l.decision = 'update')
            THEN 'organisation ' || l.organisation_id ELSE 'row ' || l.number END AS party,
        d.decision = 'skip' OR l.decision = 'skip' AND NOT l.is_sure
            AND (l.organisation_id IS NOT NULL OR l.same_as IS NOT NULL) AS is_left_out
    FROM import_draft d JOIN import_draft l ON l.number = d.leader),
first AS (SELECT *, min(number) OVER (PARTITION BY party) AS first FROM led)
SELECT row_number() OVER (ORDER BY first, number) AS position, first.* FROM first;
CREATE INDEX ON import_order (position);
"""
TURNS = """
SELECT o.number, o.leader, o.party, o.is_left_out, o.is_settled, o.organisation_id,
    d.organisation_id, d.same_as, d.is_sure, d.sign, d.decision, d.reason
FROM import_order o JOIN import_draft d ON d.number = o.number
WHERE o.position > %(after)s AND o.position <= %(until)s ORDER BY o.position;
"""


@dataclass(frozen=True)
class Turn:
    """One row's place: whom it follows, and what it was matched with itself, if it leads."""

    number: int
    leader: int
    party: str
    is_left_out: bool
    is_settled: bool
    party_organisation: int | None
    organisation_id: int | None
    same_as: int | None
    is_sure: bool
    sign: str
    decision: str
    reason: str

    @property
    def is_leading(self) -> bool:
        return self.leader == self.number

    @property
    def is_doubtful(self) -> bool:
        return not self.is_sure and bool(self.organisation_id or self.same_as)


@dataclass
class Planned:
    """A batch of rows with their outcomes, and the profiles as they would be afterwards."""

    rows: list[ImportRow] = field(default_factory=list)
    profiles: dict[str, Profile] = field(default_factory=dict)
    party_of: dict[int, str] = field(default_factory=dict)  # number of the row → key of its profile
    met: set[str] = field(default_factory=set)  # parties of which a row has come


class Drift(Exception):  # noqa: N818 - it is a finding about the world, not our error
    """The coalition's data is no longer what the dry run saw. Carries the name of the partner."""


class Planner:
    """Walks through one run. With `applies` decisions count, organisations are locked, drift stops it."""

    def __init__(self, run: ImportRun, *, applies: bool) -> None:
        self.run, self.applies = run, applies
        self.options = Options.from_json(run.options)
        self.lists = Lists.of(run.coalition)
        self.owners = _owners(run)
        self.columns = Columns.of(run.coalition)
        self.source = Source.of(run)
        self.carried: tuple[str, Profile] | None = None

    def batches(self) -> Iterator[Planned]:
        match_all(self.run, scheme=self.options.scheme)
        self._put_in_order()
        after = 0
        while turns := self._turns(after):
            yield self._planned(turns)
            after += BATCH

    def _put_in_order(self) -> None:
        with connection.cursor() as cursor:
            if self.applies:
                cursor.execute(DECIDE, {"run": self.run.pk})
                # A row may only follow an earlier one, so this ends.
                cursor.execute(FOLLOW)
                while cursor.rowcount:
                    cursor.execute(FOLLOW)
            cursor.execute(ORDER)

    def _turns(self, after: int) -> list[Turn]:
        with connection.cursor() as cursor:
            cursor.execute(TURNS, {"after": after, "until": after + BATCH})
            return [Turn(*record) for record in cursor.fetchall()]

    def _planned(self, turns: list[Turn]) -> Planned:
        planned = Planned(profiles=self._profiles(turns))
        numbers = [turn.number for turn in turns]
        by_number = self.run.rows.defer("cells").numbered(numbers)
        for turn in turns:
            self._take(turn, by_number[turn.number], planned)
        last = turns[-1].party
        self.carried = (last, planned.profiles[last]) if last in planned.profiles else None
        return planned

    def _profiles(self, turns: list[Turn]) -> dict[str, Profile]:
        """By party. A doubtful row looks at a copy, so that it changes nothing for the others."""
        wanted = {turn.party: turn.party_organisation for turn in turns if turn.party_organisation}
        loaded = profiles.load(wanted.values(), locking=self.applies)
        found: dict[str, Profile] = {}
        for party, pk in wanted.items():
            if pk in loaded:
                settled = party.startswith("organisation")
                found[party] = loaded[pk] if settled else copy.deepcopy(loaded[pk])
        if self.carried:
            found[self.carried[0]] = self.carried[1]
        return found

    # ------------------------------------------------------------ one row

    def _take(self, turn: Turn, row: ImportRow, planned: Planned) -> None:
        if turn.is_left_out:
            return
        is_carried = self.carried is not None and self.carried[0] == turn.party
        is_first = turn.party not in planned.met and not is_carried
        planned.met.add(turn.party)
        if self.applies and turn.is_leading:
            self._check_unchanged(turn, row, planned.profiles.get(turn.party), is_first=is_first)
        profile = self._profile_for(turn, row, planned)
        if self.applies is False and turn.is_leading:
            row.seen = profile.seen() if profile.organisation.pk and is_first else ""
        merge = Merge(
            profile,
            row.values,
            self.options,
            self.lists,
            self.owners,
            self.columns,
            self.source,
            naming=self._naming(turn, profile, row),
            fills_only=not is_first,
        ).made()
        self._tell(turn, row, merge)
        planned.party_of[turn.number] = turn.party
        planned.rows.append(row)

    def _profile_for(self, turn: Turn, row: ImportRow, planned: Planned) -> Profile:
        """In doubt, the dry run looks at the candidate and the apply at what was decided."""
        is_preview = not self.applies and turn.party_organisation
        if turn.party in planned.profiles and (
            is_preview
            or turn.is_settled
            or not turn.party_organisation
            or self._is_made(turn, planned)
        ):
            return planned.profiles[turn.party]
        organisation = Organisation(
            coalition_id=self.run.coalition_id,
            name=row.values["name"],
            kind=row.values.get("kind") or self.options.kind,
            created_at=self.run.asked_at or self.run.created_at,
        )
        planned.profiles[turn.party] = Profile(organisation, first_number=turn.number)
        return planned.profiles[turn.party]

    def _is_made(self, turn: Turn, planned: Planned) -> bool:
        return planned.profiles[turn.party].first_number > 0

    def _naming(self, turn: Turn, profile: Profile, row: ImportRow) -> str:
        if profile.first_number == row.number:
            return ""
        return "rename" if turn.sign in {"id", "number"} and turn.is_sure else "alias"

    def _tell(self, turn: Turn, row: ImportRow, merge: Merge) -> None:
        profile = merge.profile
        row.organisation_id = profile.organisation.pk if not profile.first_number else None
        row.reason, row.same_as = turn.reason, turn.same_as
        row.changes = [] if profile.first_number == row.number else merge.changes
        if profile.first_number == row.number and not turn.is_doubtful:
            row.outcome = Outcome.NEW
        elif turn.is_leading and turn.is_doubtful:
            row.outcome, row.organisation_id = Outcome.DUPLICATE, turn.organisation_id
        else:
            row.outcome = Outcome.UPDATE if merge.changes else Outcome.UNCHANGED
        if not turn.is_leading:
            row.same_as = turn.leader
            row.reason = _("Same as row %(number)s.") % {"number": turn.leader}
        row.notes = [*row.notes, *merge.notes]
        if merge.fills_only:
            row.notes = [*row.notes, *self._kept_notes(merge)]

    def _kept_notes(self, merge: Merge) -> list[list[Any]]:
        sentence = _("An earlier row of the file says something else, and that stays.")
        return [[self.columns.what_changes(key), sentence] for key in dict.fromkeys(merge.kept)]

    def _check_unchanged(
        self, turn: Turn, row: ImportRow, profile: Profile | None, *, is_first: bool
    ) -> None:
        """The same organisation as in the dry run, standing as it stood then, or Drift."""
        matched = (row.organisation_id, row.outcome == Outcome.DUPLICATE, _same_as(row))
        now = (turn.organisation_id, turn.is_doubtful, turn.same_as)
        concerns = turn.is_sure or turn.decision == ImportRow.Decision.UPDATE
        moved = concerns and is_first and profile and row.seen and profile.seen() != row.seen
        if matched != now or moved:
            raise Drift(profile.organisation.name if profile else row.values["name"])


def _same_as(row: ImportRow) -> int | None:
    return row.same_as if row.outcome == Outcome.DUPLICATE else None


def _owners(run: ImportRun) -> dict[str, int]:
    """Who can look after a partner: the coalition's members by e-mail address."""
    members = Membership.objects.filter(coalition=run.coalition).active()
    return {email.lower(): pk for email, pk in members.values_list("person__email", "person_id")}
