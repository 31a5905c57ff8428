"""Pairs that are not the same, the command, and spreadsheets."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from accounts.permissions import Role
from partners import tasks
from partners.models import DistinctPair
from tests.factories import DistinctPairFactory, MembershipFactory, OrganisationFactory
from tests.partners.duplicates.finding import address, found
from tests.partners.importing import checked, csv_text, decide, outcomes, undone, work

pytestmark = pytest.mark.django_db


def say_apart(client, pair, **changed):
    told = {"one": pair.second_id, "other": pair.first_id} | changed
    return client.post(address(client, "tell_apart"), told, follow=True)


def test_not_the_same_is_remembered_and_never_proposed_again(coordinator, pair):
    html = say_apart(coordinator, pair).content.decode()
    assert "No two partners look alike." in html
    said = DistinctPair.objects.get()
    assert (said.first_id, said.second_id) == (pair.first_id, pair.second_id)
    pair.first.description = "Changed"
    pair.first.save()
    assert found() == []
    coordinator.post(address(coordinator, "duplicates_search"))
    assert found() == []


def test_not_the_same_can_be_undone(coordinator, pair):
    say_apart(coordinator, pair)
    said = DistinctPair.objects.get()
    assert (
        "Oak Hill Seniors" in coordinator.get(address(coordinator, "told_apart")).content.decode()
    )
    html = coordinator.post(
        address(coordinator, "told_apart_undo", said.pk), follow=True
    ).content.decode()
    assert "1 likely duplicate" in html
    assert len(found()) == 1


def test_not_the_same_pressed_twice_is_one(coordinator, pair):
    say_apart(coordinator, pair)
    say_apart(coordinator, pair)
    assert DistinctPair.objects.count() == 1


def test_not_the_same_keeps_who_said_it(coordinator, pair):
    say_apart(coordinator, pair)
    event = DistinctPair.pgh_event_models["insert"].objects.get()
    assert event.pgh_context["verb"] == "pair.told_apart"
    assert event.pgh_context["person"] == coordinator.membership.person_id


@pytest.mark.parametrize("other", ["", "nonsense", "0", "99999999999999999999"])
def test_not_the_same_of_nobody_is_not_found(coordinator, pair, other):
    assert say_apart(coordinator, pair, other=other).status_code == 404


def test_not_the_same_of_another_coalition_is_not_found(coordinator, pair):
    assert say_apart(coordinator, pair, other=OrganisationFactory().pk).status_code == 404
    assert not DistinctPair.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_duplicates_are_forbidden_for(role, member, coalition):
    client = member(role, coalition=coalition)
    said = DistinctPairFactory(first=OrganisationFactory(coalition=coalition))
    gets = [client.get(address(client, name)) for name in ("duplicates", "told_apart")]
    posts = [
        client.post(address(client, "tell_apart"), {"one": said.first_id, "other": said.second_id}),
        client.post(address(client, "duplicates_search")),
        client.post(address(client, "told_apart_undo", said.pk)),
    ]
    assert {answer.status_code for answer in [*gets, *posts]} == {403}


# ---------------------------------------------------------------- the command


def printed(*told) -> str:
    out = StringIO()
    call_command("find_duplicates", *told, stdout=out)
    return out.getvalue()


def test_command_prints_one_object_with_pairs_and_reasons():
    membership = MembershipFactory()
    one, other = (
        OrganisationFactory(coalition=membership.coalition, name=name)
        for name in ("Oak Hill Seniors", "Oak Hill Seniors, Inc.")
    )
    told = json.loads(printed(membership.coalition.slug, "--json"))
    assert told.pop("seconds") >= 0
    assert told == {
        "coalition": membership.coalition.slug,
        "organisations": 2,
        "pairs": [
            {
                "score": 0.96,
                "reasons": ["Same name."],
                "a": {"id": one.pk, "name": one.name},
                "b": {"id": other.pk, "name": other.name},
            }
        ],
    }
    assert "0.96  Oak Hill Seniors" in printed(membership.coalition.slug)
    assert (
        json.loads(printed(membership.coalition.slug, "--json", "--threshold", "0.97"))["pairs"]
        == []
    )


# ---------------------------------------------------------------- when spreadsheets come


def kept_both(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    text = csv_text(["Name"], ["Chase Braxton Health"], ["Oak Hill Seniors"], ["Oak Hill Senirs"])
    run = checked(coordinator, text)
    assert outcomes(run) == ["duplicate", "new", "duplicate"]
    decide(coordinator, run, all="new", do="apply")
    work()
    return run


def test_partners_that_an_import_kept_beside_each_other_are_told_apart(coordinator, coalition):
    kept_both(coordinator, coalition)
    told = {(p.first.name, p.second.name) for p in DistinctPair.objects.of_coalition(coalition)}
    assert told == {
        ("Chase Brexton Health", "Chase Braxton Health"),
        ("Oak Hill Seniors", "Oak Hill Senirs"),
    }
    assert found() == []


def test_undoing_the_import_forgets_whom_it_kept(coordinator, coalition):
    undone(coordinator, kept_both(coordinator, coalition))
    assert not DistinctPair.objects.exists()


def test_import_and_search_give_the_same_reasons(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health", email="a@chase.example")
    text = csv_text(["Name", "Phone"], ["Chase Braxton Health", "4105550100"])
    run = checked(coordinator, text)
    reason = run.rows.get().reason
    OrganisationFactory(coalition=coalition, name="Chase Braxton Health")
    tasks.compare_changed()
    html = coordinator.get(address(coordinator)).content.decode()
    assert reason == "The names are alike."
    assert reason in html
