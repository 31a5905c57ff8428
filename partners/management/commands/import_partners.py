"""Bring a spreadsheet in from the command line, as the page does it, without a worker."""

import json
import time
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.imports import starting
from partners.imports.columns import FIELDS, Columns
from partners.imports.rejects import reason
from partners.imports.standard import MANY
from partners.management.bringing_in import (
    add_ways_out,
    apply_now,
    check_now,
    coalition_called,
    file_named,
    mapped,
    opened,
    undone,
    undone_words,
    way_back,
    write_rejects,
)
from partners.models import ImportRow, ImportRun, Organisation
from partners.operations import imports

Outcome = ImportRow.Outcome
FATES = {"update": "update", "keep": "new", "skip": "skip"}


class Command(BaseCommand):
    help = "Bring a CSV, XLSX or ODS file of partners into a coalition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="HEADING=FIELD",
            help=f"what a column holds, instead of the guess; an empty field leaves it out. Fields: "
            f"{', '.join(FIELDS)}, and own.KEY for a field of the coalition's own",
        )  # fmt: skip
        parser.add_argument("--sheet", help="of a workbook with several")
        parser.add_argument(
            "--no-headings", action="store_true", help="the first row is a partner too"
        )
        parser.add_argument("--scheme", help="which system the identifiers are of")
        parser.add_argument("--kind", choices=Organisation.Kind.values, help="of new partners")
        parser.add_argument("--unknown", choices=["add", "skip"], help="words that no list has")
        parser.add_argument(
            "--duplicates", choices=list(FATES), default="skip",
            help="rows that are perhaps here already: update the one they resemble, keep both, or "
            "leave the row out (the default)",
        )  # fmt: skip
        add_ways_out(parser)

    def handle(self, **options: Any) -> None:
        try:
            report = self._done(options)
        except (UnreadableFile, Refusal) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else _words(report)
        )

    def _done(self, options: dict[str, Any]) -> dict[str, Any]:
        if options["undo"]:
            subject = ImportRun.Subject.PARTNERS
            return undone(options["coalition"], options["undo"], subject=subject)
        started = time.monotonic()
        run = self._brought_in(options)
        write_rejects(run, options["rejects"])
        return _report(run, seconds=time.monotonic() - started)

    def _brought_in(self, options: dict[str, Any]) -> ImportRun:
        run = _started(options)
        columns = Columns.of(run.coalition)
        run.mapping = mapped(
            run, options["map"], is_known=columns.is_known, offered=columns.offered, many=MANY
        )
        run = check_now(run, options=run.options | _chosen(run, options))
        imports.decide_all(run, decision=FATES[options["duplicates"]])
        if not options["dry_run"]:
            apply_now(run)
        return run


def _started(options: dict[str, Any]) -> ImportRun:
    coalition = coalition_called(options["coalition"])
    with ExitStack() as stack:
        path = file_named(options["file"])
        return starting.start(
            coalition,
            opened(stack, path),
            file_name=path.name,
            by=None,
            at=timezone.now(),
            sheet=options["sheet"],
            header_row=0 if options["no_headings"] else None,
        )


def _chosen(run: ImportRun, options: dict[str, Any]) -> dict[str, str]:
    told = {key: options[key] for key in ("scheme", "kind", "unknown") if options[key]}
    return {"scheme": run.options.get("scheme") or starting.scheme_of(run)} | told


def _report(run: ImportRun, *, seconds: float) -> dict[str, Any]:
    rejected = run.rows.with_outcome(Outcome.REJECTED)
    doubtful = run.rows.with_outcome(Outcome.DUPLICATE).select_related("organisation")
    return {
        "coalition": run.coalition.slug,
        "file": run.file_name,
        "import": run.pk,
        "applied": run.state == ImportRun.State.APPLIED,
        "sheet": run.sheet,
        "header_row": run.header_row,
        "rows": run.total,
        **{outcome.value: run.counts.get(outcome, 0) for outcome in Outcome},
        "columns": {run.headings[p]: key for p, key in sorted(run.columns_by_position.items())},
        "unknown_terms": run.unknown_terms,
        "rejected_rows": [{"row": row.number, "reason": reason(row)} for row in rejected],
        "duplicate_rows": [
            {
                "row": row.number,
                "name": row.values["name"],
                "perhaps": row.organisation.name if row.organisation else f"row {row.same_as}",
                "reason": row.reason,
                "decision": row.decision,
            }
            for row in doubtful
        ],
        "seconds": round(seconds, 2),
    }


def _words(report: dict[str, Any]) -> str:
    if "taken_back" in report:
        return undone_words(report)
    place = f", sheet “{report['sheet']}”" if report["sheet"] else ""
    headings = "" if report["header_row"] else " (without headings)"
    lines = [f"{report['rows']} rows in {report['file']}{place}{headings}:"]
    lines += [f"  {report[outcome.value]:>7} {outcome.label}" for outcome in Outcome]
    lines += [f"  Row {row['row']}: {row['reason']}" for row in report["rejected_rows"]]
    lines += [
        f"  Row {row['row']}: {row['name']} – perhaps {row['perhaps']} ({row['decision']})"
        for row in report["duplicate_rows"]
    ]
    done = "Brought in" if report["applied"] else "Dry run, nothing is written"
    lines.append(f"{done}, {report['seconds']} seconds.")
    return "\n".join([*lines, way_back(report)] if report["applied"] else lines)
