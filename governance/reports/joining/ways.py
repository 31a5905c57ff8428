"""The way in of each newcomer, from the invitation to their first voice: the rows behind every figure."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.db.models.functions import Coalesce

from accounts.models import Coalition, Invitation
from governance.models import Audience
from governance.reports.joining.joined import (
    first_memberships,
    with_firsts_of_members,
    with_firsts_of_partners,
)
from partners.models import Organisation

FIRSTS = ("meeting", "role", "voice")


@dataclass(frozen=True)
class Way:
    """How far one newcomer has come. A day that is not known is None, never a guess.

    `partner` and `member` are ids: of the organisation, or of the membership once there is one.
    """

    name: str
    invited_on: date | None
    joined_on: date | None
    meeting_on: date | None = None
    role_on: date | None = None
    voice_on: date | None = None
    partner: int | None = None
    member: int | None = None

    @property
    def began_on(self) -> date | None:
        """The day by which a period finds them: invited, or joined where no invitation is logged."""
        return self.invited_on or self.joined_on

    def day(self, stage: str) -> date | None:
        return getattr(self, f"{stage}_on")

    def days_to(self, stage: str) -> int | None:
        """Days from joining to a first meeting, role or voice; 0 for what came before they joined."""
        then = self.day(stage)
        if then is None or self.joined_on is None:
            return None
        return max((then - self.joined_on).days, 0)

    @property
    def days(self) -> dict[str, int | None]:
        return {stage: self.days_to(stage) for stage in FIRSTS}


def ways_begun(
    coalition: Coalition, audience: str, *, since: date, until: date, on: date
) -> list[Way]:
    """Those who were invited in the period, or joined in it without a logged invitation; oldest first.

    One query for partners, two for people.
    """
    if audience == Audience.PARTNER:
        rows = _partners(coalition, on=on).annotate(began_on=Coalesce("invited_on", "joined_on"))
        found = _of_partners(rows.filter(_in("began_on", since, until)))
    else:
        found = _people(coalition, since=since, until=until, on=on)
    return sorted(found, key=lambda way: (way.began_on or date.max, way.name))


def ways_joined(
    coalition: Coalition, audience: str, *, since: date, until: date, on: date
) -> list[Way]:
    """Those who joined in the period, the oldest first: one query."""
    if audience == Audience.PARTNER:
        found = _of_partners(_partners(coalition, on=on).filter(_in("joined_on", since, until)))
    else:
        rows = _members(coalition, on=on).filter(_in("started_on", since, until))
        found = [_of_member(row) for row in rows]
    return sorted(found, key=lambda way: (way.joined_on or date.max, way.name))


def _in(column: str, since: date, until: date) -> Q:
    return Q(**{f"{column}__gte": since, f"{column}__lte": until})


# ---------------------------------------------------------------- partners


def _partners(coalition: Coalition, *, on: date) -> Any:
    rows = Organisation.objects.of_coalition(coalition.pk)
    return with_firsts_of_partners(rows, on=on)


def _of_partners(rows: Any) -> list[Way]:
    columns = ("pk", "name", "invited_on", "joined_on", "meeting_on", "role_on", "voice_on")
    return [
        Way(
            name=name,
            invited_on=_not_after(invited, joined),
            joined_on=joined,
            meeting_on=meeting,
            role_on=role,
            voice_on=voice,
            partner=pk,
        )
        for pk, name, invited, joined, meeting, role, voice in rows.order_by().values_list(*columns)
    ]


def _not_after(invited: date | None, joined: date | None) -> date | None:
    """An invitation after they had joined is about something else."""
    return None if invited and joined and invited > joined else invited


# ---------------------------------------------------------------- people


def _members(coalition: Coalition, *, on: date) -> Any:
    rows = first_memberships(coalition.pk)
    return with_firsts_of_members(rows, on=on, zone=coalition.time_zone)


def _people(coalition: Coalition, *, since: date, until: date, on: date) -> list[Way]:
    """Members, and invitations that nobody has accepted; one that was withdrawn counts for nothing."""
    members = _members(coalition, on=on).annotate(began_on=Coalesce("invited_on", "started_on"))
    found = [_of_member(row) for row in members.filter(_in("began_on", since, until))]
    return found + _unanswered(coalition, since=since, until=until)


def _of_member(row: Any) -> Way:
    return Way(
        name=row.person.full_name or row.person.email,
        invited_on=_not_after(row.invited_on, row.joined_on),
        joined_on=row.joined_on,
        meeting_on=row.meeting_on,
        role_on=row.role_on,
        voice_on=row.voice_on,
        member=row.pk,
    )


def _unanswered(coalition: Coalition, *, since: date, until: date) -> list[Way]:
    zone = ZoneInfo(coalition.time_zone)
    rows = Invitation.objects.filter(
        coalition=coalition,
        membership__isnull=True,
        withdrawn_at__isnull=True,
        invited_at__gte=datetime.combine(since, time.min, tzinfo=zone),
        invited_at__lte=datetime.combine(until, time.max, tzinfo=zone),
    )
    return [
        Way(
            name=row.full_name,
            invited_on=row.invited_at.astimezone(zone).date(),
            joined_on=None,
        )
        for row in rows.order_by("invited_at", "pk")
    ]
