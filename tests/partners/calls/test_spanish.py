"""Criteria that a coalition took from ours are read in Spanish; its own words stand as it wrote them."""

from django.test import Client

from partners.models import Call, Criterion
from tests.conftest import MemberClient
from tests.factories import CriterionFactory
from tests.forms import carried
from tests.partners.calls.doors import address, criteria, open_call
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


def test_meanings_are_written_in_spanish_and_read_by_who_reads_spanish(coordinator):
    criterion = CriterionFactory(call__coalition=coordinator.membership.coalition)
    url = address("criterion", coordinator, criterion.call_id, criterion.pk)
    page = coordinator.get(url)
    shown = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    typed = {"step1_es": "apenas", "opened": carried(page, "opened")}
    coordinator.post(url, shown | typed)
    criterion.refresh_from_db()
    assert criterion.meanings_es == ["", "apenas", "", "", ""]
    assert criterion.meanings == ["nothing", "little", "some", "much", "all"]
    Call.objects.update(published_at="2026-01-01T00:00Z")
    spanish, english = read(criterion.call, **SPANISH), read(criterion.call)
    assert "apenas" in spanish
    assert "little" not in spanish
    assert "much" in spanish
    assert "apenas" not in english
    assert "little" in english


def test_members_see_both_languages_and_the_change_is_taken_back(coordinator):
    call = open_call(coordinator.membership.coalition, opened=False)
    first = criteria(call)[0]
    url = address("criterion", coordinator, call.pk, first.pk)
    page = coordinator.get(url)
    shown = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    typed = {"step4_es": "del todo", "opened": carried(page, "opened")}
    answer = coordinator.post(url, shown | typed, follow=True)
    for words in ("all", "del todo"):
        assert f"<dd>{words}</dd>" in answer.text
    (message,) = answer.context["messages"]
    coordinator.post(message.extra_tags.removeprefix("undo:"))
    first.refresh_from_db()
    assert first.meanings_es == [""] * 5


def test_criteria_kept_in_spanish_are_read_in_english(coordinator):
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    call = published(coordinator)
    assert Criterion.objects.of(call).first().name == "Conoce la zona"
    english = read(call)
    assert "Knows the area" in english
    assert "Several good examples" in english
