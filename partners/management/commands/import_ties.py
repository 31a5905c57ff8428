"""Bring a spreadsheet of ties in from the command line, as the page does it, without a worker."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Coalition
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.imports.apply import apply
from partners.imports.dry_run import check
from partners.imports.mapping import remember
from partners.imports.rejects import reason
from partners.imports.ties import starting
from partners.imports.ties.columns import LABELS, is_field, missing_in
from partners.imports.work import perform
from partners.models import ImportRow, ImportRun
from partners.operations import imports

Outcome = ImportRow.Outcome


class Command(BaseCommand):
    help = "Bring a CSV, XLSX or ODS file of ties between partners into a coalition."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="HEADING=FIELD",
            help=f"what a column holds, instead of the guess; an empty field leaves it out. Fields: "
            f"{', '.join(LABELS)}; levels.NAME for a column of levels from 0 to 5 of the kind of tie "
            "NAME, yes.NAME for one that says yes or no",
        )  # fmt: skip
        parser.add_argument("--scheme", help="which system the numbers of organisations are of")
        parser.add_argument(
            "--told-by", choices=["nobody", "first"], default="nobody",
            help="who says how closely two are tied: the one named first, or nobody in particular",
        )  # fmt: skip
        parser.add_argument(
            "--unknown", choices=["reject", "prospects"], default="reject",
            help="organisations that are not on the list: reject the row, or add them as prospects",
        )  # fmt: skip
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options: Any) -> None:
        try:
            run = _brought_in(options)
        except (UnreadableFile, Refusal) as problem:
            raise CommandError(str(problem)) from problem
        report = _report(run)
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else _words(report)
        )


def _brought_in(options: dict[str, Any]) -> ImportRun:
    run = _started(options)
    run.mapping = _mapped(run, options["map"])
    if missing := missing_in(run.mapping):
        raise CommandError(missing)
    chosen = {
        "told_by": options["told_by"],
        "unknown_organisations": options["unknown"],
        "scheme": options["scheme"] or "",
    }
    now = timezone.now()
    run = imports.ask_for_dry_run(run, by=None, at=now, mapping=run.mapping, options=chosen)
    remember(run.coalition, run.headings, mapping=run.mapping, options=run.options, at=now)
    _perform(run, check, ImportRun.State.CHECKING)
    if not options["dry_run"]:
        imports.ask_to_apply(run, by=None, at=timezone.now())
        _perform(run, lambda run: apply(run, at=timezone.now()), ImportRun.State.APPLYING)
    return run


def _perform(run: ImportRun, step: Any, state: str) -> None:
    perform(run.pk, step, state=state)
    run.refresh_from_db()
    if run.state == ImportRun.State.FAILED:
        raise CommandError(run.problem)


def _started(options: dict[str, Any]) -> ImportRun:
    coalition = Coalition.objects.filter(slug=options["coalition"]).first()
    if coalition is None:
        raise CommandError(f"There is no coalition “{options['coalition']}”.")
    name = options["file"].name
    try:
        with options["file"].open("rb") as file:
            return starting.start(coalition, File(file), file_name=name, by=None, at=timezone.now())
    except OSError as problem:
        raise CommandError(f"The file cannot be opened: {problem.strerror}.") from problem


def _mapped(run: ImportRun, told: list[str]) -> dict[str, str]:
    """The guess with what the caller has said about single columns."""
    mapping = dict(run.mapping)
    for pair in told:
        heading, equals, key = pair.rpartition("=")
        if not equals or heading not in run.headings:
            raise CommandError(
                f"No column is called “{heading or pair}”. There are: {', '.join(run.headings)}."
            )
        if key and not is_field(key):
            raise CommandError(f"“{key}” is no field. There are: {', '.join(LABELS)}.")
        position = str(run.headings.index(heading))
        mapping = {p: k for p, k in mapping.items() if p != position and k != key}
        if key:
            mapping[position] = key
    return mapping


def _report(run: ImportRun) -> dict[str, Any]:
    rejected = run.rows.with_outcome(Outcome.REJECTED).order_by("number")
    outcomes = (Outcome.NEW, Outcome.UPDATE, Outcome.UNCHANGED, Outcome.REJECTED)
    return {
        "coalition": run.coalition.slug,
        "file": run.file_name,
        "import": run.pk,
        "applied": run.state == ImportRun.State.APPLIED,
        "rows": run.total,
        **{outcome.value: run.counts.get(outcome, 0) for outcome in outcomes},
        "ties": run.counts.get("touched", 0),
        "columns": {run.headings[p]: key for p, key in sorted(run.columns_by_position.items())},
        "rejected_rows": [{"row": row.number, "reason": reason(row)} for row in rejected],
    }


def _words(report: dict[str, Any]) -> str:
    lines = [f"{report['rows']} rows in {report['file']}:"]
    lines += [f"  {report[key]:>7} {key}" for key in ("new", "update", "unchanged", "rejected")]
    lines += [f"  Row {row['row']}: {row['reason']}" for row in report["rejected_rows"]]
    done = f"Brought in, {report['ties']} ties" if report["applied"] else "Dry run, nothing written"
    return "\n".join([*lines, f"{done}."])
