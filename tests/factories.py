"""Data for tests. A trait names a situation: `OrganisationFactory(retired=True)`."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from factory.django import DjangoModelFactory

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.permissions import Role
from common.files.stored import random_name
from common.models import Letter
from partners.models import (
    Alias,
    Application,
    ApplicationAnswer,
    Attachment,
    Benefit,
    BulkEdit,
    Call,
    Classification,
    Contact,
    CreditedPartner,
    CreditRule,
    Criterion,
    DecisionLetter,
    DiligenceAnswer,
    DiligenceQuestion,
    DistinctPair,
    ImportRun,
    Incident,
    IncidentDecision,
    InterviewVisit,
    LikelyPair,
    NeededVoice,
    Nomination,
    Organisation,
    Outreach,
    OwnField,
    OwnPriority,
    PartnerEvent,
    PartnerLetter,
    PipelinePlan,
    PipelineStep,
    ProfileAnswer,
    ProfileRow,
    Relation,
    Representation,
    Review,
    Reviewer,
    RiskNote,
    RiskReader,
    SavedView,
    Score,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Stake,
    Term,
    Tie,
    Touchpoint,
    ValueStatement,
    Verification,
    Wording,
)
from partners.models.risk.notes import sealed

TODAY = date(2026, 5, 12)
NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@people.example")
    full_name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("correct horse battery")


class CoalitionFactory(DjangoModelFactory):
    class Meta:
        model = Coalition

    name = factory.Sequence(lambda n: f"Coalition {n}")
    slug = factory.Sequence(lambda n: f"coalition-{n}")
    place = "North Valley"
    problem_statement = "Too many adults get type 2 diabetes."
    founded_on = TODAY - timedelta(days=900)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    coalition = factory.SubFactory(CoalitionFactory)
    person = factory.SubFactory(PersonFactory)
    role = Role.COORDINATOR
    started_on = TODAY - timedelta(days=400)

    class Params:
        ended = factory.Trait(ended_on=TODAY - timedelta(days=1))


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    coalition = factory.SubFactory(CoalitionFactory)
    email = factory.Sequence(lambda n: f"invited{n}@people.example")
    role = Role.VIEWER
    invited_by = factory.SubFactory(PersonFactory)
    expires_at = factory.LazyFunction(lambda: datetime.now(UTC) + timedelta(days=14))


class LetterFactory(DjangoModelFactory):
    """A letter without a tenant is personal."""

    class Meta:
        model = Letter

    key = factory.Sequence(lambda n: f"letter:{n}")
    kind = "accounts/invitation"
    to_address = factory.Sequence(lambda n: f"reader{n}@people.example")
    subject = factory.Sequence(lambda n: f"Letter {n}")
    text = "Words."
    queued_at = NOW
    not_before = NOW


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Organisation {n}")

    class Params:
        prospect = factory.Trait(kind=Organisation.Kind.PROSPECT)
        retired = factory.Trait(retired_on=TODAY - timedelta(days=30), retired_reason="Closed down")


class PartFactory(DjangoModelFactory):
    """What hangs on an organisation shares its coalition."""

    class Meta:
        abstract = True

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.SelfAttribute("organisation.coalition")


class ContactFactory(PartFactory):
    class Meta:
        model = Contact

    name = factory.Sequence(lambda n: f"Contact {n}")
    role = Contact.Role.REPRESENTATIVE
    email = factory.Sequence(lambda n: f"contact{n}@partner.example")
    phone = "(410) 555-0100"


class AliasFactory(PartFactory):
    class Meta:
        model = Alias

    name = factory.Sequence(lambda n: f"Alias {n}")


class AttachmentFactory(PartFactory):
    """A file as the product keeps one: its content in the storage, its sum in the row."""

    class Meta:
        model = Attachment

    class Params:
        content = factory.Sequence(lambda n: f"Minutes number {n}\n".encode())
        removed = factory.Trait(removed_at=NOW)

    name = factory.Sequence(lambda n: f"minutes-{n}.txt")
    stored = factory.LazyAttribute(
        lambda o: default_storage.save(random_name(), ContentFile(o.content))
    )
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    content_type = "text/plain"
    uploaded_by = factory.SubFactory(PersonFactory)
    uploaded_at = NOW


class TouchpointFactory(PartFactory):
    """A call in which both spoke; `answers=` another one, `due=True` to be followed up by today."""

    class Meta:
        model = Touchpoint

    class Params:
        due = factory.Trait(follow_up_on=TODAY, follow_up_by=factory.SubFactory(PersonFactory))

    kind = Touchpoint.Kind.CALL
    direction = Touchpoint.Direction.TWO_WAY
    channel = Touchpoint.Channel.PHONE
    on = TODAY
    said = factory.Sequence(lambda n: f"Talk number {n}")
    logged_by = factory.SubFactory(PersonFactory)
    logged_at = NOW


class PartnerEventFactory(PartFactory):
    """An open day in a week."""

    class Meta:
        model = PartnerEvent

    name = factory.Sequence(lambda n: f"Open day {n}")
    on = TODAY + timedelta(days=7)
    place = "Market Row"


class ProfileAnswerFactory(PartFactory):
    """What they say of their mission; `voice="ours"` is a note of ours."""

    class Meta:
        model = ProfileAnswer

    topic = "mission"
    voice = "theirs"
    text = factory.Sequence(lambda n: f"Answer {n}")
    said_on = TODAY
    recorded_by = factory.SubFactory(PersonFactory)


class ProfileRowFactory(PartFactory):
    """A strength in their own words."""

    class Meta:
        model = ProfileRow

    topic = "strengths"
    voice = "theirs"
    words = factory.Sequence(lambda n: f"Strength {n}")

    class Params:
        priority = factory.Trait(topic="priorities", words="")
        brings = factory.Trait(topic="capacity", words="")


class InterviewVisitFactory(PartFactory):
    class Meta:
        model = InterviewVisit

    by = factory.SubFactory(PersonFactory)
    on = TODAY


class VerificationFactory(PartFactory):
    class Meta:
        model = Verification

    by = factory.SubFactory(PersonFactory)
    on = TODAY


class StakeFactory(PartFactory):
    class Meta:
        model = Stake

    influence = 4
    interest = 2
    placed_by = factory.SubFactory(PersonFactory)
    placed_on = TODAY


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term

    coalition = factory.SubFactory(CoalitionFactory)
    vocabulary = "sector"
    name = factory.Sequence(lambda n: f"Sector {n}")


class NeededVoiceFactory(DjangoModelFactory):
    """A sector that must be at the table, at least once."""

    class Meta:
        model = NeededVoice

    coalition = factory.SubFactory(CoalitionFactory)
    sector = factory.SubFactory(TermFactory, coalition=factory.SelfAttribute("..coalition"))
    least = 1


class OwnPriorityFactory(DjangoModelFactory):
    """One of the coalition's own, from its list."""

    class Meta:
        model = OwnPriority

    term = factory.SubFactory(TermFactory, vocabulary="priority")
    coalition = factory.SelfAttribute("term.coalition")
    position = 1


