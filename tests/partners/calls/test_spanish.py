"""Criteria that a coalition took from ours are read in Spanish; its own words stand as it wrote them."""

from django.test import Client

from partners.models import Call, Criterion
from tests.conftest import MemberClient
from tests.partners.calls.test_opening import write
from tests.partners.pipeline.way import text

SPANISH = {"HTTP_ACCEPT_LANGUAGE": "es"}


def published(client: MemberClient) -> Call:
    """Opened from our criteria, in the language of whoever opens it."""
    write(client)
    Call.objects.update(published_at="2026-01-01T00:00Z")
    return Call.objects.get()


def read(call: Call, **headers: str) -> str:
    return text(Client().get(call.public_path, **headers))


def test_shipped_criteria_are_read_in_both_languages(coordinator):
    call = published(coordinator)
    spanish, english = read(call, **SPANISH), read(call)
    for their, our in (
        ("Conoce la zona", "Knows the area"),
        ("Un deseo, sin ejemplo", "A wish, without an example"),
    ):
        assert their in spanish
        assert our not in spanish
        assert our in english


def test_what_the_coalition_wrote_stands_as_it_is(coordinator):
    call = published(coordinator)
    first = Criterion.objects.of(call).first()
    first.meanings[1], first.name_es = "Only a dream", "Vive aquí"
    first.save()
    spanish = read(call, **SPANISH)
    assert "Only a dream" in spanish
    assert "Vive aquí" in spanish
    assert "Conoce la zona" not in spanish
    assert "Varios buenos ejemplos" in spanish


def test_criteria_kept_in_spanish_are_read_in_english(coordinator):
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    call = published(coordinator)
    assert Criterion.objects.of(call).first().name == "Conoce la zona"
    english = read(call)
    assert "Knows the area" in english
    assert "Several good examples" in english
