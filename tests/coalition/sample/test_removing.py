"""Taking it away."""

from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Membership, Person
from coalition.sample.removal import models_of_a_coalition, remove_sample
from common.history.tracking import recording
from common.models import Letter
from common.refusal import Refusal
from partners.models import ImportRun
from tests.coalition.sample.rows import everything, of, told
from tests.factories import (
    TODAY,
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)


def test_remove_leaves_every_table_as_it_was_before_the_sample(prepare):
    with recording("organisation.added"):
        neighbour = OrganisationFactory()
        ContactFactory(organisation=neighbour)
        ClassificationFactory(organisation=neighbour)
        RepresentationFactory(organisation=neighbour)
    before = everything()
    sample = prepare()
    with_sample = everything()
    filled = [name for name, rows in with_sample.items() if len(rows) > len(before[name])]
    assert len(filled) > 20
    remove_sample(sample, by=None)
    assert everything() == before


def test_remove_takes_what_was_added_after_the_sample_was_made(
    sample, django_capture_on_commit_callbacks
):
    added = OrganisationFactory(coalition=sample)
    added.delete()
    OrganisationFactory(coalition=sample)
    run = ImportRun.objects.create(coalition=sample, file_name="partners.csv")
    run.file.save("partners.csv", ContentFile("name\nClinic\n"))
    letter_to("ines.duarte@fairmont.example", tenant=sample.pk)
    letter_to("coordinator@sunnybrook.example", tenant=None)
    kept = letter_to("somebody@else.example", tenant=None)
    with django_capture_on_commit_callbacks(execute=True):
        remove_sample(sample, by=None, also_added=2)
    left = {model._meta.label: of(sample, model).count() for model in models_of_a_coalition()}
    assert {name: count for name, count in left.items() if count} == {}
    assert list(Letter.objects.all()) == [kept]
    assert not Path(run.file.path).exists()


def letter_to(address: str, *, tenant: int | None) -> Letter:
    now = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("UTC"))
    return Letter.objects.create(
        key=address, kind="x/y", tenant=tenant, to_address=address, queued_at=now, not_before=now
    )


def test_remove_keeps_people_who_are_members_elsewhere_too(sample):
    ruth = Person.objects.get(full_name="Ruth Adeyemi")
    elsewhere = MembershipFactory(person=ruth)
    remove_sample(sample, by=ruth)
    assert list(Membership.objects.filter(person=ruth)) == [elsewhere]
    assert not Person.objects.filter(full_name="Marisol Ortega").exists()
    assert not Person.pgh_event_model.objects.filter(full_name="Marisol Ortega").exists()


def test_remove_one_of_two_samples_leaves_the_other_whole(sample, prepare):
    before = told(sample)
    remove_sample(prepare(slug="second"), by=None)
    assert told(sample) == before
    assert Person.objects.filter(email="coordinator@sunnybrook.example").exists()


def test_remove_what_is_no_sample_is_refused(db):
    organisation = OrganisationFactory()
    before = everything()
    with pytest.raises(Refusal, match="is not a sample"):
        remove_sample(organisation.coalition, by=None)
    assert everything() == before


def test_remove_a_sample_that_is_gone_already_changes_nothing(sample):
    remove_sample(sample, by=None)
    before = everything()
    remove_sample(sample, by=None)
    assert everything() == before


def test_remove_takes_as_many_statements_for_many_organisations(
    sample, prepare, django_assert_num_queries
):
    second = prepare(slug="second")
    for _n in range(3):
        OrganisationFactory(coalition=second)
    with CaptureQueriesContext(connection) as queries:
        remove_sample(sample, by=None)
    prepare(slug="sunnybrook")
    with django_assert_num_queries(len(queries)):
        remove_sample(second, by=None, also_added=3)
