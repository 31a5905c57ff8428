"""One of the coalition's own fields, for many organisations together."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import BulkEdit, Organisation, OwnField
from tests.conftest import MemberClient
from tests.factories import OwnFieldFactory
from tests.partners.listing.browsing import names
from tests.partners.own_fields.defining import own
from tests.partners.selecting import apply, many, pick, preview, some, undo

pytestmark = pytest.mark.django_db


def said(key: str) -> list:
    found = Organisation.objects.order_by("pk").values_list("own_values", flat=True)
    return [values.get(key) for values in found]


def asked(client: MemberClient, field: OwnField, **answers):
    url = reverse("partners:bulk_start", args=[client.slug])
    told = urlencode({"what": "own", "field": field.key})
    named = {name.replace("value", f"own_{field.key}"): answer for name, answer in answers.items()}
    return client.post(f"{url}?{told}", named)


def prepared(client: MemberClient, field: OwnField, **answers) -> BulkEdit:
    answer = asked(client, field, **answers)
    assert answer.status_code == 302, answer.context["form"].errors
    return BulkEdit.objects.latest("pk")


def changed(client: MemberClient, field: OwnField, **answers) -> BulkEdit:
    edit = prepared(client, field, **answers)
    apply(client, edit)
    assert edit.state == BulkEdit.State.APPLIED, edit.problem
    return edit


@pytest.mark.parametrize(
    ("kind", "choices", "typed", "kept", "words"),
    [
        ("text", "", "Green door", "Green door", "Green door"),
        ("long_text", "", "Ring\ntwice", "Ring\ntwice", "Ring\ntwice"),
        ("number", "", "1,200", 1200, "1,200"),
        ("date", "", "2026-05-01", "2026-05-01", "May 1, 2026"),
        ("choice", "willing ready", "ready", "ready", "Ready"),
        ("choices", "walking cooking", ["walking", "cooking"], ["walking", "cooking"], None),
        ("yes_no", "", "no", False, "No"),
        ("link", "", "oak.example", "https://oak.example", "https://oak.example"),
    ],
)
def test_every_kind_of_field_is_set_cleared_and_undone(
    coordinator, kind, choices, typed, kept, words
):
    field = own(coordinator, "Seats", kind=kind, choices=choices)
    first, second = some(coordinator, 2, own_values={"other": "stays"})
    pick(coordinator, first.pk, second.pk)
    edit = prepared(coordinator, field, how="set", value=typed)
    shown = preview(coordinator, edit)
    assert said("seats") == [None, None]
    assert [row.before for row in shown.rows] == ["nothing", "nothing"]
    assert words is None or [row.after for row in shown.rows] == [words, words]
    apply(coordinator, edit)
    assert said("seats") == [kept, kept]
    with recording("another change"):
        cleared = changed(coordinator, field, how="clear")
    assert said("seats") == [None, None]
    assert said("other") == ["stays", "stays"]
    with recording("another change"):
        undo(coordinator, cleared)
    assert said("seats") == [kept, kept]
    undo(coordinator, edit)


def test_preview_tells_who_says_so_already_and_how_the_others_stand(coordinator):
    field = own(coordinator, "Seats", kind="number")
    some(coordinator, 2, own_values={"seats": 40})
    some(coordinator, 1, own_values={"seats": 12})
    some(coordinator, 1)
    pick(coordinator, do="all")
    shown = preview(coordinator, prepared(coordinator, field, how="set", value="40"))
    assert (len(shown.plan.same), len(shown.plan.changing)) == (2, 2)
    assert dict(shown.parts) == {"“12”": 1, "nothing": 1}
    assert shown.wish == "Seats: 40"


def test_search_finds_what_was_said_of_many(coordinator):
    field = own(coordinator, "Door")
    pick(coordinator, *many(coordinator, 3))
    edit = changed(coordinator, field, how="set", value="Chartreuse")
    assert len(names(coordinator, "?q=chartreuse")) == 3
    with recording("another change"):
        undo(coordinator, edit)
    assert names(coordinator, "?q=chartreuse&people=") == []


def test_history_of_each_tells_it_in_words(coordinator):
    field = own(coordinator, "Seats", kind="number")
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk, second.pk)
    changed(coordinator, field, how="set", value="40")
    url = reverse("partners:history", args=[coordinator.slug, first.pk])
    assert "Seats: 40, together with one other" in coordinator.get(url).content.decode()


def test_somebody_who_wrote_the_field_since_keeps_it(coordinator):
    field = own(coordinator, "Seats", kind="number")
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, field, how="set", value="40")
    with recording("organisation.edited"):
        Organisation.objects.filter(pk=first.pk).update(own_values={"seats": 41})
    with recording("partners.undone_together"):
        undo(coordinator, edit)
    assert said("seats") == [41, None]
    assert edit.kept == [first.pk]


@pytest.mark.parametrize(
    "change",
    [
        {"retired_on": "2026-05-01"},
        {"kind": "text", "options": []},
        {"options": [{"key": "other", "label": "Other", "is_retired": False}]},
    ],
)
def test_field_that_changed_since_the_preview_is_not_written(coordinator, change):
    field = own(coordinator, "Readiness", kind="choice", choices="willing ready")
    pick(coordinator, *many(coordinator, 2))
    edit = prepared(coordinator, field, how="set", value="ready")
    OwnField.objects.filter(pk=field.pk).update(**change)
    answer = apply(coordinator, edit)
    assert edit.state == BulkEdit.State.PREPARED
    assert "has changed since you looked" in coordinator.get(answer["Location"]).content.decode()
    assert said("readiness") == [None, None]


@pytest.mark.parametrize(
    ("fields", "answers"),
    [
        ({"kind": "number"}, {"how": "set", "value": ""}),
        ({"kind": "number"}, {"how": "set", "value": "many"}),
        ({"kind": "number"}, {"how": "", "value": "3"}),
        ({"kind": "number", "is_required": True}, {"how": "clear"}),
        ({"kind": "choice", "choices": "a b"}, {"how": "set", "value": "c"}),
        ({"kind": "choices", "choices": "a b"}, {"how": "set"}),
        ({"kind": "yes_no"}, {"how": "set", "value": ""}),
    ],
)
def test_answers_that_make_no_sense_come_back_with_a_reason(coordinator, fields, answers):
    field = own(coordinator, "Seats", **fields)
    pick(coordinator, *many(coordinator, 2))
    answer = asked(coordinator, field, **answers)
    assert answer.status_code == 422
    assert answer.context["form"].errors


def test_what_is_typed_beside_leaving_it_empty_does_not_matter(coordinator):
    field = own(coordinator, "Seats", kind="number")
    some(coordinator, 1, own_values={"seats": 40})
    pick(coordinator, do="all")
    changed(coordinator, field, how="clear", value="many")
    assert said("seats") == [None]


def test_page_offers_every_current_field_of_organisations(coordinator):
    seats = own(coordinator, "Seats", kind="number")
    own(coordinator, "Door")
    own(coordinator, "Gone", retired_on="2026-05-01")
    own(coordinator, "Diet", subject="contact")
    pick(coordinator, *many(coordinator, 1))
    page = coordinator.get(
        f"{reverse('partners:bulk_start', args=[coordinator.slug])}?what=own&field=door"
    )
    assert [field.label for field in page.context["fields"]] == ["Seats", "Door"]
    assert page.context["field"].label == "Door"
    assert seats in page.context["fields"]


def test_coalition_without_own_fields_hears_so(coordinator):
    pick(coordinator, *many(coordinator, 1))
    url = f"{reverse('partners:bulk_start', args=[coordinator.slug])}?what=own"
    assert "no fields of your own yet" in coordinator.get(url).content.decode()
    assert coordinator.post(url, {"how": "clear"}).status_code == 200
    assert not BulkEdit.objects.exists()


def test_field_of_another_coalition_is_not_offered(coordinator):
    other = OwnFieldFactory(label="Theirs")
    own(coordinator, "Mine")
    pick(coordinator, *many(coordinator, 1))
    assert asked(coordinator, other, how="clear").status_code == 404
    assert not BulkEdit.objects.exists()


@pytest.mark.parametrize("number", [1, 60])
def test_as_many_statements_for_one_as_for_many(coordinator, number, django_assert_max_num_queries):
    field = own(coordinator, "Seats", kind="number")
    pick(coordinator, *many(coordinator, number))
    edit = prepared(coordinator, field, how="set", value="40")
    seen = preview(coordinator, edit).plan.seen
    with django_assert_max_num_queries(37):
        apply(coordinator, edit, seen=seen)


def test_steering_may_not_write_fields_of_many(member):
    client = member(Role.STEERING)
    field = own(client, "Seats", kind="number")
    assert asked(client, field, how="clear").status_code == 403
