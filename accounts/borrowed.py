"""What the tables of libraries hold about people: declared here, since they cannot say it themselves."""

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.db.models import Value
from pghistory.models import Context

from common.personal.fields import EMPTY, NOTHING, holds


def declare() -> None:
    """Called once all models are there."""
    holds(
        personal={"email": EMPTY},
        people=["user"],
        plain=["verified", "primary"],
        about={"accounts.Person": "user"},
        is_dropped=True,
    )(EmailAddress)
    holds(
        secret={"key": EMPTY},
        plain=["email_address", "created", "sent"],
        about={"accounts.Person": "email_address__user"},
        is_dropped=True,
    )(EmailConfirmation)
    holds(
        personal={"type": EMPTY, "created_at": NOTHING, "last_used_at": NOTHING},
        secret={"data": Value("{}")},
        people=["user"],
        about={"accounts.Person": "user"},
        is_dropped=True,
    )(Authenticator)
    # Who did something stands there as an id. A reason is somebody's own words.
    holds(free=["metadata"], plain=["created_at", "updated_at"])(Context)
