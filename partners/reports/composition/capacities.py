"""What the coalition needs to be able to do, and nobody at its table brings."""

from dataclasses import dataclass

from accounts.models import Membership
from partners.models import Organisation, ProfileRow, Topic
from partners.models.depth import Capacity, DepthSettings

A_LITTLE = 1  # from which on somebody brings it


@dataclass(frozen=True)
class Lacking:
    """One kind of capacity that we need; `asked` could bring it, and are not at the table yet."""

    kind: str
    asked: tuple[Organisation, ...]

    @property
    def label(self) -> str:
        return str(Capacity(self.kind).label)


def lacking_at_the_table(membership: Membership) -> list[Lacking]:
    """Two queries: what is needed, and who says, or is said, to bring or to be asked for it."""
    needed = DepthSettings.objects.of(membership.coalition_id).needed
    rows = ProfileRow.objects.readable_by(membership).about(Topic.CAPACITY)
    told = rows.filter(kind__in=needed, organisation__retired_on=None).exclude(level=0)
    brought, asked = set(), dict[str, dict[int, Organisation]]()
    for row in told.select_related("organisation__coalition").order_by("organisation__sort_name"):
        if row.organisation.kind != Organisation.Kind.PARTNER:
            asked.setdefault(row.kind, {})[row.organisation_id] = row.organisation
        elif (row.level or 0) >= A_LITTLE:
            brought.add(row.kind)
    return [
        Lacking(kind, tuple(asked.get(kind, {}).values())) for kind in needed if kind not in brought
    ]