class OwnFieldFactory(DjangoModelFactory):
    """The key follows from the name, as the operation makes it; `choices="a b"` offers A and B."""

    class Meta:
        model = OwnField

    coalition = factory.SubFactory(CoalitionFactory)
    subject = OwnField.Subject.ORGANISATION
    kind = OwnField.Kind.TEXT
    label = factory.Sequence(lambda n: f"Own field {n}")
    key = factory.LazyAttribute(lambda own: own.label.lower().replace(" ", "_"))
    options = factory.LazyAttribute(
        lambda own: [
            {"key": key, "label": key.capitalize(), "is_retired": False}
            for key in own.choices.split()
        ]
    )

    class Params:
        choices = ""
        retired = factory.Trait(retired_on=TODAY - timedelta(days=30))


class ClassificationFactory(PartFactory):
    class Meta:
        model = Classification

    term = factory.SubFactory(TermFactory, coalition=factory.SelfAttribute("..coalition"))


class RepresentationFactory(PartFactory):
    """A member of role partner, tied to the organisation."""

    class Meta:
        model = Representation

    membership = factory.SubFactory(
        MembershipFactory, role=Role.PARTNER, coalition=factory.SelfAttribute("..coalition")
    )


class ImportRunFactory(DjangoModelFactory):
    class Meta:
        model = ImportRun

    coalition = factory.SubFactory(CoalitionFactory)
    file_name = "contacts.csv"
    file = factory.django.FileField(filename="contacts.csv", data=b"Name\nNorthgate Grocers\n")
    columns = factory.LazyFunction(lambda: [{"name": "Name", "letter": "A"}])
    mapping = factory.LazyFunction(lambda: {"0": "name"})
    state = ImportRun.State.CHECKED


