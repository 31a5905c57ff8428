"""What the commands share that do something to one account, found by its e-mail address."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Person
from common.refusal import Refusal


class OfAccount(BaseCommand):
    """A command says in `act` what it does, and in `done` what it says then."""

    done = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the e-mail address of the account")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.with_address(options["address"]).first()
        if person is None:
            raise CommandError("Nobody has an account with this address.")
        try:
            self.act(person, at=timezone.now())
        except Refusal as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(self.done)

    def act(self, person: Person, *, at: datetime) -> None:
        raise NotImplementedError
