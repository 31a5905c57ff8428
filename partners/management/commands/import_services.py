"""Bring a directory of services in from the command line, as the page does it, without a worker."""

import json
from argparse import ArgumentParser
from contextlib import ExitStack
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
from partners.imports.services import starting
from partners.imports.services.columns import LABELS, is_field, missing_in
from partners.imports.work import perform
from partners.models import ImportRow, ImportRun
from partners.operations import imports

Outcome = ImportRow.Outcome


class Command(BaseCommand):
    help = "Bring services of partners into a coalition, from CSV, XLSX or ODS files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        parser.add_argument(
            "files", type=Path, nargs="+",
            help="one file with a service a row, or the tables of a directory (services, locations, "
            "organizations, addresses, phones, categories …), which are joined first",
        )  # fmt: skip
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="HEADING=FIELD",
            help=f"what a column holds, instead of the guess; an empty field leaves it out. Fields: "
            f"{', '.join(LABELS)}",
        )  # fmt: skip
        parser.add_argument("--scheme", help="which system the numbers of partners are of")
        parser.add_argument(
            "--unknown-partners", choices=["reject", "prospects"], default="reject",
            help="partners that are not on the list: reject the row, or add them as prospects",
        )  # fmt: skip
        parser.add_argument(
            "--unknown-words", choices=["add", "skip"], default="add",
            help="kinds, populations, languages and areas that no list has: add them, or leave them out",
        )  # fmt: skip
        parser.add_argument(
            "--area-from", choices=["city", "postcode", "region"], default="",
            help="what counts as the area where a row names none",
        )  # fmt: skip
        parser.add_argument(
            "--drop-bad-cells", action="store_true",
            help="where a cell is wrong, leave out the cell and not its row",
        )  # fmt: skip
        parser.add_argument("--day-first", action="store_true", help="3/1/2025 is in January")
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
        "unknown_organisations": options["unknown_partners"],
        "unknown": options["unknown_words"],
        "area_from": options["area_from"],
        "scheme": options["scheme"] or "",
        "drops_bad_cells": options["drop_bad_cells"],
        "day_first": options["day_first"],
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
    with ExitStack() as stack:
        try:
            files = [
                File(stack.enter_context(path.open("rb")), name=path.name)
                for path in options["files"]
            ]
        except OSError as problem:
            words = f"{problem.filename} cannot be opened: {problem.strerror}."
            raise CommandError(words) from problem
        return starting.start(coalition, files, by=None, at=timezone.now())


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
        "services": run.counts.get("touched", 0),
        "new_words": {name: len(words) for name, words in run.unknown_terms.items()},
        "columns": {run.headings[p]: key for p, key in sorted(run.columns_by_position.items())},
        "rejected_rows": [{"row": row.number, "reason": reason(row)} for row in rejected],
    }


def _words(report: dict[str, Any]) -> str:
    lines = [f"{report['rows']} rows in {report['file']}:"]
    lines += [f"  {report[key]:>7} {key}" for key in ("new", "update", "unchanged", "rejected")]
    lines += [f"  Row {row['row']}: {row['reason']}" for row in report["rejected_rows"]]
    done = (
        f"Brought in, {report['services']} services"
        if report["applied"]
        else "Dry run, nothing written"
    )
    return "\n".join([*lines, f"{done}."])
