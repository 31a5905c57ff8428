"""Where sessions are kept: Django's way, in our table, which knows whose they are and when last used."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Session
from common.database.prepared import prepared

# "Last used" on the page is this exact: it spares each page a write.
A_WHILE = timedelta(minutes=10)


class SessionStore(db.SessionStore):
    seen_at: datetime | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = super().create_model_instance(data)
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.device = data.get("device", "")
        if "started_at" in data:
            row.started_at = datetime.fromisoformat(data["started_at"])
        row.last_seen_at = timezone.now()
        return row

    def note_start(self, *, device: str, at: datetime) -> None:
        """Somebody has just signed in here."""
        self["device"], self["started_at"] = device, at.isoformat()

    def note_use(self, *, at: datetime) -> None:
        """Somebody is here. A write on reading pages too, but one in ten minutes, and of no consequence."""
        if self.seen_at and at - self.seen_at >= A_WHILE:
            Session.objects.filter(session_key=self.session_key).update(last_seen_at=at)

    def _get_session_from_db(self) -> Session | None:
        row = next(iter(_unexpired.ask(key=self.session_key, at=timezone.now())), None)
        if row is None:
            self._session_key = None  # as Django does: what is not known gets a new key
        self.seen_at = row.last_seen_at if row else None
        return row


@prepared
def _unexpired(*, key: str, at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)
