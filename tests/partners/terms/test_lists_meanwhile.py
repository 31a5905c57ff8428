"""The coalition's lists while somebody else writes to them: nothing is lost, and nobody sees an error."""

import pytest
from django.urls import reverse

from partners import operations
from partners.models import Contact, Relation, Term
from partners.operations.ties import relation_called
from tests.factories import TODAY, ContactFactory, RelationFactory, TermFactory
from tests.meanwhile import while_uncommitted


@pytest.mark.django_db(transaction=True)
def test_entry_that_two_add_at_once_is_one_entry(coordinator):
    coalition = coordinator.membership.coalition
    (found,) = while_uncommitted(
        lambda: TermFactory(coalition=coalition, vocabulary="tag", name="Café"),
        lambda: operations.terms_named(coalition, vocabulary="tag", names=["CAFE"]),
    )
    assert found == Term.objects.get()


@pytest.mark.django_db(transaction=True)
def test_name_that_somebody_adds_in_this_moment_is_refused_in_words(coordinator):
    coalition = coordinator.membership.coalition
    health = TermFactory(coalition=coalition, name="Health")
    rename = reverse("partners:term_rename", args=[coordinator.slug, health.pk])
    answer = while_uncommitted(
        lambda: TermFactory(coalition=coalition, name="Faith"),
        lambda: coordinator.post(rename, {"name": "faith"}, follow=True),
    )
    assert "is in this list already" in answer.text
    health.refresh_from_db()
    assert health.name == "Health"


@pytest.mark.django_db(transaction=True)
def test_kind_of_tie_that_two_add_at_once_is_one_kind(coordinator):
    coalition = coordinator.membership.coalition
    found = while_uncommitted(
        lambda: RelationFactory(coalition=coalition, name="Referral"),
        lambda: relation_called("referral", coalition=coalition.pk),
    )
    assert found == Relation.objects.get()


@pytest.mark.django_db(transaction=True)
def test_kind_of_tie_that_somebody_adds_in_this_moment_is_refused_in_words(coordinator):
    coalition = coordinator.membership.coalition
    funding = RelationFactory(coalition=coalition, name="Funding")
    rename = reverse("partners:relation_rename", args=[coordinator.slug, funding.pk])
    answer = while_uncommitted(
        lambda: RelationFactory(coalition=coalition, name="Referral"),
        lambda: coordinator.post(rename, {"name": "referral"}, follow=True),
    )
    assert "There is a kind of tie of that name already." in answer.text


def test_kind_of_tie_stands_after_the_last_one_though_one_before_it_is_gone(coordinator):
    coalition = coordinator.membership.coalition
    for position in (0, 1, 2):
        RelationFactory(coalition=coalition, name=f"Kind {position}", position=position)
    Relation.objects.get(position=0).delete()
    assert relation_called("New", coalition=coalition.pk).position == 3


# ---------------------------------------------------------------- read before somebody else saved


def test_entry_that_was_renamed_since_it_was_read_keeps_the_new_name(coordinator):
    by, term = coordinator.membership.person, TermFactory(name="Faith")
    Term.objects.filter(pk=term.pk).update(name="Faith groups")
    operations.retire_term(term, on=TODAY, by=by)
    assert Term.objects.get().name == "Faith groups"
    operations.restore_term(term, by=by)
    assert Term.objects.get().name == "Faith groups"
    assert Term.objects.get().retired_on is None


def test_person_who_was_changed_since_they_were_read_keeps_what_was_changed(coordinator):
    by, contact = coordinator.membership.person, ContactFactory(title="Nurse")
    Contact.objects.update(title="Head nurse")
    operations.contact_left(contact, on=TODAY, by=by)
    operations.contact_returned(contact, by=by)
    assert Contact.objects.get().title == "Head nurse"
