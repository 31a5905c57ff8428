from datetime import datetime

from accounts import operations
from accounts.management.of_account import OfAccount
from accounts.models import Person


class Command(OfAccount):
    help = (
        "Erase the account of a person who asks for it and cannot sign in. It cannot be taken back."
    )
    done = "Erased."

    def act(self, person: Person, *, at: datetime) -> None:
        operations.erase_person(person, by=None, at=at)