class SavedViewFactory(DjangoModelFactory):
    """A view of its owner's alone; `is_shared=True` for one that everybody sees."""

    class Meta:
        model = SavedView

    coalition = factory.SubFactory(CoalitionFactory)
    owner = factory.SubFactory(PersonFactory)
    name = factory.Sequence(lambda n: f"View {n}")
    query = factory.LazyFunction(lambda: {"kind": ["prospect"]})


class LikelyPairFactory(DjangoModelFactory):
    """Two organisations of one coalition, the older first."""

    class Meta:
        model = LikelyPair

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    score = 0.9
    reasons = factory.LazyFunction(lambda: [["spelling", ""]])
    found_at = NOW


class DistinctPairFactory(DjangoModelFactory):
    class Meta:
        model = DistinctPair

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    said_at = NOW


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = Relation

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Relation {n}")
    position = factory.Sequence(lambda n: n)


class TieFactory(DjangoModelFactory):
    """Two organisations of one coalition; neither has said anything of how close they are."""

    class Meta:
        model = Tie

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    relation = factory.SubFactory(RelationFactory, coalition=factory.SelfAttribute("..coalition"))


class BulkEditFactory(DjangoModelFactory):
    """Nobody shall look after these organisations any more; not applied yet."""

    class Meta:
        model = BulkEdit

    coalition = factory.SubFactory(CoalitionFactory)
    action = BulkEdit.Action.OWNER
    values = factory.LazyFunction(lambda: {"owner": None})
    ids = factory.LazyFunction(list)
    asked_at = factory.LazyFunction(lambda: datetime.now(UTC))


class BenefitFactory(PartFactory):
    """A promise of sixty days ago, without a day by which it is due."""

    class Meta:
        model = Benefit

    kind = Benefit.Kind.VISIBILITY
    words = factory.Sequence(lambda n: f"A stand at fair {n}")
    promised_on = TODAY - timedelta(days=60)
    promised_by = factory.SubFactory(PersonFactory)

    class Params:
        overdue = factory.Trait(due_on=TODAY - timedelta(days=20))
        delivered = factory.Trait(
            state=Benefit.State.DELIVERED,
            delivered_on=TODAY - timedelta(days=10),
            delivered_what="120 visitors",
        )
        withdrawn = factory.Trait(
            state=Benefit.State.WITHDRAWN,
            withdrawn_on=TODAY - timedelta(days=10),
            withdrawn_reason="The fair was called off",
        )
        doubted = factory.Trait(
            delivered=True,
            came=Benefit.Came.NO,
            came_on=TODAY - timedelta(days=5),
            came_by=factory.SubFactory(PersonFactory),
            is_their_own_word=True,
        )


class ValueStatementFactory(PartFactory):
    class Meta:
        model = ValueStatement

    statement = "More people find your shop."
    stated_on = TODAY - timedelta(days=30)
    stated_by = factory.SubFactory(PersonFactory)


class CreditRuleFactory(DjangoModelFactory):
    class Meta:
        model = CreditRule

    coalition = factory.SubFactory(CoalitionFactory)
    on_what = factory.Sequence(lambda n: f"Poster {n}")
    named = CreditRule.Named.TOOK_PART
    agreed_on = TODAY
    agreed_with = "the steering committee"


class CreditedPartnerFactory(DjangoModelFactory):
    class Meta:
        model = CreditedPartner

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.SelfAttribute("organisation.coalition")
    rule = factory.SubFactory(
        CreditRuleFactory, coalition=factory.SelfAttribute("..coalition"), named="chosen"
    )


class WordingFactory(DjangoModelFactory):
    class Meta:
        model = Wording

    coalition = factory.SubFactory(CoalitionFactory)
    purpose = Wording.Purpose.LETTER
    name = factory.Sequence(lambda n: f"Wording {n}")
    subject = "{organisation} and {coalition}"
    body = "Dear {contact},\n\nwould you join us?\n\n{sender}"

    class Params:
        for_statements = factory.Trait(
            purpose=Wording.Purpose.STATEMENT, subject="", body="{organisation} is seen by more."
        )


class PartnerLetterFactory(PartFactory):
    """A draft to a new contact of the organisation."""

    class Meta:
        model = PartnerLetter

    contact = factory.SubFactory(
        ContactFactory, organisation=factory.SelfAttribute("..organisation")
    )
    subject = "Come and join us"
    body = "Dear Marisol,\n\nwould you join us?"
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW


class PipelineStepFactory(PartFactory):
    """In conversation, for some days."""

    class Meta:
        model = PipelineStep

    stage = "in_conversation"
    on = TODAY
    taken_by = factory.SubFactory(PersonFactory)


