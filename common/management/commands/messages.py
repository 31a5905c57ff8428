from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.text import translations


class Command(BaseCommand):
    help = "Collect the product's words for translation, or check that none is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if incomplete"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
        work = translations.state if options["check"] else translations.update
        states = {language: work(language) for language in languages}
        for language, state in states.items():
            self.report(language, state)
        if options["check"] and not all(state.is_complete for state in states.values()):
            raise CommandError("A language is incomplete: run `manage.py messages` and translate.")

    def report(self, language: str, state: translations.State) -> None:
        for what, words in (
            ("untranslated", state.untranslated),
            ("said nowhere", state.unknown),
            ("placeholders differ", state.broken),
            ("one singular, two plurals", state.torn),
        ):
            for text in words:
                self.stdout.write(f"{language}: {what}: {text}")
        if state.is_complete:
            self.stdout.write(f"{language}: complete")
