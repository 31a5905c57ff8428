"""The other forms."""

import pytest
from django.urls import reverse

from partners.models import Alias, Contact, Organisation, Term
from tests.factories import ContactFactory, OrganisationFactory, TermFactory
from tests.forms import all_hidden, carried
from tests.partners.two_at_once.forms import NO_ADDRESSES, Form, choose, profile_form, text


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
