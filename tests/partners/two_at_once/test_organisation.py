"""An organisation."""

import pytest
from django.urls import reverse

from partners.models import Organisation, Phone
from partners.reports.history.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.forms import carried
from tests.partners.two_at_once.forms import NO_ADDRESSES, choose, profile_form, text


def test_changes_of_different_fields_are_both_kept_and_said_so(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    assert first.send(website="https://northgate.example").status_code == 302
    assert second.send(description="Six stores.").status_code == 302
    grocers.refresh_from_db()
    assert (grocers.website, grocers.description) == ("https://northgate.example", "Six stores.")
    page = text(ben.get(grocers.get_absolute_url()))
    assert "Meanwhile Ana Ruiz changed: Website." in page


def test_the_same_field_is_shown_in_both_versions_and_nothing_is_saved(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(description="Six stores.")
    asked = second.send(description="Five food stores.", phones="410 555 0100")
    assert asked.status_code == 409
    page = text(asked)
    assert "As Ana Ruiz saved it" in page
    assert "Six stores." in page
    assert "Five food stores." in page
    grocers.refresh_from_db()
    assert grocers.description == "Six stores."
    assert not grocers.phones.exists()


@pytest.mark.parametrize(
    ("choices", "stands"),
    [
        ({"keep-description": "theirs"}, "Six stores."),
        ({"keep-description": "mine"}, "Five food stores."),
        (
            {"keep-description": "together", "write-description": "Six food stores."},
            "Six food stores.",
        ),
    ],
)
def test_chosen_version_stands_and_the_rest_that_was_typed_is_kept(
    ana, ben, grocers, choices, stands
):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(description="Six stores.", website="https://northgate.example")
    asked = second.send(description="Five food stores.", phones="410 555 0100")
    assert choose(ben, second, asked, **choices).status_code == 302
    grocers.refresh_from_db()
    assert grocers.description == stands
    assert grocers.website == "https://northgate.example"
    assert [phone.number for phone in grocers.phones.all()] == ["410 555 0100"]


def test_no_choice_asks_again(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(description="Six stores.")
    asked = second.send(description="Five food stores.")
    again = choose(ben, second, asked)
    assert again.status_code == 409
    assert "Five food stores." in text(again)
    assert "Six stores." in text(again)


def test_third_change_while_one_chooses_is_asked_about_too(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(description="Six stores.")
    asked = second.send(description="Five food stores.")
    profile_form(ana, Organisation.objects.get(pk=grocers.pk)).send(description="Seven stores.")
    again = choose(ben, second, asked, **{"keep-description": "mine"})
    assert again.status_code == 409
    assert "Seven stores." in text(again)
    assert choose(ben, second, again, **{"keep-description": "mine"}).status_code == 302
    grocers.refresh_from_db()
    assert grocers.description == "Five food stores."


def test_parts_are_merged_member_by_member(ana, ben, grocers):
    for name in ("NGC", "Old name"):
        AliasFactory(organisation=grocers, name=name)
    asthma, health = (TermFactory(coalition=grocers.coalition, vocabulary="tag") for _n in "12")
    ClassificationFactory(organisation=grocers, term=asthma)
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    assert first.send(aliases="NGC\nNorthgate", tag=[asthma.pk, health.pk]).status_code == 302
    answer = second.send(
        aliases="NGC\nOld name\nThe grocers",
        tag=[],
        **NO_ADDRESSES | {"addresses-0-city": "Elm Park"},
    )
    assert answer.status_code == 302
    names = grocers.aliases.order_by("name").values_list("name", flat=True)
    assert list(names) == ["NGC", "Northgate", "The grocers"]
    assert [carried.term for carried in grocers.classifications.all()] == [health]
    assert [str(address) for address in grocers.addresses.all()] == ["Elm Park"]


def test_addresses_of_both_are_kept(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(**{"addresses-0-city": "Elm Park"})
    assert second.send(**{"addresses-0-city": "Oak Hill"}).status_code == 302
    assert sorted(str(one) for one in grocers.addresses.all()) == ["Elm Park", "Oak Hill"]


def test_two_tabs_of_one_person_are_two(ana, grocers):
    first, second = profile_form(ana, grocers), profile_form(ana, grocers)
    first.send(description="Six stores.")
    assert second.send(description="Seven stores.").status_code == 409


def test_double_click_saves_once_and_asks_nothing(ana, grocers):
    form = profile_form(ana, grocers)
    for _press in range(2):
        assert form.send(description="Six stores.", phones="1").status_code == 302
    assert Phone.objects.count() == 1
    assert len(timeline(grocers, may_see_contacts=True).entries) == 2


def test_mistake_is_mended_before_versions_are_compared(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(description="Six stores.")
    wrong = second.send(description="Five food stores.", email="nobody at home")
    assert wrong.status_code == 422
    second.shown["opened"] = carried(wrong, "opened")
    assert second.send(description="Five food stores.", email="a@b.example").status_code == 409


def test_change_of_a_contact_does_not_disturb_the_profile(ana, ben, grocers):
    form = profile_form(ben, grocers)
    ContactFactory(organisation=grocers)
    assert form.send(description="Six stores.").status_code == 302
    assert "Meanwhile" not in text(ben.get(grocers.get_absolute_url()))


def test_forged_mark_counts_as_none(ana, grocers):
    form = profile_form(ana, grocers)
    form.shown["opened"] = form.shown["opened"][:-3] + "abc"
    assert form.send(description="Six stores.").status_code == 302


def test_history_shows_both_changes(ana, ben, grocers):
    first, second = profile_form(ana, grocers), profile_form(ben, grocers)
    first.send(website="https://northgate.example")
    second.send(description="Six stores.")
    told = text(ana.get(reverse("partners:history", args=[ana.slug, grocers.pk])))
    assert "Ana Ruiz" in told
    assert "Ben Cole" in told


def test_partner_and_coordinator_meet_in_the_same_profile(ana, grocers):
    tie = RepresentationFactory(organisation=grocers)
    partner = MemberClient.of(tie.membership)
    first, second = profile_form(ana, grocers), profile_form(partner, grocers, "profile")
    first.send(description="Six stores.", since_on="2024-01-01")
    asked = second.send(description="Five food stores.")
    assert asked.status_code == 409
    assert choose(partner, second, asked, **{"keep-description": "mine"}).status_code == 302
    grocers.refresh_from_db()
    assert grocers.description == "Five food stores."
    assert str(grocers.since_on) == "2024-01-01"
