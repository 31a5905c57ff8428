"""Terms that change."""

import pytest
from django.utils import timezone

from partners import operations
from partners.models import Term
from tests.factories import MembershipFactory, SavedViewFactory
from tests.partners.listing.browsing import names
from tests.partners.saved_views.keeping import asked, opened, rows, save


def test_renamed_term_is_found_by_the_view(two):
    view = save(two, "sector=Housing")
    operations.rename_term(Term.objects.get(), name="Homes", by=two.membership.person)
    answer = opened(two, view)
    assert (asked(answer)["sector"], rows(answer)) == (["Homes"], ["One"])
    assert not answer.context["bar"].is_changed


def test_retired_term_still_filters_and_is_said_plainly(two):
    view = save(two, "sector=Housing")
    operations.retire_term(Term.objects.get(), on=timezone.localdate(), by=two.membership.person)
    answer = opened(two, view)
    assert rows(answer) == ["One"]
    assert "“Housing” is offered no more" in answer.content.decode()


def test_term_that_is_gone_is_said_plainly_and_can_be_taken_off(two):
    view = save(two, "sector=Housing&kind=prospect")
    term = Term.objects.get()
    term.classifications.all().delete()
    term.delete()
    answer = opened(two, view)
    assert answer.status_code == 200
    assert "“Housing” is not in your lists any more" in answer.content.decode()
    assert names(two, "?kind=prospect") == ["One"]


def test_member_who_left_is_said_plainly(two):
    stranger = MembershipFactory().person
    view = save(two, f"owner={stranger.pk}")
    assert "looks after nobody here any more" in opened(two, view).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"sector": [{"id": None, "name": "X"}], "kind": ["spam"]},
        {"sector": [{}], "columns": ["a,b"], "group": ["moon"], "page": ["x"]},
        {"unheard": ["of"]},
        {"sort": []},
    ],
)
def test_query_of_another_time_opens_all_the_same(two, query):
    view = SavedViewFactory(
        coalition=two.membership.coalition, owner=two.membership.person, query=query
    )
    assert opened(two, view).status_code == 200
