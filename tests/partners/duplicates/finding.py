"""Pairs that may be one organisation."""

from django.urls import reverse

from partners import tasks
from partners.models import LikelyPair


def address(client, name="duplicates", *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def found() -> list[tuple[str, str]]:
    tasks.compare_changed()
    pairs = LikelyPair.objects.select_related("first", "second")
    return [(pair.first.name, pair.second.name) for pair in pairs]
