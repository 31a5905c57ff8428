from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import EMPTY, FORMER_ADDRESS, NOTHING, holds


def _former_member() -> str:
    """In the reader's language: nothing of it is stored."""
    return gettext("Former member")


class PersonQuerySet(models.QuerySet["Person"]):
    def with_address(self, address: str) -> "PersonQuerySet":
        return self.filter(email=address.strip().lower())

    def is_known(self, address: str) -> bool:
        """Somebody signs in with this e-mail address."""
        return self.with_address(address).exists()

    def among(self, ids: Iterable[int]) -> "PersonQuerySet":
        return self.filter(pk__in=list(ids))

    def lock_all(self) -> "PersonQuerySet":
        """Everybody, while nobody can be added: only the very first sign-up needs this."""
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE accounts_person IN SHARE ROW EXCLUSIVE MODE")
        return self.all()


class PersonManager(BaseUserManager.from_queryset(PersonQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


# No hash begins with "!": nobody can sign in with it.
NO_PASSWORD = models.Value("!")


@holds(
    personal={
        "email": FORMER_ADDRESS,
        "full_name": EMPTY,
        "language": EMPTY,
        "time_zone": EMPTY,
        "last_login": NOTHING,
    },
    secret={"password": NO_PASSWORD},
    plain=["is_active", "joined_at", "erased_at"],
    about={"accounts.Person": "pk"},
)
@tracked(exclude=["password", "last_login"])
class Person(AbstractBaseUser):
    """A human who can sign in; what they may do is told by their memberships."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    full_name = models.CharField(_("name"), max_length=200)
    language = models.CharField(
        _("language"),
        max_length=8,
        blank=True,
        help_text=_("Empty means: as the browser asks."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        help_text=_("Empty means: the time zone of the coalition."),
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    erased_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="From then on the row only stands for somebody who was here once.",
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = PersonManager()

    class Meta:
        ordering = ["full_name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="person_email_is_in_small_letters", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="person_who_is_erased_cannot_sign_in",
                condition=Q(erased_at__isnull=True) | Q(is_active=False),
            ),
        ]

    def __str__(self) -> str:
        if self.erased_at:
            return _former_member()
        return self.full_name or self.email

    @property
    def first_name(self) -> str:
        """What colleagues call them, for short sentences: the first word of the name."""
        return (self.full_name or self.email).split(maxsplit=1)[0]
