"""What a goal needs, who brings it, and the way from what nobody brings to a prospect."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from goals.models import GoalNeed
from partners.models import NeededVoice, Organisation
from tests.factories import ProfileRowFactory
from tests.forms import all_hidden
from tests.goals.doors import at, partner, sent, term, text
from tests.goals.factories import GoalFactory, GoalNeedFactory
from tests.partners.composition.table import needed
from tests.partners.listing.test_grouping import undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(coordinator):
    return GoalFactory(coalition=coordinator.membership.coalition)


def needs_of(client, goal) -> list:
    return client.get(at(client, "goal", goal.pk)).context["found"].bringing.needs


def need_voice(client, goal, **terms):
    told = {axis: term(goal.coalition, axis, name).pk for axis, name in terms.items()}
    return sent(client, at(client, "need_voice", goal.pk), told, mark="form_key")


def need_asset(client, goal, **told):
    return sent(client, at(client, "need_asset", goal.pk), told, mark="form_key")


# ---------------------------------------------------------------- saying it


def test_voice_that_is_asked_for_at_the_table_is_not_asked_for_twice(coordinator, goal):
    voice = needed(goal.coalition, sector="Housing")
    need_voice(coordinator, goal, sector="Housing")
    assert goal.needs.get().needed == voice
    assert NeededVoice.objects.count() == 1


def test_voice_that_is_new_comes_to_the_table_for_this_goal(coordinator, goal):
    need_voice(coordinator, goal, population="Night-shift workers", area="Northgate")
    voice = goal.needs.get().needed
    assert (str(voice), voice.least) == ("Night-shift workers · Northgate", 2)
    assert voice.why == f"For our goal: {goal}"


def test_voice_that_was_asked_for_no_more_comes_back_to_the_table(coordinator, goal):
    voice = needed(goal.coalition, sector="Housing")
    NeededVoice.objects.update(retired_on=goal.by_when)
    need_voice(coordinator, goal, sector="Housing")
    voice.refresh_from_db()
    assert (goal.needs.get().needed, voice.retired_on) == (voice, None)


def test_undo_takes_the_voice_from_the_table_too(coordinator, goal):
    need_voice(coordinator, goal, sector="Housing")
    coordinator.post(undo_on(coordinator.get(at(coordinator, "goal", goal.pk))))
    assert not GoalNeed.objects.exists()
    assert not NeededVoice.objects.exists()


def test_need_is_said_once(coordinator, goal):
    need_voice(coordinator, goal, sector="Housing")
    answer = need_voice(coordinator, goal, sector="Housing")
    assert "The goal needs this already." in text(answer)
    need_asset(coordinator, goal, strength="Vans")
    answer = need_asset(coordinator, goal, strength="vans")
    assert "The goal needs this already." in text(answer)
    assert goal.needs.count() == 2


def test_voice_needs_a_term_and_an_asset_is_one_of_two(coordinator, goal):
    assert need_voice(coordinator, goal).status_code == 422
    assert need_asset(coordinator, goal).status_code == 422
    assert need_asset(coordinator, goal, kind="outreach", strength="Vans").status_code == 422
    assert not goal.needs.exists()


def test_goal_that_has_ended_is_given_no_need(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition, reached=True)
    answer = need_asset(coordinator, goal, kind="outreach")
    assert "This goal has ended." in text(answer)


def test_need_that_is_dropped_leaves_the_voice_at_the_table(coordinator, goal):
    need = GoalNeedFactory(goal=goal)
    for _press in range(2):
        coordinator.post(at(coordinator, "need_drop", goal.pk, need.pk))
    assert not goal.needs.exists()
    assert NeededVoice.objects.get().retired_on is None


# ---------------------------------------------------------------- who brings it


def test_voice_is_brought_by_who_stands_for_all_of_it(coordinator, goal):
    active = partner(goal.coalition, "Tenants", sector="Housing", area="Riverbend")
    unseen = partner(
        goal.coalition, "Old homes", is_active=False, sector="Housing", area="Riverbend"
    )
    partner(goal.coalition, "Elsewhere", sector="Housing", area="Oak Hill")
    prospect = partner(
        goal.coalition, "New homes", kind="prospect", sector="Housing", area="Riverbend"
    )
    partner(goal.coalition, "Half", kind="prospect", sector="Housing")
    need_voice(coordinator, goal, sector="Housing", area="Riverbend")
    (one,) = needs_of(coordinator, goal)
    assert (one.active, one.unseen, one.coming) == ([active], [unseen], [prospect])
    assert (one.count.active, one.count.nominal, one.words) == (
        1,
        2,
        "Fewer voices than you want",
    )


def test_town_stands_for_its_county(coordinator, goal):
    county = term(goal.coalition, "area", "County")
    town = term(goal.coalition, "area", "Riverbend")
    town.within = county
    town.save()
    there = partner(goal.coalition, "Tenants", area="Riverbend")
    coming = partner(goal.coalition, "Neighbors", kind="prospect", area="Riverbend")
    need_voice(coordinator, goal, area="County")
    (one,) = needs_of(coordinator, goal)
    assert (one.active, one.coming) == ([there], [coming])


def test_capacity_is_brought_by_who_has_some_of_it(coordinator, goal):
    def says(name, level, **fields):
        made = partner(goal.coalition, name, **fields)
        ProfileRowFactory(organisation=made, brings=True, kind="outreach", level=level)
        return made

    there = says("Promotoras", 2)
    says("Nothing left", 0)
    says("Never said how much", None)
    coming = says("Church", 1, kind="prospect")
    to_be_asked = says("Radio", None, kind="prospect")
    need_asset(coordinator, goal, kind="outreach")
    (one,) = needs_of(coordinator, goal)
    assert (one.active, one.coming) == ([there], [coming, to_be_asked])
    assert one.words == "At the table"


def test_strength_is_found_by_its_words(coordinator, goal):
    there = partner(goal.coalition, "Rides")
    ProfileRowFactory(organisation=there, words="Vans with a lift")
    other = partner(goal.coalition, "Kitchen")
    ProfileRowFactory(organisation=other, words="Cooking")
    need_asset(coordinator, goal, strength="váns")
    (one,) = needs_of(coordinator, goal)
    assert one.active == [there]


def test_what_only_our_notes_say_is_not_told_to_who_may_not_read_them(coordinator, goal, member):
    there = partner(goal.coalition, "Rides")
    ProfileRowFactory(organisation=there, words="Vans", voice="ours")
    need_asset(coordinator, goal, strength="vans")
    viewer = member(Role.VIEWER, coalition=goal.coalition)
    assert needs_of(coordinator, goal)[0].active == [there]
    assert needs_of(viewer, goal)[0].active == []


def test_organisation_of_another_coalition_brings_nothing(coordinator, goal):
    need_asset(coordinator, goal, strength="vans")
    ProfileRowFactory(words="vans")
    assert needs_of(coordinator, goal)[0].count.nominal == 0


def test_page_of_a_need_names_everybody_behind_its_counts(coordinator, goal):
    for n in range(6):
        partner(goal.coalition, f"Tenants {n}", sector="Housing")
    need_voice(coordinator, goal, sector="Housing")
    page = text(coordinator.get(at(coordinator, "goal", goal.pk)))
    assert "and 2 more" in page
    assert "Tenants 5" not in page
    behind = text(coordinator.get(at(coordinator, "need", goal.pk, goal.needs.get().pk)))
    assert [f"Tenants {n}" in behind for n in range(6)] == [True] * 6


# ---------------------------------------------------------------- from nobody to a prospect


def test_voice_that_nobody_brings_leads_to_a_prospect_who_is_on_the_way(coordinator, goal):
    need_voice(coordinator, goal, sector="Housing")
    (one,) = needs_of(coordinator, goal)
    assert one.words == "Nobody yet"
    gap = reverse("partners:gap", args=[coordinator.slug, one.need.needed_id])
    assert gap in coordinator.get(at(coordinator, "goal", goal.pk)).content.decode()
    told = all_hidden(coordinator.get(gap)) | {"name": "Tenants together", "draft": ""}
    coordinator.post(
        reverse("partners:gap_prospect", args=[coordinator.slug, one.need.needed_id]), told
    )
    (one,) = needs_of(coordinator, goal)
    assert one.coming == [Organisation.objects.get(name="Tenants together")]
    assert one.words == "Nobody yet"


def test_capacity_that_nobody_brings_leads_to_a_prospect_who_is_on_the_way(coordinator, goal):
    need_asset(coordinator, goal, kind="marketing")
    way = reverse("partners:capacity_prospect", args=[coordinator.slug, "marketing"])
    assert way in coordinator.get(at(coordinator, "goal", goal.pk)).content.decode()
    coordinator.post(way, all_hidden(coordinator.get(way)) | {"name": "Radio Sol", "draft": ""})
    (one,) = needs_of(coordinator, goal)
    assert [str(who) for who in one.coming] == ["Radio Sol"]


def test_partner_reads_what_is_needed_and_no_names(coordinator, goal, member):
    partner(goal.coalition, "Tenants", sector="Housing")
    need_voice(coordinator, goal, sector="Housing")
    client = member(Role.PARTNER, coalition=goal.coalition)
    page = text(client.get(at(client, "goal", goal.pk)))
    assert "Housing" in page
    assert "Tenants" not in page
    need = goal.needs.get()
    assert client.get(at(client, "need", goal.pk, need.pk)).status_code == 403


# ---------------------------------------------------------------- what the database keeps


@pytest.mark.parametrize(
    "wrong",
    [
        {"needed": None},
        {"needed": None, "kind": "magic"},
        {"needed": None, "kind": "outreach", "strength": "vans"},
        {"kind": "outreach"},
        {"strength": "vans"},
    ],
)
def test_database_refuses_a_need_that_is_none_or_two(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalNeedFactory(**wrong)


@pytest.mark.parametrize("number", [1, 3])
def test_goal_takes_the_same_queries(coordinator, number, django_assert_num_queries, goal):
    for n in range(number):
        need_voice(coordinator, goal, sector=f"Sector {n}")
        need_asset(coordinator, goal, strength=f"strength {n}")
        there = partner(goal.coalition, f"Partner {n}", sector=f"Sector {n}")
        ProfileRowFactory(organisation=there, words=f"strength {n}")
    url = at(coordinator, "goal", goal.pk)
    coordinator.get(url)
    with django_assert_num_queries(12):
        coordinator.get(url)
