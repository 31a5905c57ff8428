"""Questions that are written once answer what the querysets would that wrote them."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.db.models import QuerySet

from common.database.blanks import Blank
from common.database.counting import Number, counted
from common.database.plans import Kept
from common.database.prepared import held, prepared
from partners.models import Contact, Organisation
from tests.factories import TODAY, ContactFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def of_kinds(order: str, *, coalition: int, kinds: list[str]) -> QuerySet:
    rows = Organisation.objects.of_coalition(coalition).of_kinds(kinds)
    return rows.order_by(order).select_related("owner")


ONCE = prepared(of_kinds)
EACH_TIME = partial(prepared, is_planned_once=False)(of_kinds)


@pytest.fixture
def three() -> list[Organisation]:
    first = OrganisationFactory(name="One", since_on=TODAY)
    second = OrganisationFactory(name="Two", coalition=first.coalition, prospect=True)
    return [first, second, OrganisationFactory(name="Elsewhere")]


@pytest.mark.parametrize("question", [ONCE, EACH_TIME])
@pytest.mark.parametrize("kinds", [["partner"], ["partner", "prospect"], ("prospect",), []])
@pytest.mark.parametrize("order", ["name", "-name"])
def test_prepared_question_answers_what_its_queryset_does(three, question, kinds, order):
    coalition = three[0].coalition_id
    answer = question.ask(order, coalition=coalition, kinds=kinds)
    assert answer == list(of_kinds(order, coalition=coalition, kinds=kinds))
    assert [each.since_on for each in answer] == [
        TODAY if each.name == "One" else None for each in answer
    ]


@pytest.mark.parametrize("question", [ONCE, EACH_TIME])
def test_each_asking_has_values_of_its_own(three, question):
    for organisation in [*three, *three]:
        kind = organisation.kind
        (found,) = question.ask("name", coalition=organisation.coalition_id, kinds=[kind])
        assert found == organisation


def test_asking_again_is_one_query_and_no_other(three, django_assert_num_queries):
    coalition = three[0].coalition_id
    for _time in range(2):
        with django_assert_num_queries(1):
            ONCE.ask("name", coalition=coalition, kinds=["partner"])


@pytest.mark.django_db(transaction=True)
def test_question_can_be_asked_on_another_connection(three):
    told = {"coalition": three[0].coalition_id, "kinds": ["partner"]}
    question = prepared(of_kinds)
    assert question.ask("name", **told) == [three[0]]
    connection.close()
    assert question.ask("name", **told) == [three[0]]


def test_behind_a_pooler_nothing_is_kept_on_the_connection(three, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    kept = Kept("SELECT %s::int", [Blank("number")])
    assert kept.asked_with({"number": 7}, connection) == ("SELECT %s::int", (7,))


def test_question_that_can_find_nothing_is_not_asked(django_assert_num_queries):
    nothing = prepared(lambda *, coalition: Organisation.objects.filter(pk__in=[]))
    with django_assert_num_queries(0):
        assert nothing.ask(coalition=1) == []


def test_rows_that_are_held_are_those_of_the_relation(django_assert_num_queries):
    organisation = OrganisationFactory()
    people = [ContactFactory(organisation=organisation) for _number in range(2)]
    held(organisation, "contacts", people)
    with django_assert_num_queries(0):
        assert list(organisation.contacts.all()) == people


@pytest.mark.parametrize(("most", "told"), [(3, 3), (2, 3), (1, 2)])
def test_counting_stops_one_behind_the_most(most, told):
    organisation = OrganisationFactory()
    for _number in range(3):
        ContactFactory(organisation=organisation, since_on=TODAY - timedelta(days=3))
    rows = Contact.objects.filter(organisation=organisation)
    assert set(rows.values_list(counted(rows, most=most), flat=True)) == {told}


def test_number_says_when_there_are_more():
    assert Number.told(7) == Number(7)
    assert Number.told(1001) == Number(1000, is_more=True)
    assert Number.told(7).but(5) == Number(2)
    assert Number.told(1001).but(5) == Number(1000, is_more=True)
    assert Number(2) + Number(1000, is_more=True) == Number(1002, is_more=True)
