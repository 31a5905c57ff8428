from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Coalition
from coalition.sample.preparation import prepare_sample
from coalition.sample.removal import HasMore, remove_sample
from coalition.sample.sign_ins import FILE_NAME, was_taken_away
from common.refusal import Refusal


class Command(BaseCommand):
    help = "Make the sample coalition, or take it away with everything it owns."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["prepare", "remove"])
        parser.add_argument(
            "--slug", default="sunnybrook", help="The first part of its address (sunnybrook)."
        )

        parser.add_argument(
            "--first", action="store_true", help="Not again, if it was taken away here."
        )

        parser.add_argument(
            "--also-added",
            type=int,
            default=0,
            metavar="N",
            help="Take away what people have added too; N is how many things it said there are.",
        )

    def handle(
        self, *, action: str, slug: str, first: bool, also_added: int, **options: Any
    ) -> None:
        try:
            if action == "prepare":
                self.prepare(slug, is_first_only=first)
            else:
                self.remove(slug, also_added=also_added)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal

    def prepare(self, slug: str, *, is_first_only: bool) -> None:
        sign_ins = settings.DATA_DIR / FILE_NAME
        if is_first_only and was_taken_away(sign_ins):
            self.stdout.write("The sample was taken away here, and is not made again.")
            return
        made = prepare_sample(slug=slug, on=timezone.localdate(), sign_ins=sign_ins)
        if made:
            self.stdout.write(f"The sample is ready at /{slug}/. Its sign-ins are in {sign_ins}.")
        else:
            self.stdout.write(f"The sample is there already, at /{slug}/.")

    def remove(self, slug: str, *, also_added: int) -> None:
        coalition = Coalition.objects.filter(slug=slug).first()
        if coalition is None:
            self.stdout.write(f"There is no coalition at /{slug}/.")
            return
        try:
            remove_sample(coalition, by=None, also_added=also_added)
        except HasMore as more:
            told = f"{more} Take it away all the same with --also-added {more.added.total}"
            raise CommandError(told) from more
        self.stdout.write(f"The sample at /{slug}/ is gone, with everything it owned.")
