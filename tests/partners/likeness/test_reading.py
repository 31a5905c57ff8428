"""Reading names, and mangled ones."""

import pytest
from hypothesis import given

from partners.likeness.faces import digits_of, face, host_of, street_key
from partners.likeness.judging import THRESHOLD, compare, may_be_likely
from partners.likeness.lexicon import lexicon
from partners.likeness.names import Kind
from partners.likeness.words import names_in
from tests.partners.likeness.faces import APART, FACE

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
