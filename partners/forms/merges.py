from collections.abc import Iterable

from django.utils.datastructures import MultiValueDict

from common.text.numbers import read_id, read_ids
from partners.models import Organisation

# So many become one in one go, in seconds; more are merged in turns, and the page says so.
MOST = 1000
PAIR = 2
PICKED = "picked"  # ?ids=picked: those that are selected in the list


def ids_asked(parameters: "MultiValueDict[str, str]") -> list[int]:
    """`?ids=17&ids=18`, also `?ids=17,18`; what is no number is left out, each is kept once."""
    told = [one for value in parameters.getlist("ids") for one in value.split(",")]
    return list(dict.fromkeys(read_ids(told)))


class MergeChoices:
    """What a person chose on the page of a merge: for each field the organisation whose value is right."""

    def __init__(
        self, parameters: "MultiValueDict[str, str]", organisations: Iterable[Organisation]
    ) -> None:
        self.organisations = {one.pk: one for one in organisations}
        self.parameters = parameters

    @property
    def chosen(self) -> dict[str, int]:
        """Only what names one of them; "stays" is which record stays."""
        return {
            name.removeprefix("pick-"): pk
            for name, value in self.parameters.items()
            if name.startswith("pick-") and (pk := read_id(value)) and pk in self.organisations
        }

    @property
    def seen(self) -> dict[int, str]:
        """How each of them stood when the page was made."""
        told = dict(
            pair.split(":", 1) for pair in self.parameters.get("seen", "").split() if ":" in pair
        )
        return {pk: told.get(str(pk), "") for pk in self.organisations}

    @property
    def people(self) -> list[tuple[int, int]]:
        """`person=12-17`, each a box that is ticked: two contacts who are one person."""
        pairs = [read_ids(told.split("-")) for told in self.parameters.getlist("person")]
        return [(pair[0], pair[1]) for pair in pairs if len(pair) == PAIR]

    @property
    def stays(self) -> Organisation | None:
        return self.organisations.get(self.chosen.get("stays", 0))

    @property
    def others(self) -> list[Organisation]:
        stays = self.chosen.get("stays")
        return [one for pk, one in self.organisations.items() if pk != stays]
