"""What history says reads like something that somebody has said."""

from datetime import date

import pytest

from partners.models import Contact, Organisation, Phone
from partners.reports.history.sentences import Detail, sentences_of
from partners.reports.history.timeline import timeline
from tests.factories import (
    AliasFactory,
    AttachmentFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
    TermFactory,
)
from tests.partners.changes import change


def said(*details: Detail) -> list[str]:
    return list(sentences_of(details))


def part(label: str, *values: str, many: str, went: bool = False) -> list[Detail]:
    return [
        Detail(label, value if went else "", "" if went else value, is_part=True, many=many)
        for value in values
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("Partner", "Prospect", "Note: Prospect, before that Partner"),
        ("May 2, 2025", "May 1, 2026", "Note: May 1, 2026, before that May 2, 2025"),
        ("We walk.", "We talk", "Note: “We talk”, before that “We walk.”"),
        ("Acorn, Inc.", "Acorn", "Note: “Acorn”, before that “Acorn, Inc.”"),
        ("One\nTwo", "One", "Note: One, before that One Two"),
        ("We walk.", "", "Note left empty, before that “We walk.”"),
        ("", "We walk.", "Note: We walk."),
    ],
)
def test_value_that_ends_a_sentence_stands_in_quotes(before, after, sentence):
    assert said(Detail("Note", before, after)) == [sentence]


def test_long_values_are_cut_after_a_word():
    (sentence,) = said(Detail("Note", "", "carrots " * 100))
    assert len(sentence) < 260
    assert sentence.endswith("carrots …")


def test_long_values_that_begin_alike_are_shown_where_they_differ():
    same = "We walk on Mondays. " * 20
    (sentence,) = said(Detail("Note", f"{same}Bring water.", f"{same}Bring tea."))
    assert sentence == (
        "Note: “…walk on Mondays. We walk on Mondays. Bring tea.”,"
        " before that “…walk on Mondays. We walk on Mondays. Bring water.”"
    )


def test_several_of_one_kind_share_a_sentence():
    languages = part("Language", "Somali", "Spanish", "Arabic", many="Languages")
    assert said(*languages) == ["Languages added: Somali, Spanish and Arabic"]
    gone = part("Language", "Somali", "Spanish", many="Languages", went=True)
    assert said(*gone) == ["Languages removed: Somali and Spanish"]
    assert said(languages[0]) == ["Language added: Somali"]


@pytest.mark.parametrize("value", ["Dev Patel, Driver", "Food and farming"])
def test_values_with_joints_of_their_own_are_parted_by_semicolons(value):
    assert said(*part("Thing", "Ana Ruiz", value, many="Things")) == [
        f"Things added: Ana Ruiz; {value}"
    ]


# ---------------------------------------------------------------- in the story of an organisation


@pytest.fixture
def ruth(db):
    return PersonFactory(full_name="Ruth Adeyemi")


@pytest.fixture
def northgate(ruth) -> Organisation:
    with change("organisation.added", day=0, by=ruth):
        return OrganisationFactory(name="Northgate")


def newest(organisation: Organisation):
    return timeline(organisation, may_see_contacts=True).entries[0]


def test_first_entry_adds_nothing_to_what_was_not_there(northgate):
    with change("organisation.added", day=0):
        acorn = OrganisationFactory(name="Acorn")
        for name in ("AC", "Oak"):
            AliasFactory(organisation=acorn, name=name)
        ContactFactory(organisation=acorn, name="Dev Patel", title="")
    assert newest(acorn).sentences == [
        "Name: Acorn",
        "Kind: Partner",
        "Person: Dev Patel",
        "Other names: AC and Oak",
    ]


def test_parts_that_all_came_are_said_to_have_come(northgate, ruth):
    with change(day=1, by=ruth):
        ContactFactory(organisation=northgate, name="Dev Patel", title="Driver", role="other")
        term = TermFactory(coalition=northgate.coalition, name="Spanish", vocabulary="language")
        ClassificationFactory(organisation=northgate, term=term)
    entry = newest(northgate)
    assert entry.headline == "Person and language added"
    assert entry.sentences == ["Person added: Dev Patel, Driver", "Language added: Spanish"]


def test_new_keeper_is_named(northgate, ruth):
    with change(day=1, by=ruth):
        Organisation.objects.filter(pk=northgate.pk).update(owner=ruth)
    assert newest(northgate).headline == "Ruth Adeyemi looks after them now"
    with change(day=2, by=ruth):
        Organisation.objects.filter(pk=northgate.pk).update(owner=None)
    assert newest(northgate).headline == "Nobody looks after them now"


def test_what_changed_of_one_person_is_said_of_them(northgate, ruth):
    with change(day=1):
        person = ContactFactory(organisation=northgate, name="Dev Patel", title="", email="")
    with change(day=2, by=ruth):
        Contact.objects.filter(pk=person.pk).update(title="Driver", preferred_channel="phone")
    entry = newest(northgate)
    assert entry.headline == "Dev Patel: job title and best way to reach them changed"
    assert entry.sentences == ["Job title: Driver", "Best way to reach them: Phone"]


def test_what_changed_of_two_people_says_whose_it_is(northgate, ruth):
    with change(day=1):
        for name in ("Ana Ruiz", "Dev Patel"):
            ContactFactory(organisation=northgate, name=name, title="", role="other")
    with change(day=2, by=ruth):
        Contact.objects.update(title="Driver")
    assert newest(northgate).sentences == [
        "Job title (Ana Ruiz): Driver",
        "Job title (Dev Patel): Driver",
    ]


def test_to_be_left_out_of_the_directory_is_said_plainly(northgate, ruth):
    with change(day=1, by=ruth):
        Organisation.objects.update(is_left_out_of_directory=True)
    entry = newest(northgate)
    assert entry.headline == "Ruth Adeyemi left them out of the directory"
    with change(day=2, by=ruth):
        Organisation.objects.update(is_left_out_of_directory=False)
    assert newest(northgate).headline == "Ruth Adeyemi let the directory name them again"


def test_answer_about_the_directory_does_not_tell_that_nobody_had_asked(northgate, ruth):
    with change(day=1):
        person = ContactFactory(organisation=northgate, name="Dev Patel")
    with change(day=2, by=ruth):
        Contact.objects.filter(pk=person.pk).update(
            listing_consent="yes",
            listing_consent_on=date(2026, 5, 1),
            listing_consent_how="by phone",
        )
    entry = newest(northgate)
    assert entry.headline == "Dev Patel may be named in the directory"
    assert entry.sentences == [
        "May be listed in the directory: Yes",
        "Asked or answered on: May 1, 2026",
        "How we know: by phone",
    ]


def test_sharing_a_file_is_said_plainly(northgate, ruth):
    with change(day=1):
        file = AttachmentFactory(organisation=northgate, name="Agreement.pdf", uploaded_by=ruth)
    for day, is_shared, sentence in (
        (2, True, "Their own people may open Agreement.pdf now"),
        (3, False, "Their own people may not open Agreement.pdf any more"),
    ):
        with change("file.shared", day=day, by=ruth):
            file.is_shared = is_shared
            file.save()
        assert (newest(northgate).headline, newest(northgate).sentences) == (sentence, [])


def test_merged_ones_are_named_as_a_sentence_does(northgate, ruth):
    with change("organisation.merged", day=1, by=ruth, reason="CLHC; Cedar; Oak Clinic"):
        Phone.objects.create(
            organisation=northgate, coalition=northgate.coalition, number="555-0100"
        )
    said = "Ruth Adeyemi merged CLHC, Cedar and Oak Clinic into them"
    assert newest(northgate).headline == said
