"""Letters go to whom was asked, as each wishes to be reached, and no program runs the list."""

import csv
import io

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Address, Contact
from partners.reports.people.mail_merge import salutation
from tests.factories import ClassificationFactory, ContactFactory, TermFactory
from tests.partners.selecting import many, pick, some


def listed(client, whom: str = "speaker", way: str = "email") -> list[dict[str, str]]:
    url = reverse("partners:mail_merge_file", args=[client.slug])
    answer = client.get(url, {"whom": whom, "way": way})
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def names(client, **choices) -> list[str]:
    return [row["Full name"] for row in listed(client, **choices)]


def tally(client, **choices):
    url = reverse("partners:mail_merge", args=[client.slug])
    return client.get(url, choices).context["tally"]


@pytest.mark.django_db
def test_row_holds_what_a_letter_needs(coordinator):
    organisation = some(coordinator, 1)[0]
    ContactFactory(
        organisation=organisation, name="Dr. Anjali Mehta", title="Director", email="am@oak.example"
    )
    Address.objects.create(
        coalition=organisation.coalition,
        organisation=organisation,
        street="1 Main St",
        city="Elm",
        region="MD",
        postcode="21215",
    )
    spanish = TermFactory(coalition=organisation.coalition, vocabulary="language", name="Spanish")
    ClassificationFactory(organisation=organisation, term=spanish)
    pick(coordinator, organisation.pk)
    assert listed(coordinator) == [
        {
            "Salutation name": "Dr. Mehta",
            "Full name": "Dr. Anjali Mehta",
            "Job title": "Director",
            "Role": "Speaks for them",
            "Organisation": organisation.name,
            "E-mail": "am@oak.example",
            "Reach them by": "",
            "Languages": "Spanish",
            "Street": "1 Main St",
            "City": "Elm",
            "State": "MD",
            "Postal code": "21215",
        }
    ]


@pytest.mark.django_db
def test_who_left_who_wants_a_call_and_who_is_retired_get_no_letter(coordinator):
    here, retired = some(coordinator, 2)
    retired.retired_on, retired.retired_reason = "2026-05-01", "Closed"
    retired.save()
    ContactFactory(organisation=here, name="Left", left_on="2026-05-01")
    ContactFactory(organisation=here, name="Caller", preferred_channel="phone")
    ContactFactory(organisation=here, name="Without", email="")
    ContactFactory(organisation=here, name="Reader", role="other", preferred_channel="email")
    ContactFactory(organisation=retired, name="Retired")
    pick(coordinator, here.pk, retired.pk)
    assert names(coordinator) == []
    assert names(coordinator, whom="everyone") == ["Reader"]
    told = tally(coordinator, whom="everyone")
    assert (told.people, told.other_way, told.without_address) == (1, 1, 1)
    assert set(names(coordinator, whom="everyone", way="any")) == {"Caller", "Without", "Reader"}


@pytest.mark.django_db
def test_one_person_each_is_who_asked_for_it_then_who_speaks_for_them(coordinator):
    first, second, third = some(coordinator, 3)
    for organisation in (first, second):
        ContactFactory(organisation=organisation, name="Cashier", role="finance")
        ContactFactory(organisation=organisation, name="Speaker")
    ContactFactory(organisation=second, name="Asked", role="other", preferred_channel="email")
    pick(coordinator, first.pk, second.pk, third.pk)
    assert names(coordinator, whom="one") == ["Speaker", "Asked"]
    assert tally(coordinator, whom="one").nobody == 1


@pytest.mark.django_db
def test_letters_by_post_need_a_street(coordinator):
    first, second = some(coordinator, 2)
    for organisation, street in ((first, "1 Main St"), (second, "")):
        ContactFactory(organisation=organisation, email="", name=organisation.name)
        Address.objects.create(
            coalition=organisation.coalition, organisation=organisation, street=street, city="Elm"
        )
    pick(coordinator, first.pk, second.pk)
    assert names(coordinator, way="post") == [first.name]
    assert tally(coordinator, way="post").without_address == 1


@pytest.mark.django_db
def test_name_that_begins_a_formula_is_only_text(coordinator):
    ContactFactory(organisation=some(coordinator, 1)[0], name="=HYPERLINK(1)")
    pick(coordinator, do="all")
    row = listed(coordinator)[0]
    assert not row["Full name"].startswith("=")
    assert not row["Salutation name"].startswith("=")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["partners:mail_merge", "partners:mail_merge_file"])
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 200),
        (Role.COORDINATOR, 200),
        (Role.STEERING, 200),
        (Role.VIEWER, 403),
        (Role.PARTNER, 403),
    ],
)
def test_list_of_people_is_for_who_may_download(member, address, role, status):
    client = member(role)
    assert client.get(reverse(address, args=[client.slug])).status_code == status


@pytest.mark.django_db
def test_page_and_file_need_as_many_queries_for_one_as_for_many(
    coordinator, django_assert_num_queries, django_assert_max_num_queries
):
    url = reverse("partners:mail_merge", args=[coordinator.slug])
    for number in (1, 30):
        ids = many(coordinator, number)
        Contact.objects.bulk_create(
            Contact(
                coalition=coordinator.membership.coalition,
                organisation_id=pk,
                name="N",
                role="representative",
            )
            for pk in ids
        )
        pick(coordinator, do="all")
        with django_assert_max_num_queries(12):
            assert (
                coordinator.get(url, {"way": "any"}).context["tally"].people == (1, 31)[number > 1]
            )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Marisol Ortega", "Marisol"),
        ("Dr. Anjali Mehta, MPH", "Dr. Mehta"),
        ("Ortega, Marisol", "Marisol"),
        ("Rev. Dr. James Oak", "Rev. Oak"),
        ("Cher", "Cher"),
        ("Ana Ruiz, RN", "Ana"),
    ],
)
def test_salutation_is_how_one_greets(name, said):
    assert salutation(name) == said
