"""Who reads of a body: every role at every address that could tell."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import Body
from partners.models import Contact
from tests.conftest import MemberClient
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.governance.bodies.factories import BodyLinkFactory, DutyFactory
from tests.governance.bodies.telling import address
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory

LISTS = ("home", "bodies", "bodies_picture", "bodies_table", "overlaps", "whom_to_ask", "changes")
SECRET = "Quiet circle"
EDITORS = (Role.COORDINATOR, Role.ADMINISTRATOR)
OTHERS = (Role.STEERING, Role.PARTNER, Role.VIEWER)


@pytest.fixture
def quiet(db):
    """A body of which only those who sit in it may read, under one that everybody knows, above one too."""
    above = BodyFactory(name="Steering committee")
    coalition = above.coalition
    body = BodyFactory(coalition=coalition, parent=above, name=SECRET, publication="body")
    BodyFactory(coalition=coalition, parent=body, name="Known group")
    DutyFactory(body=body, words=f"{SECRET} hears complaints")
    DutyFactory(body=above, words=f"{SECRET} hears complaints")
    BodyLinkFactory(body=body)
    return body


def client_of(role, coalition) -> MemberClient:
    return MemberClient.of(MembershipFactory(coalition=coalition, role=role))


def sits(client, body, *, as_delegate=False):
    """The member holds a seat of the body, or comes in somebody's place."""
    organisation = OrganisationFactory(coalition=body.coalition)
    person = ContactFactory(organisation=organisation, email=client.membership.person.email.upper())
    other = ContactFactory(organisation=organisation)
    return RoleAssignmentFactory(
        seat=SeatFactory(body=body),
        organisation=organisation,
        contact=other if as_delegate else person,
        delegate=person if as_delegate else None,
        starts_on=timezone.localdate(),
        ends_on=None,
    )


def told_at(client, name) -> str:
    """What the page tells; a page that the role may not open tells nothing."""
    answer = client.get(address(client, name))
    assert answer.status_code in (200, 403)
    if answer.status_code == 403:
        return ""
    name = f"{name}?format=csv" if name == "bodies_table" else name
    if name.endswith("csv"):
        answer = client.get(address(client, "bodies_table"), {"format": "csv"})
        return b"".join(answer.streaming_content).decode()
    return answer.content.decode()


def names_of_bodies(text: str) -> bool:
    """Whether the body itself is told of; another body's duty of the same words is not it."""
    return text.replace(f"{SECRET} hears complaints", "").count(SECRET) > 0


@pytest.mark.parametrize("role", OTHERS)
def test_quiet_body_is_nowhere_for_others(quiet, role):
    client = client_of(role, quiet.coalition)
    assert client.get(quiet.get_absolute_url()).status_code == 404
    for name in LISTS:
        assert not names_of_bodies(told_at(client, name)), name
    home = client.get(reverse("dashboard:home", args=[client.slug])).content.decode()
    assert SECRET not in home


@pytest.mark.parametrize("role", OTHERS)
def test_pages_around_a_quiet_body_do_not_name_it(quiet, role):
    client = client_of(role, quiet.coalition)
    for body in Body.objects.exclude(pk=quiet.pk):
        page = client.get(body.get_absolute_url())
        assert page.status_code == 200
        assert not names_of_bodies(page.content.decode())
        assert "says nearly the same" not in page.content.decode()


@pytest.mark.parametrize("role", OTHERS)
def test_quiet_body_does_not_count_for_others(quiet, role):
    client = client_of(role, quiet.coalition)
    assert "Compared: 1 duty of 1 bodies." in told_at(client, "overlaps")


@pytest.mark.parametrize("as_delegate", [False, True])
@pytest.mark.parametrize("role", OTHERS)
def test_who_sits_there_reads_of_it(quiet, role, as_delegate):
    client = client_of(role, quiet.coalition)
    sits(client, quiet, as_delegate=as_delegate)
    assert client.get(quiet.get_absolute_url()).status_code == 200
    for name in ("bodies", "bodies_picture", "bodies_table", "overlaps", "whom_to_ask"):
        assert names_of_bodies(told_at(client, name)), name


