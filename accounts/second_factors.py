"""What counts as a second factor, and whether a sign-in has shown one."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from accounts.models import Person

# Recovery codes only stand in for these; alone they are none.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()


def with_second_factor(memberships: QuerySet, *, person: str = "person") -> QuerySet:
    """Each row says `has_second_factor` of its person, without a query of its own."""
    own = Authenticator.objects.filter(user=OuterRef(person), type__in=FACTORS)
    return memberships.annotate(has_second_factor=Exists(own))


def has_shown_one(request: HttpRequest) -> bool:
    """Whether this very sign-in used a passkey, a code of the app or a recovery code."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def passkeys_of(person: Person) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)


def has_passkey(person: Person, pk: int) -> bool:
    return passkeys_of(person).filter(pk=pk).exists()
