"""Ground rules: written by coordinators, read by everybody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import GroundRule, GroundRulesRead
from governance.reports.charter.rules import ground_rules, readers_of
from tests.factories import NOW, MembershipFactory
from tests.governance.charter.factories import GroundRuleFactory, GroundRulesReadFactory
from tests.governance.charter.sending import opened_form


def page(client, name, *more):
    return reverse(f"governance:{name}", args=[client.slug, *more])


def rules_in(coalition):
    return [rule.words for rule in GroundRule.objects.of_coalition(coalition.pk).current()]


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def sent(client, url, **fields):
    return client.post(url, {**opened_form(client, url), **fields}, follow=True)


def test_coordinator_begins_with_rules_that_many_use(coordinator, coalition):
    coordinator.post(page(coordinator, "ground_rules_fill"))
    coordinator.post(page(coordinator, "ground_rules_fill"))
    assert len(rules_in(coalition)) == 6


def test_rule_is_added_at_the_end(coordinator, coalition):
    GroundRuleFactory(coalition=coalition, words="We begin on time.", position=1)
    sent(coordinator, page(coordinator, "ground_rule_add"), words="One person speaks at a time.")
    assert rules_in(coalition) == ["We begin on time.", "One person speaks at a time."]


def test_same_rule_is_refused(coordinator, coalition):
    GroundRuleFactory(coalition=coalition, words="We begin on time.")
    answer = sent(coordinator, page(coordinator, "ground_rule_add"), words="we begin on time.")
    assert answer.status_code == 422
    assert len(rules_in(coalition)) == 1


def test_rule_moves_one_place(coordinator, coalition):
    _first, second = (
        GroundRuleFactory(coalition=coalition, words=words, position=n)
        for n, words in enumerate(["One", "Two"], start=1)
    )
    key = opened_form(coordinator, page(coordinator, "ground_rules"))["form_key"]
    url = page(coordinator, "ground_rule_move", second.pk)
    coordinator.post(url, {"step": "earlier", "form_key": key})
    assert rules_in(coalition) == ["Two", "One"]


def test_rule_taken_out_is_put_back_by_undo(coordinator, coalition):
    rule = GroundRuleFactory(coalition=coalition, words="We begin on time.")
    answer = coordinator.post(page(coordinator, "ground_rule_retire", rule.pk), follow=True)
    assert rules_in(coalition) == []
    message = next(iter(answer.context["messages"]))
    coordinator.post(message.extra_tags.partition("undo:")[2])
    assert rules_in(coalition) == ["We begin on time."]


@pytest.mark.parametrize("role", list(Role))
def test_member_of_every_role_reads_and_says_so(member, role):
    reader = member(role)
    GroundRuleFactory(coalition=reader.membership.coalition)
    assert ground_rules(reader.membership).wait
    reader.post(page(reader, "ground_rules_read"))
    assert not ground_rules(reader.membership).wait


def test_press_twice_reads_once(coordinator, coalition):
    GroundRuleFactory(coalition=coalition)
    coordinator.post(page(coordinator, "ground_rules_read"))
    at = GroundRulesRead.objects.get().read_at
    coordinator.post(page(coordinator, "ground_rules_read"))
    assert GroundRulesRead.objects.get().read_at == at


def test_rule_that_means_something_else_is_read_again(coordinator, coalition):
    rule = GroundRuleFactory(coalition=coalition)
    GroundRulesReadFactory(membership=coordinator.membership, read_at=timezone.now())
    url = page(coordinator, "ground_rule", rule.pk)
    sent(coordinator, url, words="Phones stay off.", means_more="on")
    assert ground_rules(coordinator.membership).wait


def test_mended_spelling_asks_nobody_again(coordinator, coalition):
    rule = GroundRuleFactory(coalition=coalition)
    GroundRulesReadFactory(membership=coordinator.membership, read_at=timezone.now())
    sent(coordinator, page(coordinator, "ground_rule", rule.pk), words="Rule, mended")
    assert not ground_rules(coordinator.membership).wait


def test_coordinator_sees_who_has_read_and_who_has_not(coordinator, coalition):
    GroundRuleFactory(coalition=coalition, means_since=NOW)
    read = GroundRulesReadFactory(membership__coalition=coalition).membership
    early = GroundRulesReadFactory(
        membership__coalition=coalition, read_at=NOW - timedelta(days=1)
    ).membership
    MembershipFactory(coalition=coalition, ended=True)
    found = readers_of(coalition.pk)
    assert (found.read, found.waiting) == (1, 2)
    waiting = {one.membership.pk for one in found.readers if not one.is_current}
    assert waiting == {early.pk, coordinator.membership.pk}
    assert str(read.person) in coordinator.get(page(coordinator, "ground_rules")).content.decode()


def test_partner_does_not_see_who_has_read(member):
    partner = member(Role.PARTNER)
    GroundRuleFactory(coalition=partner.membership.coalition)
    other = MembershipFactory(coalition=partner.membership.coalition)
    text = partner.get(page(partner, "ground_rules")).content.decode()
    assert str(other.person) not in text


@pytest.mark.parametrize("number", [1, 9])
def test_page_takes_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    GroundRuleFactory.create_batch(number, coalition=coalition)
    GroundRulesReadFactory.create_batch(number, membership__coalition=coalition)
    coordinator.get(page(coordinator, "ground_rules"))
    with django_assert_num_queries(7):
        coordinator.get(page(coordinator, "ground_rules"))
