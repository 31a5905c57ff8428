"""Writing down what a partner gives: by one of us, and by its own hand."""

import pytest

from accounts.permissions import Role
from contributions.models import Contribution
from tests.contributions.doors import address, days_ago, fill, said, speaker_of, undo_of
from tests.contributions.factories import ContributionFactory
from tests.factories import OrganisationFactory, TermFactory
from tests.forms import all_hidden


def log(client, organisation, **answers):
    told = {"kind": "space", "words": "The hall on Tuesdays", "promised_on": days_ago(20)}
    return fill(client, address("add", client, organisation.pk), **told | answers)


def ledger(client, organisation) -> str:
    return client.get(address("ledger", client, organisation.pk)).text


def test_coordinator_logs_a_promise(coordinator, organisation):
    due_on = days_ago(-30)
    answer = log(
        coordinator,
        organisation,
        amount="40",
        unit="hours",
        worth="Two evenings of a janitor",
        due_on=due_on,
        note="Ask Dev for the key",
    )
    assert said(answer) == ["It is on record."]
    row = Contribution.objects.get()
    assert (row.organisation, row.told_by) == (organisation, coordinator.membership.person)
    assert (row.state, row.due_on, row.is_their_own_word) == ("promised", due_on, False)
    assert (row.promised_amount, row.amount, row.unit) == (40, None, "hours")
    assert (row.worth, row.is_worth_their_own_word) == ("Two evenings of a janitor", False)
    page = ledger(coordinator, organisation)
    for words in ("The hall on Tuesdays", "Two evenings of a janitor", "Ask Dev for the key"):
        assert words in page


def test_what_was_given_already_has_its_day_at_once(coordinator, organisation):
    log(
        coordinator,
        organisation,
        kind="data",
        promised_on="",
        delivered_on=days_ago(3),
        amount="2",
        own_unit="Tables",
    )
    row = Contribution.objects.get()
    assert (row.state, row.delivered_on, row.promised_on) == ("delivered", days_ago(3), days_ago(3))
    assert (row.promised_amount, row.amount, row.unit, row.own_unit) == (None, 2, "own", "Tables")


def test_partner_writes_down_its_own_and_it_is_told_apart(coordinator, organisation, speaker):
    log(speaker, organisation, worth="Priceless")
    row = Contribution.objects.get()
    assert (row.is_their_own_word, row.is_worth_their_own_word) == (True, True)
    assert row.told_by == speaker.membership.person
    assert "they wrote this themselves" in ledger(coordinator, organisation)
    assert "you wrote this" in ledger(speaker, organisation)


def test_partner_sees_no_note_and_is_asked_for_none(coordinator, organisation, speaker):
    log(coordinator, organisation, note="They may be late again")
    assert "They may be late again" not in ledger(speaker, organisation)
    form = speaker.get(address("add", speaker, organisation.pk)).context["form"]
    assert "note" not in form.fields


def test_knowledge_of_a_population_names_it_from_the_coalition_s_list(coordinator, organisation):
    coalition = organisation.coalition
    elders = TermFactory(coalition=coalition, vocabulary="population", name="Hmong elders")
    strange = TermFactory(vocabulary="population")
    refused = log(coordinator, organisation, kind="population")
    assert "populations" in refused.context["form"].errors
    refused = log(coordinator, organisation, kind="population", populations=[strange.pk])
    assert "populations" in refused.context["form"].errors
    log(coordinator, organisation, kind="population", populations=[elders.pk])
    row = Contribution.objects.get()
    assert [one.term for one in row.populations.all()] == [elders]
    assert "Hmong elders" in ledger(coordinator, organisation)


def test_other_kinds_name_no_population(coordinator, organisation):
    elders = TermFactory(coalition=organisation.coalition, vocabulary="population")
    log(coordinator, organisation, populations=[elders.pk])
    assert not Contribution.objects.get().populations.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"words": ""}, "words"),
        ({"kind": "gold"}, "kind"),
        ({"due_on": days_ago(21)}, "due_on"),
        ({"promised_on": days_ago(-1)}, "promised_on"),
        ({"delivered_on": days_ago(-1)}, "delivered_on"),
        ({"delivered_on": days_ago(21)}, "delivered_on"),
        ({"amount": "3"}, "unit"),
        ({"unit": "hours"}, "amount"),
        ({"amount": "3", "unit": "own"}, "own_unit"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(coordinator, organisation, answers, field):
    answer = log(coordinator, organisation, **answers)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Contribution.objects.exists()


def test_pressed_twice_it_is_made_once(coordinator, organisation):
    url = address("add", coordinator, organisation.pk)
    sent = all_hidden(coordinator.get(url)) | {"kind": "space", "words": "The hall"}
    coordinator.post(url, sent)
    coordinator.post(url, sent)
    assert Contribution.objects.count() == 1


def test_it_is_undone_with_its_message(coordinator, organisation):
    coordinator.post(undo_of(log(coordinator, organisation)))
    assert not Contribution.objects.exists()


def test_partner_undoes_its_own_and_not_what_others_did(coordinator, organisation, speaker):
    speaker.post(undo_of(log(speaker, organisation)))
    assert not Contribution.objects.exists()
    undo = undo_of(log(coordinator, organisation))
    assert speaker.post(undo).status_code == 404
    assert Contribution.objects.exists()


def test_partner_of_another_organisation_finds_nothing(organisation):
    other = speaker_of(OrganisationFactory(coalition=organisation.coalition))
    row = ContributionFactory(organisation=organisation)
    assert other.get(address("ledger", other, organisation.pk)).status_code == 404
    assert other.get(address("add", other, organisation.pk)).status_code == 404
    for name in ("edit", "deliver", "withdraw", "worth"):
        assert other.get(address(name, other, row.pk)).status_code == 404
    assert other.post(address("reopen", other, row.pk)).status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.STEERING])
def test_who_only_looks_writes_nothing_down(member, organisation, role):
    client = member(role, coalition=organisation.coalition)
    row = ContributionFactory(organisation=organisation, note="Ours alone")
    page = client.get(address("ledger", client, organisation.pk))
    assert row.words in page.text
    assert ("Ours alone" in page.text) == (role == Role.STEERING)
    assert client.get(address("add", client, organisation.pk)).status_code == 403
