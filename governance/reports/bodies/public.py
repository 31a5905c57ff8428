"""What strangers read of how a coalition works: its public bodies, and which organisations sit there."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Coalition
from governance.models import Body
from governance.reports.bodies.holders import SeatLine, holders_of


@dataclass(frozen=True)
class PublicSeat:
    """A person is named only who has said that they may be listed, and who has not left."""

    title: str
    part: str
    organisation: str
    person: str


@dataclass(frozen=True)
class PublicBody:
    """`parent` is named only if it is public too."""

    body: Body
    parent: str
    seats: list[PublicSeat]


@dataclass(frozen=True)
class PublicPage:
    coalition: Coalition
    bodies: list[PublicBody]


def public_bodies(home: str, *, at: datetime) -> PublicPage | None:
    """Of the coalition at that address, in two queries; None where nothing is public.

    A coalition that shows nothing answers like one that does not exist.
    """
    bodies = list(Body.objects.at_address(home).select_related("coalition"))
    if not bodies:
        return None
    names = {body.pk: body.name for body in bodies}
    seats = holders_of(names, on=bodies[0].coalition.day(at=at))
    return PublicPage(
        coalition=bodies[0].coalition,
        bodies=[
            PublicBody(
                body, names.get(body.parent_id or 0, ""), [_seat(one) for one in seats[body.pk]]
            )
            for body in bodies
        ],
    )


def _seat(line: SeatLine) -> PublicSeat:
    return PublicSeat(
        title=line.title,
        part=line.part,
        organisation=line.organisation_name,
        person=line.person if line.may_be_listed else "",
    )
