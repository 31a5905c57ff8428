"""How a list is shown, apart from what it is asked for: columns, groups and layout, as the address says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from partners.models import Vocabulary
from partners.reports.listing.columns import COLUMNS, OWN, STANDARD, Column
from partners.reports.listing.questions import BROAD

SECTOR, AREA, OWNER, KIND = "sector", "area", "owner", "kind"
GROUPS = {
    SECTOR: _("Sector"),
    BROAD: _("Broad sector"),
    AREA: _("Area"),
    OWNER: _("Looked after by"),
    KIND: _("Kind"),
}
NO_GROUP = {
    SECTOR: _("No sector told"),
    BROAD: _("No broad sector told"),
    AREA: _("No area told"),
    OWNER: _("Nobody yet"),
    KIND: "",
}
TABLE, BOARD = "table", "board"
# A partner stands in one column of a board and can be moved to another: only what has one value will do.
BOARDS = (KIND, OWNER)


@dataclass(frozen=True)
class Arrangement:
    """`?columns=name,owner,city&group=sector` or `?layout=board&group=owner`, checked.

    Without `columns` they are the usual ones: STANDARD, and whichever of the coalition's own are listed.
    """

    columns: tuple[str, ...] = ()
    group: str = ""
    layout: str = TABLE

    @classmethod
    def asked(cls, parameters: "MultiValueDict[str, str]") -> "Arrangement":
        """Read from the address; what makes no sense is left out."""
        columns = in_order(parameters.get("columns", "").split(","))
        group = parameters.get("group", "")
        if parameters.get("layout") == BOARD:
            return cls(columns, group if group in BOARDS else KIND, BOARD)
        return cls(columns, group if group in GROUPS else "")

    def parameters(self) -> dict[str, list[str]]:
        """As the address says it: read again, it is the same arrangement."""
        said = {
            "columns": [",".join(self.columns)] if self.columns else [],
            "group": [self.group] if self.group else [],
            "layout": [self.layout] if self.layout != TABLE else [],
        }
        return {name: values for name, values in said.items() if values}

    @property
    def is_board(self) -> bool:
        return self.layout == BOARD

    @property
    def vocabulary(self) -> str:
        """The list by whose terms the rows are grouped, if they are."""
        return self.group if self.group in Vocabulary.values else ""

    def columns_for(self, membership: Membership, *, own: Sequence[Column]) -> list[Column]:
        """The columns in their order, less what the member may not see.

        `own` are those of the coalition's own fields that the member sees.
        """
        offered = COLUMNS | {column.key: column for column in own}
        columns = [offered[key] for key in self.columns or usual(own) if key in offered]
        return [column for column in columns if membership.may(column.permission)]

    def hidden_from(self, membership: Membership) -> list[Column]:
        """The columns that were asked for and that the member's role does not see."""
        columns = [COLUMNS[key] for key in self.columns if key in COLUMNS]
        return [column for column in columns if not membership.may(column.permission)]


def usual(own: Iterable[Column]) -> tuple[str, ...]:
    """What a list shows when nobody has chosen columns."""
    return (*STANDARD, *(column.key for column in own if column.is_usual))


def in_order(keys: Iterable[str]) -> tuple[str, ...]:
    """The columns that there are, each once, the name first; none when none was named.

    Whether a coalition's own field is still there is found out when its column is looked up.
    """
    known = [key for key in keys if key in COLUMNS or key.startswith(OWN)]
    return tuple(dict.fromkeys(["name", *known])) if known else ()
