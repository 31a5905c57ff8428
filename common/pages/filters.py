"""What a list page hands to components/filters.html: the filters of its bar, and what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

# A chip that names more than these would push the next one off its line.
NAMED_ON_CHIP = 2
# With the search field, as many chips as stand on one line of a desk.
ALWAYS_SHOWN = 5


@dataclass(frozen=True)
class Choice:
    """One answer of a filter. `count` is how many rows it would show, if that is known cheaply."""

    value: str
    label: str
    is_chosen: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Filter:
    """One chip of the filter bar: the address parameter `name`, its word, and its choices in order."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    is_single: bool = False
    is_countable: bool = False
    template = "components/filter.html"

    @property
    def parameters(self) -> tuple[str, ...]:
        """What the address says of it: all of these go when the filter is taken off."""
        return (self.name,)

    @property
    def own(self) -> str:
        """What leaves the address with the filter: its own parameters, and the page."""
        return " ".join(("page", *self.parameters))

    @property
    def is_set(self) -> bool:
        return any(choice.is_chosen for choice in self.choices)

    @property
    def is_uncounted(self) -> bool:
        """Counting was left out because there are many rows; a page that never counts sets no filter so."""
        return self.is_countable and all(choice.count is None for choice in self.choices)

    @property
    def summary(self) -> str:
        """What the chip says after its word: "any", the chosen label, or how many were chosen."""
        chosen = self.chosen_labels
        if not chosen:
            return gettext("any")
        if self.is_shortened:
            return gettext("%(count)d chosen") % {"count": len(chosen)}
        return ", ".join(chosen)

    @property
    def chosen_labels(self) -> list[str]:
        return [choice.label for choice in self.choices if choice.is_chosen]

    @property
    def is_shortened(self) -> bool:
        """The chip only counts what is chosen; paper, which has room, names it."""
        return len(self.chosen_labels) > NAMED_ON_CHIP


def chosen_filter(
    *, name: str, label: str, choices: list[tuple[str, str]], values: list[str]
) -> Filter:
    """A filter whose chosen values come from the address: values=request.GET.getlist(name)."""
    return Filter(
        name, label, tuple(Choice(value, text, value in values) for value, text in choices)
    )


@dataclass(frozen=True)
class Folded:
    """A long bar: the filters that always show, and the rest, open as soon as one of it is set."""

    front: tuple[Filter, ...]
    rest: tuple[Filter, ...] = ()

    @property
    def is_open(self) -> bool:
        return any(one.is_set for one in self.rest)


def folded(filters: Sequence[Filter]) -> Folded:
    """A bar that is hardly too long is not folded: one press would only save one chip."""
    if len(filters) <= ALWAYS_SHOWN + 1:
        return Folded(tuple(filters))
    return Folded(tuple(filters[:ALWAYS_SHOWN]), tuple(filters[ALWAYS_SHOWN:]))


@dataclass(frozen=True)
class Words(Filter):
    """Words that a text must contain."""

    text: str = ""
    template = "components/filter_words.html"

    @property
    def is_set(self) -> bool:
        return bool(self.text)

    @property
    def summary(self) -> str:
        return f"“{self.text}”" if self.text else gettext("any")


@dataclass(frozen=True)
class Span(Filter):
    """From and to, both included and either left open: the parameters `name-from` and `name-to`."""

    begin: str = ""
    end: str = ""
    begin_words: str = ""
    end_words: str = ""
    is_day: bool = False
    template = "components/filter_span.html"

    @property
    def parameters(self) -> tuple[str, ...]:
        return f"{self.name}-from", f"{self.name}-to"

    @property
    def is_set(self) -> bool:
        return bool(self.begin or self.end)

    @property
    def summary(self) -> str:
        words = {"begin": self.begin_words, "end": self.end_words}
        if self.begin and self.end:
            return gettext("%(begin)s to %(end)s") % words
        if self.begin:
            return gettext("from %(begin)s") % words
        return gettext("up to %(end)s") % words if self.end else gettext("any")
