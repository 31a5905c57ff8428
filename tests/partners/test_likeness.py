"""Who is likely the same, and who only looks alike: the table that coordinators would agree with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.likeness.blocks import WEAK_BLOCKS, blocks
from partners.likeness.faces import digits_of, face, host_of, street_key
from partners.likeness.judging import THRESHOLD, compare, may_be_likely
from partners.likeness.lexicon import Lexicon, lexicon
from partners.likeness.names import Kind
from partners.likeness.names import compare as compare_names
from partners.likeness.words import names_in, read

SAME = [
    ("Arc of Baltimore, The", "The ARC of Baltimore, Inc."),
    ("Johns Hopkins Hosp.", "Johns Hopkins Hospital"),
    ("Riverbend Food Bank", "Riverbend Foodbank Inc"),
    ("Northgate Grocers Co-op", "Northgate Grocers Cooperative"),
    ("Garrett Co. Community Action", "Garrett County Community Action"),
    ("Chase Brexton Health Services", "Chase Braxton Health Service"),
    ("Heartly  House, Inc.", "HEARTLY HOUSE INC"),
    ("Dept. of Aging", "Department of Aging"),
    ("St. Vincent de Paul", "Saint Vincent De Paul"),
    ("Second Chance", "2nd Chance"),
    ("Balto. City Health Dept", "Baltimore City Health Department"),
    ("Organización Latina", "Organizacion Latina"),
    ("Boys & Girls Club of Elm Park", "Boys and Girls Club of Elm Park"),
    ("Riverbend Tenants Union", "Riverbend Tenant Union"),
    ("NAMI", "National Alliance on Mental Illness"),
    ("Advanced Micro Devices (AMD)", "Advanced Micro Devices"),
    ("North Shore Clinic", "Riverbend (formerly North Shore Clinic)"),
    ("Riverbend Community Services", "RCS dba Riverbend Community Services"),
]
APART = [
    ("Baltimore City Health Department", "Baltimore County Health Department"),
    ("Howard County Health Department", "Harford County Health Department"),
    ("Kent County Public Schools", "Cecil County Public Schools"),
    ("Salvation Army - Bellingham", "Salvation Army - Everson"),
    ("Boys & Girls Club of Annapolis", "Boys & Girls Club of Baltimore"),
    ("Habitat for Humanity Island County", "Habitat for Humanity Whatcom County"),
    ("First Baptist Church of Towson", "First Baptist Church of Essex"),
    ("University of Maryland", "University of Maryland at Baltimore"),
    ("University of Maryland Baltimore", "University of Maryland Baltimore County"),
    ("Public School 103", "Public School 104"),
    ("Local 88 Warehouse Workers", "Local 99 Warehouse Workers"),
    ("Oak Hill Elementary School", "Oak Hill High School"),
    ("St. Mary's Church", "St. Mary's School"),
    ("St. Paul Parish", "St. Peter Parish"),
    ("North Shore Clinic", "South Shore Clinic"),
    ("Mercy Hospital", "Mercy Hospital Foundation"),
    ("Baltimore City", "Baltimore City Health Department"),
    ("YMCA of Central Maryland", "YWCA of Central Maryland"),
    ("American Heart Association", "American Lung Association"),
    ("Catholic Charities", "Lutheran Charities"),
    ("Hope House", "Hope Home"),
    ("Marion House", "Martin House"),
    ("Maryland Food Bank", "Maryland Food Network"),
    ("Elm Park", "Oak Park"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_organisation_is_met(one, other):
    assert compare(face(names=[one]), face(names=[other])).score >= THRESHOLD
    assert are_worth_comparing(one, other)


def are_worth_comparing(one: str, other: str) -> bool:
    """As the database joins blocks: one of a strong kind, or two; initials meet who goes by them."""
    ours, theirs = (blocks(face(names=[name]), lexicon=Lexicon()) for name in (one, other))
    initials = {key[2:] for key in ours | theirs if key.startswith("i:")}
    by_initials = {key[2:] for key in ours | theirs if key.startswith("a:")} & initials
    shared = {key for key in ours & theirs if not key.startswith("i:")}
    return bool(
        len(shared) > 1
        or by_initials
        or any(key.split(":")[0] not in WEAK_BLOCKS for key in shared)
    )


@pytest.mark.parametrize(("one", "other"), APART)
def test_look_alikes_stay_apart(one, other):
    assert compare(face(names=[one]), face(names=[other])).score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Baltimore City Health Department", "Baltimore County Health Department"),
        ("St. Mary's Church", "St. Mary's School"),
        ("Mercy Hospital", "Mercy Hospital Foundation"),
        ("University of Maryland", "University of Maryland at Baltimore"),
    ],
)
def test_look_alikes_of_one_site_stay_apart(one, other):
    site = {"websites": ["https://one.example"]}
    assert compare(face(names=[one], **site), face(names=[other], **site)).score < THRESHOLD


STREET = {"addresses": [("12 Elm St., Suite 4", "Towson", "MD", "21204")]}
ALSO_STREET = {"addresses": [("12 elm street", "", "", "21204-1234")]}
OLD = {"names": ["North Shore Clinic"], "phones": ["(410) 555-0100"], "websites": ["n.example"]}
NEW = {"names": ["Riverbend"], "phones": ["4105550100"], "websites": ["http://www.n.example/"]}
BAKERY = {"names": ["Quince Bakery"], "emails": ["a@b.example"]}
ZEPHYR = {"names": ["Zephyr"], "emails": ["A@b.example"]}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            {"names": ["Planned Parenthood"]} | STREET,
            {"names": ["Planned Parenthood (Towson)"]} | ALSO_STREET,
        ),
        (BAKERY, ZEPHYR),
        ({"names": ["Oak Hill", "OHS"]}, {"names": ["O.H.S."]}),
        (OLD | STREET, NEW | ALSO_STREET),
    ],
)
def test_what_they_share_settles_it(ours, theirs):
    assert compare(face(**ours), face(**theirs)).score >= THRESHOLD


def test_same_name_in_another_place_is_less_certain():
    here = face(names=["Hope House"], addresses=[("", "Towson", "MD", "")])
    there = face(names=["Hope House"], addresses=[("", "Essex", "MD", "")])
    certain, less = compare(here, here), compare(here, there)
    assert certain.score > less.score >= THRESHOLD
    assert [reason.kind for reason in less.reasons] == ["same_name", "elsewhere"]


# ---------------------------------------------------------------- what the list teaches


def test_list_teaches_which_words_are_slips_and_which_are_not():
    taught = lexicon(
        {"community": 40, "comunity": 2, "marion": 3, "martin": 3, "school": 27, "schoo": 3}
    )
    assert taught.meant == {"comunity": "community", "schoo": "school"}
    assert taught.own == {"community", "marion", "martin", "school"}


def test_two_slips_of_one_word_meet_where_the_list_knows_it():
    one, other = read("Whatcm Courthouse Vcenter"), read("Whtcom Courthouse Vcenter")
    assert compare_names(one, other).kind == Kind.RESEMBLING
    taught = lexicon({"whatcom": 30, "whatcm": 1, "whtcom": 1})
    assert compare_names(one, other, lexicon=taught).kind == Kind.SPELLING


# ---------------------------------------------------------------- properties

WORDS = "city county health clinic of the oak hill riverbend inc 88 st mary food bank zz"
WORD = st.sampled_from(WORDS.split())
NAME = st.lists(WORD, min_size=1, max_size=5).map(" ".join) | st.text(min_size=1, max_size=20)
FACE = st.builds(
    lambda names, emails, phones, cities: face(
        names=names, emails=emails, phones=phones, addresses=[("1 Elm St", c, "MD", "") for c in cities]
    ),
    names=st.lists(NAME, min_size=1, max_size=3),
    emails=st.lists(st.sampled_from(["a@oak.example", "b@oak.example", "c@gmail.com"]), max_size=2),
    phones=st.lists(st.sampled_from(["4105550100", "(410) 555-0100", "911"]), max_size=2),
    cities=st.lists(st.sampled_from(["Towson", "Essex"]), max_size=2),
)  # fmt: skip


@given(FACE, FACE)
def test_likeness_is_the_same_from_both_sides_and_from_0_to_1(one, other):
    likeness = compare(one, other)
    assert 0 <= likeness.score <= 1
    assert compare(other, one) == likeness


@given(FACE)
def test_likeness_with_itself_is_as_good_as_certain(one):
    assert compare(one, one).score >= 0.9


@given(NAME)
def test_reading_a_name_twice_changes_nothing(name):
    once = read(name)
    assert (
        read(" ".join(once.words)).words == read(" ".join(read(" ".join(once.words)).words)).words
    )


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Riverbend", ("Riverbend",)),
        ("RCS dba Riverbend", ("RCS dba Riverbend", "RCS", "Riverbend")),
        ("Oak (formerly Elm)", ("Oak (formerly Elm)", "Oak", "Elm")),
    ],
)
def test_names_in_a_name(text, names):
    assert tuple(name.strip() for name in names_in(text)) == names


@pytest.mark.parametrize(
    ("website", "host"),
    [("https://www.Arc.org/about", "arc.org"), ("arc.org", "arc.org"), ("none yet", "")],
)
def test_host_of_a_website(website, host):
    assert host_of(website) == host


@pytest.mark.parametrize(
    ("phone", "digits"), [("+1 (410) 555-0100 ext. 12", "4105550100"), ("911", ""), ("", "")]
)
def test_digits_of_a_phone(phone, digits):
    assert digits_of(phone) == digits


def test_street_key_leaves_the_unit_out_and_needs_a_house():
    assert street_key("12 North Elm Street, Suite 4", "21204-1234", city="") == "12 n elm st|21204"
    assert street_key("12 N. Elm St", "", city="Towson") == "12 n elm st|towson"
    assert street_key("P.O. Box 12", "21204", city="") == ""


# ---------------------------------------------------------------- mangled

KNOWN = (
    "whatcom county court boy girl club foothill food bank health community department christian "
    "baptist church zion union dental society baltimore city heart american association"
)
TAUGHT = lexicon(dict.fromkeys(KNOWN.split(), 12))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Whatcom County Carts", "Rhatcom County Courts"),
        ("Boys and Girls Clubs of Whptcom County", "Oys and Girls Clubs of Whatcom County"),
        ("Boys and Girls Clubs of Whatcom County", "Girls and Byos Clubs of Whatcom County"),
        ("Catholic Community Servies of Elm County", "Catholic Community Services of Elm County"),
    ],
)
def test_mangled_names_are_one_where_the_list_knows_the_words(one, other):
    assert compare(face(names=[one]), face(names=[other]), lexicon=TAUGHT).score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *APART,
        ("Enon Baptist Church", "Union Baptist Church"),
        ("Enon Baptist Church", "Zion Baptist Church"),
        ("Baltimore City Dental Society", "Baltimore City Medical Society"),
        ("American Heart Association of Elm", "American Lung Association of Elm"),
        ("Dorchester County Health Department", "Worcester County Health Department"),
        ("Somerset County Health Department", "Dorset County Health Department"),
    ],
)
def test_look_alikes_stay_apart_where_the_list_knows_their_words(one, other):
    assert compare(face(names=[one]), face(names=[other]), lexicon=TAUGHT).score < THRESHOLD


def test_slip_of_a_slip_means_the_word():
    taught = lexicon({"community": 80, "communiy": 8, "communig": 1})
    assert taught.means("communig") == "community"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("whatcomclubs.org", "whatcomclubs.com", True),
        ("idealoption.com", "idealoptioy.com", True),
        ("fww.ccsww.org", "ccsww.org", True),
        ("arc.org", "ark.org", False),
        ("oakclinic.org", "elmclinic.org", False),
    ],
)
def test_nearly_the_same_host_tells_beside_names_that_resemble(one, other, near):
    ours = face(names=["Ideal Option"], websites=[one])
    theirs = face(names=["Ial Option"], websites=[other])
    likeness = compare(ours, theirs)
    assert ("near_host" in [reason.kind for reason in likeness.reasons]) == near
    assert likeness.is_likely == near


@pytest.mark.parametrize(
    ("street", "postcode", "near"),
    [("1500 N State St", "98226", True), ("1502 N State St", "98225", False)],
)
def test_house_under_two_postcodes_is_nearly_the_same_street(street, postcode, near):
    ours = face(names=["Ideal Option"], addresses=[("1500 n state st", "Elm", "WA", "98225")])
    theirs = face(names=["Ial Option"], addresses=[(street, "Elm", "WA", postcode)])
    assert ("near_street" in [r.kind for r in compare(ours, theirs).reasons]) == near


def test_nearly_the_same_host_says_nothing_of_other_names():
    ours = face(names=["Quince Bakery"], websites=["idealoption.com"])
    theirs = face(names=["Zephyr"], websites=["idealoption.org"])
    assert [reason.kind for reason in compare(ours, theirs).reasons] == [Kind.OTHER]


@given(FACE, FACE)
def test_quick_look_spares_none_that_is_likely(one, other):
    assert may_be_likely(one, other) or not compare(one, other).is_likely
