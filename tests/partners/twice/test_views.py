"""Views, own fields and lists from two tabs."""

import re

import pytest

from accounts.permissions import Role
from partners.models import OwnField, SavedView, Term
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, TermFactory
from tests.forms import all_hidden, carried
from tests.partners.own_fields.defining import own
from tests.partners.twice.pressing import address, kept, listed, said

pytestmark = pytest.mark.django_db


def test_view_kept_twice_by_a_double_press_is_kept_once(coordinator):
    page = coordinator.get(f"{address('view_add', coordinator)}?kind=prospect")
    sent = {"name": "Close", "address": "kind=prospect", "form_key": carried(page, "form_key")}
    presses = [coordinator.post(address("view_add", coordinator), sent) for _press in "12"]
    assert [press.status_code for press in presses] == [302, 302]
    assert presses[0]["Location"] == presses[1]["Location"]
    assert SavedView.objects.count() == 1


def test_view_saved_from_two_tabs_shows_both_and_keeps_the_chosen_one(coordinator):
    view = kept(coordinator)
    mark = carried(listed(coordinator, view, kind="stakeholder"), "opened")
    url = address("view_update", coordinator, view.pk)
    coordinator.post(url, {"address": "kind=prospect&sort=-since", "opened": mark})
    asked = coordinator.post(url, {"address": "kind=stakeholder&group=owner", "opened": mark})
    assert asked.status_code == 409
    assert "Sorted: Joined last" in said(asked)
    assert "Kind: Stakeholder" in said(asked)
    assert "Grouped: Looked after by" in said(asked)
    view.refresh_from_db()
    assert view.query == {"kind": ["prospect"], "sort": ["-since"]}
    coordinator.post(url, {**all_hidden(asked), "keep-address": "mine"})
    view.refresh_from_db()
    assert view.query == {"kind": ["stakeholder"], "group": ["owner"]}


def test_view_that_nobody_else_saved_is_saved_at_once(coordinator):
    view = kept(coordinator)
    mark = carried(listed(coordinator, view, kind="stakeholder"), "opened")
    url = address("view_update", coordinator, view.pk)
    answer = coordinator.post(url, {"address": "kind=stakeholder", "opened": mark})
    assert answer.status_code == 302
    view.refresh_from_db()
    assert view.query == {"kind": ["stakeholder"]}


def test_name_and_sharing_of_a_view_from_two_people_are_both_kept(coordinator):
    view = kept(coordinator, is_shared=True)
    admin = MemberClient.of(
        MembershipFactory(coalition=coordinator.membership.coalition, role=Role.ADMINISTRATOR)
    )
    url = address("view_edit", coordinator, view.pk)
    marks = [carried(client.get(url), "opened") for client in (coordinator, admin)]
    coordinator.post(url, {"name": "Near", "is_shared": "on", "opened": marks[0]})
    admin.post(
        url, {"name": "Close", "description": "Ask them", "is_shared": "on", "opened": marks[1]}
    )
    view.refresh_from_db()
    assert (view.name, view.description, view.is_shared) == ("Near", "Ask them", True)


def test_view_named_by_two_people_is_asked_about(coordinator):
    view = kept(coordinator)
    url = address("view_edit", coordinator, view.pk)
    mark = carried(coordinator.get(url), "opened")
    coordinator.post(url, {"name": "Near", "opened": mark})
    asked = coordinator.post(url, {"name": "Nearby", "opened": mark})
    assert asked.status_code == 409
    coordinator.post(url, {**all_hidden(asked), "keep-name": "theirs"})
    view.refresh_from_db()
    assert view.name == "Near"


def test_view_that_was_changed_since_is_not_deleted_unseen(coordinator):
    view = kept(coordinator)
    mark = carried(coordinator.get(address("views", coordinator)), "opened")
    SavedView.objects.filter(pk=view.pk).update(query={"kind": ["partner"]})
    url = address("view_delete", coordinator, view.pk)
    answer = coordinator.post(url, {"opened": mark}, follow=True)
    assert "was changed since you looked" in said(answer)
    assert SavedView.objects.exists()
    coordinator.post(url, {"opened": carried(answer, "opened")})
    assert not SavedView.objects.exists()


def test_view_moves_one_place_for_two_presses(coordinator):
    views = [kept(coordinator, name, position=place) for place, name in enumerate("ABC", 1)]
    sent = {
        "step": "later",
        "form_key": carried(coordinator.get(address("views", coordinator)), "form_key"),
    }
    for _press in "12":
        coordinator.post(address("view_move", coordinator, views[0].pk), sent)
    assert "".join(SavedView.objects.values_list("name", flat=True)) == "BAC"


