"""The files of one organisation, as one member may see them: one query, or none."""

from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.prepared import prepared
from partners.models import Attachment, Organisation


@dataclass(frozen=True)
class Files:
    """`removed` is empty for those who cannot bring files back."""

    current: list[Attachment]
    removed: list[Attachment]


def files_of(
    organisation: Organisation, *, membership: Membership, are_any: bool = True
) -> Files | None:
    """None for those who open no files at all. Where it is known that there are none, nothing is asked."""
    if not membership.may(Permission.OPEN_FILES):
        return None
    if not are_any:
        return Files([], [])
    found = _files.ask(
        membership.role,
        organisation=organisation.pk,
        membership=membership.pk,
        coalition=membership.coalition_id,
    )
    removed = [file for file in found if file.is_removed]
    return Files(
        current=[file for file in found if not file.is_removed],
        removed=removed if membership.may(Permission.EDIT_PARTNERS) else [],
    )


@prepared
def _files(role: str, *, organisation: int, membership: int, coalition: int) -> QuerySet:
    member = Membership(pk=membership, coalition_id=coalition, role=role)
    return Attachment.objects.visible_to(member).of(organisation)
