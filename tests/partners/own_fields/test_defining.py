"""Defining."""

import html

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import OwnField
from tests.conftest import MemberClient
from tests.factories import ContactFactory, OwnFieldFactory
from tests.partners.own_fields.defining import own, page, press
from tests.partners.test_forms import ours

NO_CHOICES = {"choices-TOTAL_FORMS": "0", "choices-INITIAL_FORMS": "0"}


def define(client: MemberClient, *, subject: str = "organisation", **told):
    url = reverse("partners:own_field_add", args=[client.slug])
    return client.post(
        f"{url}?about={subject}", {"kind": "text", "is_asked_first": "on", **NO_CHOICES, **told}
    )


def redefine(client: MemberClient, field: OwnField, **told):
    rows = {"choices-TOTAL_FORMS": len(field.choices), "choices-INITIAL_FORMS": len(field.choices)}
    for number, choice in enumerate(field.choices):
        rows |= {
            f"choices-{number}-key": choice.key,
            f"choices-{number}-label": choice.label,
            f"choices-{number}-place": number + 1,
        }
    url = reverse("partners:own_field", args=[client.slug, field.pk])
    return client.post(url, {"label": field.label, "kind": field.kind, **rows, **told})


def test_field_is_defined_under_a_key_that_stays(coordinator):
    define(coordinator, label="Meeting  room seats", kind="number", is_listed="on")
    field = OwnField.objects.get()
    assert (field.label, field.key, field.kind) == (
        "Meeting room seats",
        "meeting_room_seats",
        "number",
    )
    assert (field.is_listed, field.is_asked_first, field.is_personal) == (True, True, False)
    redefine(coordinator, field, label="Seats")
    field.refresh_from_db()
    assert (field.label, field.key) == ("Seats", "meeting_room_seats")


def test_field_about_people_is_personal_data_unless_said_otherwise(coordinator):
    url = reverse("partners:own_field_add", args=[coordinator.slug])
    assert coordinator.get(f"{url}?about=contact").context["form"].initial["is_personal"]
    define(coordinator, subject="contact", label="Eats", is_personal="on")
    field = OwnField.objects.get()
    assert (field.subject, field.is_personal, field.is_listed) == ("contact", True, False)


def test_field_without_latin_letters_gets_a_key_all_the_same(coordinator):
    define(coordinator, label="会議室")
    define(coordinator, label="座席数")
    assert list(OwnField.objects.values_list("key", flat=True)) == ["field", "field_2"]


def test_choices_keep_their_order_and_get_keys(coordinator):
    define(coordinator, label="Readiness", kind="choice", more_choices="Willing\nReady\nReady now")
    assert [(one.key, one.label) for one in OwnField.objects.get().choices] == [
        ("willing", "Willing"),
        ("ready", "Ready"),
        ("ready_now", "Ready now"),
    ]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"label": ""}, "This field is required"),
        ({"label": "Website"}, "there for everybody"),
        ({"label": "sectors"}, "there for everybody"),
        ({"label": "can host"}, "a field of yours already"),
        ({"label": "Fee paid"}, "Bring it back below"),
        ({"label": "Readiness", "kind": "choice"}, "What can one choose?"),
        ({"label": "Readiness", "more_choices": "Ready"}, "take choices"),
        (
            {"label": "Readiness", "kind": "choice", "more_choices": "Ready\nREADY"},
            "Two choices have the same name",
        ),
        ({"label": "Readiness", "kind": "colour"}, "Select a valid choice"),
    ],
)
def test_definition_that_cannot_be_is_refused_and_not_lost(coordinator, told, reason):
    own(coordinator, "Can host")
    own(coordinator, "Fee paid", retired=True)
    answer = define(coordinator, **({"help_text": "My careful words"} | told))
    assert answer.status_code == 422
    words = html.unescape(answer.content.decode())
    assert reason in words
    assert "My careful words" in words
    assert OwnField.objects.count() == 2


def test_choice_is_renamed_moved_and_offered_no_more_while_answers_stay(coordinator):
    field = own(coordinator, "Readiness", kind="choice", choices="willing ready leading")
    organisation = ours(coordinator, own_values={"readiness": "ready"})
    redefine(
        coordinator,
        field,
        **{
            "choices-1-label": "Ready to go",
            "choices-1-is_retired": "on",
            "choices-2-place": "1",
            "more_choices": "Resting",
        },
    )
    field.refresh_from_db()
    assert [one.label for one in field.choices] == ["Willing", "Leading", "Ready to go", "Resting"]
    assert [one.label for one in field.offered()] == ["Willing", "Leading", "Resting"]
    assert "Ready to go" in page(coordinator, "detail", organisation.pk)
    assert "Ready to go" in page(coordinator, "edit", organisation.pk)
    assert "Ready to go" not in page(coordinator, "add")


def test_choice_in_use_is_not_taken_away_and_one_without_use_is(coordinator):
    field = own(coordinator, "Readiness", kind="choice", choices="willing ready")
    ours(coordinator, own_values={"readiness": "ready"})
    ours(coordinator, own_values={"readiness": "ready"})
    refused = redefine(coordinator, field, **{"choices-1-goes": "on"})
    assert refused.status_code == 422
    assert "“Ready” is chosen 2 times" in html.unescape(refused.content.decode())
    redefine(coordinator, field, **{"choices-0-goes": "on"})
    field.refresh_from_db()
    assert [one.key for one in field.choices] == ["ready"]


def test_choice_of_several_in_use_is_not_taken_away(coordinator):
    field = own(
        coordinator, "Trained in", kind="choices", choices="walking cooking", subject="contact"
    )
    ContactFactory(
        organisation=ours(coordinator), own_values={"trained_in": ["walking", "cooking"]}
    )
    refused = redefine(coordinator, field, **{"choices-0-goes": "on"})
    assert "“Walking” is chosen once" in html.unescape(refused.content.decode())


def test_kind_changes_only_while_nobody_has_answered(coordinator):
    field = own(coordinator, "Seats")
    redefine(coordinator, field, kind="number")
    field.refresh_from_db()
    assert field.kind == "number"
    ours(coordinator, own_values={"seats": 12})
    refused = redefine(coordinator, field, kind="text")
    assert "One answer is there already" in html.unescape(refused.content.decode())
    field.refresh_from_db()
    assert field.kind == "number"


def test_fields_are_asked_in_their_order_which_can_be_changed(coordinator):
    first = own(coordinator, "First", position=1)
    second = own(coordinator, "Second", position=2)
    press(coordinator, "move", second, step="earlier")
    press(coordinator, "move", second, step="earlier")
    fields = OwnField.objects.order_by("position").values_list("pk", flat=True)
    assert list(fields) == [second.pk, first.pk]
    words = page(coordinator, "add")
    assert words.index("Second") < words.index("First")


@pytest.mark.parametrize("role", [Role.STEERING, Role.PARTNER, Role.VIEWER])
def test_only_who_keeps_the_lists_defines_fields(member, role):
    client = member(role)
    assert define(client, label="Seats").status_code == 403
    assert not OwnField.objects.exists()


def test_field_of_another_coalition_is_not_there(coordinator):
    other = OwnFieldFactory()
    assert press(coordinator, "retire", other).status_code == 404
    assert other.label not in page(coordinator, "own_fields")
    assert other.label not in page(coordinator, "add")
