"""One populated coalition."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Coalition, Invitation
from common.models import Letter
from partners.models import (
    Application,
    Attachment,
    Benefit,
    BulkEdit,
    Call,
    Contact,
    CreditedPartner,
    DiligenceAnswer,
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
    RiskNote,
    SavedView,
    Stake,
    Term,
    Touchpoint,
    Wording,
)
from tests.factories import (
    ApplicationFactory,
    AttachmentFactory,
    BenefitFactory,
    BulkEditFactory,
    CallFactory,
    ContactFactory,
    CreditedPartnerFactory,
    DiligenceAnswerFactory,
    ImportRunFactory,
    IncidentDecisionFactory,
    IncidentFactory,
    InvitationFactory,
    LetterFactory,
    MembershipFactory,
    NeededVoiceFactory,
    NominationFactory,
    OrganisationFactory,
    OwnFieldFactory,
    PartnerEventFactory,
    PartnerLetterFactory,
    PipelineStepFactory,
    RelationFactory,
    RepresentationFactory,
    RiskNoteFactory,
    SavedViewFactory,
    StakeFactory,
    TermFactory,
    TouchpointFactory,
    WordingFactory,
)


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
