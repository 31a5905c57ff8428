"""Bring a spreadsheet of talks in from the command line, try it out, or take it back."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Coalition, Membership, Person
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.imports.talks.bringing_in import DryRun, bring_in, dry_run, rejects, take_back
from partners.imports.talks.columns import HEADINGS
from partners.management.bringing_in import coalition_called


class Command(BaseCommand):
    help = "Bring a CSV, XLSX or ODS file of talks with partners into a coalition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="HEADING=FIELD",
            help=f"what a column holds, instead of the guess; an empty field leaves it out. Fields: "
            f"{', '.join(HEADINGS)}",
        )  # fmt: skip
        parser.add_argument("--by", help="e-mail address of the member who logs them")
        parser.add_argument("--day-first", action="store_true", help="3/4/2025 is April 3")
        parser.add_argument("--rejects", type=Path, help="write the rows that cannot be read here")
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--undo", type=UUID, metavar="CHANGE", help="take an import back")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options: Any) -> None:
        try:
            report = _done(options)
        except (UnreadableFile, Refusal) as problem:
            raise CommandError(str(problem)) from problem
        told = json.dumps(report, ensure_ascii=False) if options["json"] else _words(report)
        self.stdout.write(told)


def _done(options: dict[str, Any]) -> dict[str, Any]:
    coalition = coalition_called(options["coalition"])
    by = _who(coalition, options["by"])
    if options["undo"]:
        gone, kept = take_back(coalition, options["undo"], by=by)
        return {"coalition": coalition.slug, "taken_back": gone, "kept": kept}
    return _brought_in(coalition, options, by=by)


def _brought_in(coalition: Coalition, options: dict[str, Any], *, by: Person) -> dict[str, Any]:
    path, now = options["file"], timezone.now()
    if path is None or not path.is_file():
        raise CommandError("Please name a file.")
    run = dry_run(
        coalition,
        path,
        file_name=path.name,
        on=coalition.day(at=now),
        told=_told(options["map"]),
        day_first=options["day_first"],
    )
    if options["rejects"]:
        options["rejects"].write_bytes(b"".join(rejects(run)))
    change = bring_in(run, by=by, at=now) if run.new and not options["dry_run"] else None
    return _report(coalition, run, change)


def _who(coalition: Coalition, email: str | None) -> Person:
    """The one who is named, or the administrator who has been there longest."""
    members = Membership.objects.filter(coalition=coalition).active().with_people()
    if email:
        found = members.with_address(email).first()
    else:
        found = members.administrators().order_by("started_on", "pk").first()
    if found is None:
        raise CommandError("No such member here. Name one with --by.")
    return found.person


def _told(pairs: list[str]) -> dict[str, str]:
    told = {}
    for pair in pairs:
        heading, equals, field = pair.rpartition("=")
        if not equals:
            raise CommandError(f"“{pair}” does not say HEADING=FIELD.")
        told[heading] = field
    return told


def _report(coalition: Coalition, run: DryRun, change: UUID | None) -> dict[str, Any]:
    return {
        "coalition": coalition.slug,
        "file": run.file_name,
        "applied": change is not None,
        "change": str(change) if change else None,
        "rows": len(run.rows),
        "new": len(run.new),
        "unchanged": len(run.same),
        "rejected": len(run.rejected),
        "columns": run.mapping,
        "unknown_people": [
            {"row": row.number, "people": list(row.unknown)} for row in run.with_unknown
        ],
        "rejected_rows": [{"row": row.number, "reason": row.fault} for row in run.rejected],
    }


def _words(report: dict[str, Any]) -> str:
    if "taken_back" in report:
        return f"{report['taken_back']} talks taken back, {report['kept']} kept: changed since."
    counts = (
        f"{report['new']} new, {report['unchanged']} here already, "
        f"{report['rejected']} that cannot be read"
    )
    lines = [f"{report['rows']} rows in {report['file']}: {counts}."]
    lines += [f"  Row {row['row']}: {row['reason']}" for row in report["rejected_rows"]]
    lines += [
        f"  Row {row['row']} comes without {'; '.join(row['people'])}: not known here"
        for row in report["unknown_people"]
    ]
    if report["applied"]:
        lines.append(f"Brought in. Take it back with --undo {report['change']}.")
    else:
        lines.append("Nothing is written.")
    return "\n".join(lines)
