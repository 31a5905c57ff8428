"""Bring a spreadsheet of talks in from the command line, as the page does it, without a worker."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import CommandError

from accounts.models import Membership, Person
from partners.imports.rows.doors import TALKS
from partners.management.bringing_in import (
    BringsRowsIn,
    coalition_called,
    file_named,
    opened,
)
from partners.models import ImportRun


class Command(BringsRowsIn):
    help = "Bring a CSV, XLSX or ODS file of talks with partners into a coalition."
    door, noun = TALKS, "talks"

    def add_own_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--by", help="e-mail address of the member who logs them")
        parser.add_argument("--day-first", action="store_true", help="3/4/2025 is April 3")

    def upload(self, stack: ExitStack, options: dict[str, Any]) -> File:
        return opened(stack, file_named(options["file"]))

    def chosen(self, options: dict[str, Any]) -> dict[str, Any]:
        return {"day_first": options["day_first"], "logged_by": _who(options).pk}

    def report(self, run: ImportRun) -> dict[str, Any]:
        noted = run.rows.exclude(notes=[]).order_by("number").values_list("number", "notes")
        people = [
            {"row": number, "people": [": ".join(note) for note in notes]}
            for number, notes in noted
        ]
        return super().report(run) | {"unknown_people": people}


def _who(options: dict[str, Any]) -> Person:
    """The one who is named, or the administrator who has been there longest."""
    coalition = coalition_called(options["coalition"])
    members = Membership.objects.filter(coalition=coalition).active().with_people()
    if options["by"]:
        found = members.with_address(options["by"]).first()
    else:
        found = members.administrators().order_by("started_on", "pk").first()
    if found is None:
        raise CommandError("No such member here. Name one with --by.")
    return found.person
