"""Files on an organisation: adding several at once, sharing, removing and bringing back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.files.inspection import FileLimits, UnwelcomeFile, inspect
from common.files.stored import kept_only_with_rows, plain_name, sha256_of, write
from common.history.tracking import recording
from common.personal.fields import events_of
from partners.models import Attachment, Organisation


@dataclass(frozen=True)
class Refused:
    """A file that was not kept, and why."""

    name: str
    reason: str

    def __str__(self) -> str:
        return _("“%(name)s” is left out. %(reason)s") % {"name": self.name, "reason": self.reason}


@dataclass(frozen=True)
class Candidate:
    """A file that may be kept: judged, but not yet on record."""

    upload: UploadedFile
    name: str
    size: int
    sha256: str
    content_type: str

    def row(self, organisation: Organisation, *, stored: str) -> Attachment:
        """As it will stand on the organisation, not saved."""
        return Attachment(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            stored=stored,
            name=self.name,
            size=self.size,
            sha256=self.sha256,
            content_type=self.content_type,
        )


@dataclass
class Outcome:
    """What became of the files of one form; those refused do not keep the others from being kept."""

    kept: list[Attachment] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, name: str, reason: str) -> None:
        self.refused.append(Refused(name, reason))


def add_files(
    organisation: Organisation,
    uploads: Iterable[UploadedFile],
    *,
    is_shared: bool,
    limits: FileLimits,
    most: int,
    by: Person,
    at: datetime,
) -> Outcome:
    """Keep the files that may be kept, `most` on one organisation; the same content is kept once.

    The content is written before the transaction that holds a lock, however slow the storage is.
    """
    outcome = Outcome()
    candidates = _judged(uploads, limits=limits, outcome=outcome)
    with kept_only_with_rows() as written:
        stored = {
            candidate.sha256: write(candidate.upload, written=written) for candidate in candidates
        }
        with transaction.atomic(), recording("files.added", by=by):
            # Nobody should have to send a large file twice because of a merge meanwhile.
            locked = Organisation.objects.locked_home(organisation.pk)
            for candidate in _fitting(locked, candidates, most=most, outcome=outcome):
                row = candidate.row(locked, stored=stored[candidate.sha256])
                row.is_shared, row.uploaded_by, row.uploaded_at = is_shared, by, at
                row.save()
                outcome.kept.append(row)
    for name in set(written) - {attachment.stored.name for attachment in outcome.kept}:
        default_storage.delete(name)
    return outcome


def _judged(
    uploads: Iterable[UploadedFile], *, limits: FileLimits, outcome: Outcome
) -> list[Candidate]:
    """Those that may be kept, each content once."""
    found: dict[str, Candidate] = {}
    for upload in uploads:
        name, size = plain_name(upload.name or ""), upload.size or 0
        try:
            kind = inspect(upload, name=name, size=size, limits=limits)
        except UnwelcomeFile as reason:
            outcome.refuse(name, str(reason))
            continue
        sha256 = sha256_of(upload)
        found.setdefault(sha256, Candidate(upload, name, size, sha256, kind.content_type))
    return list(found.values())


def _fitting(
    organisation: Organisation, candidates: list[Candidate], *, most: int, outcome: Outcome
) -> list[Candidate]:
    """Those that are not here yet and for which there is room, judged under the lock."""
    here = dict(organisation.attachments.current().values_list("sha256", "name"))
    fitting: list[Candidate] = []
    for candidate in candidates:
        if candidate.sha256 in here:
            outcome.refuse(
                candidate.name,
                _("The same file is here already, as “%(name)s”.")
                % {"name": here[candidate.sha256]},
            )
        elif len(here) + len(fitting) >= most:
            outcome.refuse(
                candidate.name,
                _("There is room for %(most)d files. Remove some that nobody needs.")
                % {"most": most},
            )
        else:
            fitting.append(candidate)
    return fitting


@transaction.atomic
def share_file(attachment: Attachment, *, is_shared: bool, by: Person) -> Attachment:
    """Let the organisation's own people open it, or no longer."""
    with recording("file.shared", by=by):
        attachment.is_shared = is_shared
        attachment.save(update_fields=["is_shared"])
    return attachment


@transaction.atomic
def remove_file(attachment: Attachment, *, by: Person, at: datetime) -> Attachment:
    """Nobody sees it any more; removing twice keeps the first moment."""
    attachment = Attachment.objects.select_for_update(of=("self",)).get(pk=attachment.pk)
    with recording("file.removed", by=by):
        attachment.removed_at = attachment.removed_at or at
        attachment.save(update_fields=["removed_at"])
    return attachment


@transaction.atomic
def restore_file(attachment: Attachment, *, by: Person) -> Attachment:
    with recording("file.brought_back", by=by):
        attachment.removed_at = None
        attachment.save(update_fields=["removed_at"])
    return attachment


@transaction.atomic
def erase_files(attachments: Iterable[Attachment]) -> None:
    """Gone for good: the rows, their earlier versions and the content. It cannot be taken back."""
    for attachment in attachments:
        pk, storage, stored = attachment.pk, attachment.stored.storage, attachment.stored.name
        attachment.delete()
        for event in events_of(Attachment):
            event._default_manager.filter(pgh_obj_id=pk).delete()  # noqa: SLF001
        transaction.on_commit(partial(storage.delete, str(stored)))
