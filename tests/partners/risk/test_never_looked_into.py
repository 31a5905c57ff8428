"""Partners of whom nobody has answered one question of due diligence yet."""

from tests.factories import DiligenceAnswerFactory, DiligenceQuestionFactory, OrganisationFactory
from tests.partners.pipeline.way import at, text


def test_partners_never_looked_into_are_listed(coordinator):
    coalition = coordinator.membership.coalition
    question = DiligenceQuestionFactory(coalition=coalition)
    looked = OrganisationFactory(coalition=coalition, name="Elm Clinic")
    DiligenceAnswerFactory(organisation=looked, question=question)
    OrganisationFactory(coalition=coalition, name="Cedar Lane")
    OrganisationFactory(coalition=coalition, name="Oak School", kind="prospect")
    page = text(coordinator.get(at(coordinator, "risk_due")))
    assert "Never looked into" in page
    listed = page.split("Never looked into")[1]
    assert "Cedar Lane" in listed
    assert "Elm Clinic" not in listed
    assert "Oak School" not in listed


def test_without_questions_nobody_waits_to_be_looked_into(coordinator):
    OrganisationFactory(coalition=coordinator.membership.coalition)
    assert "Never looked into" not in text(coordinator.get(at(coordinator, "risk_due")))
