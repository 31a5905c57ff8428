"""Own fields: how they are defined, asked, checked, shown, retired and brought back."""

import html
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Contact, Organisation, OwnField
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    OrganisationFactory,
    OwnFieldFactory,
    RepresentationFactory,
)
from tests.partners.test_forms import add, edit, ours

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


def press(client: MemberClient, what: str, field: OwnField, **told):
    return client.post(reverse(f"partners:own_field_{what}", args=[client.slug, field.pk]), told)


def own(client: MemberClient, label: str, **fields) -> OwnField:
    return OwnFieldFactory(coalition=client.membership.coalition, label=label, **fields)


def page(client: MemberClient, name: str, *args) -> str:
    answer = client.get(reverse(f"partners:{name}", args=[client.slug, *args]))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


# ---------------------------------------------------------------- defining


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


# ---------------------------------------------------------------- answering

KINDS = [
    ("text", {}, "  Door code  12 ", "Door code  12", "Door code"),
    ("long_text", {}, "One\nTwo", "One\nTwo", "One"),
    ("number", {}, "1,200", 1200, "1,200"),
    ("number", {}, "12.50", 12.5, "12.5"),
    ("number", {}, "0", 0, "0"),
    ("date", {}, "2024-05-01", "2024-05-01", "May 1, 2024"),
    ("choice", {"choices": "willing ready"}, "ready", "ready", "Ready"),
    ("choices", {"choices": "walking cooking"}, ["cooking"], ["cooking"], "Cooking"),
    ("yes_no", {}, "yes", True, "Yes"),
    ("yes_no", {}, "no", False, "No"),
    ("link", {}, "northgate.example/room", "https://northgate.example/room", "northgate.example"),
]


@pytest.mark.parametrize(("kind", "more", "typed", "kept", "shown"), KINDS)
def test_answer_is_kept_by_its_kind_and_shown_in_words(coordinator, kind, more, typed, kept, shown):
    own(coordinator, "Detail", kind=kind, **more)
    add(coordinator, own_detail=typed)
    organisation = Organisation.objects.get()
    organisation.refresh_from_db()
    if isinstance(kept, str):
        assert organisation.own_values["detail"].replace("\r", "") == kept
    else:
        assert organisation.own_values == {"detail": kept}
    assert shown in page(coordinator, "detail", organisation.pk)
    edit(coordinator, organisation, own_detail="" if kind != "choices" else [])
    organisation.refresh_from_db()
    assert organisation.own_values == {}


@pytest.mark.parametrize(
    ("kind", "typed", "reason"),
    [
        ("text", "x" * 301, "at most 300"),
        ("number", "about 20", "This is no number"),
        ("number", "1234567890123456", "no more than 15 digits"),
        ("date", "yesterday", "Enter a valid date"),
        ("choice", "purple", "Select a valid choice"),
        ("choices", ["purple"], "Select a valid choice"),
        ("yes_no", "perhaps", "Select a valid choice"),
        ("link", "javascript:alert(1)", "This is no web address"),
        ("link", "ftp://files.example", "begins with https://"),
    ],
)
def test_answer_of_another_kind_is_refused_and_nothing_typed_is_lost(
    coordinator, kind, typed, reason
):
    own(coordinator, "Detail", kind=kind, choices="red" if kind.startswith("choice") else "")
    organisation = ours(coordinator)
    answer = edit(coordinator, organisation, description="Careful words", own_detail=typed)
    words = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert reason in words
    assert "Careful words" in words
    if kind not in {"choice", "choices", "yes_no"}:
        assert typed in words
    organisation.refresh_from_db()
    assert organisation.own_values == {}


def test_required_field_must_be_answered(coordinator):
    own(coordinator, "Seats", kind="number", is_required=True)
    assert add(coordinator).status_code == 422
    assert add(coordinator, own_seats="3").status_code == 302


