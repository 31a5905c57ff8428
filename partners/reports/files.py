"""The files of one organisation, as one member may see them: one query, or none."""

from dataclasses import dataclass

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Attachment, Organisation


@dataclass(frozen=True)
class Files:
    """`removed` is empty for those who cannot bring files back."""

    current: list[Attachment]
    removed: list[Attachment]


def files_of(organisation: Organisation, *, membership: Membership) -> Files | None:
    """None for those who open no files at all."""
    if not membership.may(Permission.OPEN_FILES):
        return None
    found = list(Attachment.objects.visible_to(membership).of(organisation))
    removed = [file for file in found if file.is_removed]
    return Files(
        current=[file for file in found if not file.is_removed],
        removed=removed if membership.may(Permission.EDIT_PARTNERS) else [],
    )