class PipelinePlanFactory(PartFactory):
    """Somebody invites them; no day is set."""

    class Meta:
        model = PipelinePlan

    inviter = factory.SubFactory(PersonFactory)


class NominationFactory(DjangoModelFactory):
    """It waits for an answer."""

    class Meta:
        model = Nomination

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Suggested Circle {n}")
    why = "They reach whom nobody reaches."
    suggested_by = factory.SubFactory(PersonFactory)
    suggested_at = NOW


class ServiceFactory(PartFactory):
    """A service of which nothing is told but its name."""

    class Meta:
        model = Service

    name = factory.Sequence(lambda n: f"Service {n}")

    class Params:
        open = factory.Trait(capacity="open", capacity_on=TODAY)
        full = factory.Trait(capacity="full", capacity_on=TODAY)


class PartOfServiceFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    service = factory.SubFactory(ServiceFactory)
    organisation = factory.SelfAttribute("service.organisation")
    coalition = factory.SelfAttribute("service.coalition")


class ServiceLocationFactory(PartOfServiceFactory):
    class Meta:
        model = ServiceLocation

    street = factory.Sequence(lambda n: f"{n} Main St")


class ServiceTermFactory(PartOfServiceFactory):
    """A kind of service, unless told otherwise."""

    class Meta:
        model = ServiceTerm

    term = factory.SubFactory(
        TermFactory, coalition=factory.SelfAttribute("..coalition"), vocabulary="service"
    )


class ServiceFunderFactory(PartOfServiceFactory):
    class Meta:
        model = ServiceFunder

    name = factory.Sequence(lambda n: f"Fund {n}")


class DiligenceQuestionFactory(DjangoModelFactory):
    class Meta:
        model = DiligenceQuestion

    coalition = factory.SubFactory(CoalitionFactory)
    words = factory.Sequence(lambda n: f"Is it registered, number {n}?")
    position = factory.Sequence(lambda n: n)


class DiligenceAnswerFactory(PartFactory):
    """All right, looked into a month ago; `due=True` to be looked at again since yesterday."""

    class Meta:
        model = DiligenceAnswer

    class Params:
        due = factory.Trait(review_on=TODAY - timedelta(days=1))
        concern = factory.Trait(finding="concern", words="Two funders sell tobacco")

    question = factory.SubFactory(
        DiligenceQuestionFactory, coalition=factory.SelfAttribute("..coalition")
    )
    finding = "ok"
    answered_by = factory.SubFactory(PersonFactory)
    answered_on = TODAY - timedelta(days=30)


class IncidentFactory(PartFactory):
    class Meta:
        model = Incident

    class Params:
        paused = factory.Trait(listing_paused_on=TODAY)
        closed = factory.Trait(
            closed_on=TODAY, closed_by=factory.SubFactory(PersonFactory), outcome="Cleared up"
        )

    title = factory.Sequence(lambda n: f"Allegations number {n}")
    known = "The paper reports it"
    since_on = TODAY
    severity = Incident.Severity.SERIOUS
    opened_on = TODAY
    opened_by = factory.SubFactory(PersonFactory)


class IncidentDecisionFactory(DjangoModelFactory):
    class Meta:
        model = IncidentDecision

    incident = factory.SubFactory(IncidentFactory)
    organisation = factory.SelfAttribute("incident.organisation")
    coalition = factory.SelfAttribute("incident.coalition")
    question = factory.Sequence(lambda n: f"Do we go on, number {n}?")
    options = "Go on\nLet it rest"
    decider = factory.SubFactory(PersonFactory)
    due_on = TODAY + timedelta(days=7)
    asked_by = factory.SubFactory(PersonFactory)
    asked_on = TODAY


class RiskNoteFactory(PartFactory):
    """`RiskNoteFactory(organisation=…, words="…", readers=[membership, …])`."""

    class Meta:
        model = RiskNote
        skip_postgeneration_save = True

    class Params:
        words = "Only some should know"

    organisation_name = factory.SelfAttribute("organisation.name")
    sealed = factory.LazyAttribute(lambda o: sealed(o.words, coalition=o.coalition.pk))
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW

    @factory.post_generation
    def readers(self, create, extracted, **_kwargs):
        for membership in extracted or ():
            RiskReader.objects.create(
                coalition=self.coalition,
                note=self,
                membership=membership,
                added_by=self.written_by,
                added_on=TODAY,
            )


