"""One populated coalition, and for every address that names a row the row to try it with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import Coalition, Invitation
from common.history import recording
from common.models import Letter
from partners import operations
from partners.models import (
    Attachment,
    BulkEdit,
    Contact,
    ImportRun,
    Organisation,
    OwnField,
    Representation,
    SavedView,
    Term,
)
from tests.factories import (
    NOW,
    AttachmentFactory,
    BulkEditFactory,
    ContactFactory,
    DistinctPairFactory,
    ImportRunFactory,
    InvitationFactory,
    LetterFactory,
    OrganisationFactory,
    OwnFieldFactory,
    RelationFactory,
    RepresentationFactory,
    SavedViewFactory,
    TermFactory,
    TieFactory,
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
    )


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


def distinct_pair(here: Populated) -> Any:
    other = OrganisationFactory(coalition=here.coalition)
    return DistinctPairFactory(first=here.organisation, second=other)


def tie_between(here: Populated) -> Any:
    return TieFactory(first=here.organisation)


def tie(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "tie": tie_between(here).pk}


def relation(here: Populated) -> Any:
    return RelationFactory(coalition=here.coalition)


def tie_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.TIES)


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
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
    "mfa_edit_webauthn": lambda _here: {"pk": 1},
    "mfa_remove_webauthn": lambda _here: {"pk": 1},
    "partners:bulk_apply": edit,
    "partners:bulk_edit": edit,
    "partners:bulk_progress": edit,
    "partners:bulk_undo": edit,
    "partners:contact_add": organisation,
    "partners:contact_edit": contact,
    "partners:contact_erase": contact,
    "partners:contact_left": contact,
    "partners:contact_returned": contact,
    "partners:contact_vcard": contact,
    "partners:detail": organisation,
    "partners:edit": organisation,
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
    "partners:invite": organisation,
    "partners:own_field": own_field,
    "partners:own_field_move": own_field,
    "partners:own_field_restore": own_field,
    "partners:own_field_retire": own_field,
    "partners:own_field_values": own_field,
    "partners:move": organisation,
    "partners:merge_undo": lambda here: {"change": merge(here).change_id},
    "partners:merge_with": organisation,
    "partners:organisation_vcards": organisation,
    "partners:profile": organisation,
    "partners:reinstate": organisation,
    "partners:representation_end": lambda here: {
        "pk": here.organisation.pk,
        "representation": here.representation.pk,
    },
    "partners:retire": organisation,
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
    "partners:version": lambda here: changed(here.organisation),
}
