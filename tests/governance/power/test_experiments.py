"""What is tried is written down before, looked at in time, and what was learned stays."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import Experiment
from governance.operations.power.experiments import Review, edit, review
from tests.factories import PersonFactory
from tests.forms import carried
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import ExperimentFactory, day

pytestmark = pytest.mark.django_db
TOLD = {
    "title": "Residents speak first",
    "hypothesis": "If residents speak first, more of what they say is decided.",
    "measure": "We count",
    "body": "",
    "starts_on": day().isoformat(),
    "ends_on": day(60).isoformat(),
    "review_on": day(70).isoformat(),
}


def at(client, name, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def test_experiment_is_started_once(coordinator):
    address = at(coordinator, "experiment_add")
    key = carried(coordinator.get(address), "form_key")
    for _press in range(2):
        coordinator.post(address, {"form_key": key, **TOLD})
    assert Experiment.objects.get().title == "Residents speak first"


@pytest.mark.parametrize("wrong", [{"ends_on": day(-1)}, {"review_on": day(-1)}])
def test_days_in_the_wrong_order_are_refused(coordinator, wrong):
    told = {**TOLD, **{name: value.isoformat() for name, value in wrong.items()}}
    answer = coordinator.post(at(coordinator, "experiment_add"), told)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == list(wrong)


def test_what_was_learned_is_kept_and_read_by_all(coordinator, member):
    one = ExperimentFactory(coalition=coordinator.membership.coalition, due=True)
    address = at(coordinator, "experiment_review", one.pk)
    mark = carried(coordinator.get(address), "opened")
    coordinator.post(address, {"opened": mark, "learned": "Twice as many spoke", "outcome": "kept"})
    one.refresh_from_db()
    assert (one.outcome, one.reviewed_on) == ("kept", day())
    viewer = member(Role.VIEWER, coalition=one.coalition)
    assert "Twice as many spoke" in viewer.get(at(viewer, "experiment", one.pk)).content.decode()


def test_review_needs_words(coordinator):
    one = ExperimentFactory(coalition=coordinator.membership.coalition)
    answer = coordinator.post(at(coordinator, "experiment_review", one.pk), {"outcome": "kept"})
    assert answer.status_code == 422


def test_what_was_expected_stays_after_the_review():
    one = ExperimentFactory(reviewed=True)
    with pytest.raises(Refusal):
        edit(one, {"hypothesis": "We always knew"}, by=PersonFactory())
    with pytest.raises(Refusal):
        review(one, Review("dropped", "No"), on=day(), by=PersonFactory())


def test_experiment_goes_on(coordinator):
    one = ExperimentFactory(coalition=coordinator.membership.coalition, reviewed=True)
    coordinator.post(at(coordinator, "experiment_reopen", one.pk))
    one.refresh_from_db()
    assert (one.outcome, one.learned, one.reviewed_on) == ("", "", None)


def test_experiment_of_a_hidden_body_is_hidden(member):
    client = member(Role.VIEWER)
    body = BodyFactory(coalition=client.membership.coalition, publication="body")
    one = ExperimentFactory(coalition=body.coalition, body=body, title="Behind the door")
    assert client.get(at(client, "experiment", one.pk)).status_code == 404
    assert "Behind the door" not in client.get(at(client, "experiments")).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_on": day(-100)},
        {"review_on": day(-100)},
        {"outcome": "kept"},
        {"learned": "Much"},
        {"outcome": "perhaps", "learned": "Much", "reviewed_on": day()},
    ],
)
def test_database_refuses_an_experiment_that_makes_no_sense(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExperimentFactory(**wrong)


@pytest.mark.parametrize("number", [1, 5])
def test_experiments_take_the_same_queries(coordinator, number, django_assert_num_queries):
    for _n in range(number):
        body = BodyFactory(coalition=coordinator.membership.coalition)
        ExperimentFactory(coalition=body.coalition, body=body)
        ExperimentFactory(coalition=body.coalition, reviewed=True)
    url = at(coordinator, "experiments")
    coordinator.get(url)
    with django_assert_num_queries(5):
        coordinator.get(url)
