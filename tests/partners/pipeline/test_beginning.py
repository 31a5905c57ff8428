"""Whoever becomes a prospect, by whatever door, has a first step with its day and its reason."""

from django.utils import timezone

from partners.models import Gap, Organisation, PartnerLetter, PipelineStep, ValueStatement
from partners.reports.pipeline.stages import staged, with_since
from tests.factories import ContactFactory, OrganisationFactory, WordingFactory
from tests.forms import all_hidden
from tests.partners.composition.table import needed
from tests.partners.importing import applied, csv_text
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.way import at, text, today


def since(organisation: Organisation):
    return with_since(staged(Organisation.objects.filter(pk=organisation.pk))).get().stage_on


def press(client, door, *values, **sent):
    return client.post(at(client, door, *values), sent, follow=True)


def missing(client, **terms: str):
    return needed(client.membership.coalition, **terms or {"population": "Renters"})


# ---------------------------------------------------------------- from a gap


def test_prospect_from_a_gap_begins_with_a_dated_step_that_says_why(coordinator):
    voice = missing(coordinator)
    answer = press(coordinator, "gap_prospect", voice.pk, name="Tenants’ Union", draft="You count.")
    step = PipelineStep.objects.get()
    assert (step.stage, step.on) == ("prospect", today())
    assert step.reason == "Stands for Renters, which we miss"
    coordinator.post(undo_on(answer))
    left = (PipelineStep.objects.count(), ValueStatement.objects.count(), Gap.objects.count())
    assert left == (0, 0, 0)


def test_stakeholder_who_is_asked_becomes_a_prospect(coordinator):
    voice = missing(coordinator)
    union = OrganisationFactory(coalition=voice.coalition, name="Union", kind="stakeholder")
    answer = press(coordinator, "gap_ask", voice.pk, union.pk)
    union.refresh_from_db()
    step = PipelineStep.objects.get()
    assert (union.kind, step.stage, step.on) == ("prospect", "prospect", today())
    coordinator.post(undo_on(answer))
    union.refresh_from_db()
    assert (union.kind, PipelineStep.objects.count()) == ("stakeholder", 0)


def test_partner_who_is_asked_stays_where_it_stands(coordinator):
    voice = missing(coordinator)
    clinic = OrganisationFactory(coalition=voice.coalition, kind="partner")
    press(coordinator, "gap_ask", voice.pk, clinic.pk)
    assert (PipelineStep.objects.count(), Gap.objects.get().organisation) == (0, clinic)


# ---------------------------------------------------------------- the words of a gap


def test_draft_of_a_gap_is_what_we_say_to_the_prospect_and_reaches_the_letter(coordinator):
    voice = missing(coordinator)
    press(coordinator, "gap_prospect", voice.pk, name="Union", draft="{organisation} gains a say.")
    made = Organisation.objects.get()
    page = text(coordinator.get(at(coordinator, "value", made.pk)))
    assert "Union gains a say." in page
    contact = ContactFactory(organisation=made)
    wording = WordingFactory(coalition=made.coalition, body="To you: {benefits}")
    url = at(coordinator, "letter_add", made.pk)
    sent = all_hidden(coordinator.get(url)) | {"contact": contact.pk, "wording": wording.pk}
    coordinator.post(url, sent)
    assert PartnerLetter.objects.get().body == "To you: Union gains a say."


def test_draft_that_was_planned_reaches_whom_we_ask_and_takes_no_words_away(coordinator):
    voice = missing(coordinator)
    union = OrganisationFactory(coalition=voice.coalition, kind="prospect")
    press(coordinator, "gap", voice.pk, state="open", draft="You gain a say.")
    press(coordinator, "gap_ask", voice.pk, union.pk)
    assert ValueStatement.objects.get().statement == "You gain a say."
    sent = {"state": "being_filled", "organisation": union.pk, "draft": "Something else."}
    press(coordinator, "gap", voice.pk, **sent)
    assert ValueStatement.objects.get().statement == "You gain a say."


def test_draft_begins_with_the_wording_of_the_sector(coordinator):
    voice = missing(coordinator, sector="Business")
    draft = coordinator.get(at(coordinator, "gap", voice.pk)).context["found"].draft
    assert draft.startswith("Healthy neighbors are customers and staff who stay.")
    WordingFactory(
        coalition=voice.coalition, sector=voice.sector, for_statements=True, body="Ours in {place}."
    )
    draft = coordinator.get(at(coordinator, "gap", voice.pk)).context["found"].draft
    assert draft == f"Ours in {voice.coalition.place}."


# ---------------------------------------------------------------- from a form, a file, a list


def test_prospect_of_a_form_is_one_since_that_day_and_its_way_says_so(coordinator):
    url = at(coordinator, "add")
    sent = all_hidden(coordinator.get(url)) | {"name": "Union", "kind": "prospect"}
    coordinator.post(url, sent)
    made = Organisation.objects.get()
    assert since(made) == today()
    page = text(coordinator.get(at(coordinator, "pipeline_of", made.pk)))
    assert "Added to the list as a prospect" in page
    assert "No step is logged yet" not in page
    assert "not told" not in text(coordinator.get(at(coordinator, "pipeline_table")))


def test_prospect_of_a_file_names_the_file(coordinator):
    applied(coordinator, csv_text(["Name", "Kind"], ["Union", "Prospect"]))
    made = Organisation.objects.get()
    assert (made.kind, since(made)) == ("prospect", today())
    page = text(coordinator.get(at(coordinator, "pipeline_of", made.pk)))
    assert "Came in with partners.csv" in page


def test_who_was_set_to_prospect_later_is_one_since_then(coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition, kind="stakeholder", created_at=timezone.now()
    )
    organisation.kind = "prospect"
    organisation.save()
    assert since(organisation) == today()
    page = text(coordinator.get(at(coordinator, "pipeline_of", organisation.pk)))
    assert "Kind set to Prospect" in page
    assert "Added to the list as a prospect" not in page
