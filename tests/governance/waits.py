"""What waits of one part of governance: other parts have their own, wherever a coalition begins."""

from collections.abc import Iterable
from datetime import date

from accounts.models import Membership
from governance.reports.due import Waiting, waiting
from governance.reports.matters import Matter


def waiting_of(matters: Iterable[Matter], membership: Membership, *, on: date) -> list[Waiting]:
    own = {matter.key for matter in matters}
    return [kind for kind in waiting(membership, on=on) if kind.matter.key in own]
