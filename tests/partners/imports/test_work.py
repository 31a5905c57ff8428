"""The work in the background: once, whole, resumed, and never over somebody's edit."""

from datetime import UTC, datetime, timedelta

import psycopg2
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.urls import reverse
from kombu.exceptions import OperationalError

from partners import tasks
from partners.imports import noting
from partners.imports.work import RUN_LOCK
from partners.models import ImportRun, Organisation
from partners.operations import imports
from tests.factories import OrganisationFactory
from tests.partners.importing import (
    answers,
    applied,
    checked,
    csv_text,
    decide,
    outcomes,
    undone,
    uploaded,
    work,
)

pytestmark = pytest.mark.django_db
FILE = csv_text(["Name", "Website"], ["Oak Hill", "new.example"], ["Elm", "elm.example"])


def asked_to_apply(client, text=FILE) -> ImportRun:
    run = checked(client, text)
    client.post(reverse("partners:import_decide", args=[client.slug, run.pk]), {"do": "apply"})
    run.refresh_from_db()
    assert run.state == ImportRun.State.APPLYING
    return run


def test_task_that_comes_twice_writes_once(coordinator):
    run = asked_to_apply(coordinator)
    tasks.apply_import(run.pk)
    tasks.apply_import(run.pk)
    assert Organisation.objects.count() == 2


def test_task_for_another_state_does_nothing(coordinator):
    run = checked(coordinator, FILE)
    tasks.apply_import(run.pk)
    tasks.undo_import(run.pk)
    run.refresh_from_db()
    assert (run.state, Organisation.objects.count()) == (ImportRun.State.CHECKED, 0)


@pytest.mark.django_db(transaction=True)
def test_second_worker_leaves_a_run_that_another_holds(coordinator):
    run = asked_to_apply(coordinator)
    params = connection.get_connection_params()
    told = {
        key: params[key] for key in ("dbname", "user", "password", "host", "port") if key in params
    }
    other = psycopg2.connect(**told)
    try:
        other.cursor().execute("SELECT pg_try_advisory_lock(%s, %s)", [RUN_LOCK, run.pk])
        tasks.apply_import(run.pk)
        assert not Organisation.objects.exists()
        other.cursor().execute("SELECT pg_advisory_unlock(%s, %s)", [RUN_LOCK, run.pk])
    finally:
        other.close()
    tasks.apply_import(run.pk)
    assert Organisation.objects.count() == 2


def test_worker_that_dies_leaves_nothing_and_the_work_is_resumed(coordinator, monkeypatch):
    run = asked_to_apply(coordinator)
    with monkeypatch.context() as patch:

        def die(*args):
            raise KeyboardInterrupt

        patch.setattr(noting, "note_found", die)
        with pytest.raises(KeyboardInterrupt):
            tasks.apply_import(run.pk)
    assert not Organisation.objects.exists()
    tasks.resume_imports()
    run.refresh_from_db()
    assert (run.state, Organisation.objects.count()) == (ImportRun.State.APPLIED, 2)


def test_problem_on_our_side_writes_nothing_and_says_so(coordinator, monkeypatch):
    run = asked_to_apply(coordinator)

    def break_down(*args):
        raise ValueError("not for people")

    monkeypatch.setattr(noting, "note_found", break_down)
    work()
    run.refresh_from_db()
    assert (run.state, Organisation.objects.count()) == (ImportRun.State.FAILED, 0)
    html = coordinator.get(run.get_absolute_url()).content.decode()
    assert "Nothing of this file is written" in html
    assert "not for people" not in html


def test_file_that_is_gone_stops_the_run_with_a_sentence(coordinator):
    run = uploaded(coordinator, FILE)
    coordinator.post(
        reverse("partners:import_columns", args=[coordinator.slug, run.pk]), answers(run)
    )
    default_storage.delete(run.file.name)
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.FAILED
    assert run.problem


def test_partner_edited_since_the_dry_run_stops_the_apply_and_is_shown_anew(coordinator):
    oak = OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak Hill")
    run = asked_to_apply(coordinator)
    oak.website = "https://edited.example"
    oak.save()
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED
    assert "Oak Hill" in run.notice
    assert Organisation.objects.count() == 1
    change = run.rows.get(number=2).changes
    assert change == [["website", "https://edited.example", "https://new.example"]]
    decide(coordinator, run, do="apply")
    assert run.state == ImportRun.State.APPLIED


def test_partner_added_since_the_dry_run_stops_the_apply(coordinator):
    run = asked_to_apply(coordinator)
    OrganisationFactory(coalition=coordinator.membership.coalition, name="Elm")
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED
    assert outcomes(run) == ["new", "update"]


def test_answers_survive_a_new_dry_run(coordinator):
    coalition = coordinator.membership.coalition
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    run = checked(coordinator, csv_text(["Name"], ["Chase Braxton Health"]))
    decide(coordinator, run, **{"row-2": "skip"})
    decide(coordinator, run, do="keep_ours")
    assert run.rows.get().decision == "skip"


def test_broker_that_is_away_lets_the_work_wait(coordinator, monkeypatch):
    run = uploaded(coordinator, FILE)

    def fail(*args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(tasks.check_import, "delay", fail)
    answer = coordinator.post(
        reverse("partners:import_columns", args=[coordinator.slug, run.pk]), answers(run)
    )
    assert answer.status_code == 302
    ImportRun.objects.update(asked_at=datetime.now(UTC) - timedelta(minutes=1))
    html = coordinator.get(run.get_absolute_url()).content.decode()
    assert "Nobody has taken the work yet" in html
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED


def test_more_rows_than_a_batch_need_few_more_queries(coordinator, django_assert_max_num_queries):
    run = uploaded(coordinator, csv_text(["Name"], *[[f"Partner {n}"] for n in range(2500)]))
    coordinator.post(
        reverse("partners:import_columns", args=[coordinator.slug, run.pk]), answers(run)
    )
    with django_assert_max_num_queries(150):
        work()
    run.refresh_from_db()
    assert run.counts == {"new": 2500}


def test_group_that_crosses_a_batch_stays_one_partner(coordinator, monkeypatch):
    monkeypatch.setattr("partners.imports.planning.BATCH", 2)
    rows = [[name, f"410555010{n}"] for n, name in enumerate(["Oak", "Elm", "Oak", "Oak", "Oak"])]
    applied(coordinator, csv_text(["Name", "Phone"], *rows))
    counts = {o.name: o.phones.count() for o in Organisation.objects.all()}
    assert counts == {"Oak": 4, "Elm": 1}


def test_old_files_and_rows_are_forgotten_and_undo_still_works(coordinator):
    run = applied(coordinator, FILE)
    name = run.file.name
    soon = datetime.now(UTC) + timedelta(days=1)
    assert imports.forget_old(before=soon) == 1
    assert imports.forget_old(before=soon) == 0
    assert not default_storage.exists(name)
    run.refresh_from_db()
    assert not run.rows.exists()
    assert coordinator.get(run.get_absolute_url()).status_code == 200
    undone(coordinator, run)
    assert not Organisation.objects.exists()