class CallFactory(DjangoModelFactory):
    """A draft; `opened=True` takes applications on TODAY, `closed=True` was closed the day before."""

    class Meta:
        model = Call

    coalition = factory.SubFactory(CoalitionFactory)
    title = factory.Sequence(lambda n: f"Partners wanted {n}")
    slug = factory.Sequence(lambda n: f"partners-{n}")
    about = "We look for those who know Riverbend."
    opens_on = TODAY - timedelta(days=10)
    closes_on = TODAY + timedelta(days=10)
    written_by = factory.SubFactory(PersonFactory)
    created_at = NOW - timedelta(days=20)

    class Params:
        opened = factory.Trait(published_at=NOW - timedelta(days=12))
        closed = factory.Trait(
            published_at=NOW - timedelta(days=12), closed_at=NOW - timedelta(days=1)
        )


class CriterionFactory(DjangoModelFactory):
    """One that weighs all; several of one call need weights of their own."""

    class Meta:
        model = Criterion

    call = factory.SubFactory(CallFactory)
    coalition = factory.SelfAttribute("call.coalition")
    name = factory.Sequence(lambda n: f"Criterion {n}")
    question = "Why you?"
    weight = 100
    meanings = ["nothing", "little", "some", "much", "all"]
    position = factory.Sequence(lambda n: n)


class OutreachFactory(DjangoModelFactory):
    class Meta:
        model = Outreach

    call = factory.SubFactory(CallFactory)
    coalition = factory.SelfAttribute("call.coalition")
    name = factory.Sequence(lambda n: f"Bulletin {n}")
    on = TODAY - timedelta(days=9)


class ReviewerFactory(DjangoModelFactory):
    """A member of the coalition who reads for the call."""

    class Meta:
        model = Reviewer

    call = factory.SubFactory(CallFactory, closed=True)
    coalition = factory.SelfAttribute("call.coalition")
    person = factory.SubFactory(PersonFactory)
    asked_on = TODAY - timedelta(days=3)


class ApplicationFactory(DjangoModelFactory):
    """`accepted=True` is decided, and not on the list yet."""

    class Meta:
        model = Application

    call = factory.SubFactory(CallFactory, closed=True)
    coalition = factory.SelfAttribute("call.coalition")
    organisation_name = factory.Sequence(lambda n: f"Applicant {n}")
    contact_name = factory.Sequence(lambda n: f"Applying Person {n}")
    email = factory.Sequence(lambda n: f"applicant{n}@applicants.example")
    consented_at = NOW - timedelta(days=5)
    sent_at = NOW - timedelta(days=5)

    class Params:
        accepted = factory.Trait(
            decision="accepted",
            reason="They know the place.",
            decided_on=TODAY,
            decided_by=factory.SubFactory(PersonFactory),
        )


class ApplicationAnswerFactory(DjangoModelFactory):
    class Meta:
        model = ApplicationAnswer

    application = factory.SubFactory(ApplicationFactory)
    coalition = factory.SelfAttribute("application.coalition")
    criterion = factory.SubFactory(
        CriterionFactory, call=factory.SelfAttribute("..application.call")
    )
    words = "Since 1990, in every street."


class ReviewFactory(DjangoModelFactory):
    """Without a conflict of interest, and not scored yet; `points=3` has scored every criterion so."""

    class Meta:
        model = Review
        skip_postgeneration_save = True

    application = factory.SubFactory(ApplicationFactory)
    coalition = factory.SelfAttribute("application.coalition")
    reviewer = factory.SubFactory(ReviewerFactory, call=factory.SelfAttribute("..application.call"))
    has_conflict = False
    declared_at = NOW - timedelta(hours=2)

    @factory.post_generation
    def points(self, create, given, **_more):
        if given is None:
            return
        self.given_at = NOW - timedelta(hours=1)
        self.save()
        criteria = list(self.application.call.criteria.all())
        told = given if isinstance(given, list) else [given] * len(criteria)
        for criterion, points in zip(criteria, told, strict=True):
            Score.objects.create(
                coalition=self.coalition,
                review=self,
                criterion=criterion,
                points=points,
                words=f"Because {points}.",
            )


class DecisionLetterFactory(DjangoModelFactory):
    class Meta:
        model = DecisionLetter

    application = factory.SubFactory(ApplicationFactory, accepted=True)
    coalition = factory.SelfAttribute("application.coalition")
    decision = factory.SelfAttribute("application.decision")
    subject = "About your application"
    body = "Yes."
    written_by = factory.SubFactory(PersonFactory)
