"""Whoever was signed out meanwhile signs in again, and stands before a page with what they had typed."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from accounts.permissions import Role
from common.editing.edits import read
from partners.models import DistinctPair, OwnField, Term
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory
from tests.forms import all_hidden, carried


def sent_signed_out(url: str, data: dict, *, page: str = "") -> str:
    """Where the sign-in page will lead to, after this was sent from that page without a session."""
    headers = {"Referer": f"http://testserver{page}"} if page else {}
    answer = Client().post(url, data, headers=headers)
    return parse_qs(urlsplit(answer["Location"]).query)["next"][0]


def text(answer) -> str:
    return unescape(answer.content.decode())


def test_small_form_comes_back_to_be_sent_with_one_press(coordinator):
    page = reverse("partners:lists", args=[coordinator.slug])
    url = reverse("partners:term_add", args=[coordinator.slug])
    words = {"form_key": carried(coordinator.get(page), "form_key"), "vocabulary": "tag"}
    back = sent_signed_out(url, words | {"name": "Evening hours"}, page=page)
    answer = coordinator.get(back)
    assert answer.status_code == 200
    assert "You had been signed out before this was sent" in text(answer)
    assert "Evening hours" in text(answer)
    assert f'href="{page}"' in text(answer)
    assert f'action="{url}"' in text(answer)
    coordinator.post(url, all_hidden(answer))
    assert Term.objects.get(vocabulary="tag").name == "Evening hours"


def test_what_nobody_typed_is_not_told_as_written(coordinator):
    url = reverse("partners:term_add", args=[coordinator.slug])
    page = reverse("partners:lists", args=[coordinator.slug])
    words = {"form_key": carried(coordinator.get(page), "form_key"), "name": "Evening hours"}
    words |= {"page": "7", "shown": ["2", "3"], "do": "apply"}
    answer = coordinator.get(sent_signed_out(url, words, page=page))
    assert answer.context["typed"] == [("Name", "Evening hours")]
    assert all_hidden(answer)["do"] == ["apply"]


def test_what_one_person_sent_is_shown_to_nobody_else(coordinator):
    page = reverse("partners:lists", args=[coordinator.slug])
    url = reverse("partners:term_add", args=[coordinator.slug])
    words = {"form_key": carried(coordinator.get(page), "form_key"), "name": "Evening hours"}
    back = sent_signed_out(url, words, page=page)
    other = MembershipFactory(coalition=coordinator.membership.coalition, role=Role.COORDINATOR)
    assert MemberClient.of(other).get(back)["Location"] == page


def test_button_leads_back_to_its_page_and_says_that_it_was_not_done(coordinator):
    pair = [OrganisationFactory(coalition=coordinator.membership.coalition) for _one in "12"]
    page = f"{reverse('partners:duplicates', args=[coordinator.slug])}?page=1"
    url = reverse("partners:tell_apart", args=[coordinator.slug])
    back = sent_signed_out(url, {"organisation": [one.pk for one in pair]}, page=page)
    answer = coordinator.get(back, follow=True)
    assert answer.redirect_chain == [(page, 302)]
    assert "You had been signed out, so this was not done." in text(answer)
    assert not DistinctPair.objects.exists()


@pytest.mark.parametrize("page", ["", "http://elsewhere.example/", "//elsewhere.example/"])
def test_button_of_no_known_page_leads_home(coordinator, page):
    url = reverse("partners:duplicates_search", args=[coordinator.slug])
    answer = Client().post(url, {}, headers={"Referer": page})
    back = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert coordinator.get(back)["Location"] == coordinator.membership.coalition.get_absolute_url()


def test_address_of_a_button_says_what_it_is(coordinator):
    answer = coordinator.get(reverse("partners:duplicates_search", args=[coordinator.slug]))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "It belongs to a button on another page" in text(answer)


def test_query_of_the_address_comes_back_with_the_form(coordinator):
    url = f"{reverse('partners:own_field_add', args=[coordinator.slug])}?about=contact"
    words = {"form_key": carried(coordinator.get(url), "form_key"), "label": "Shoe size"}
    back = sent_signed_out(url, words | {"kind": "text"})
    answer = coordinator.get(back)
    assert answer.context["form"]["label"].value() == "Shoe size"
    coordinator.post(back, words | {"kind": "text"})
    assert OwnField.objects.get().subject == "contact"


def test_second_expiry_keeps_the_second_form_only(coordinator):
    url = f"{reverse('partners:own_field_add', args=[coordinator.slug])}?about=contact"
    words = {"form_key": carried(coordinator.get(url), "form_key"), "kind": "text"}
    first = sent_signed_out(url, words | {"label": "Shoe size"})
    back = sent_signed_out(first, words | {"label": "Hat size"})
    assert back.count("kept=") == 1
    assert coordinator.get(back).context["form"]["label"].value() == "Hat size"


def test_form_keeps_the_version_on_which_it_was_opened(coordinator):
    partner = OrganisationFactory(coalition=coordinator.membership.coalition)
    url = reverse("partners:edit", args=[coordinator.slug, partner.pk])
    mark = carried(coordinator.get(url), "opened")
    back = sent_signed_out(url, {"opened": mark, "name": "New name"})
    assert read(carried(coordinator.get(back), "opened")) == read(mark)


def test_piece_of_a_page_leads_the_whole_page_to_the_sign_in(coordinator):
    page = reverse("partners:list", args=[coordinator.slug])
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}?kind=prospect"}
    for answer in (
        Client().get(page, {"q": "food"}, headers=headers),
        Client().post(reverse("partners:selection", args=[coordinator.slug]), headers=headers),
    ):
        asked = urlsplit(answer["HX-Redirect"])
        assert asked.path == reverse("account_login")
        assert parse_qs(asked.query)["next"] == [f"{page}?kind=prospect"]
        assert not answer.content


# ---------------------------------------------------------------- what was saved, and what was not


def saved_by(answer) -> str:
    return answer.cookies["saved"].value if "saved" in answer.cookies else ""


def test_browser_is_told_which_form_was_saved(coordinator):
    key = carried(coordinator.get(reverse("partners:lists", args=[coordinator.slug])), "form_key")
    url = reverse("partners:term_add", args=[coordinator.slug])
    made = coordinator.post(url, {"form_key": key, "name": "Evening hours", "vocabulary": "tag"})
    assert made.status_code == 302
    assert saved_by(made) == key[-20:]


def test_browser_is_not_told_so_of_mistakes_refusals_and_expired_sign_ins(coordinator):
    url = reverse("partners:add", args=[coordinator.slug])
    lists = reverse("partners:lists", args=[coordinator.slug])
    key = carried(coordinator.get(url), "form_key")
    term = Term.objects.create(
        coalition=coordinator.membership.coalition, vocabulary="tag", name="Evening", position=1
    )
    rename = reverse("partners:term_rename", args=[coordinator.slug, term.pk])
    mark = carried(coordinator.get(lists), "opened")
    with_mistakes = coordinator.post(url, {"form_key": key, "name": ""})
    refused = coordinator.post(rename, {"opened": mark, "name": ""})
    signed_out = Client().post(url, {"form_key": key, "name": "Oak Hill Homes"})
    answers = (with_mistakes, refused, signed_out)
    assert [each.status_code for each in answers] == [422, 302, 302]
    assert [saved_by(each) for each in answers] == ["", "", ""]
