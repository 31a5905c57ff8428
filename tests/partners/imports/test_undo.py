"""Taking an import back, and what stops it from doing harm."""

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    ImportRun,
    Organisation,
    Phone,
    SearchEntry,
    Term,
)
from tests.conftest import MemberClient
from tests.factories import (
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.importing import applied, checked, csv_text, decide, undone

pytestmark = pytest.mark.django_db
TABLES = (
    Organisation,
    Alias,
    ExternalIdentifier,
    Phone,
    Address,
    Contact,
    Classification,
    Term,
    SearchEntry,
)


def everything(coalition) -> dict[str, list]:
    """All rows of the coalition that an import could touch."""
    return {
        model.__name__: sorted(model.objects.filter(coalition=coalition).values_list(), key=str)
        for model in TABLES
    }


def test_undo_puts_created_and_edited_partners_back(coordinator):
    coalition = coordinator.membership.coalition
    contact = ContactFactory(organisation__coalition=coalition, organisation__name="Oak Hill")
    before = everything(coalition)
    text = csv_text(
        ["Name", "Website", "Contact", "Title", "Sector"],
        ["Oak Hill", "oak.example", contact.name, "Director", "Food"],
        ["Elm Park", "elm.example", "Bo Hu", "Chair", "Food"],
    )
    run = applied(coordinator, text)
    assert everything(coalition) != before
    undone(coordinator, run)
    assert everything(coalition) == before


def test_undo_leaves_a_partner_whose_contact_was_edited_since(coordinator):
    run = applied(
        coordinator, csv_text(["Name", "Contact"], ["Oak Hill", "Ana Ruiz"], ["Elm", "Bo"])
    )
    Contact.objects.filter(name="Ana Ruiz").update(title="Chair")
    undone(coordinator, run)
    assert [o.name for o in Organisation.objects.all()] == ["Oak Hill"]
    assert [c.title for c in Contact.objects.all()] == ["Chair"]
    assert run.counts["kept"] == 1


def test_undo_leaves_a_new_partner_that_got_another_contact_since(coordinator):
    run = applied(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm"]))
    ContactFactory(organisation=Organisation.objects.get(name="Oak Hill"))
    undone(coordinator, run)
    assert [o.name for o in Organisation.objects.all()] == ["Oak Hill"]


def test_undo_leaves_a_new_partner_to_which_something_refers(coordinator):
    run = applied(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm"]))
    RepresentationFactory(organisation=Organisation.objects.get(name="Oak Hill"))
    undone(coordinator, run)
    assert [o.name for o in Organisation.objects.all()] == ["Oak Hill"]


def test_undo_leaves_a_new_word_that_others_carry_by_now(coordinator):
    coalition = coordinator.membership.coalition
    run = applied(coordinator, csv_text(["Name", "Sectors"], ["Oak Hill", "Food; Rides"]))
    other = OrganisationFactory(coalition=coalition, name="Unconnected")
    ClassificationFactory(organisation=other, term=Term.objects.get(name="Food"))
    undone(coordinator, run)
    assert [t.name for t in Term.objects.filter(coalition=coalition)] == ["Food"]


def test_undo_of_an_earlier_import_leaves_what_a_later_one_changed(coordinator):
    first = applied(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm"]))
    applied(coordinator, csv_text(["Name", "Website"], ["Oak Hill", "oak.example"]))
    undone(coordinator, first)
    assert [o.website for o in Organisation.objects.all()] == ["https://oak.example"]


def test_undone_file_can_be_brought_in_again(coordinator):
    text = csv_text(["Name", "Contact"], ["Oak Hill", "Ana Ruiz"])
    undone(coordinator, applied(coordinator, text))
    applied(coordinator, text)
    assert Contact.objects.get().name == "Ana Ruiz"


def test_undo_pressed_twice_says_that_there_is_nothing_left(coordinator):
    run = undone(coordinator, applied(coordinator, csv_text(["Name"], ["Oak Hill"])))
    url = reverse("partners:import_undo", args=[coordinator.slug, run.pk])
    assert coordinator.get(url).status_code == 302
    assert coordinator.post(url).status_code == 302
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE


# ---------------------------------------------------------------- whatever the file holds

NAMES = ["Oak Hill", "Oak Hill, Inc.", "Elm Park", "Elm Parc", "Ash & Co", "The Ash", ""]
CELLS = st.fixed_dictionaries(
    {
        "Name": st.sampled_from(NAMES),
        "EIN": st.sampled_from(["", "", "52-1", "52-2"]),
        "Email": st.sampled_from(["", "a@oak.example", "b@elm.example; c@elm.example", "wrong@"]),
        "Website": st.sampled_from(["", "oak.example", "http://elm.example/x"]),
        "Phone": st.sampled_from(["", "(410) 555-0100", "410-555-0101 / 410-555-0102"]),
        "Address": st.sampled_from(["", "5 N Main St"]),
        "Zip": st.sampled_from(["", "21215", "21215-0001"]),
        "Sectors": st.sampled_from(["", "Food", "Food; Health", "Rides"]),
        "Contact": st.sampled_from(["", "Ana Ruiz", "Ana Ruiz/Bo Hu"]),
        "Title": st.sampled_from(["", "Director"]),
    }
)


def settled_coalition() -> MemberClient:
    client = MemberClient.of(MembershipFactory())
    coalition = client.membership.coalition
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill", website="https://oak.example")
    ContactFactory(organisation=oak, name="Ana Ruiz", email="a@oak.example")
    ClassificationFactory(organisation=oak, term=TermFactory(coalition=coalition, name="Food"))
    OrganisationFactory(coalition=coalition, name="Elm Park", retired=True)
    return client


@settings(
    max_examples=25,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rows=st.lists(CELLS, min_size=1, max_size=6), answer=st.sampled_from(["update", "new", "skip"])
)
def test_import_and_undo_leave_every_table_as_it_was(rows, answer, db):
    client = settled_coalition()
    coalition = client.membership.coalition
    before = everything(coalition)
    headings = list(rows[0])
    text = csv_text(headings, *[[told[heading] for heading in headings] for told in rows])
    columns = [
        "name", "external_id", "email", "website", "phone", "street", "postcode", "sector",
        "contact_name", "contact_title",
    ]  # fmt: skip
    told = {f"column-{position}": key for position, key in enumerate(columns)}
    run = checked(client, text, **told, scheme="EIN")
    decide(client, run, all=answer)
    decide(client, run, do="apply")
    assert run.state == ImportRun.State.APPLIED, run.problem
    check_database()
    undone(client, run)
    assert everything(coalition) == before
    check_database()


def check_database() -> None:
    """The keys between coalitions are checked at commit; the test never commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
