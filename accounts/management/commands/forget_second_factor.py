from datetime import datetime

from accounts import operations
from accounts.management.of_account import OfAccount
from accounts.models import Person


class Command(OfAccount):
    help = (
        "Take app, passkeys and recovery codes off the account of a person who has lost them all."
        " Make sure first that it is they who ask. A letter tells them."
    )
    done = "Forgotten. They sign in without a second factor now."

    def act(self, person: Person, *, at: datetime) -> None:
        operations.forget_second_factors(person, by=None, at=at)
