"""Which sector is part of which broad one: from the presets, by hand, and taken back."""

import html
import re
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation

from accounts.models import Coalition
from common.history.event_tables import events_of
from common.refusal import Refusal
from partners import operations
from partners.models import BroadSector, Term
from partners.presets import SECTORS
from tests.factories import TermFactory


def edit(client, term: Term, **told):
    return client.post(
        reverse("partners:term_rename", args=[client.slug, term.pk]), told, follow=True
    )


def undo_on(answer) -> str:
    return html.unescape(re.search(r'action="([^"]*/undo/[^"]*)"', answer.text)[1])


def told_of(client) -> dict[str, str]:
    rows = Term.objects.filter(coalition=client.membership.coalition, vocabulary="sector")
    return dict(rows.values_list("name", "broad_sector"))


@pytest.fixture
def transit(coordinator) -> Term:
    return TermFactory(coalition=coordinator.membership.coalition, name="Transit")


def test_sector_says_its_broad_one_while_it_is_added(coordinator):
    page = reverse("partners:term_add", args=[coordinator.slug])
    told = {"vocabulary": "sector", "name": "Clinics", "broad_sector": "health"}
    coordinator.post(page, told)
    coordinator.post(page, {"vocabulary": "sector", "name": "Housing", "broad_sector": ""})
    assert told_of(coordinator) == {"Clinics": "health", "Housing": ""}


@pytest.mark.parametrize(
    "told",
    [
        {"vocabulary": "area", "name": "North", "broad_sector": "health"},
        {"vocabulary": "sector", "name": "North", "broad_sector": "nonsense"},
    ],
)
def test_nothing_is_added_with_a_broad_sector_that_it_cannot_have(coordinator, told):
    answer = coordinator.post(reverse("partners:term_add", args=[coordinator.slug]), told)
    assert answer.status_code == 422
    assert not Term.objects.filter(name="North").exists()


def test_page_of_lists_offers_all_and_says_what_was_chosen(coordinator, transit):
    answer = edit(coordinator, transit, name="Transit", broad_sector="government")
    assert "“Transit” is part of “Government” now." in html.unescape(answer.text)
    assert told_of(coordinator) == {"Transit": "government"}
    page = coordinator.get(reverse("partners:lists", args=[coordinator.slug]))
    assert '<option value="government" selected>Government</option>' in page.text
    assert all(f'<option value="{value}"' in page.text for value in BroadSector.values)


def test_name_and_broad_sector_are_saved_together_and_undone_together(coordinator, transit):
    answer = edit(coordinator, transit, name="Buses", broad_sector="government")
    assert told_of(coordinator) == {"Buses": "government"}
    answer = coordinator.post(undo_on(answer), follow=True)
    assert told_of(coordinator) == {"Transit": ""}
    coordinator.post(undo_on(answer), follow=True)
    assert told_of(coordinator) == {"Buses": "government"}


def test_broad_sector_is_taken_off_again(coordinator, transit):
    edit(coordinator, transit, name="Transit", broad_sector="government")
    answer = edit(coordinator, transit, name="Transit", broad_sector="")
    assert "“Transit” is part of no broad sector now." in html.unescape(answer.text)
    assert told_of(coordinator) == {"Transit": ""}


def test_change_is_kept_in_history_and_a_new_name_changes_nothing_of_it(coordinator, transit):
    edit(coordinator, transit, name="Transit", broad_sector="government")
    edit(coordinator, transit, name="Buses", broad_sector="government")
    versions = events_of(Term).filter(pgh_obj=transit.pk).order_by("pgh_id")
    assert list(versions.values_list("name", "broad_sector")) == [
        ("Transit", ""),
        ("Transit", "government"),
        ("Buses", "government"),
    ]


def test_nothing_changed_offers_no_undo(coordinator, transit):
    answer = edit(coordinator, transit, name="Transit", broad_sector="")
    assert "/lists/undo/" not in answer.text


def test_change_that_was_changed_again_stays(coordinator, transit):
    answer = edit(coordinator, transit, name="Transit", broad_sector="government")
    edit(coordinator, transit, name="Transit", broad_sector="private")
    answer = coordinator.post(undo_on(answer), follow=True)
    assert "changed again since" in answer.text
    assert told_of(coordinator) == {"Transit": "private"}


def test_only_who_made_a_change_takes_it_back(coordinator, transit, member):
    address = undo_on(edit(coordinator, transit, name="Transit", broad_sector="government"))
    other = member("coordinator", coalition=coordinator.membership.coalition)
    assert other.post(address).status_code == 404
    assert told_of(coordinator) == {"Transit": "government"}


def test_sector_that_cannot_be_renamed_stays_where_it_is(coordinator, transit):
    TermFactory(coalition=transit.coalition, name="Housing")
    answer = edit(coordinator, transit, name="housing", broad_sector="government")
    assert "is in this list already" in answer.text
    assert told_of(coordinator)["Transit"] == ""


def test_what_is_not_offered_is_refused(coordinator, transit):
    edit(coordinator, transit, name="Transit", broad_sector="nonsense")
    assert told_of(coordinator) == {"Transit": ""}


def test_only_a_sector_is_part_of_one(coordinator):
    area = TermFactory(coalition=coordinator.membership.coalition, vocabulary="area", name="North")
    with pytest.raises(Refusal):
        operations.place_sector(area, broad_sector="private", by=coordinator.membership.person)
    for row, told in ((area, "private"), (TermFactory(), "nonsense")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Term.objects.filter(pk=row.pk).update(broad_sector=told)


# ---------------------------------------------------------------- presets


@pytest.mark.parametrize("preset", [name for name in SECTORS if SECTORS[name]])
def test_preset_says_of_its_sectors_which_they_are_part_of(coordinator, preset):
    coordinator.post(
        reverse("partners:terms_fill", args=[coordinator.slug]), {"preset": str(preset)}
    )
    assert told_of(coordinator) == {str(name): broad for name, broad in SECTORS[preset]}
    assert set(told_of(coordinator).values()) == {*BroadSector.values, ""}


def test_preset_leaves_sectors_alone_that_are_there(coordinator):
    TermFactory(coalition=coordinator.membership.coalition, name="faith", broad_sector="community")
    preset = Coalition.SectorPreset.PUBLIC_HEALTH
    operations.fill_sectors(
        coordinator.membership.coalition, preset=preset, by=coordinator.membership.person
    )
    told = told_of(coordinator)
    assert (told["faith"], told["Philanthropy"]) == ("community", "nonprofit")
    assert "Faith" not in told


# ---------------------------------------------------------------- coalitions from before


@pytest.mark.parametrize("language", ["en", "es"])
def test_coalition_from_before_has_what_the_presets_say(coordinator, language):
    coalition = coordinator.membership.coalition
    with translation.override(language):
        presets = {str(name): broad for told in SECTORS.values() for name, broad in told}
    for name in presets:
        TermFactory(coalition=coalition, name=name)
    TermFactory(coalition=coalition, name="Our own")
    TermFactory(coalition=coalition, vocabulary="tag", name="Business")
    migration = import_module("partners.migrations.0027_broad_sectors")
    with connection.schema_editor() as editor:
        migration.say_of_presets(apps, editor)
    assert told_of(coordinator) == {**presets, "Our own": ""}
    assert Term.objects.get(vocabulary="tag").broad_sector == ""
