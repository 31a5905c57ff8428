"""Visiting cards, read back by a parser that is not ours."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from common.documents.vcards import Card, Place, written

VERSIONS = ["4.0", "3.0"]
MARISOL = Card(
    identity="https://commonweal.example/contact/17",
    name="Marisol Ortega Núñez",
    organisation="Northgate Grocers; Co-op, Inc.",
    title="Store manager, produce\nand bread",
    email="marisol@northgate.example",
    phone="(410) 555-0117 ext. 2",
    website="https://northgate.example/?a=1;b=2",
    place=Place(street="14 Market Row, Suite 3", city="Elm", region="MD", postcode="00415"),
)


def read(content: bytes):
    return vobject.readOne(content.decode())


@pytest.mark.parametrize("version", VERSIONS)
def test_card_reads_back_as_it_was_written(version):
    card = read(written(MARISOL, version=version))
    assert card.version.value == version
    assert card.fn.value == MARISOL.name
    assert card.n.value.given == MARISOL.name
    assert card.org.value[0] == MARISOL.organisation
    assert card.title.value == MARISOL.title
    assert card.email.value == MARISOL.email
    assert card.tel.value == MARISOL.phone
    assert card.url.value == MARISOL.website
    address = card.adr.value
    assert (address.street, address.city) == ("14 Market Row, Suite 3", "Elm")
    assert (address.region, address.code) == ("MD", "00415")


def test_same_person_has_the_same_identity_each_time():
    assert read(written(MARISOL)).uid.value == read(written(MARISOL)).uid.value


@pytest.mark.parametrize("version", VERSIONS)
def test_unknown_details_take_no_line(version):
    content = written(Card(identity="x", name="Pat"), version=version).decode()
    lines = [line.split(":")[0].split(";")[0] for line in content.splitlines()]
    optional = ["ORG", "TITLE", "EMAIL", "TEL", "URL", "ADR"]
    assert [name for name in optional if name in lines] == []


def test_lines_end_with_cr_lf_and_are_no_longer_than_75_octets():
    name = "Ñandú " * 40
    content = written(Card(identity="x", name=name, title="字" * 60))
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two
    assert read(content).fn.value == name.strip()


def test_nobody_adds_a_line_of_their_own():
    card = Card(
        identity="x",
        name="Pat\r\nTEL:666\rEMAIL:evil@x.example",
        website="https://x.example/\r\nTEL:666",
    )
    lines = written(card).decode().split("\r\n")
    assert [line for line in lines if line.startswith(("TEL", "EMAIL"))] == []


@given(
    name=st.text(min_size=1, max_size=120).filter(lambda text: text.strip().isprintable()),
    title=st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs", "S"]), max_size=120),
)
@pytest.mark.parametrize("version", VERSIONS)
def test_any_printable_text_comes_back(version, name, title):
    name = name.strip()
    if not name:
        return
    card = read(written(Card(identity="x", name=name, title=title), version=version))
    assert card.fn.value == name
    if title.strip():
        assert card.title.value == title.strip()