def test_who_sat_there_before_reads_no_more(quiet):
    client = client_of(Role.PARTNER, quiet.coalition)
    role = sits(client, quiet)
    role.starts_on = role.ends_on = timezone.localdate().replace(year=2020)
    role.save()
    assert client.get(quiet.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", EDITORS)
def test_who_keeps_governance_reads_of_every_body(quiet, role):
    client = client_of(role, quiet.coalition)
    assert client.get(quiet.get_absolute_url()).status_code == 200
    for name in ("bodies", "bodies_picture", "bodies_table", "overlaps", "whom_to_ask"):
        assert names_of_bodies(told_at(client, name)), name


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("publication", ["members", "public"])
def test_every_member_reads_of_other_bodies(db, role, publication):
    body = BodyFactory(publication=publication)
    client = client_of(role, body.coalition)
    assert body.name in client.get(body.get_absolute_url()).content.decode()
    assert body.name in told_at(client, "bodies")


# ---------------------------------------------------------------- strangers


def public_page(body):
    return Client().get(reverse("public_bodies", args=[body.coalition.slug]))


@pytest.fixture
def public(db):
    return BodyFactory(name="Steering committee", publication="public", purpose="Decides.")


def test_stranger_reads_what_is_public_and_nothing_else(public):
    BodyFactory(coalition=public.coalition, name="Inner circle")
    BodyFactory(coalition=public.coalition, name="Launch team", publication="public", closed=True)
    BodyFactory(name="Elsewhere", publication="public")
    text = public_page(public).content.decode()
    assert "Steering committee" in text
    assert "Decides." in text
    for name in ("Inner circle", "Launch team", "Elsewhere"):
        assert name not in text


def test_stranger_does_not_read_what_a_public_body_belongs_to(public):
    parent = BodyFactory(coalition=public.coalition, name="Inner ring", publication="body")
    Body.objects.filter(pk=public.pk).update(parent=parent)
    assert "Inner ring" not in public_page(public).content.decode()


@pytest.mark.parametrize(
    ("consent", "is_named"), [("yes", True), ("no", False), ("asked", False), ("not_asked", False)]
)
def test_stranger_reads_organisations_and_only_people_who_said_yes(public, consent, is_named):
    on = None if consent == "not_asked" else timezone.localdate()
    role = RoleAssignmentFactory(
        seat__body=public,
        contact__name="Ana Ruiz",
        contact__listing_consent=consent,
        contact__listing_consent_on=on,
        starts_on=timezone.localdate(),
        ends_on=None,
    )
    text = public_page(public).content.decode()
    assert role.organisation.name in text
    assert ("Ana Ruiz" in text) is is_named


def test_stranger_reads_neither_who_has_left_nor_addresses_nor_delegates(public):
    today = timezone.localdate()
    role = RoleAssignmentFactory(
        seat__body=public,
        contact__name="Ana Ruiz",
        contact__listing_consent=Contact.Consent.YES,
        contact__listing_consent_on=today,
        contact__left_on=today,
        starts_on=today,
        ends_on=None,
    )
    role.delegate = ContactFactory(
        organisation=role.organisation,
        name="Ben Cole",
        listing_consent=Contact.Consent.YES,
        listing_consent_on=today,
    )
    role.save()
    text = public_page(public).content.decode()
    for name in ("Ana Ruiz", "Ben Cole", role.contact.email, role.delegate.email):
        assert name not in text


def test_coalition_that_shows_nothing_answers_like_none(db):
    body = BodyFactory()
    assert public_page(body).status_code == 404
    assert Client().get(reverse("public_bodies", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_public_page_takes_the_same_queries(public, number, django_assert_num_queries):
    for _one in range(number):
        RoleAssignmentFactory(
            seat__body=BodyFactory(coalition=public.coalition, publication="public")
        )
    url = reverse("public_bodies", args=[public.coalition.slug])
    with django_assert_num_queries(2):
        Client().get(url)
