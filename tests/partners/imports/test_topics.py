"""The profile in depth out of a spreadsheet: what it says, whose words they are, and the way back."""

import pytest

from partners.imports.mapping import by_heading
from partners.imports.topics import read_topic
from partners.models import ProfileAnswer, ProfileRow, Topic, Vocabulary, Voice
from tests.factories import OrganisationFactory, ProfileAnswerFactory, TermFactory
from tests.partners.importing import applied, checked, csv_text, outcomes, row, undone, uploaded


def acorn(client):
    return OrganisationFactory(coalition=client.membership.coalition, name="Acorn")


def said(organisation, topic, voice=Voice.OURS):
    return ProfileAnswer.objects.of(organisation.pk).about(topic).in_voice(voice).first()


def rows(organisation, topic):
    found = ProfileRow.objects.of(organisation.pk).about(topic).in_order()
    return [(one.name, one.level, one.period, one.note) for one in found]


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Mission", Topic.MISSION),
        ("Current initiatives", Topic.INITIATIVES),
        ("Fortalezas", Topic.STRENGTHS),
        ("Past collaborations", Topic.COLLABORATIONS),
        ("Capacity", Topic.CAPACITY),
        ("Level of government", Topic.GOVERNMENT),
    ],
)
def test_heading_names_a_topic(heading, topic):
    assert by_heading(heading) == f"topic.{topic}"


@pytest.mark.parametrize(
    ("topic", "cell", "told"),
    [
        (Topic.MISSION, "Good food: for all (always)", {"text": "Good food: for all (always)"}),
        (Topic.MISSION, "n/a", {}),
        (Topic.CAPACITY, "m", {"choice": "M"}),
        (Topic.CAPACITY, "Two people on Fridays", {"text": "Two people on Fridays"}),
        (Topic.GOVERNMENT, "County or district", {"choice": "county"}),
        (
            Topic.STRENGTHS,
            "Cooking classes (others learn from them): also in Somali; Vans",
            {
                "rows": [
                    {
                        "words": "Cooking classes",
                        "mark": "others learn from them",
                        "note": "also in Somali",
                    },
                    {"words": "Vans", "mark": "", "note": ""},
                ]
            },
        ),
    ],
)
def test_cell_is_read_as_its_topic_asks(topic, cell, told):
    assert read_topic(topic, cell) == told


def test_topics_of_a_new_partner_come_in_as_our_notes(coordinator):
    file = csv_text(
        ["Name", "Mission", "Capacity", "Strengths"],
        ["Acorn", "Good food for all", "M", "Cooking classes (3); Vans (can help)"],
    )
    applied(coordinator, file)
    answer = ProfileAnswer.objects.get(topic=Topic.MISSION)
    assert (answer.text, answer.voice) == ("Good food for all", Voice.OURS)
    assert answer.recorded_by == coordinator.membership.person
    assert said(answer.organisation, Topic.CAPACITY).choice == "M"
    assert rows(answer.organisation, Topic.STRENGTHS) == [
        ("Cooking classes", 3, "", ""),
        ("Vans", 1, "", ""),
    ]


def test_topics_come_in_as_their_words_when_told_so(coordinator):
    organisation = acorn(coordinator)
    ProfileAnswerFactory(organisation=organisation, topic="mission", voice="ours", text="We think")
    applied(coordinator, csv_text(["Name", "Mission"], ["Acorn", "They say"]), voice="theirs")
    assert said(organisation, "mission", Voice.THEIRS).text == "They say"
    assert said(organisation, "mission", Voice.OURS).text == "We think"


def test_collaboration_has_its_time_and_what_came_of_it(coordinator):
    organisation = acorn(coordinator)
    cell = "City Library (2023): a summer program"
    applied(coordinator, csv_text(["Name", "Past collaborations"], ["Acorn", cell]))
    assert rows(organisation, Topic.COLLABORATIONS) == [
        ("City Library", None, "2023", "a summer program")
    ]


def test_group_that_trusts_them_is_found_in_the_list_or_added(coordinator):
    organisation = acorn(coordinator)
    elders = TermFactory(
        coalition=coordinator.membership.coalition,
        vocabulary=Vocabulary.POPULATION,
        name="Elders",
    )
    applied(coordinator, csv_text(["Name", "Trusted by"], ["Acorn", "elders (4); Renters"]))
    assert rows(organisation, Topic.POPULATIONS) == [
        ("Elders", 4, "", ""),
        ("Renters", None, "", ""),
    ]
    assert ProfileRow.objects.filter(term=elders).count() == 1


def test_dry_run_shows_before_and_after_and_writes_nothing(coordinator):
    organisation = acorn(coordinator)
    ProfileAnswerFactory(organisation=organisation, topic="mission", voice="ours", text="Bread")
    run = checked(coordinator, csv_text(["Name", "Mission"], ["Acorn", "Bread and roses"]))
    assert row(run, 2).changes == [["topic.mission", "Bread", "Bread and roses"]]
    assert said(organisation, "mission").text == "Bread"


def test_same_answers_again_are_unchanged(coordinator):
    file = csv_text(["Name", "Mission", "Strengths"], ["Acorn", "Bread", "Ovens (2); Vans"])
    applied(coordinator, file)
    run = checked(coordinator, file)
    assert outcomes(run) == ["unchanged"]


def test_undo_takes_topics_back(coordinator):
    organisation = acorn(coordinator)
    ProfileAnswerFactory(organisation=organisation, topic="mission", voice="ours", text="Bread")
    file = csv_text(["Name", "Mission", "Strengths"], ["Acorn", "Roses", "Ovens (2)"])
    undone(coordinator, applied(coordinator, file))
    assert said(organisation, "mission").text == "Bread"
    assert rows(organisation, Topic.STRENGTHS) == []
    assert said(organisation, Topic.STRENGTHS) is None


def test_words_too_long_reject_the_row_with_its_column(coordinator):
    run = checked(coordinator, csv_text(["Name", "Mission"], ["Acorn", "word " * 1200]))
    assert outcomes(run) == ["rejected"]
    assert "room for 5000" in row(run, 2).reason


def test_question_whose_words_stands_only_beside_such_columns(coordinator):
    with_topic = uploaded(coordinator, csv_text(["Name", "Mission"], ["Acorn", "Bread"]))
    without = uploaded(coordinator, csv_text(["Name", "City"], ["Acorn", "Salem"]))
    pages = [
        coordinator.get(f"/{coordinator.slug}/partners/import/{run.pk}/columns/").content.decode()
        for run in (with_topic, without)
    ]
    assert ["Whose words" in page for page in pages] == [True, False]


def test_support_that_is_all_in_the_list_comes_as_its_kinds(coordinator):
    coalition = coordinator.membership.coalition
    for name in ("Child care", "An interpreter"):
        TermFactory(coalition=coalition, vocabulary="support", name=name)
    organisation = acorn(coordinator)
    cell = "child care: on Tuesdays; An Interpreter"
    applied(coordinator, csv_text(["Name", "Support needs"], ["Acorn", cell]))
    needs = ProfileRow.objects.filter(organisation=organisation, topic="support")
    assert [(row.name, row.note) for row in needs.in_order()] == [
        ("Child care", "on Tuesdays"),
        ("An interpreter", ""),
    ]
    applied(coordinator, csv_text(["Name", "Support needs"], ["Acorn", "Child care; a warm room"]))
    assert said(organisation, "support").text == "Child care; a warm room"
    assert needs.count() == 2