def test_field_that_is_not_asked_first_waits_for_the_edit(coordinator):
    own(coordinator, "Signed on", kind="date", is_asked_first=False, is_required=True)
    assert "Signed on" not in page(coordinator, "add")
    add(coordinator)
    assert "Signed on" in page(coordinator, "edit", Organisation.objects.get().pk)


def test_field_about_people_is_asked_and_shown_with_the_person(coordinator):
    own(coordinator, "Eats", subject="contact", is_personal=True)
    organisation = ours(coordinator)
    url = reverse("partners:contact_add", args=[coordinator.slug, organisation.pk])
    coordinator.post(url, {"name": "Dev Patel", "role": "other", "own_eats": "Vegan"})
    contact = Contact.objects.get()
    assert contact.own_values == {"eats": "Vegan"}
    assert "Vegan" in page(coordinator, "detail", organisation.pk)
    url = reverse("partners:contact_edit", args=[coordinator.slug, organisation.pk, contact.pk])
    assert "Vegan" in coordinator.get(url).content.decode()


# ---------------------------------------------------------------- who sees what


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.ADMINISTRATOR, {"Open", "Personal", "Internal"}),
        (Role.COORDINATOR, {"Open", "Personal", "Internal"}),
        (Role.STEERING, {"Open", "Personal", "Internal"}),
        (Role.VIEWER, {"Open"}),
    ],
)
@pytest.mark.parametrize("subject", ["organisation", "contact"])
def test_role_sees_what_it_may(member, role, seen, subject):
    client = member(role)
    assert told_on_page(client, ours(client), subject) == seen


@pytest.mark.parametrize("subject", ["organisation", "contact"])
def test_partner_sees_of_itself_all_but_what_is_internal(db, subject):
    representation = RepresentationFactory()
    client = MemberClient.of(representation.membership)
    assert told_on_page(client, representation.organisation, subject) == {"Open", "Personal"}


def told_on_page(client: MemberClient, organisation: Organisation, subject: str) -> set[str]:
    own(client, "Open", subject=subject)
    own(client, "Personal", subject=subject, is_personal=True)
    own(client, "Internal", subject=subject, is_internal=True)
    values = {name: f"{name} answer" for name in ("open", "personal", "internal")}
    if subject == "contact":
        ContactFactory(organisation=organisation, own_values=values)
    else:
        Organisation.objects.filter(pk=organisation.pk).update(own_values=values)
    words = page(client, "detail", organisation.pk)
    return {name.capitalize() for name, answer in values.items() if answer in words}


def test_partner_answers_for_itself_and_keeps_what_is_internal(db):
    representation = RepresentationFactory()
    organisation = representation.organisation
    client = MemberClient.of(representation.membership)
    own(client, "Seats", kind="number")
    own(client, "Readiness", is_internal=True)
    Organisation.objects.filter(pk=organisation.pk).update(own_values={"readiness": "Slow"})
    assert "Readiness" not in page(client, "profile", organisation.pk)
    edit(client, organisation, "profile", own_seats="12", own_readiness="Leading")
    organisation.refresh_from_db()
    assert organisation.own_values == {"seats": 12, "readiness": "Slow"}


# ---------------------------------------------------------------- retiring


def test_retired_field_is_asked_no_more_and_comes_back_with_its_answers(coordinator):
    field = own(coordinator, "Seats", kind="number", is_listed=True)
    organisation = ours(coordinator, own_values={"seats": 12})
    answer = press(coordinator, "retire", field)
    assert answer["Location"].endswith("#organisation")
    page(coordinator, "own_fields")  # shows the message, which names the field
    for name, args in (("edit", [organisation.pk]), ("add", []), ("list", [])):
        assert "Seats" not in page(coordinator, name, *args)
    profile = coordinator.get(organisation.get_absolute_url()).context["profile"]
    assert profile.own == []
    edit(coordinator, organisation, description="Something else")
    organisation.refresh_from_db()
    assert organisation.own_values == {"seats": 12}
    press(coordinator, "restore", field)
    assert ">12<" in page(coordinator, "detail", organisation.pk)


