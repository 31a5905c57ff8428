"""The half-yearly reading: how it stood at both ends, out of history, and what is kept of it."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from pghistory.models import Event

from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import Classification, CompositionReport, Gap, Organisation
from partners.reports.composition.periods import HalfYear, half_years
from partners.reports.composition.reading import reading
from tests.factories import (
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    TouchpointFactory,
)
from tests.partners.composition.table import at, needed, term
from tests.partners.listing.test_grouping import undo_on

SECOND = HalfYear(2025, 2)
LATER = date(2026, 2, 1)
EVENTS = [model for model in apps.get_models() if issubclass(model, Event)]


@pytest.fixture
def coalition(coordinator):
    made = coordinator.membership.coalition
    made.founded_on = date(2024, 1, 1)
    made.save()
    return made


class On:
    """`with On(2025, 8, 3, by=person):` what is written inside was written on that day."""

    def __init__(self, year: int, month: int, day: int, *, by=None) -> None:
        self.at, self.change = datetime(year, month, day, 15, tzinfo=UTC), recording("test", by=by)

    def __enter__(self):
        self.made = self.change.__enter__()
        return self.at

    def __exit__(self, *details):
        self.change.__exit__(*details)
        for model in EVENTS:
            model.objects.filter(pgh_context_id=self.made).update(pgh_created_at=self.at)


def joined(coalition, when: On, name: str, **terms: str) -> Organisation:
    with when as moment:
        made = OrganisationFactory(
            coalition=coalition, name=name, since_on=moment.date(), created_at=moment
        )
        ContactFactory(organisation=made)
        for axis, one in terms.items():
            ClassificationFactory(organisation=made, term=term(coalition, axis, one))
    return made


def read(coordinator, *, on: date = LATER, period: HalfYear = SECOND):
    return reading(coordinator.membership, period, on=on)


def test_half_years_are_named_by_their_days():
    assert (SECOND.first, SECOND.last) == (date(2025, 7, 1), date(2025, 12, 31))
    assert HalfYear.of(date(2025, 6, 30)) == HalfYear(2025, 1)
    found = half_years(since=date(2024, 8, 1), until=date(2025, 7, 1))
    assert found == [HalfYear(2025, 2), HalfYear(2025, 1), HalfYear(2024, 2)]


def test_who_came_and_who_left_is_told_by_both_ends(coordinator, coalition):
    joined(coalition, On(2025, 2, 1), "Stayed")
    gone = joined(coalition, On(2025, 2, 2), "Gone")
    joined(coalition, On(2025, 9, 1), "New")
    joined(coalition, On(2026, 1, 9), "Too late")
    with On(2025, 10, 5):
        Organisation.objects.filter(pk=gone.pk).update(
            retired_on=date(2025, 10, 5), retired_reason="Moved"
        )
    found = read(coordinator)
    assert [one.name for one in found.came] == ["New"]
    assert [one.name for one in found.left] == ["Gone"]
    assert (found.start.count.nominal, found.end.count.nominal) == (2, 2)
    assert found.new_voices == 0.5


def test_what_a_partner_stood_for_is_taken_from_the_time(coordinator, coalition):
    needed(coalition, sector="Media")
    made = joined(coalition, On(2025, 2, 1), "Radio", sector="Media")
    with On(2025, 11, 1):
        Classification.objects.filter(organisation=made).delete()
    found = read(coordinator)
    assert (found.start.covered[0].nominal.there, found.end.covered[0].nominal.there) == (
        ("Media",),
        (),
    )


def test_who_left_on_a_day_that_was_noted_later_has_left(coordinator, coalition):
    joined(coalition, On(2025, 1, 5), "Stayed")
    gone = joined(coalition, On(2025, 2, 2), "Gone")
    with On(2026, 1, 20):
        Organisation.objects.filter(pk=gone.pk).update(
            retired_on=date(2025, 12, 1), retired_reason="Moved"
        )
    assert [one.name for one in read(coordinator).left] == ["Gone"]


def test_partner_that_was_written_down_later_is_counted_and_told_apart(coordinator, coalition):
    with On(2026, 1, 10) as moment:
        OrganisationFactory(coalition=coalition, since_on=date(2024, 3, 1), created_at=moment)
    found = read(coordinator)
    assert (found.start.count.nominal, found.start.late) == (1, 1)
    assert not found.start.is_known
    assert found.start.active is None


def test_active_is_told_of_the_year_before_each_end(coordinator, coalition):
    made = joined(coalition, On(2024, 3, 1), "Old friend")
    assert read(coordinator).end.active == 0
    TouchpointFactory(organisation=made, on=date(2025, 8, 1))
    found = read(coordinator)
    assert (found.start.active, found.end.active) == (0, 1)


def test_active_partners_are_told_by_broad_sector(coordinator, coalition):
    for name, broad in (("Clinics", "health"), ("Transit", "government"), ("Police", "government")):
        one = term(coalition, "sector", name)
        one.broad_sector = broad
        one.save()
    hall = joined(coalition, On(2024, 3, 1), "City Hall", sector="Transit")
    ClassificationFactory(organisation=hall, term=term(coalition, "sector", "Police"))
    sign(coordinator)
    TouchpointFactory(organisation=hall, on=date(2025, 8, 1))
    lines = {line.label: line for line in read(coordinator).lines}
    told = lines["Active partners, Government"]
    assert (told.start, told.end, told.signed) == ("0", "1", "0")
    assert lines["Active partners, Health care"].end == "0"
    assert len([label for label in lines if label.startswith("Active partners, ")]) == 2
    file = coordinator.get(at(coordinator, "composition_report_file", 2025, 2))
    assert '"Active partners, Government","0","1"' in b"".join(file).decode()


def test_what_cannot_be_known_of_a_broad_sector_is_no_zero(coordinator, coalition):
    one = term(coalition, "sector", "Clinics")
    one.broad_sector = "health"
    one.save()
    with On(2026, 1, 10) as moment:
        OrganisationFactory(coalition=coalition, since_on=date(2024, 3, 1), created_at=moment)
    lines = {line.label: line for line in read(coordinator).lines}
    assert lines["Active partners, Health care"].start == "not known"


def test_effort_is_told_by_area(coordinator, coalition):
    made = joined(coalition, On(2024, 3, 1), "Clinic", area="Riverbend")
    term(coalition, "area", "Elm Park")
    for day in (3, 3, 4):
        TouchpointFactory(organisation=made, on=date(2025, 8, day))
    efforts = {one.term.name: one for _label, found in read(coordinator).efforts for one in found}
    assert (efforts["Riverbend"].entries, efforts["Riverbend"].reached) == (2, 1)
    assert (efforts["Elm Park"].partners, efforts["Elm Park"].entries) == (0, 0)


def test_gaps_opened_and_filled_in_the_time_are_told(coordinator, coalition):
    one, other = needed(coalition, sector="Media"), needed(coalition, sector="Faith")
    told = {"coalition": coalition, "opened_on": date(2025, 3, 1)}
    Gap.objects.create(needed=one, state="filled", closed_on=date(2025, 9, 9), **told)
    Gap.objects.create(needed=other, **{**told, "opened_on": date(2025, 9, 1)})
    found = read(coordinator)
    assert [str(gap.needed) for gap in found.opened] == ["Faith"]
    assert [str(gap.needed) for gap in found.filled] == ["Media"]


# ---------------------------------------------------------------- pages


def sign(client, **sent):
    told = {"read_with": "the steering committee", "read_on": "2026-01-15", "notes": "Ask renters."}
    address = at(client, "composition_sign", 2025, 2)
    return client.post(address, {**told, "next_review_on": "2026-07-15", **sent}, follow=True)


def test_reading_is_kept_with_its_figures_and_can_be_taken_back(coordinator, coalition):
    joined(coalition, On(2025, 9, 1), "New")
    answer = sign(coordinator)
    report = CompositionReport.objects.get()
    assert (report.read_with, report.figures["end"]["partners"]) == ("the steering committee", 1)
    assert report.figures["came"] == ["New"]
    coordinator.post(undo_on(answer))
    assert not CompositionReport.objects.exists()


def test_signed_figures_stay_when_the_notes_change(coordinator, coalition):
    sign(coordinator)
    joined(coalition, On(2025, 9, 1), "Written down later")
    sign(coordinator, notes="And the night shift.")
    report = CompositionReport.objects.get()
    assert (report.notes, report.figures["end"]["partners"]) == ("And the night shift.", 0)


def test_next_reading_must_come_after_this_one(coordinator, coalition):
    assert sign(coordinator, next_review_on="2026-01-15").status_code == 422


@pytest.mark.parametrize("period", [(2023, 2), (2025, 3), (2999, 1)])
def test_half_year_that_was_not_has_no_report(coordinator, coalition, period):
    assert coordinator.get(at(coordinator, "composition_report", *period)).status_code == 404


def test_viewer_reads_figures_and_no_notes(coordinator, member, coalition):
    sign(coordinator)
    viewer = member(Role.VIEWER, coalition=coalition)
    page = viewer.get(at(viewer, "composition_report", 2025, 2)).content.decode()
    assert "Partners on the list" in page
    assert "Ask renters." not in page
    assert viewer.get(at(viewer, "composition_report_file", 2025, 2)).status_code == 403
    assert sign(viewer).status_code == 403


def test_download_says_what_the_page_says(coordinator, coalition):
    joined(coalition, On(2025, 9, 1), "New")
    answer = coordinator.get(at(coordinator, "composition_report_file", 2025, 2))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert '"Partners on the list","0","1"' in text
    assert '"Came","","New"' in text


@pytest.mark.parametrize("number", [1, 6])
def test_queries_are_the_same_for_one_partner_and_many(
    coordinator, coalition, django_assert_num_queries, number
):
    for n in range(number):
        joined(coalition, On(2025, 9, 1), f"P{n}", sector=f"S{n}", area=f"A{n}")
        needed(coalition, sector=f"S{n}")
    coordinator.get(at(coordinator, "composition_report", 2025, 2))
    with django_assert_num_queries(12):
        coordinator.get(at(coordinator, "composition_report", 2025, 2))
