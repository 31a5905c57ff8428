from partners.models.attachments import Attachment
from partners.models.bulk import BulkEdit, Selection
from partners.models.calls import (
    SCALE,
    WHOLE,
    Application,
    ApplicationAnswer,
    Call,
    Criterion,
    DecisionLetter,
    Outreach,
    Review,
    Reviewer,
    Score,
)
from partners.models.composition.gaps import Gap
from partners.models.composition.needed_voices import NeededVoice
from partners.models.composition.settings import CompositionReport, CompositionSettings
from partners.models.contacts import Contact
from partners.models.credit import CreditedPartner, CreditRule
from partners.models.depth import (
    DepthSettings,
    InterviewVisit,
    OwnPriority,
    ProfileAnswer,
    ProfileRow,
    Stake,
    Topic,
    Verification,
    Voice,
)
from partners.models.erasures import ContactErasure
from partners.models.import_rows import ImportRow
from partners.models.imports import ImportRun, RememberedMapping
from partners.models.merged import MergedAway
from partners.models.merging.contact_merges import ContactMerge
from partners.models.merging.duplicates import (
    ComparisonDue,
    DistinctPair,
    DuplicateSearch,
    LikelyPair,
)
from partners.models.merging.merges import Merge, MergeMove
from partners.models.organisations import Organisation
from partners.models.own_fields.fields import OwnField
from partners.models.parts import Address, Alias, ExternalIdentifier, Phone
from partners.models.pipeline.nominations import Nomination
from partners.models.pipeline.steps import Cause, PipelinePlan, PipelineRules, PipelineStep, Stage
from partners.models.representation import Representation
from partners.models.risk import (
    DiligenceAnswer,
    DiligenceQuestion,
    Incident,
    IncidentDecision,
    RiskNote,
    RiskReader,
)
from partners.models.saved_views import DefaultView, SavedView
from partners.models.search.entries import SearchEntry
from partners.models.services import (
    Capacity,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
)
from partners.models.talks.events import EventGuest, PartnerEvent
from partners.models.talks.participants import TouchpointContact, TouchpointMember
from partners.models.talks.rules import TalkRules, TalkTier, Tier
from partners.models.talks.touchpoints import Touchpoint
from partners.models.taxonomy import (
    LISTS,
    BroadSector,
    Classification,
    OtherList,
    Term,
    Vocabulary,
)
from partners.models.ties.ties import Relation, Tie
from partners.models.value.benefits import Benefit
from partners.models.value.letters import PartnerLetter
from partners.models.value.statements import ValueStatement
from partners.models.value.wordings import Wording

__all__ = [
    "LISTS",
    "SCALE",
    "WHOLE",
    "Address",
    "Alias",
    "Application",
    "ApplicationAnswer",
    "Attachment",
    "Benefit",
    "BroadSector",
    "BulkEdit",
    "Call",
    "Capacity",
    "Cause",
    "Classification",
    "ComparisonDue",
    "CompositionReport",
    "CompositionSettings",
    "Contact",
    "ContactErasure",
    "ContactMerge",
    "CreditRule",
    "CreditedPartner",
    "Criterion",
    "DecisionLetter",
    "DefaultView",
    "DepthSettings",
    "DiligenceAnswer",
    "DiligenceQuestion",
    "DistinctPair",
    "DuplicateSearch",
    "EventGuest",
    "ExternalIdentifier",
    "Gap",
    "ImportRow",
    "ImportRun",
    "Incident",
    "IncidentDecision",
    "InterviewVisit",
    "LikelyPair",
    "Merge",
    "MergeMove",
    "MergedAway",
    "NeededVoice",
    "Nomination",
    "Organisation",
    "OtherList",
    "Outreach",
    "OwnField",
    "OwnPriority",
    "PartnerEvent",
    "PartnerLetter",
    "Phone",
    "PipelinePlan",
    "PipelineRules",
    "PipelineStep",
    "ProfileAnswer",
    "ProfileRow",
    "Relation",
    "RememberedMapping",
    "Representation",
    "Review",
    "Reviewer",
    "RiskNote",
    "RiskReader",
    "SavedView",
    "Score",
    "SearchEntry",
    "Selection",
    "Service",
    "ServiceFunder",
    "ServiceLocation",
    "ServiceTerm",
    "Stage",
    "Stake",
    "TalkRules",
    "TalkTier",
    "Term",
    "Tie",
    "Tier",
    "Topic",
    "Touchpoint",
    "TouchpointContact",
    "TouchpointMember",
    "ValueStatement",
    "Verification",
    "Vocabulary",
    "Voice",
    "Wording",
]
