"""One populated coalition, and for every address that names a row the row to try it with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import Coalition, Invitation
from common.history import recording
from common.models import Letter
from partners import operations
from partners.models import (
    Application,
    Attachment,
    Benefit,
    BulkEdit,
    Call,
    Contact,
    CreditedPartner,
    DiligenceAnswer,
    Gap,
    ImportRun,
    IncidentDecision,
    NeededVoice,
    Nomination,
    Organisation,
    OwnField,
    PartnerEvent,
    PartnerLetter,
    PipelineStep,
    Relation,
    Representation,
    Reviewer,
    RiskNote,
    SavedView,
    Stake,
    Term,
    Touchpoint,
    Wording,
)
from tests.factories import (
    NOW,
    ApplicationFactory,
    AttachmentFactory,
    BenefitFactory,
    BulkEditFactory,
    CallFactory,
    ContactFactory,
    CreditedPartnerFactory,
    CriterionFactory,
    DecisionLetterFactory,
    DiligenceAnswerFactory,
    DistinctPairFactory,
    ImportRunFactory,
    IncidentDecisionFactory,
    IncidentFactory,
    InterviewVisitFactory,
    InvitationFactory,
    LetterFactory,
    MembershipFactory,
    NeededVoiceFactory,
    NominationFactory,
    OrganisationFactory,
    OutreachFactory,
    OwnFieldFactory,
    PartnerEventFactory,
    PartnerLetterFactory,
    PipelineStepFactory,
    RelationFactory,
    RepresentationFactory,
    ReviewerFactory,
    RiskNoteFactory,
    SavedViewFactory,
    ServiceFactory,
    StakeFactory,
    TermFactory,
    TieFactory,
    TouchpointFactory,
    WordingFactory,
)
from tests.governance.architecture import EXAMPLES as GOVERNANCE


@dataclass(frozen=True)
class Populated:
    coalition: Coalition
    organisation: Organisation
    contact: Contact
    representation: Representation
    invitation: Invitation
    letter: Letter
    term: Term
    run: ImportRun
    own_field: OwnField
    view: SavedView
    edit: BulkEdit
    attachment: Attachment
    talk: Touchpoint
    event: PartnerEvent
    needed: NeededVoice
    stake: Stake
    benefit: Benefit
    partner_letter: PartnerLetter
    wording: Wording
    credited: CreditedPartner
    relation: Relation
    nomination: Nomination
    step: PipelineStep
    diligence: DiligenceAnswer
    decision: IncidentDecision
    note: RiskNote
    call: Call
    application: Application


def populate() -> Populated:
    organisation = OrganisationFactory()
    return Populated(
        coalition=organisation.coalition,
        organisation=organisation,
        contact=ContactFactory(organisation=organisation),
        representation=RepresentationFactory(organisation=organisation),
        invitation=InvitationFactory(coalition=organisation.coalition),
        letter=LetterFactory(tenant=organisation.coalition.pk),
        term=TermFactory(coalition=organisation.coalition),
        run=ImportRunFactory(coalition=organisation.coalition),
        own_field=OwnFieldFactory(coalition=organisation.coalition),
        view=SavedViewFactory(coalition=organisation.coalition, is_shared=True),
        edit=BulkEditFactory(coalition=organisation.coalition, ids=[organisation.pk]),
        attachment=AttachmentFactory(organisation=organisation, is_shared=True),
        talk=TouchpointFactory(organisation=organisation),
        event=PartnerEventFactory(organisation=organisation),
        needed=NeededVoiceFactory(coalition=organisation.coalition),
        stake=StakeFactory(organisation=organisation),
        benefit=BenefitFactory(organisation=organisation, overdue=True),
        partner_letter=PartnerLetterFactory(organisation=organisation),
        wording=WordingFactory(coalition=organisation.coalition),
        credited=CreditedPartnerFactory(organisation=organisation),
        relation=RelationFactory(coalition=organisation.coalition),
        nomination=NominationFactory(coalition=organisation.coalition),
        step=PipelineStepFactory(organisation=organisation, stage="member"),
        diligence=DiligenceAnswerFactory(organisation=organisation, concern=True, due=True),
        decision=IncidentDecisionFactory(
            incident=IncidentFactory(organisation=organisation, paused=True)
        ),
        note=RiskNoteFactory(
            organisation=organisation,
            readers=MembershipFactory.create_batch(2, coalition=organisation.coalition),
        ),
        call=(call := a_call(organisation.coalition)),
        application=ApplicationFactory(call=call),
    )


def a_call(coalition: Coalition) -> Call:
    """One that is open in any year in which tests run, with somebody of the coalition who reads for it."""
    return CallFactory(coalition=coalition, opened=True, closes_on=date(2999, 1, 1))


def membership(here: Populated) -> Any:
    return here.representation.membership


def invitation(here: Populated) -> Any:
    return here.invitation


def invitation_token(here: Populated) -> dict[str, str]:
    return {"token": here.invitation.link.rstrip("/").split("/")[-1]}


def changed(organisation: Organisation) -> dict[str, Any]:
    """A change of the organisation, so that its version has a page."""
    with recording("organisation.edited") as change:
        organisation.description = "Changed"
        organisation.save()
    return {"pk": organisation.pk, "change": change}


def merge(here: Populated) -> Any:
    """Another organisation, merged into the one of the example."""
    return operations.merge(
        here.organisation,
        others=[OrganisationFactory(coalition=here.coalition)],
        choices={},
        by=here.representation.membership.person,
        at=NOW,
    )[0]


def organisation(here: Populated) -> Any:
    return here.organisation


def contact(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "contact": here.contact.pk}


def file(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "file": here.attachment.pk}


def talk(here: Populated) -> Any:
    return here.talk


def event(here: Populated) -> Any:
    return here.event


def changed_talk(here: Populated) -> dict[str, Any]:
    """A change of a talk, so that it can be taken back."""
    with recording("touchpoint.changed", by=here.talk.logged_by) as change:
        here.talk.said = "Changed"
        here.talk.save()
    return {"change": change}


def benefit(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "benefit": here.benefit.pk}


def partner_letter(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "letter": here.partner_letter.pk}


def question(here: Populated) -> Any:
    return here.diligence.question


def diligence(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "question": here.diligence.question_id}


def incident(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "incident": here.decision.incident_id}


def decision(here: Populated) -> dict[str, int]:
    return incident(here) | {"decision": here.decision.pk}


def note(here: Populated) -> dict[str, Any]:
    return {"note": here.note.token}


def reader(here: Populated) -> dict[str, Any]:
    return {"note": here.note.token, "reader": here.note.readers.all()[0].pk}


def credit_rule(here: Populated) -> Any:
    return here.credited.rule


def wording(here: Populated) -> Any:
    return here.wording


def imported_talk(here: Populated) -> dict[str, Any]:
    """An import of one talk, so that it can be taken back."""
    with recording("touchpoints.imported", by=here.talk.logged_by, reason="calls.csv") as change:
        TouchpointFactory(organisation=here.organisation)
    return {"change": change}


def term(here: Populated) -> Any:
    return here.term


def run(here: Populated) -> Any:
    return here.run


def own_field(here: Populated) -> Any:
    return here.own_field


def edit(here: Populated) -> Any:
    return here.edit


def view(here: Populated) -> Any:
    return here.view


def needed(here: Populated) -> Any:
    return here.needed


def planned(here: Populated) -> dict[str, Any]:
    """A change of a plan, which somebody may take back."""
    with recording("gap.planned") as change:
        Gap.objects.create(coalition=here.coalition, needed=here.needed, opened_on=NOW.date())
    return {"change": change}


def half_year(here: Populated) -> dict[str, int]:
    """One that the example has lived through, and no other coalition."""
    here.coalition.founded_on = date(2020, 1, 1)
    here.coalition.save()
    return {"year": 2021, "half": 2}


def topic(here: Populated) -> dict[str, Any]:
    return {"pk": here.organisation.pk, "topic": "mission"}


def interview(here: Populated) -> dict[str, Any]:
    visit = InterviewVisitFactory(organisation=here.organisation)
    return {**topic(here), "visit": visit.pk}


def stake(here: Populated) -> Any:
    return here.stake.organisation


def distinct_pair(here: Populated) -> Any:
    other = OrganisationFactory(coalition=here.coalition)
    return DistinctPairFactory(first=here.organisation, second=other)


def tie_between(here: Populated) -> Any:
    return TieFactory(first=here.organisation)


def tie(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "tie": tie_between(here).pk}


def relation(here: Populated) -> Any:
    return here.relation


def tie_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.TIES)


def nomination(here: Populated) -> Any:
    return here.nomination


def changed_nomination(here: Populated) -> dict[str, Any]:
    """A change of a suggestion, so that it can be taken back."""
    with recording("nomination.made", by=here.nomination.suggested_by) as change:
        here.nomination.website = "changed.example"
        here.nomination.save()
    return {"change": change}


def step(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "step": here.step.pk}


def service(here: Populated) -> dict[str, int]:
    return {
        "pk": here.organisation.pk,
        "service": ServiceFactory(organisation=here.organisation).pk,
    }


def service_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.SERVICES)


def call(here: Populated) -> Any:
    return here.call


def draft_call(here: Populated) -> Any:
    return CallFactory(coalition=here.coalition, closes_on=date(2999, 1, 1))


def criterion(here: Populated) -> dict[str, int]:
    row = CriterionFactory(call=draft_call(here))
    return {"pk": row.call_id, "criterion": row.pk}


def outreach(here: Populated) -> dict[str, int]:
    row = OutreachFactory(call=here.call)
    return {"pk": row.call_id, "outreach": row.pk}


def reviewer(here: Populated) -> dict[str, int]:
    asked = {"call": here.call, "person": here.representation.membership.person}
    row = Reviewer.objects.filter(**asked).first() or ReviewerFactory(**asked)
    return {"pk": row.call_id, "reviewer": row.pk}


def application(here: Populated) -> dict[str, int]:
    """A partner reads for the call too, so that everybody who may review finds it."""
    reviewer(here)
    return {"pk": here.application.call_id, "application": here.application.pk}


def closed_application(here: Populated, **fields: Any) -> dict[str, int]:
    row = ApplicationFactory(call=CallFactory(coalition=here.coalition, closed=True), **fields)
    return {"pk": row.call_id, "application": row.pk}


def decision_letter(here: Populated) -> dict[str, int]:
    letter = DecisionLetterFactory(application__call__coalition=here.coalition)
    row = letter.application
    return {"pk": row.call_id, "application": row.pk, "letter": letter.pk}


def changed_call(here: Populated) -> dict[str, Any]:
    with recording("call.edited", by=here.call.written_by) as change:
        here.call.about = "Changed"
        here.call.save()
    return {"change": change}


def public_call(here: Populated) -> dict[str, str]:
    return {"home": here.coalition.slug, "slug": here.call.slug}


def application_token(here: Populated) -> dict[str, str]:
    here.application.sent_at = timezone.now() - timedelta(days=1)
    here.application.save()
    return {"token": here.application.link.rstrip("/").split("/")[-1]}


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    **GOVERNANCE,
    "partners:risk": organisation,
    "partners:diligence": diligence,
    "partners:incident": incident,
    "partners:incident_add": organisation,
    "partners:incident_close": incident,
    "partners:incident_edit": incident,
    "partners:incident_hold": incident,
    "partners:incident_pause": incident,
    "partners:incident_reopen": incident,
    "partners:incident_resume": incident,
    "partners:decision_add": incident,
    "partners:decision_decide": decision,
    "partners:decision_drop": decision,
    "partners:decision_edit": decision,
    "partners:risk_question": question,
    "partners:risk_question_move": question,
    "partners:risk_question_reinstate": question,
    "partners:risk_question_retire": question,
    "partners:risk_heir": note,
    "partners:risk_note": note,
    "partners:risk_note_add": organisation,
    "partners:risk_note_edit": note,
    "partners:risk_note_settle": note,
    "partners:risk_note_undo": lambda _here: {"change": uuid4()},
    "partners:risk_reader_add": note,
    "partners:risk_reader_remove": reader,
    "account_reset_password_from_key": lambda _here: {"uidb36": "1", "key": "abc-def"},
    "accounts:change_role": membership,
    "accounts:end_membership": membership,
    "accounts:end_sign_in": lambda _here: {"mark": "0" * 20},
    "accounts:invitation": invitation_token,
    "accounts:invitation_link": invitation,
    "accounts:letter": lambda here: here.letter,
    "accounts:reinstate": membership,
    "accounts:resend_invitation": invitation,
    "accounts:second_factor_needed": lambda here: {"slug": here.coalition.slug},
    "accounts:withdraw_invitation": invitation,
    "application": application_token,
    "application_withdraw": application_token,
    "call": public_call,
    "call_sent": public_call,
    "partners:application": application,
    "partners:application_conflict": application,
    "partners:application_decide": closed_application,
    "partners:application_erase": application,
    "partners:application_link": lambda here: {
        **closed_application(here, accepted=True),
        "organisation": here.organisation.pk,
    },
    "partners:application_score": application,
    "partners:application_scores": application,
    "partners:application_take_in": lambda here: closed_application(here, accepted=True),
    "partners:applications_of": organisation,
    "partners:call": call,
    "partners:credit_edit": credit_rule,
    "partners:credit_restore": credit_rule,
    "partners:credit_retire": credit_rule,
    "partners:call_applications": lambda here: {"pk": application(here)["pk"]},
    "partners:call_close": call,
    "partners:call_decide_anew": call,
    "partners:call_edit": call,
    "partners:call_finish": lambda here: {"pk": closed_application(here, accepted=True)["pk"]},
    "partners:call_preview": call,
    "partners:call_publish": draft_call,
    "partners:call_story": call,
    "partners:call_take_back": call,
    "partners:call_undo": changed_call,
    "partners:criterion": criterion,
    "partners:criterion_add": draft_call,
    "partners:criterion_remove": criterion,
    "partners:decision_letter": decision_letter,
    "partners:decision_letter_send": decision_letter,
    "partners:outreach": outreach,
    "partners:outreach_add": call,
    "partners:outreach_remove": outreach,
    "partners:reviewer_ask": call,
    "partners:reviewer_release": reviewer,
    "mfa_edit_webauthn": lambda _here: {"pk": 1},
    "mfa_remove_webauthn": lambda _here: {"pk": 1},
    "partners:benefit_add": organisation,
    "partners:benefit_answer": benefit,
    "partners:benefit_deliver": benefit,
    "partners:benefit_edit": benefit,
    "partners:benefit_heard": benefit,
    "partners:benefit_open": benefit,
    "partners:benefit_withdraw": benefit,
    "partners:bulk_apply": edit,
    "partners:bulk_edit": edit,
    "partners:bulk_progress": edit,
    "partners:bulk_undo": edit,
    "partners:composition_report": half_year,
    "partners:composition_report_file": half_year,
    "partners:composition_sign": half_year,
    "partners:composition_undo": planned,
    "partners:gap": needed,
    "partners:gap_ask": lambda here: {"pk": here.needed.pk, "organisation": here.organisation.pk},
    "partners:capacity_prospect": lambda _here: {"kind": "marketing"},
    "partners:gap_prospect": needed,
    "partners:needed_edit": needed,
    "partners:needed_restore": needed,
    "partners:needed_retire": needed,
    "partners:contact_add": organisation,
    "partners:contact_edit": contact,
    "partners:contact_erase": contact,
    "partners:contact_left": contact,
    "partners:contact_returned": contact,
    "partners:contact_vcard": contact,
    "partners:alignment": organisation,
    "partners:capacity": organisation,
    "partners:depth": organisation,
    "partners:first_talk": organisation,
    "partners:depth_topic": topic,
    "partners:depth_topic_own": topic,
    "partners:detail": organisation,
    "partners:edit": organisation,
    "partners:event_attended": event,
    "partners:event_delete": event,
    "partners:event_edit": event,
    "partners:event_going": event,
    "partners:file": file,
    "partners:file_add": organisation,
    "partners:file_bring_back": file,
    "partners:file_remove": file,
    "partners:file_share": file,
    "partners:import": run,
    "partners:import_columns": run,
    "partners:import_decide": run,
    "partners:import_progress": run,
    "partners:import_rejected": lambda here: {"pk": here.run.pk, "form": "csv"},
    "partners:import_rows": lambda here: {"pk": here.run.pk, "outcome": "new"},
    "partners:import_undo": run,
    "partners:interview": organisation,
    "partners:interview_topic": interview,
    "partners:invite": organisation,
    "partners:letter": partner_letter,
    "partners:letter_add": organisation,
    "partners:letter_bring_back": partner_letter,
    "partners:letter_discard": partner_letter,
    "partners:letter_edit": partner_letter,
    "partners:letter_pdf": partner_letter,
    "partners:letter_printed": partner_letter,
    "partners:letter_send": partner_letter,
    "partners:own_field": own_field,
    "partners:own_field_move": own_field,
    "partners:own_field_restore": own_field,
    "partners:own_field_retire": own_field,
    "partners:own_field_values": own_field,
    "partners:move": organisation,
    "partners:merge_undo": lambda here: {"change": merge(here).change_id},
    "partners:merge_with": organisation,
    "partners:organisation_vcards": organisation,
    "partners:pipeline_leave": organisation,
    "partners:pipeline_move": organisation,
    "partners:pipeline_of": organisation,
    "partners:pipeline_plan": organisation,
    "partners:pipeline_step": lambda here: {"pk": here.organisation.pk, "stage": "paused"},
    "partners:pipeline_step_edit": step,
    "partners:pipeline_undo": lambda here: changed(here.organisation),
    "partners:profile": organisation,
    "partners:reinstate": organisation,
    "partners:representation_end": lambda here: {
        "pk": here.organisation.pk,
        "representation": here.representation.pk,
    },
    "partners:retire": organisation,
    "partners:suggestion": nomination,
    "partners:suggestion_accept": nomination,
    "partners:suggestion_decline": nomination,
    "partners:suggestion_link": lambda here: {
        "pk": here.nomination.pk,
        "organisation": here.organisation.pk,
    },
    "partners:suggestion_undo": changed_nomination,
    "partners:suggestion_withdraw": nomination,
    "partners:talk_delete": talk,
    "partners:talk_edit": talk,
    "partners:talk_followed_up": talk,
    "partners:talk_tier": organisation,
    "partners:talk_undo": changed_talk,
    "partners:talks_import_undo": imported_talk,
    "partners:talks_of": organisation,
    "partners:service_add": organisation,
    "partners:service_capacity": service,
    "partners:service_edit": service,
    "partners:service_end": service,
    "partners:service_import": service_run,
    "partners:service_import_apply": service_run,
    "partners:service_import_columns": service_run,
    "partners:service_import_undo": service_run,
    "partners:service_resume": service,
    "partners:service_undo": lambda here: changed(here.organisation),
    "partners:services_of": organisation,
    "partners:stake": stake,
    "partners:stake_move": stake,
    "partners:stake_remove": stake,
    "partners:term_move": term,
    "partners:term_reinstate": term,
    "partners:term_rename": term,
    "partners:term_retire": term,
    "partners:view": view,
    "partners:view_default": view,
    "partners:view_delete": view,
    "partners:view_edit": view,
    "partners:view_move": view,
    "partners:view_undo": lambda here: {"change": changed(here.organisation)["change"]},
    "partners:view_update": view,
    "partners:history": lambda here: here.organisation,
    "partners:put_back": lambda here: changed(here.organisation),
    "partners:relation_reinstate": relation,
    "partners:relation_rename": relation,
    "partners:relation_retire": relation,
    "partners:tie_add": organisation,
    "partners:tie_edit": tie,
    "partners:tie_end": tie,
    "partners:tie_import": tie_run,
    "partners:tie_import_apply": tie_run,
    "partners:tie_import_columns": tie_run,
    "partners:tie_import_undo": tie_run,
    "partners:tie_resume": tie,
    "partners:tie_undo": lambda here: changed(here.organisation),
    "partners:ties": organisation,
    "partners:unmerge": merge,
    "partners:undo": lambda here: changed(here.organisation),
    "partners:told_apart_undo": distinct_pair,
    "partners:verify": organisation,
    "partners:verify_own": organisation,
    "partners:value": organisation,
    "partners:value_hopes": organisation,
    "partners:value_hopes_told": organisation,
    "partners:value_review": organisation,
    "partners:value_statement": organisation,
    "partners:wording": wording,
    "partners:wording_move": wording,
    "partners:wording_restore": wording,
    "partners:wording_retire": wording,
    "partners:version": lambda here: changed(here.organisation),
}
# Here is nothing for whoever is not named on the row, whatever their role.
FOR_THOSE_NAMED = frozenset(
    {
        "partners:risk_heir",
        "partners:risk_note",
        "partners:risk_note_edit",
        "partners:risk_note_settle",
        "partners:risk_reader_add",
        "partners:risk_reader_remove",
    }
)
