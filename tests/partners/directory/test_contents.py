"""What the directory tells."""

from django.urls import reverse

from tests.factories import ClassificationFactory, ContactFactory, OrganisationFactory, TermFactory
from tests.partners.directory.pages import ALL, YES, both, pdf

# ---------------------------------------------------------------- what it tells


def test_directory_tells_what_was_chosen(coordinator, northgate):
    ContactFactory(
        organisation=northgate,
        name="Lucía Núñez",
        title="Directora",
        email="lucia@nandu.example",
        phone="555-0160",
        **YES,
    )
    for text in both(coordinator):
        for told in (
            *("Who is who", "Centro Médico Ñandú", "Packs 900 boxes a week.", "nandu.example"),
            *("hola@nandu.example", "555-0112 (deliveries)", "14 Market Row, Elm"),
            *("Lucía Núñez", "Directora", "lucia@nandu.example", "555-0160"),
        ):
            assert told in text


def test_directory_leaves_out_what_was_not_chosen(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Lucía", email="lucia@nandu.example", **YES)
    query = "chosen=1&grouping=name&paper=a4&people_told=name"
    for text in both(coordinator, query):
        assert "Centro Médico Ñandú" in text
        assert "Lucía" in text
        for untold in ("Packs 900", "hola@nandu", "555-0112", "14 Market", "lucia@nandu"):
            assert untold not in text


def test_no_detail_of_people_chosen_names_nobody(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Lucía", **YES)
    for text in both(coordinator, "chosen=1&grouping=name&paper=a4"):
        assert "Lucía" not in text


def test_title_page_says_whose_directory_it_is(coordinator, northgate):
    coalition = coordinator.membership.coalition
    reader, _text = pdf(coordinator)
    first = reader.pages[0].extract_text()
    assert "Who is who" in first
    assert coalition.name in first
    assert "1 partner" in first
    assert reader.metadata.title == "Who is who"
    assert "page 2 of 2" in reader.pages[1].extract_text()


def test_alphabet_ignores_accents(coordinator, northgate):
    coalition = northgate.coalition
    for name in ("Élan", "Elm Park", "211 Line"):
        OrganisationFactory(coalition=coalition, name=name)
    answer = coordinator.get(reverse("partners:directory", args=[coordinator.slug]))
    groups = answer.context["directory"].groups
    assert [(group.heading, [entry.name for entry in group.entries]) for group in groups] == [
        ("0–9", ["211 Line"]),
        ("C", ["Centro Médico Ñandú"]),
        ("E", ["Élan", "Elm Park"]),
    ]


def test_sectors_stand_in_their_own_order_and_refer_to_each_other(coordinator, northgate):
    coalition = northgate.coalition
    health = TermFactory(coalition=coalition, name="Health care", position=1)
    food = TermFactory(coalition=coalition, name="Food", position=2)
    for term in (food, health):
        ClassificationFactory(organisation=northgate, term=term)
    OrganisationFactory(coalition=coalition, name="Of no sector")
    query = ALL.replace("grouping=name", "grouping=sector")
    answer = coordinator.get(f"{reverse('partners:directory', args=[coordinator.slug])}?{query}")
    groups = answer.context["directory"].groups
    assert [group.heading for group in groups] == ["Health care", "Food", "Without a sector"]
    assert [entry.name for entry in groups[0].entries] == ["Centro Médico Ñandú"]
    assert groups[1].entries == []
    assert [other.group for other in groups[1].elsewhere] == ["Health care"]
    reader, text = pdf(coordinator, query)
    assert "Contents" in reader.pages[1].extract_text()
    assert "see Health care, page 3" in text
