"""`manage.py up`: everything Commonweal needs, in one terminal."""

import contextlib
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coalition.services import ServicesUnavailable
from coalition.supervisor import Plan, up


class Command(BaseCommand):
    help = "Runs Commonweal: its services, the web server, the worker and the timetable. Ctrl-C stops it."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--data", help="the folder for everything it keeps (default: var)")
        parser.add_argument("--no-sample", action="store_true", help="without the sample coalition")

    def handle(self, *, host: str, port: int, no_sample: bool, **_options: Any) -> None:
        plan = Plan(data=settings.DATA_DIR, host=host, port=port, has_sample=not no_sample)
        try:
            up(plan, say=self.say)
        except ServicesUnavailable as reason:
            raise CommandError(str(reason)) from None

    def say(self, sentence: str) -> None:
        # A closed terminal must not keep us from stopping cleanly.
        with contextlib.suppress(OSError):
            self.stdout.write(sentence)
            self.stdout.flush()
