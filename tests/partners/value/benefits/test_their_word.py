"""Their word, the two voices, who sees what, and what the database refuses."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.permissions import Role
from common.refusal import Refusal
from partners.models import Benefit, ValueStatement
from partners.operations.value import benefits as operations
from tests.factories import (
    TODAY,
    BenefitFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    ValueStatementFactory,
    WordingFactory,
)
from tests.forms import carried
from tests.partners.value.doors import address, fill, speaker_of

YES, NO = Benefit.Came.YES, Benefit.Came.NO


@pytest.fixture
def speaker(organisation):
    return speaker_of(organisation)


# ---------------------------------------------------------------- their word


def test_partner_says_that_it_came(speaker, organisation):
    benefit = BenefitFactory(organisation=organisation, delivered=True)
    page = address("value", speaker, organisation.pk)
    url = address("benefit_answer", speaker, organisation.pk, benefit.pk)
    speaker.post(
        url, {"came": "yes", "came_words": "", "opened": carried(speaker.get(page), "opened")}
    )
    benefit.refresh_from_db()
    assert (benefit.came, benefit.is_their_own_word) == (YES, True)
    assert benefit.came_by == speaker.membership.person
    assert (benefit.state, benefit.delivered_what) == ("delivered", "120 visitors")


def test_partner_doubts_it_in_their_words(speaker, organisation, coordinator):
    benefit = BenefitFactory(organisation=organisation, delivered=True)
    url = address("benefit_answer", speaker, organisation.pk, benefit.pk)
    fill(speaker, url, came="no", came_words="Nobody told us the day")
    page = coordinator.get(address("value", coordinator, organisation.pk))
    assert page.context["value"].doubted == [benefit]
    assert "Nobody told us the day" in page.content.decode()


def test_what_we_heard_never_writes_over_their_own_word(organisation):
    benefit = BenefitFactory(organisation=organisation, doubted=True)
    with pytest.raises(Refusal, match="answered themselves"):
        operations.answer(
            benefit, came=YES, words="", on=TODAY, by=PersonFactory(), is_their_own_word=False
        )
    benefit.refresh_from_db()
    assert benefit.came == NO


def test_what_we_heard_is_told_as_hearsay(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation, delivered=True)
    url = address("benefit_heard", coordinator, organisation.pk, benefit.pk)
    fill(coordinator, url, came="not_yet", came_words="Dev says next week")
    benefit.refresh_from_db()
    assert (benefit.came, benefit.is_their_own_word) == ("not_yet", False)
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert f"As {coordinator.membership.person} heard: Not yet" in page


def test_nobody_is_asked_about_what_was_taken_back(organisation):
    benefit = BenefitFactory(organisation=organisation, withdrawn=True)
    with pytest.raises(Refusal, match="taken back"):
        operations.answer(
            benefit, came=YES, words="", on=TODAY, by=PersonFactory(), is_their_own_word=True
        )


# ---------------------------------------------------------------- the two voices


def test_statement_begins_from_a_wording_of_their_sector(coordinator, organisation):
    wording = WordingFactory(coalition=organisation.coalition, for_statements=True)
    url = address("value_statement", coordinator, organisation.pk)
    page = coordinator.get(f"{url}?wording={wording.pk}")
    assert page.context["form"]["statement"].value() == "Northgate is seen by more."
    assert not ValueStatement.objects.exists()
    fill(coordinator, url, statement="More people find you.")
    assert ValueStatement.objects.get().statement == "More people find you."


@pytest.mark.parametrize("told", ["", "x", "999999", "9" * 40, "-1"])
def test_wording_that_is_none_begins_with_nothing(coordinator, organisation, told):
    url = address("value_statement", coordinator, organisation.pk)
    page = coordinator.get(f"{url}?wording={told}")
    assert page.context["form"]["statement"].value() in (None, "")


def test_partner_writes_down_what_they_hope_for(speaker, organisation, coordinator):
    ValueStatementFactory(organisation=organisation)
    fill(speaker, address("value_hopes", speaker, organisation.pk), hopes="Fewer empty shelves")
    told = ValueStatement.objects.get()
    assert (told.hopes, told.hoped_by) == ("Fewer empty shelves", speaker.membership.person)
    assert told.statement == "More people find your shop."
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert "Fewer empty shelves" in page


# ---------------------------------------------------------------- who sees what


def test_partner_sees_no_note_of_ours_and_no_letters(speaker, organisation):
    BenefitFactory(organisation=organisation, note="They are difficult", words="A stand")
    page = speaker.get(address("value", speaker, organisation.pk)).content.decode()
    assert "A stand" in page
    assert "They are difficult" not in page
    assert "Letters" not in page


def test_partner_sees_nothing_of_others(speaker, organisation):
    other = OrganisationFactory(coalition=organisation.coalition)
    benefit = BenefitFactory(organisation=other)
    assert speaker.get(address("value", speaker, other.pk)).status_code == 404
    url = address("benefit_answer", speaker, other.pk, benefit.pk)
    assert speaker.post(url, {"came": "yes"}).status_code == 404
    assert speaker.get(address("value_review", speaker, other.pk)).status_code == 404


def test_viewer_sees_gains_but_neither_notes_nor_letters(member, organisation):
    viewer = member(Role.VIEWER, coalition=organisation.coalition)
    BenefitFactory(organisation=organisation, note="They are difficult", words="A stand")
    page = viewer.get(address("value", viewer, organisation.pk))
    assert "A stand" in page.content.decode()
    assert "They are difficult" not in page.content.decode()
    assert "letters" not in page.context


def test_partner_page_leads_to_mutual_value(coordinator, organisation):
    page = coordinator.get(organisation.get_absolute_url()).content.decode()
    assert f'href="{address("value", coordinator, organisation.pk)}"' in page


def test_page_takes_the_same_queries_with_one_and_three_gains(
    coordinator, organisation, django_assert_num_queries
):
    url = address("value", coordinator, organisation.pk)
    for _round in (1, 2):
        BenefitFactory(organisation=organisation, doubted=True)
        BenefitFactory(organisation=organisation, overdue=True)
        with django_assert_num_queries(9):
            coordinator.get(url)


# ---------------------------------------------------------------- what the database refuses


@pytest.mark.parametrize(
    "values",
    [
        {"state": "delivered"},
        {"state": "withdrawn", "withdrawn_on": TODAY},
        {"state": "promised", "delivered_on": TODAY},
        {"kind": "gold"},
        {"words": ""},
        {"came": "yes"},
        {"came": "", "came_on": TODAY},
        {"due_on": TODAY - timedelta(days=900)},
    ],
)
def test_database_refuses_what_cannot_be(organisation, values):
    benefit = BenefitFactory(organisation=organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        Benefit.objects.filter(pk=benefit.pk).update(**values)


def test_database_refuses_a_promise_across_the_wall(organisation):
    other = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitFactory(organisation=organisation, coalition=other.coalition)
        connection.check_constraints()


def test_speaker_of_two_answers_for_each(speaker, organisation):
    second = OrganisationFactory(coalition=organisation.coalition)
    RepresentationFactory(organisation=second, membership=speaker.membership)
    benefit = BenefitFactory(organisation=second, delivered=True)
    url = address("benefit_answer", speaker, second.pk, benefit.pk)
    fill(speaker, url, came="yes", came_words="")
    assert Benefit.objects.get().came == YES
