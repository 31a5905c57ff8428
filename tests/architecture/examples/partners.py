"""Rows for the addresses of an organisation, and of what a coalition sets up for itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from common.history.tracking import recording
from partners.models import Gap, Organisation
from tests.architecture.examples.populated import Populated
from tests.factories import NOW, InterviewVisitFactory


def changed(organisation: Organisation) -> dict[str, Any]:
    """A change of the organisation, so that its version has a page."""
    with recording("organisation.edited") as change:
        organisation.description = "Changed"
        organisation.save()
    return {"pk": organisation.pk, "change": change}


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


def changed_event(here: Populated) -> dict[str, Any]:
    """A change of an event by nobody in particular: nobody takes it back here."""
    with recording("partner_event.changed") as change:
        here.event.place = "Elsewhere"
        here.event.save()
    return {"change": change}


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


def credit_rule(here: Populated) -> Any:
    return here.credited.rule


def wording(here: Populated) -> Any:
    return here.wording


def term(here: Populated) -> Any:
    return here.term


def renamed_term(here: Populated) -> dict[str, Any]:
    """A change of a list, which somebody may take back."""
    with recording("term.renamed") as change:
        here.term.name = "Called otherwise"
        here.term.save()
    return {"change": change}


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


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "partners:credit_edit": credit_rule,
    "partners:credit_restore": credit_rule,
    "partners:credit_retire": credit_rule,
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
    "partners:composition_why": organisation,
    "partners:capacity_prospect": lambda _here: {"kind": "marketing"},
    "partners:gap_ask": lambda here: {"pk": here.needed.pk, "organisation": here.organisation.pk},
    "partners:gap_prospect": needed,
    "partners:needed_edit": needed,
    "partners:needed_restore": needed,
    "partners:needed_retire": needed,
    "partners:contact_add": organisation,
    "partners:contact_edit": contact,
    "partners:contact_erase": contact,
    "partners:contact_erasing": contact,
    "partners:contact_left": contact,
    "partners:contact_same": contact,
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
    "partners:event_undo": changed_event,
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
    "partners:organisation_vcards": organisation,
    "partners:profile": organisation,
    "partners:reinstate": organisation,
    "partners:representation_end": lambda here: {
        "pk": here.organisation.pk,
        "representation": here.representation.pk,
    },
    "partners:retire": organisation,
    "partners:talk_delete": talk,
    "partners:talk_edit": talk,
    "partners:talk_followed_up": talk,
    "partners:talk_tier": organisation,
    "partners:talk_undo": changed_talk,
    "partners:talks_of": organisation,
    "partners:stake": stake,
    "partners:stake_move": stake,
    "partners:stake_remove": stake,
    "partners:term_move": term,
    "partners:term_reinstate": term,
    "partners:term_rename": term,
    "partners:term_retire": term,
    "partners:terms_undo": renamed_term,
    "partners:view": view,
    "partners:view_default": view,
    "partners:view_delete": view,
    "partners:view_edit": view,
    "partners:view_move": view,
    "partners:view_undo": lambda here: {"change": changed(here.organisation)["change"]},
    "partners:view_update": view,
    "partners:history": lambda here: here.organisation,
    "partners:put_back": lambda here: changed(here.organisation),
    "partners:undo": lambda here: changed(here.organisation),
    "partners:verify": organisation,
    "partners:verify_own": organisation,
    "partners:value": organisation,
    "partners:value_hopes": organisation,
    "partners:value_own_words": organisation,
    "partners:value_hopes_told": organisation,
    "partners:value_review": organisation,
    "partners:value_statement": organisation,
    "partners:wording": wording,
    "partners:wording_move": wording,
    "partners:wording_restore": wording,
    "partners:wording_retire": wording,
    "partners:version": lambda here: changed(here.organisation),
}
