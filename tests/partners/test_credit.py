"""C5.1 who is named on what partners do together is agreed, kept, and read by everybody."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners import operations
from partners.models import CreditedPartner, CreditRule
from tests.factories import (
    NOW,
    CreditedPartnerFactory,
    CreditRuleFactory,
    OrganisationFactory,
)
from tests.forms import carried
from tests.partners.services.town import Town, page

pytestmark = pytest.mark.django_db
RULE = {
    "on_what": "News releases",
    "named": "took_part",
    "how": "By the alphabet.",
    "agreed_on": "2026-05-01",
    "agreed_with": "the steering committee",
}


@pytest.fixture
def coalition(administrator):
    return administrator.membership.coalition


def address(client, name, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def agree(client, **told):
    key = carried(client.get(address(client, "credit_add")), "form_key")
    return client.post(address(client, "credit_add"), RULE | {"form_key": key} | told)


def change(client, rule, **told):
    url = address(client, "credit_edit", rule.pk)
    mark = client.get(url).context["edit"].mark
    return client.post(url, RULE | {"opened": mark} | told)


@pytest.mark.parametrize("role", list(Role))
def test_rule_is_read_by_every_member(administrator, coalition, member, role):
    agree(administrator)
    reader = member(role, coalition=coalition)
    text = reader.get(address(reader, "credit")).text
    for words in ("News releases", "The partners who took part", "By the alphabet."):
        assert words in text


def test_rule_names_chosen_partners_and_others_when_it_is_changed(administrator, coalition):
    elm, oak = (OrganisationFactory(coalition=coalition, name=name) for name in ("Elm", "Oak"))
    agree(administrator, named="chosen", partners=[elm.pk])
    rule = CreditRule.objects.get()
    change(administrator, rule, named="chosen", partners=[elm.pk, oak.pk])
    assert {one.organisation_id for one in rule.credited.all()} == {elm.pk, oak.pk}
    change(administrator, rule, named="everybody", partners=[elm.pk])
    assert not CreditedPartner.objects.exists()


def test_rule_that_chooses_nobody_is_refused(administrator):
    answer = agree(administrator, named="chosen")
    assert answer.status_code == 422
    assert "Please choose the partners who are named." in answer.text


def test_second_rule_about_the_same_is_refused_until_the_first_is_retired(administrator):
    agree(administrator)
    assert "There is a rule about" in agree(administrator, on_what="NEWS releases").text
    first = CreditRule.objects.get()
    administrator.post(address(administrator, "credit_retire", first.pk))
    agree(administrator)
    administrator.post(address(administrator, "credit_restore", first.pk))
    first.refresh_from_db()
    assert first.retired_on is not None
    assert CreditRule.objects.current().count() == 1


def test_retired_rule_is_kept_and_comes_back(administrator, coalition):
    rule = CreditRuleFactory(coalition=coalition)
    administrator.post(address(administrator, "credit_retire", rule.pk))
    shown = administrator.get(address(administrator, "credit")).context["retired"]
    assert [one.pk for one in shown] == [rule.pk]
    administrator.post(address(administrator, "credit_restore", rule.pk))
    rule.refresh_from_db()
    assert rule.retired_on is None


def test_pair_that_shares_ground_tells_what_is_agreed_or_asks(administrator, coalition):
    town = Town(coalition)
    elm, oak = town.partner("Elm"), town.partner("Oak")
    for one in (elm, oak):
        town.service(one, "Pantry", kind=town.food, area=town.north)
        town.service(one, "Advice", kind=town.legal, area=town.north)
    asks = f"credit/add/?partner={elm.pk}&amp;partner={oak.pk}"
    assert asks in page(administrator, "services_overlap").text
    rule = CreditRuleFactory(coalition=coalition, named="chosen", on_what="Food boxes")
    for one in (elm, oak):
        CreditedPartnerFactory(organisation=one, rule=rule)
    answer = page(administrator, "services_overlap")
    assert asks not in answer.text
    assert [pair.credit for pair in answer.context["overlap"].pairs] == [["Food boxes"]]


def test_rule_follows_a_partner_that_is_merged(administrator, coalition):
    elm, twin = (OrganisationFactory(coalition=coalition, name=name) for name in ("Elm", "Elm 2"))
    rule = CreditRuleFactory(coalition=coalition, named="chosen")
    for one in (elm, twin):
        CreditedPartnerFactory(organisation=one, rule=rule)
    by = administrator.membership.person
    operations.merge(elm, others=[twin], choices={}, by=by, at=NOW)
    assert [one.organisation_id for one in rule.credited.all()] == [elm.pk]


def test_address_begins_with_the_partners_it_names(administrator, coalition):
    elm = OrganisationFactory(coalition=coalition)
    add = f"{address(administrator, 'credit_add')}?partner={elm.pk}"
    form = administrator.get(add).context["form"]
    assert (form.initial["partners"], form.initial["named"]) == ([elm.pk], "chosen")
