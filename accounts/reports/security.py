"""How a person signs in, and where they are signed in now."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from accounts.devices import device_in_words
from accounts.models import Coalition, Person, Session
from accounts.permissions import Role
from accounts.second_factors import with_second_factor


@dataclass(frozen=True)
class Passkey:
    pk: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Factors:
    """What a person has beside their password. `codes_left` is None without recovery codes."""

    app_since: datetime | None
    app_used_at: datetime | None
    passkeys: list[Passkey]
    codes_left: int | None

    @property
    def is_any(self) -> bool:
        return self.app_since is not None or bool(self.passkeys)


@dataclass(frozen=True)
class SignIn:
    """One browser in which the person is signed in. `mark` names it in an address."""

    mark: str
    device: str
    started_at: datetime
    seen_at: datetime
    is_this: bool


def factors_of(person: Person) -> Factors:
    """In one query."""
    rows = list(Authenticator.objects.filter(user=person).order_by("created_at"))
    app = next((row for row in rows if row.type == Authenticator.Type.TOTP), None)
    codes = next((row for row in rows if row.type == Authenticator.Type.RECOVERY_CODES), None)
    return Factors(
        app_since=app.created_at if app else None,
        app_used_at=app.last_used_at if app else None,
        passkeys=[_passkey(row) for row in rows if row.type == Authenticator.Type.WEBAUTHN],
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
    )


def sign_ins_of(person: Person, *, this: str | None, at: datetime) -> list[SignIn]:
    """This one first, then the latest used; in one query."""
    rows = Session.objects.of(person).living(at=at).defer("session_data")
    found = [
        SignIn(
            mark=row.mark,
            device=device_in_words(row.device),
            started_at=row.started_at,
            seen_at=row.last_seen_at,
            is_this=row.session_key == this,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: not one.is_this)


@dataclass(frozen=True)
class RoleCount:
    """How many members of a role there are, and how many of them have a second factor."""

    role: Role
    members: int
    with_factor: int


def second_factor_census(coalition: Coalition) -> list[RoleCount]:
    """In the order of the roles, in one query; roles that nobody has are left out."""
    rows = with_second_factor(coalition.members.active()).values_list("role", "has_second_factor")
    found = Counter(rows)
    counts = [
        RoleCount(role, found[role, True] + found[role, False], found[role, True]) for role in Role
    ]
    return [count for count in counts if count.members]


def _passkey(row: Authenticator) -> Passkey:
    return Passkey(
        pk=row.pk, name=row.wrap().name, added_at=row.created_at, used_at=row.last_used_at
    )
