"""Every address there is, read from the URL configuration itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.architecture.examples import EXAMPLES, Populated


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    view: Callable[..., Any]

    @property
    def access(self) -> Any:
        return getattr(self.view, "access", None)

    @property
    def needs(self) -> list[str]:
        return [part.split(">")[0].split(":")[-1] for part in self.route.split("<")[1:]]

    def url(self, here: Populated) -> str:
        example = EXAMPLES.get(self.name)
        values = example(here) if example else {}
        values = values if isinstance(values, dict) else {"pk": values.pk}
        return reverse(
            self.name,
            kwargs={"coalition": here.coalition.slug, **values} if self.is_owned else values,
        )

    @property
    def is_owned(self) -> bool:
        return "coalition" in self.needs


def addresses(
    patterns: list[URLPattern | URLResolver], namespace: str = "", route: str = ""
) -> list[Address]:
    found = []
    for pattern in patterns:
        path = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found += addresses(pattern.url_patterns, inner, path)
            continue
        found.append(Address(name=f"{namespace}{pattern.name}", route=path, view=pattern.callback))
    return found


ALL = addresses(get_resolver().url_patterns)
OWNED = [address for address in ALL if address.is_owned]
ELSEWHERE = [address for address in ALL if not address.is_owned]
