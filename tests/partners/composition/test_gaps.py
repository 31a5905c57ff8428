"""Who must be at the table, what is planned where somebody is missing, and all of it undone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.permissions import Role
from partners import operations
from partners.models import Gap, NeededVoice, Organisation, Term
from tests.factories import NOW, OrganisationFactory
from tests.partners.composition.table import at, needed, partner, term
from tests.partners.listing.test_grouping import undo_on


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def missing(coalition) -> NeededVoice:
    return needed(coalition, population="Renters", area="Riverbend")


def post(client, address: str, *values, **sent):
    return client.post(at(client, address, *values), sent, follow=True)


def plan(client, missing: NeededVoice, **sent):
    return post(client, "gap", missing.pk, **{"state": "open", **sent})


# ---------------------------------------------------------------- who must be here


def test_combination_is_asked_for_with_the_number_of_the_settings(coordinator, coalition):
    renters, river = term(coalition, "population", "Renters"), term(coalition, "area", "Riverbend")
    form = coordinator.get(at(coordinator, "needed_add")).context["form"]
    assert form.initial["least"] == 2
    post(
        coordinator,
        "needed_add",
        population=renters.pk,
        area=river.pk,
        least=2,
        why="They live it.",
    )
    made = NeededVoice.objects.with_terms().get()
    assert (str(made), made.least, made.why) == ("Renters · Riverbend", 2, "They live it.")


def test_the_same_is_not_asked_for_twice(coordinator, coalition, missing):
    sent = {"population": missing.population_id, "area": missing.area_id, "least": 1}
    answer = coordinator.post(at(coordinator, "needed_add"), sent)
    assert answer.status_code == 422
    assert NeededVoice.objects.count() == 1


def test_nothing_named_is_refused(coordinator, coalition):
    assert coordinator.post(at(coordinator, "needed_add"), {"least": 1}).status_code == 422


def test_database_refuses_a_voice_of_nobody_and_a_second_one_alike(coalition, missing):
    for fields in ({}, {"population_id": missing.population_id, "area_id": missing.area_id}):
        with pytest.raises(IntegrityError), transaction.atomic():
            NeededVoice.objects.create(coalition=coalition, **fields)


def test_what_was_retired_comes_back_when_it_is_asked_for_again(coordinator, missing):
    post(coordinator, "needed_retire", missing.pk)
    assert not NeededVoice.objects.current().exists()
    sent = {"population": missing.population_id, "area": missing.area_id, "least": 3}
    post(coordinator, "needed_add", **sent)
    again = NeededVoice.objects.current().get()
    assert (again.pk, again.least) == (missing.pk, 3)


def test_law_of_twelve_sectors_is_asked_for_once_each(coordinator, coalition):
    for _press in range(2):
        post(coordinator, "needed_fill", preset="dfc")
    assert NeededVoice.objects.filter(sector__isnull=False, least=1).count() == 12
    assert Term.objects.filter(coalition=coalition, vocabulary="sector").count() == 12


def test_every_entry_of_a_list_is_asked_for_as_often_as_the_settings_say(coordinator, coalition):
    term(coalition, "population", "Renters")
    post(coordinator, "composition_settings", active_days=365, voices=3, review_months=6)
    post(coordinator, "needed_fill", preset="population")
    assert [one.least for one in NeededVoice.objects.all()] == [3]


def test_set_is_taken_back_in_one_press(coordinator):
    coordinator.post(undo_on(post(coordinator, "needed_fill", preset="dfc")))
    assert (NeededVoice.objects.count(), Term.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("active", "listed", "words"),
    [
        (0, 0, "Nobody yet"),
        (0, 1, "On the list, not seen lately"),
        (1, 0, "Fewer voices than you want"),
        (2, 0, "At the table"),
    ],
)
def test_voice_stands_as_its_partners_do(coordinator, coalition, active, listed, words):
    needed(coalition, least=2, population="Renters")
    for n in range(active + listed):
        partner(coalition, f"P{n}", is_active=n < active, population="Renters")
    voice = coordinator.get(at(coordinator, "needed")).context["table"].voices[0]
    assert voice.words == words


# ---------------------------------------------------------------- planning


def test_plan_opens_the_gap_and_keeps_who_asks_by_when(coordinator, coalition, missing):
    day = timezone.localdate() + timedelta(days=10)
    plan(
        coordinator, missing, owner=coordinator.membership.person_id, ask_by=day, draft="Your view."
    )
    gap = Gap.objects.get()
    assert (gap.owner, gap.ask_by, gap.draft) == (coordinator.membership.person, day, "Your view.")
    assert gap.opened_on == timezone.localdate()


def test_gap_left_open_needs_a_reason(coordinator, missing):
    answer = plan(coordinator, missing, state="accepted")
    assert answer.status_code == 422
    plan(coordinator, missing, state="accepted", reason="They asked for time until spring.")
    gap = Gap.objects.get()
    assert (gap.state, gap.closed_on) == ("accepted", timezone.localdate())
    table = coordinator.get(at(coordinator, "needed")).context["table"]
    assert table.gaps == []


def test_filled_gap_stays_on_record_and_a_new_plan_opens_another(coordinator, missing):
    plan(coordinator, missing, state="filled")
    plan(coordinator, missing, state="open")
    assert sorted(Gap.objects.values_list("state", flat=True)) == ["filled", "open"]


def test_plan_of_somebody_else_meanwhile_is_not_overwritten(coordinator, missing):
    page = coordinator.get(at(coordinator, "gap", missing.pk))
    mark = page.context["edit"].mark
    plan(coordinator, missing, draft="Theirs")
    answer = plan(coordinator, missing, draft="Mine", opened=mark)
    assert answer.status_code == 409
    assert Gap.objects.get().draft == "Theirs"


# ---------------------------------------------------------------- whom to ask


def suggested(client, missing: NeededVoice, query: str = "") -> list[str]:
    found = client.get(at(client, "gap", missing.pk) + query).context["found"]
    return [one.organisation.name for one in found.suggestions]


def test_suggestions_are_who_stands_for_most_of_it_and_is_not_here(coordinator, coalition, missing):
    partner(coalition, "Here", population="Renters", area="Riverbend")
    partner(coalition, "Half", population="Renters")
    partner(coalition, "Prospect", kind="prospect", population="Renters", area="Riverbend")
    gone = partner(coalition, "Gone", population="Renters", area="Riverbend")
    operations.retire(
        gone, on=timezone.localdate(), reason="Moved", by=coordinator.membership.person
    )
    partner(coalition, "Other", kind="prospect", population="Farmers")
    assert suggested(coordinator, missing) == ["Prospect", "Gone", "Half"]


def test_anybody_is_found_by_name(coordinator, coalition, missing):
    partner(coalition, "Other", kind="prospect", population="Farmers")
    assert suggested(coordinator, missing, "?q=oth") == ["Other"]


def test_who_is_asked_is_kept_and_pressed_twice_writes_once(coordinator, coalition, missing):
    prospect = partner(coalition, "Prospect", kind="prospect", population="Renters")
    for _press in range(2):
        post(coordinator, "gap_ask", missing.pk, prospect.pk)
    gap = Gap.objects.get()
    assert (gap.organisation, gap.state) == (prospect, "being_filled")


def test_gap_becomes_a_prospect_that_stands_for_what_is_missing(coordinator, coalition, missing):
    me = coordinator.membership.person_id
    answer = post(
        coordinator, "gap_prospect", missing.pk, name="Tenants’ Union", asks=me, draft="You…"
    )
    made = Organisation.objects.get()
    carried = set(made.classifications.values_list("term__name", flat=True))
    assert (made.kind, made.owner_id, carried) == ("prospect", me, {"Renters", "Riverbend"})
    gap = Gap.objects.get()
    assert (gap.organisation, gap.owner_id, gap.draft, gap.state) == (
        made,
        me,
        "You…",
        "being_filled",
    )
    coordinator.post(undo_on(answer))
    assert (Organisation.objects.count(), Gap.objects.count()) == (0, 0)


def test_prospect_of_a_name_that_is_here_is_asked_about(coordinator, coalition, missing):
    partner(coalition, "Tenants Union", kind="prospect")
    address = at(coordinator, "gap_prospect", missing.pk)
    answer = coordinator.post(address, {"name": "Tenants Union", "draft": "Your view counts."})
    assert answer.status_code == 422
    assert Organisation.objects.count() == 1
    assert "Your view counts." in answer.text
    assert "Keep the plan" in answer.text


def test_plan_is_told_in_the_story_of_whom_it_is_about(coordinator, coalition, missing):
    prospect = partner(coalition, "Prospect", kind="prospect")
    post(coordinator, "gap_ask", missing.pk, prospect.pk)
    page = coordinator.get(at(coordinator, "history", prospect.pk)).content.decode()
    assert "The ones to ask for a voice that is missing: Renters · Riverbend" in page
    plan(coordinator, missing, state="filled", organisation=prospect.pk)
    page = coordinator.get(at(coordinator, "history", prospect.pk)).content.decode()
    assert "is now: Filled" in page


def test_plan_follows_a_merge_and_returns_when_it_is_taken_apart(coordinator, coalition, missing):
    one, other = (partner(coalition, name, kind="prospect") for name in ("One", "Other"))
    post(coordinator, "gap_ask", missing.pk, other.pk)
    by = coordinator.membership.person
    merge = operations.merge(one, others=[other], choices={}, by=by, at=NOW)[0]
    assert Gap.objects.get().organisation == one
    operations.unmerge(merge, by=by, at=NOW)
    assert Gap.objects.get().organisation == other


def test_saving_a_plan_is_undone_by_whoever_made_it(coordinator, missing):
    coordinator.post(undo_on(plan(coordinator, missing, draft="Words")))
    assert Gap.objects.count() == 0


def test_change_of_somebody_else_is_not_undone_here(coordinator, member, coalition, missing):
    answer = plan(coordinator, missing, draft="Words")
    other = member(Role.COORDINATOR, coalition=coalition)
    [message] = [m for m in answer.context["messages"] if "undo:" in (m.extra_tags or "")]
    address = message.extra_tags.split("undo:")[1]
    assert other.post(address).status_code == 404
    assert Gap.objects.count() == 1


# ---------------------------------------------------------------- who sees what


def test_steering_reads_plans_and_does_not_change_them(coordinator, member, coalition, missing):
    plan(coordinator, missing, draft="Your view counts.")
    steering = member(Role.STEERING, coalition=coalition)
    assert "Your view counts." in steering.get(at(steering, "gap", missing.pk)).content.decode()
    plan(steering, missing, draft="Mine")
    assert Gap.objects.get().draft == "Your view counts."
    assert steering.get(at(steering, "needed_add")).status_code == 403


def test_viewer_sees_how_voices_stand_and_no_plan(coordinator, member, coalition, missing):
    plan(coordinator, missing, state="accepted", reason="They asked for time.")
    viewer = member(Role.VIEWER, coalition=coalition)
    page = viewer.get(at(viewer, "needed")).content.decode()
    assert "Renters · Riverbend" in page
    assert "They asked for time." not in page
    assert viewer.get(at(viewer, "gap", missing.pk)).status_code == 403


def test_gap_of_another_coalition_is_not_there(coordinator):
    other = needed(OrganisationFactory().coalition, sector="Health")
    assert coordinator.get(at(coordinator, "gap", other.pk)).status_code == 404


def test_gap_page_takes_the_same_queries_for_one_and_many(
    coordinator, coalition, missing, django_assert_max_num_queries
):
    for n in range(5):
        partner(coalition, f"P{n}", population="Renters", area="Riverbend")
        partner(coalition, f"Q{n}", kind="prospect", population="Renters")
        plan(coordinator, missing, draft=str(n))
    with django_assert_max_num_queries(15):
        coordinator.get(at(coordinator, "gap", missing.pk))
