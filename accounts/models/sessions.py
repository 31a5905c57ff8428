from datetime import datetime

from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.models.people import Person
from common.personal.fields import EMPTY, NOTHING, holds


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, person: Person) -> "SessionQuerySet":
        return self.filter(person=person)

    def living(self, *, at: datetime) -> "SessionQuerySet":
        """Those that still let somebody in, the latest used first."""
        return self.filter(expire_date__gt=at).order_by("-last_seen_at", "-started_at")

    def over(self, *, at: datetime) -> "SessionQuerySet":
        return self.filter(expire_date__lte=at)

    def other_than(self, key: str | None) -> "SessionQuerySet":
        return self.exclude(session_key=key)


@holds(
    personal={"device": EMPTY, "started_at": NOTHING, "last_seen_at": NOTHING},
    secret={"session_key": EMPTY, "session_data": EMPTY},
    people=["person"],
    plain=["expire_date"],
    about={"accounts.Person": "person"},
    is_dropped=True,
)
class Session(AbstractBaseSession):
    """One browser in which a person is, or is about to be, signed in. Deleting the row signs it out.

    Django's own table, told whose it is: so a list of sign-ins and their end need no second table that
    would have to be kept in step. `accounts.sessions` fills the columns.
    """

    person = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="sessions",
        db_index=False,
    )
    device = models.CharField(
        _("browser"), max_length=300, blank=True, help_text="As the browser names itself."
    )
    started_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)

    objects = BaseSessionManager.from_queryset(SessionQuerySet)()  # type: ignore[misc]

    class Meta(AbstractBaseSession.Meta):
        indexes = [models.Index(fields=["person", "-last_seen_at"], name="session_of_person")]

    def __str__(self) -> str:
        return f"{self.person or '–'}, {self.last_seen_at:%Y-%m-%d}"

    @classmethod
    def get_session_store_class(cls) -> type:
        from accounts.sessions import SessionStore  # noqa: PLC0415 - the store imports this model

        return SessionStore

    @property
    def mark(self) -> str:
        """Stands for the session in an address, where its key would let whoever reads it in."""
        return salted_hmac("session", self.session_key).hexdigest()[:20]

    def is_marked(self, mark: str) -> bool:
        return constant_time_compare(self.mark, mark)