def test_answers_of_a_retired_field_are_downloaded(coordinator):
    field = own(coordinator, "Signed on", kind="date", retired=True)
    ours(coordinator, name="Northgate", own_values={"signed_on": "2024-05-01"})
    ours(coordinator, name="Cedar Lane")
    url = reverse("partners:own_field_values", args=[coordinator.slug, field.pk])
    lines = b"".join(coordinator.get(url)).decode("utf-8-sig").splitlines()
    assert lines == ['"Name","Signed on"', '"Northgate","2024-05-01"']


def test_answers_about_people_are_downloaded_with_their_organisation(coordinator):
    field = own(coordinator, "Eats", subject="contact")
    ContactFactory(
        organisation=ours(coordinator, name="Northgate"), name="Dev", own_values={"eats": "Vegan"}
    )
    url = reverse("partners:own_field_values", args=[coordinator.slug, field.pk])
    lines = b"".join(coordinator.get(url)).decode("utf-8-sig").splitlines()
    assert lines[1] == '"Northgate","Dev","Vegan"'


def test_settings_page_counts_answers_in_the_same_queries(coordinator, django_assert_num_queries):
    url = reverse("partners:own_fields", args=[coordinator.slug])
    coordinator.get(url)
    own(coordinator, "Seats", kind="number")
    ours(coordinator, own_values={"seats": 12})
    with django_assert_num_queries(5):
        assert "one answer" in coordinator.get(url).content.decode()
    own(coordinator, "Eats", subject="contact")
    own(coordinator, "Fee paid", retired=True)
    ours(coordinator, own_values={"seats": 12, "fee_paid": "Yes"})
    with django_assert_num_queries(5):
        assert "2 answers" in coordinator.get(url).content.decode()


# ---------------------------------------------------------------- what the database keeps


@pytest.mark.parametrize("values", [[], "text", 7, True])
@pytest.mark.parametrize("factory", [OrganisationFactory, ContactFactory])
def test_database_refuses_values_that_are_no_object(db, factory, values):
    with pytest.raises(IntegrityError, match="own_values_are_an_object"), transaction.atomic():
        factory(own_values=values)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"subject": "meeting"}, "own_field_subject_is_known"),
        ({"kind": "colour"}, "own_field_kind_is_known"),
        ({"label": "", "key": "x"}, "own_field_has_a_name"),
        ({"key": "Not plain"}, "own_field_key_is_plain"),
        ({"kind": "choice"}, "own_field_offers_choices"),
        ({"choices": "red"}, "own_field_offers_choices"),
        ({"label": "SEATS", "key": "other"}, "own_field_is_named_once_per_subject"),
        ({"label": "Chairs", "key": "seats"}, "own_field_has_a_key_of_its_own"),
    ],
)
def test_database_refuses_a_definition_that_cannot_be(db, fields, constraint):
    first = OwnFieldFactory(label="Seats")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OwnFieldFactory(coalition=first.coalition, **fields)


def test_value_that_somebody_wrote_past_the_forms_breaks_no_page(coordinator):
    own(coordinator, "Seats", kind="number", is_listed=True)
    own(coordinator, "Signed on", kind="date", is_listed=True)
    own(coordinator, "Topics", kind="choices", choices="red", is_listed=True)
    wrong = {"seats": "many", "signed_on": 7, "topics": "red"}
    organisation = ours(coordinator, own_values=wrong, since_on=date(2024, 5, 1))
    for name, args in (("detail", [organisation.pk]), ("edit", [organisation.pk]), ("list", [])):
        page(coordinator, name, *args)
    url = reverse("partners:list", args=[coordinator.slug])
    assert coordinator.get(f"{url}?own-seats-from=1&own-signed_on-to=2024-01-01").status_code == 200
