"""A survey of ties."""

from partners.models import Tie


def told() -> set[tuple]:
    return {
        (tie.relation.name, *sorted((tie.first.name, tie.second.name)), tie.level)
        for tie in Tie.objects.told()
    }
