"""What is written of an organisation in the very moment in which it is merged is not lost with it.

Two connections: one has merged and not committed, the other writes, or the other way about.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from common.merging.following import pointers
from partners import operations
from partners.models import Alias, Classification, Contact, Organisation, Phone
from partners.models.merged import FOLLOWS_MERGES
from partners.models.parts import PartOfOrganisation
from tests.factories import NOW, OrganisationFactory, TermFactory
from tests.meanwhile import wait_until_somebody_waits, while_uncommitted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair(coordinator) -> tuple[Organisation, Organisation]:
    """The one that stays, and the one that is merged into it."""
    coalition = coordinator.membership.coalition
    stays = OrganisationFactory(coalition=coalition, name="Cedar Lane Health Center")
    return stays, OrganisationFactory(coalition=coalition, name="CLHC")


def merge(client, pair) -> None:
    stays, other = pair
    operations.merge(stays, others=[other], choices={}, by=client.membership.person, at=NOW)


def meanwhile(client, pair, act: Callable[[], object]) -> object:
    """Merge, let `act` begin in a thread of its own and run into the merge, then commit."""
    return while_uncommitted(lambda: merge(client, pair), act)


def told(model: type) -> list[int]:
    return list(model.objects.values_list("organisation_id", flat=True))


def test_person_added_while_a_merge_commits_is_at_the_one_that_stays(coordinator, pair):
    stays, other = pair
    url = reverse("partners:contact_add", args=[coordinator.slug, other.pk])
    answer = meanwhile(
        coordinator,
        pair,
        lambda: coordinator.post(url, {"name": "Marisol Ortega", "role": "representative"}),
    )
    assert answer.status_code == 302
    assert told(Contact) == [stays.pk]
    page = coordinator.get(answer.url, follow=True)
    assert page.redirect_chain[-1][0] == stays.get_absolute_url()
    assert "Marisol Ortega" in page.content.decode()


def test_file_added_while_a_merge_commits_is_at_the_one_that_stays(coordinator, pair):
    stays, other = pair
    url = reverse("partners:file_add", args=[coordinator.slug, other.pk])
    upload = SimpleUploadedFile("minutes.txt", b"We met.\n")
    meanwhile(coordinator, pair, lambda: coordinator.post(url, {"files": upload}))
    assert told(stays.attachments.model) == [stays.pk]


@pytest.mark.parametrize(
    ("model", "fields"), [(Phone, {"number": "555-0100"}), (Alias, {"name": "CL"})]
)
def test_row_written_by_anybody_while_a_merge_commits_follows(coordinator, pair, model, fields):
    stays, other = pair
    meanwhile(
        coordinator,
        pair,
        lambda: model.objects.create(organisation=other, coalition=other.coalition, **fields),
    )
    assert set(told(model)) == {stays.pk}


def test_row_written_before_the_merge_and_committed_after_it_began_comes_along(coordinator, pair):
    """The merge waits for whoever has begun to write, and then sees what they wrote."""
    stays, other = pair
    parameters = connection.get_connection_params()
    wanted = ("dbname", "user", "password", "host", "port")
    theirs = psycopg2.connect(**{key: parameters[key] for key in wanted if key in parameters})
    with theirs, theirs.cursor() as cursor:
        cursor.execute(
            "INSERT INTO partners_phone (coalition_id, organisation_id, number, label)"
            " VALUES (%s, %s, '555-0100', '')",
            [other.coalition_id, other.pk],
        )
        with ThreadPoolExecutor(max_workers=1) as threads:

            def merging() -> None:
                try:
                    merge(coordinator, pair)
                finally:
                    connection.close()

            merged = threads.submit(merging)
            wait_until_somebody_waits(for_pid=theirs.info.backend_pid)
            theirs.commit()
            merged.result(timeout=60)
    theirs.close()
    assert told(Phone) == [stays.pk]


def test_row_of_a_merge_of_a_merge_goes_all_the_way(coordinator, pair):
    stays, other = pair
    last = OrganisationFactory(coalition=stays.coalition, name="Cedar")
    merge(coordinator, (stays, other))
    merge(coordinator, (last, stays))
    term = TermFactory(coalition=stays.coalition)
    Classification.objects.create(organisation=other, coalition=stays.coalition, term=term)
    Phone.objects.create(organisation=last, coalition=stays.coalition, number="555-0100")
    Phone.objects.update(organisation=other)
    assert told(Classification) == told(Phone) == [last.pk]


@pytest.mark.parametrize(
    "model",
    [
        pointer.model
        for pointer in pointers(Organisation)
        if pointer.model._meta.app_label != "imaginary"
        and hasattr(pointer.model, "pgh_event_models")
        and pointer.key.name == "organisation"
    ],
    ids=lambda model: model.__name__,
)
def test_every_tracked_table_of_an_organisation_follows_merges(model):
    """So that no table is forgotten: tables of later apps inherit PartOfOrganisation or name the trigger."""
    assert FOLLOWS_MERGES in model._meta.triggers
    assert FOLLOWS_MERGES in PartOfOrganisation._meta.triggers
