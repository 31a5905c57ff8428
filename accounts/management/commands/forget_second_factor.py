from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts import operations
from accounts.models import Person
from common.refusal import Refusal


class Command(BaseCommand):
    help = (
        "Take app, passkeys and recovery codes off the account of a person who has lost them all."
        " Make sure first that it is they who ask. A letter tells them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the e-mail address of the account")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.with_address(options["address"]).first()
        if person is None:
            raise CommandError("Nobody has an account with this address.")
        try:
            operations.forget_second_factors(person, by=None, at=timezone.now())
        except Refusal as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write("Forgotten. They sign in without a second factor now.")
