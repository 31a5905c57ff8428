"""One organisation as its page opens it, with what hangs on it, in two questions that are written once."""

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import Membership
from common.database.prepared import held, prepared
from common.text.numbers import is_id
from partners.models import Attachment, Contact, Organisation, Representation
from partners.models.risk.incidents import holding_statements, pausing_listing


def opened_by(membership: Membership, pk: int) -> Organisation:
    """The organisation with its owner and its people, if this member may see it.

    It says whether there is more to ask for: `has_merged`, `has_files`, `has_sign_ins`, `is_listing_paused`;
    and what everybody says meanwhile: `holding`.
    Raises DoesNotExist, and MergedAway when another has taken its place.
    """
    asked = {"membership": membership.pk, "coalition": membership.coalition_id}
    found = _organisation.ask(membership.role, organisation=pk, **asked) if is_id(pk) else []
    if not found:
        Organisation.objects.tell_where(pk, to=membership)
    organisation = found[0]
    organisation.coalition = membership.coalition
    held(organisation, "contacts", _contacts.ask(organisation=pk))
    return organisation


@prepared
def _organisation(role: str, *, organisation: int, membership: int, coalition: int) -> QuerySet:
    member = Membership(pk=membership, coalition_id=coalition, role=role)
    rows = Organisation.objects.visible_to(member).filter(pk=organisation)
    here = OuterRef("pk")
    return (
        rows.with_merged()
        .select_related("owner")
        .annotate(
            has_files=Exists(Attachment.objects.filter(organisation=here)),
            has_sign_ins=Exists(Representation.objects.filter(organisation=here)),
            is_listing_paused=pausing_listing(),
            holding=holding_statements(),
        )
    )


@prepared
def _contacts(*, organisation: int) -> QuerySet:
    return Contact.objects.filter(organisation=organisation).select_related("erased_by")
