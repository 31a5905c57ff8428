from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.files.stored import StoredFile
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def current(self) -> "AttachmentQuerySet":
        return self.filter(removed_at=None)

    def visible_to(self, membership: Membership) -> "AttachmentQuerySet":
        """All of the coalition's, or for a partner those of its own organisation that are meant for it.

        Viewers see none: nobody can know which addresses and agreements a file holds.
        """
        rows = self.filter(coalition_id=membership.coalition_id)
        if not membership.may(Permission.OPEN_FILES):
            return rows.none()
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        own = rows.filter(organisation__representations__membership=membership.pk)
        return own.current().filter(is_shared=True)

    def told(self) -> "AttachmentQuerySet":
        """With whose file it is."""
        return self.select_related("organisation")

    def named_after(self, patterns: Iterable[str]) -> "AttachmentQuerySet":
        """Files, removed ones too, whose name somebody is in; by `common.personal.file_names`."""
        named = Q.create([Q(name__iregex=pattern) for pattern in patterns], connector=Q.OR)
        rows = self.filter(named) if named else self.none()
        return rows.select_related("organisation__coalition").order_by("uploaded_at", "pk")

    def of(self, organisation: Organisation | int) -> "AttachmentQuerySet":
        """With who brought each, the newest first."""
        return self.filter(organisation=organisation).select_related("uploaded_by")


@holds(
    people=["uploaded_by"],
    files=["name"],
    plain=[
        "organisation",
        "stored",
        "size",
        "sha256",
        "content_type",
        "is_shared",
        "uploaded_at",
        "removed_at",
    ],
)
@tracked()
class Attachment(PartOfOrganisation, StoredFile):
    """One file kept on an organisation: an agreement, a flyer, a photo of the kitchen.

    A removed file stays, so that removing can be undone; nobody can open it meanwhile.
    """

    is_shared = models.BooleanField(
        _("their own people may open it"),
        default=False,
        help_text=_("Whoever signs in for this organisation sees the file on its page."),
    )
    uploaded_by = models.ForeignKey(
        Person, verbose_name=_("added by"), on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("added"))
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-uploaded_at", "-pk"]
        constraints = [*StoredFile.Meta.constraints]

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None