# ---------------------------------------------------------------- own fields and lists


def choices(*rows: tuple[str, str], **more: str) -> dict[str, str]:
    """What the page of an own field with choices sends."""
    told = {"choices-TOTAL_FORMS": str(len(rows)), "choices-INITIAL_FORMS": str(len(rows))}
    for place, (key, label) in enumerate(rows):
        row = {"key": key, "label": label, "place": str(place + 1)}
        told |= {f"choices-{place}-{name}": value for name, value in row.items()}
    return {"kind": "choice", "is_asked_first": "on", **told, **more}


def labels(field: OwnField) -> list[str]:
    field.refresh_from_db()
    return [one.label for one in field.choices]


def test_own_field_changed_by_two_keeps_what_each_changed(coordinator):
    field = own(coordinator, "Seats", kind="number")
    url = address("own_field", coordinator, field.pk)
    marks = [carried(coordinator.get(url), "opened") for _tab in "12"]
    plain = {"kind": "number", "is_asked_first": "on"}
    coordinator.post(url, {**plain, "label": "Chairs", "opened": marks[0]})
    coordinator.post(
        url, {**plain, "label": "Seats", "help_text": "In one room", "opened": marks[1]}
    )
    field.refresh_from_db()
    assert (field.label, field.help_text) == ("Chairs", "In one room")


def test_own_field_named_by_two_is_asked_about(coordinator):
    field = own(coordinator, "Seats", kind="number")
    url = address("own_field", coordinator, field.pk)
    mark = carried(coordinator.get(url), "opened")
    plain = {"kind": "number", "is_asked_first": "on", "opened": mark}
    coordinator.post(url, {**plain, "label": "Chairs"})
    asked = coordinator.post(url, {**plain, "label": "Places"})
    assert asked.status_code == 409
    assert "Chairs" in said(asked)
    coordinator.post(url, {**all_hidden(asked), "keep-label": "mine"})
    field.refresh_from_db()
    assert field.label == "Places"


@pytest.mark.parametrize(
    ("kept_version", "expected"), [("theirs", ["Willing", "All set"]), ("mine", ["Ready", "Keen"])]
)
def test_choices_changed_by_two_are_shown_and_one_list_is_kept(coordinator, kept_version, expected):
    field = own(coordinator, "Readiness", kind="choice", choices="willing ready")
    url = address("own_field", coordinator, field.pk)
    mark = carried(coordinator.get(url), "opened")
    named = {"label": "Readiness", "opened": mark}
    coordinator.post(url, choices(("willing", "Willing"), ("ready", "All set"), **named))
    asked = coordinator.post(url, choices(("ready", "Ready"), ("willing", "Keen"), **named))
    assert asked.status_code == 409
    assert "All set" in said(asked)
    assert "Keen" in said(asked)
    coordinator.post(url, {**all_hidden(asked), "keep-choices_as": kept_version})
    assert labels(field) == expected


def test_choices_that_others_added_stay_when_only_the_name_was_changed(coordinator):
    field = own(coordinator, "Readiness", kind="choice", choices="willing ready")
    url = address("own_field", coordinator, field.pk)
    mark = carried(coordinator.get(url), "opened")
    both = (("willing", "Willing"), ("ready", "Ready"))
    coordinator.post(url, choices(*both, label="Readiness", more_choices="Able", opened=mark))
    coordinator.post(url, choices(*both, label="How ready", opened=mark))
    assert labels(field) == ["Willing", "Ready", "Able"]
    assert field.label == "How ready"


def test_entry_of_a_list_moves_one_place_for_two_presses(coordinator):
    coalition = coordinator.membership.coalition
    terms = [
        TermFactory(coalition=coalition, vocabulary="tag", name=name, position=place)
        for place, name in enumerate("ABC", 1)
    ]
    page = said(coordinator.get(address("lists", coordinator)))
    url = address("term_move", coordinator, terms[0].pk)
    key = re.search(rf'action="{url}".*?name="form_key" value="([^"]+)"', page, re.DOTALL)[1]
    for _press in "12":
        coordinator.post(url, {"step": "later", "form_key": key})
    assert "".join(Term.objects.order_by("position").values_list("name", flat=True)) == "BAC"


def test_own_field_moves_one_place_for_two_presses(coordinator):
    fields = [own(coordinator, name, position=place) for place, name in enumerate("ABC", 1)]
    page = coordinator.get(address("own_fields", coordinator))
    sent = {"step": "later", "form_key": carried(page, "form_key")}
    for _press in "12":
        coordinator.post(address("own_field_move", coordinator, fields[0].pk), sent)
    assert "".join(OwnField.objects.values_list("label", flat=True)) == "BAC"
