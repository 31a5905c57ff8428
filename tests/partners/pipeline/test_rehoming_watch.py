"""What is watched about who leaves, and what their people were to read, is named before they go."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import (
    CallFactory,
    DiligenceAnswerFactory,
    DiligenceQuestionFactory,
    IncidentDecisionFactory,
    IncidentFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    ReviewerFactory,
    RiskNoteFactory,
)
from tests.partners.pipeline.way import at, one, text, today


def things(client, organisation) -> dict[str, list[str]]:
    page = client.get(at(client, "pipeline_leave", organisation.pk))
    return {group.kind: [each.words for each in group.things] for group in page.context["rest"]}


def test_checks_incidents_and_decisions_that_are_open_are_named(coordinator):
    leaving = one(coordinator)
    coalition = leaving.coalition
    for words, retired_on in (("Registered?", None), ("Asked no more?", today())):
        question = DiligenceQuestionFactory(coalition=coalition, words=words, retired_on=retired_on)
        DiligenceAnswerFactory(organisation=leaving, question=question, due=True)
    DiligenceAnswerFactory(organisation=leaving)
    incident = IncidentFactory(organisation=leaving, title="A rumour")
    IncidentFactory(organisation=leaving, title="Long closed", closed=True)
    IncidentDecisionFactory(incident=incident, question="Do we go on?")
    IncidentDecisionFactory(
        incident=IncidentFactory(organisation=OrganisationFactory(coalition=coalition))
    )
    assert things(coordinator, leaving) == {
        "checks": ["Registered?"],
        "incidents": ["A rumour"],
        "decisions": ["Do we go on?"],
    }


def test_calls_that_their_people_read_are_named_until_they_are_decided(coordinator):
    leaving = one(coordinator)
    coalition = leaving.coalition
    reader = MembershipFactory(coalition=coalition)
    RepresentationFactory(organisation=leaving, membership=reader)
    call = CallFactory(coalition=coalition, closed=True, title="Who cooks?")
    ReviewerFactory(call=call, person=reader.person)
    ReviewerFactory(call=CallFactory(coalition=coalition, closed=True))
    assert things(coordinator, leaving)["readers"] == ["Who cooks?"]
    call.decided_at = timezone.now() + timedelta(seconds=1)
    call.save()
    assert "readers" not in things(coordinator, leaving)


def test_restricted_note_is_not_given_away(coordinator):
    leaving = one(coordinator)
    RiskNoteFactory(organisation=leaving, words="A secret", review_on=today())
    page = coordinator.get(at(coordinator, "pipeline_leave", leaving.pk))
    assert page.context["rest"] == []
    assert "A secret" not in text(page)
