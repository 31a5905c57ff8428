"""Two people, two tabs, one record: nothing is overwritten unseen, and nothing typed is lost."""

import html

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Alias, Contact, Organisation, Phone, Term
from partners.reports.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.forms import all_hidden, carried

NO_ADDRESSES = {"addresses-TOTAL_FORMS": "1", "addresses-INITIAL_FORMS": "0"}


@pytest.fixture
def ana(member) -> MemberClient:
    client = member(Role.COORDINATOR)
    client.membership.person.full_name = "Ana Ruiz"
    client.membership.person.save()
    return client


@pytest.fixture
def ben(member, ana) -> MemberClient:
    client = member(Role.COORDINATOR, coalition=ana.membership.coalition)
    client.membership.person.full_name = "Ben Cole"
    client.membership.person.save()
    return client


@pytest.fixture
def grocers(ana) -> Organisation:
    return OrganisationFactory(
        coalition=ana.membership.coalition, name="Northgate Grocers", description="Five stores."
    )


class Form:
    """One tab in which an edit page was opened; what is not typed is sent as it was shown."""

    def __init__(self, client: MemberClient, address: str, *args: object, **shown: object) -> None:
        self.client, self.url = client, reverse(f"partners:{address}", args=[client.slug, *args])
        self.shown = {**shown, "opened": carried(client.get(self.url), "opened")}

    def send(self, **typed: object):
        return self.client.post(self.url, {**self.shown, **typed})


def profile_form(client: MemberClient, organisation: Organisation, address: str = "edit") -> Form:
    return Form(
        client,
        address,
        organisation.pk,
        name=organisation.name,
        kind=organisation.kind,
        description=organisation.description,
        aliases="\n".join(alias.name for alias in organisation.aliases.all()),
        **NO_ADDRESSES,
    )


def choose(client: MemberClient, form: Form, asked, **choices: str):
    return client.post(form.url, {**all_hidden(asked), **choices})


def text(answer) -> str:
    return html.unescape(answer.content.decode())


# ---------------------------------------------------------------- an organisation


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


# ---------------------------------------------------------------- the other forms


def test_contact_in_two_tabs(ana, ben, grocers):
    marisol = ContactFactory(organisation=grocers, name="Marisol Ortega", title="Manager")
    shown = {"name": marisol.name, "role": marisol.role, "email": marisol.email}
    first, second = (
        Form(client, "contact_edit", grocers.pk, marisol.pk, **shown, phone=marisol.phone)
        for client in (ana, ben)
    )
    assert first.send(title="Director").status_code == 302
    asked = second.send(title="Owner")
    assert asked.status_code == 409
    assert choose(ben, second, asked, **{"keep-title": "mine"}).status_code == 302
    assert Contact.objects.get().title == "Owner"


def test_day_of_leaving_in_two_tabs(ana, ben, grocers):
    marisol = ContactFactory(organisation=grocers)
    first, second = (Form(client, "contact_left", grocers.pk, marisol.pk) for client in (ana, ben))
    assert first.send(on="2026-01-05").status_code == 302
    asked = second.send(on="2026-02-05")
    assert asked.status_code == 409
    assert choose(ben, second, asked, **{"keep-on": "theirs"}).status_code == 302
    assert str(Contact.objects.get().left_on) == "2026-01-05"


def test_reason_of_retiring_in_two_tabs_is_not_lost(ana, ben, grocers):
    first, second = (Form(client, "retire", grocers.pk, on="2026-01-05") for client in (ana, ben))
    assert first.send(reason="They closed.").status_code == 302
    asked = second.send(reason="They moved to Ohio.")
    assert asked.status_code == 409
    assert choose(ben, second, asked, **{"keep-reason": "mine"}).status_code == 302
    grocers.refresh_from_db()
    assert grocers.retired_reason == "They moved to Ohio."


def test_list_entry_renamed_in_two_tabs(ana, ben):
    term = TermFactory(coalition=ana.membership.coalition, name="Faith")
    page = reverse("partners:lists", args=[ana.slug])
    marks = [carried(client.get(page), "opened") for client in (ana, ben)]
    url = reverse("partners:term_rename", args=[ana.slug, term.pk])
    assert ana.post(url, {"name": "Faith groups", "opened": marks[0]}).status_code == 302
    asked = ben.post(url, {"name": "Congregations", "opened": marks[1]})
    assert asked.status_code == 409
    assert "Faith groups" in text(asked)
    assert ben.post(url, {**all_hidden(asked), "keep-name": "mine"}).status_code == 302
    assert Term.objects.get().name == "Congregations"


@pytest.mark.parametrize(
    ("address", "makes"),
    [("contact_add", Contact), ("add", Organisation), ("invite", None), ("term_add", Term)],
)
def test_form_that_makes_something_makes_it_once_however_often_it_is_pressed(
    ana, grocers, address, makes
):
    from accounts.models import Invitation

    needs_row = address in ("contact_add", "invite")
    url = reverse(f"partners:{address}", args=[ana.slug, *([grocers.pk] if needs_row else [])])
    page = reverse("partners:lists", args=[ana.slug]) if address == "term_add" else url
    sent = {
        "name": "Elm Park Transit",
        "kind": "partner",
        "role": "other",
        "email": "new@people.example",
        "vocabulary": "sector",
        **NO_ADDRESSES,
        "form_key": carried(ana.get(page), "form_key"),
    }
    model = makes or Invitation
    before = model.objects.count()
    assert [ana.post(url, sent).status_code for _press in range(3)] == [302, 302, 302]
    assert model.objects.count() == before + 1


def test_same_page_with_another_name_adds_another(ana):
    url = reverse("partners:add", args=[ana.slug])
    key = carried(ana.get(url), "form_key")
    for name in ("Elm Park Transit", "Oak Hill Clinic"):
        sent = {"name": name, "kind": "partner", **NO_ADDRESSES, "form_key": key}
        assert ana.post(url, sent).status_code == 302
    assert Organisation.objects.count() == 2


def test_key_of_somebody_else_is_none(ana, ben):
    url = reverse(
        "partners:contact_add",
        args=[ana.slug, OrganisationFactory(coalition=ana.membership.coalition).pk],
    )
    key = carried(ana.get(url), "form_key")
    for client in (ana, ben):
        client.post(url, {"name": "Marisol", "role": "other", "form_key": key})
    assert Contact.objects.count() == 2


def test_tick_for_another_one_is_offered_only_beside_a_likely_twin(ana, grocers):
    url = reverse("partners:add", args=[ana.slug])
    words = "It is another organisation"
    assert words not in text(ana.get(url))
    twin = ana.post(url, {"name": "Northgate Grocers Inc", "kind": "partner", **NO_ADDRESSES})
    assert twin.status_code == 422
    assert words in text(twin)


def test_aliases_added_by_many_stale_tabs_are_all_there(ana, ben, grocers):
    tabs = [profile_form(client, grocers) for client in (ana, ben) * 5]
    for number, tab in enumerate(tabs):
        assert tab.send(aliases=f"Name {number}").status_code == 302
    assert Alias.objects.count() == 10
