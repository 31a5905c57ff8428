"""Many organisations changed together: what is shown first, what is written, what cannot be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners.models import BulkEdit, Classification, Organisation, Term
from partners.operations.bulk import edits
from tests.factories import (
    NOW,
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.selecting import (
    apply,
    changed,
    many,
    pick,
    picked,
    prepared,
    preview,
    some,
    undo,
)

pytestmark = pytest.mark.django_db


def ids_of(organisations) -> list[int]:
    return [organisation.pk for organisation in organisations]


def terms_of(organisation: Organisation) -> list[str]:
    told = organisation.classifications.order_by("term__name")
    return list(told.values_list("term__name", flat=True))


def carry(organisation: Organisation, *terms: Term) -> None:
    for term in terms:
        ClassificationFactory(organisation=organisation, term=term)


def tag(client, name: str) -> Term:
    return TermFactory(coalition=client.membership.coalition, vocabulary="tag", name=name)


# ---------------------------------------------------------------- what is shown first


def test_preview_says_what_changes_what_stands_so_and_what_cannot_and_writes_nothing(coordinator):
    person = coordinator.membership.person
    free, mine, gone = some(coordinator, 3)
    mine.owner = person
    mine.save()
    retired = some(coordinator, 1, retired_on="2026-01-01", retired_reason="Closed")[0]
    pick(coordinator, free.pk, mine.pk, gone.pk, retired.pk)
    gone.delete()
    edit = prepared(coordinator, "owner", owner=person.pk)
    shown = preview(coordinator, edit)
    assert shown.plan.counts == {"changed": 1, "same": 1, "retired": 1, "gone": 1}
    assert [(row.organisation.pk, row.before) for row in shown.rows] == [(free.pk, "Nobody")]
    html = coordinator.get(edit.get_absolute_url()).content.decode()
    assert retired.name in html
    assert "is not in your records any more" in html
    free.refresh_from_db()
    assert free.owner is None


def test_rows_edited_since_the_preview_are_shown_anew_and_nothing_is_written(coordinator):
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk, second.pk)
    edit = prepared(coordinator, "kind", kind="prospect")
    seen = preview(coordinator, edit).plan.seen
    first.kind = "stakeholder"
    first.save()
    apply(coordinator, edit, seen=seen)
    assert edit.state == BulkEdit.State.PREPARED
    kinds = set(Organisation.objects.values_list("kind", flat=True))
    assert kinds == {"stakeholder", "partner"}
    apply(coordinator, edit)
    assert edit.state == BulkEdit.State.APPLIED


def test_nothing_selected_is_said_and_nothing_prepared(coordinator):
    url = reverse("partners:bulk_start", args=[coordinator.slug])
    answer = coordinator.post(f"{url}?what=kind", {"kind": "prospect"})
    assert "Nobody is selected" in answer.content.decode()
    assert not BulkEdit.objects.exists()


@pytest.mark.parametrize(
    ("what", "answers"),
    [
        ("owner", {"owner": "999999"}),
        ("owner", {"owner": ""}),
        ("kind", {"kind": "enemy"}),
        ("retire", {"reason": "", "on": "2026-05-12"}),
        ("tag", {"how": "add"}),
        ("tag", {"how": "remove", "names": "asthma"}),
        ("sector", {"how": "add", "terms": "999999"}),
    ],
)
def test_answers_that_make_no_sense_come_back_with_a_reason(coordinator, what, answers):
    pick(coordinator, *many(coordinator, 2))
    url = reverse("partners:bulk_start", args=[coordinator.slug])
    answer = coordinator.post(f"{url}?what={what}", answers)
    assert answer.status_code == 422
    assert answer.context["form"].errors


# ---------------------------------------------------------------- what is written


def test_owner_is_set_for_all_and_the_list_comes_back_as_it_was_filtered(coordinator):
    ids = many(coordinator, 3)
    colleague = MembershipFactory(coalition=coordinator.membership.coalition)
    pick(coordinator, *ids)
    edit = prepared(coordinator, "owner", back="kind=partner&page=2", owner=colleague.person_id)
    answer = apply(coordinator, edit)
    assert answer["Location"].endswith("/partners/?kind=partner&page=2")
    assert Organisation.objects.filter(owner=colleague.person).count() == 3
    assert edit.counts["changed"] == 3


def test_nobody_is_an_owner_too(coordinator):
    organisation = some(coordinator, 1, owner=coordinator.membership.person)[0]
    pick(coordinator, organisation.pk)
    changed(coordinator, "owner", owner="none")
    organisation.refresh_from_db()
    assert organisation.owner is None


def test_tags_are_added_to_those_that_lack_them_and_found_by_search(coordinator):
    asthma = tag(coordinator, "asthma")
    first, second = some(coordinator, 2)
    carry(first, asthma)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, "tag", how="add", terms=asthma.pk, names="school nurses, ASTHMA")
    assert [terms_of(one) for one in (first, second)] == [["asthma", "school nurses"]] * 2
    assert edit.counts["changed"] == 2
    url = reverse("partners:list", args=[coordinator.slug])
    assert coordinator.get(f"{url}?q=nurses").context["listing"].count == 2


def test_tags_are_taken_away(coordinator):
    asthma, food = tag(coordinator, "asthma"), tag(coordinator, "food")
    first, second = some(coordinator, 2)
    carry(first, asthma, food)
    carry(second, food)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, "tag", how="remove", terms=asthma.pk)
    assert (terms_of(first), terms_of(second)) == (["food"], ["food"])
    assert (edit.counts["changed"], edit.counts["same"]) == (1, 1)


def test_sectors_are_replaced_and_other_lists_left_alone(coordinator):
    coalition = coordinator.membership.coalition
    health, housing = (TermFactory(coalition=coalition, name=n) for n in ("Health", "Housing"))
    organisation = some(coordinator, 1)[0]
    carry(organisation, health, tag(coordinator, "asthma"))
    pick(coordinator, organisation.pk)
    changed(coordinator, "sector", how="replace", terms=housing.pk)
    assert terms_of(organisation) == ["Housing", "asthma"]


@pytest.mark.parametrize("vocabulary", ["population", "area", "language"])
def test_every_other_list_works_alike(coordinator, vocabulary):
    term = TermFactory(coalition=coordinator.membership.coalition, vocabulary=vocabulary)
    ids = many(coordinator, 2)
    pick(coordinator, *ids)
    changed(coordinator, vocabulary, how="add", terms=term.pk)
    assert Classification.objects.filter(term=term).count() == 2


def test_retired_for_a_reason_they_leave_list_and_selection_and_are_taken_back(coordinator):
    ids = many(coordinator, 2)
    pick(coordinator, *ids)
    edit = changed(coordinator, "retire", on="2026-05-12", reason="The grant ended.")
    assert Organisation.objects.retired().filter(retired_reason="The grant ended.").count() == 2
    assert picked(coordinator) == []
    pick(coordinator, *ids)
    changed(coordinator, "reinstate")
    assert Organisation.objects.active().count() == 2
    assert edit.counts["changed"] == 2


def test_second_press_writes_nothing_more(coordinator):
    pick(coordinator, *many(coordinator, 3))
    edit = prepared(coordinator, "kind", kind="prospect")
    seen = preview(coordinator, edit).plan.seen
    answers = [apply(coordinator, edit, seen=seen) for _press in range(2)]
    assert [answer["Location"] for answer in answers] == [edit.list_url] * 2
    events = Organisation.pgh_event_models["update"].objects
    assert events.filter(pgh_label="update").count() == 3


def test_organisations_of_another_coalition_are_not_written(coordinator):
    foreign = OrganisationFactory()
    edit = BulkEdit.objects.create(
        coalition=coordinator.membership.coalition,
        action="kind",
        values={"kind": "prospect"},
        ids=[foreign.pk],
        asked_at="2026-05-12T15:00Z",
    )
    apply(coordinator, edit)
    foreign.refresh_from_db()
    assert (foreign.kind, edit.counts["gone"]) == ("partner", 1)


def test_owner_who_has_left_since_the_preview_is_refused(coordinator):
    colleague = MembershipFactory(coalition=coordinator.membership.coalition)
    pick(coordinator, *many(coordinator, 2))
    edit = prepared(coordinator, "owner", owner=colleague.person_id)
    colleague.ended_on = "2026-05-12"
    colleague.save()
    apply(coordinator, edit)
    assert edit.state == BulkEdit.State.PREPARED
    assert not Organisation.objects.filter(owner=colleague.person).exists()


@pytest.mark.parametrize(
    ("what", "answers"),
    [
        ("owner", {"owner": "none"}),
        ("kind", {"kind": "prospect"}),
        ("retire", {"reason": "Closed", "on": "2026-05-12"}),
        ("tag", {"how": "add", "names": "asthma, food"}),
        ("sector", {"how": "replace", "names": "Housing"}),
    ],
)
def test_thousand_records_need_the_queries_of_ten(coordinator, what, answers):
    counts = []
    for number in (10, 1000):
        pick(coordinator, do="none")
        many(coordinator, number, owner=coordinator.membership.person)
        pick(coordinator, do="all")
        edit = prepared(coordinator, what, **answers)
        with CaptureQueriesContext(connection) as shown:
            seen = preview(coordinator, edit).plan.seen
        edits.ask_to_apply(edit, seen=seen, by=coordinator.membership.person, at=NOW)
        with CaptureQueriesContext(connection) as written:
            edits.perform(edit.pk, at=NOW)
        edit.refresh_from_db()
        assert edit.counts["changed"] == number
        with CaptureQueriesContext(connection) as taken_back:
            edits.ask_to_undo(edit, by=coordinator.membership.person, at=NOW)
            edits.perform(edit.pk, at=NOW)
        counts.append([len(shown), len(written), len(taken_back)])
        Organisation.objects.update(retired_on="2026-01-01", retired_reason="Tried")
    assert counts[0][0] == counts[1][0] <= 12
    # Statistics are renewed after a thousand.
    assert [counts[1][1] - 1, counts[1][2]] == counts[0][1:]


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_who_may_not_edit_partners_changes_none(member, coordinator, role):
    pick(coordinator, *many(coordinator, 2))
    edit = prepared(coordinator, "kind", kind="prospect")
    seen = preview(coordinator, edit).plan.seen
    other = member(role, coalition=coordinator.membership.coalition)
    assert apply_status(other, edit, seen) == 403
    edit.refresh_from_db()
    assert edit.state == BulkEdit.State.PREPARED
    changed(coordinator, "kind", kind="prospect")
    assert undo(other, edit).status_code == 403


def apply_status(client, edit: BulkEdit, seen: str) -> int:
    url = reverse("partners:bulk_apply", args=[client.slug, edit.pk])
    return client.post(url, {"seen": seen}).status_code


# ---------------------------------------------------------------- in the story of each


def test_story_of_each_tells_what_was_set_and_with_how_many_others(coordinator):
    organisations = some(coordinator, 3)
    pick(coordinator, *ids_of(organisations))
    name = coordinator.membership.person.full_name
    edit = changed(coordinator, "owner", owner=coordinator.membership.person_id)
    url = reverse("partners:history", args=[coordinator.slug, organisations[0].pk])
    assert (
        f"Looked after by: {name}, together with 2 others" in coordinator.get(url).content.decode()
    )
    undo(coordinator, edit)
    html = coordinator.get(url).content.decode()
    assert f"{name} took back what was changed of several together" in html
