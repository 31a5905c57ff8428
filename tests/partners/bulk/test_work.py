"""Large edits in the background: once, whole, resumed, with their progress told."""

import psycopg2
import pytest
from django.db import connection
from django.urls import reverse
from kombu.exceptions import OperationalError

from common.background import long_work as background
from partners import tasks
from partners.models import BulkEdit, Organisation
from partners.operations.bulk import edits
from tests.partners.selecting import apply, many, pick, prepared, undo, work

pytestmark = pytest.mark.django_db
State = BulkEdit.State


@pytest.fixture
def small(monkeypatch):
    """Three are many, so that a worker does them, two at a time."""
    monkeypatch.setattr(edits, "AT_ONCE", 2)
    monkeypatch.setattr(edits, "BATCH", 2)


def asked_to_apply(client, number: int = 5) -> BulkEdit:
    many(client, number)
    pick(client, do="all")
    edit = prepared(client, "kind", kind="prospect")
    answer = apply(client, edit)
    assert edit.state == State.APPLYING
    assert answer["Location"] == edit.get_absolute_url()
    return edit


def prospects() -> int:
    return Organisation.objects.filter(kind="prospect").count()


def test_many_are_changed_and_taken_back_by_a_worker(coordinator, small):
    edit = asked_to_apply(coordinator)
    assert prospects() == 0
    work()
    edit.refresh_from_db()
    assert (edit.state, prospects()) == (State.APPLIED, 5)
    undo(coordinator, edit)
    assert edit.state == State.UNDOING
    work()
    edit.refresh_from_db()
    assert (edit.state, prospects()) == (State.UNDONE, 0)


def test_page_tells_how_far_it_is_and_goes_on_when_done(coordinator, small, monkeypatch):
    edit = asked_to_apply(coordinator)
    page = coordinator.get(edit.get_absolute_url())
    assert "The work is waiting for its turn" in page.content.decode()
    told = []
    report = background.report
    monkeypatch.setattr(
        background, "report", lambda row, done: (told.append(done), report(row, done))
    )
    work()
    assert told == [0, 0, 2, 4]  # claimed, and then before each turn
    BulkEdit.objects.update(state=State.APPLYING)  # as the page saw it before the worker's commit
    assert "4 of 5 partners" in coordinator.get(edit.get_absolute_url()).content.decode()
    BulkEdit.objects.update(state=State.APPLIED)
    url = reverse("partners:bulk_progress", args=[coordinator.slug, edit.pk])
    answer = coordinator.get(url, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == edit.get_absolute_url()
    assert coordinator.get(url)["Location"] == edit.get_absolute_url()


def test_task_that_comes_twice_writes_once(coordinator, small):
    edit = asked_to_apply(coordinator)
    tasks.work_on_bulk_edit(edit.pk)
    tasks.work_on_bulk_edit(edit.pk)
    assert Organisation.pgh_event_models["update"].objects.filter(pgh_label="update").count() == 5


def test_worker_that_dies_leaves_nothing_and_the_work_is_resumed(coordinator, small, monkeypatch):
    edit = asked_to_apply(coordinator)

    def die(row, done):
        if done:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(background, "report", die)
        with pytest.raises(KeyboardInterrupt):
            tasks.work_on_bulk_edit(edit.pk)
    assert prospects() == 0
    work()
    assert prospects() == 5


def test_problem_on_our_side_writes_nothing_and_says_so(coordinator, small, monkeypatch):
    edit = asked_to_apply(coordinator)

    def break_down(row, done):
        if done:
            raise ValueError("not for people")

    monkeypatch.setattr(background, "report", break_down)
    work()
    edit.refresh_from_db()
    assert (edit.state, prospects()) == (State.FAILED, 0)
    html = coordinator.get(edit.get_absolute_url()).content.decode()
    assert "Nothing of it is written" in html
    assert "not for people" not in html


def test_broker_that_is_away_lets_the_work_wait(coordinator, small, monkeypatch):
    def fail(*args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(tasks.work_on_bulk_edit, "delay", fail)
    edit = asked_to_apply(coordinator)
    work()
    edit.refresh_from_db()
    assert edit.state == State.APPLIED


@pytest.mark.django_db(transaction=True)
def test_row_that_somebody_else_holds_is_waited_for_by_a_worker(coordinator, monkeypatch):
    monkeypatch.setattr(edits, "PATIENCE", "50ms")
    pick(coordinator, *many(coordinator, 2))
    edit = prepared(coordinator, "kind", kind="prospect")
    params = connection.get_connection_params()
    told = {
        key: params[key] for key in ("dbname", "user", "password", "host", "port") if key in params
    }
    other = psycopg2.connect(**told)
    try:
        other.cursor().execute("SELECT 1 FROM partners_organisation FOR UPDATE")
        apply(coordinator, edit)
        assert (edit.state, prospects()) == (State.APPLYING, 0)
    finally:
        other.close()
    work()
    assert prospects() == 2


def test_previews_nobody_applied_are_forgotten(coordinator):
    pick(coordinator, *many(coordinator, 2))
    _old, new, done = (prepared(coordinator, "kind", kind="prospect") for _each in range(3))
    apply(coordinator, done)
    BulkEdit.objects.exclude(pk=new.pk).update(created_at="2026-05-01T00:00Z")
    tasks.forget_unapplied_bulk_edits()
    assert set(BulkEdit.objects.values_list("pk", flat=True)) == {new.pk, done.pk}
