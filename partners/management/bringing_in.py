"""What the commands share that bring a file in, as the pages do it, without a worker."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Collection, Iterable
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
from partners.imports.rejects import as_csv, reason
from partners.imports.rows.doors import Door
from partners.imports.undo import outlook_of, undo
from partners.imports.work import Step, perform
from partners.models import ImportRow, ImportRun
from partners.operations import imports

Outcome, State = ImportRow.Outcome, ImportRun.State
NOTHING = "Dry run, nothing written"
OUTCOMES = (Outcome.NEW, Outcome.UPDATE, Outcome.UNCHANGED, Outcome.REJECTED)


def coalition_called(slug: str) -> Coalition:
    coalition = Coalition.objects.filter(slug=slug).first()
    if coalition is None:
        raise CommandError(f"There is no coalition “{slug}”.")
    return coalition


def opened(stack: ExitStack, path: Path) -> File:
    try:
        return File(stack.enter_context(path.open("rb")), name=path.name)
    except OSError as problem:
        raise CommandError(f"{path} cannot be opened: {problem.strerror}.") from problem


def mapped(
    run: ImportRun,
    told: Iterable[str],
    *,
    is_known: Callable[[str], bool],
    offered: Iterable[str],
    many: Collection[str] = (),
) -> dict[str, str]:
    """The guess with what the caller has said about single columns. `many`: fields of several columns."""
    mapping = dict(run.mapping)
    for pair in told:
        heading, equals, key = pair.rpartition("=")
        if not equals or heading not in run.headings:
            raise CommandError(
                f"No column is called “{heading or pair}”. There are: {', '.join(run.headings)}."
            )
        if key and not is_known(key):
            raise CommandError(f"“{key}” is no field. There are: {', '.join(offered)}.")
        position = str(run.headings.index(heading))
        mapping = {p: k for p, k in mapping.items() if p != position and (k != key or k in many)}
        if key:
            mapping[position] = key
    return mapping


def check_now(run: ImportRun, *, options: dict[str, Any]) -> ImportRun:
    """The dry run; the columns are remembered for the next file of this shape."""
    now = timezone.now()
    run = imports.ask_for_dry_run(run, by=None, at=now, mapping=run.mapping, options=options)
    remember(run.coalition, run.headings, mapping=run.mapping, options=run.options, at=now)
    _step(run, check, State.CHECKING)
    return run


def apply_now(run: ImportRun) -> None:
    imports.ask_to_apply(run, by=None, at=timezone.now())
    _step(run, lambda run: apply(run, at=timezone.now()), State.APPLYING)


def add_ways_out(parser: ArgumentParser) -> None:
    """What every command offers that brings a file in."""
    parser.add_argument("--rejects", type=Path, help="write the rows that cannot be read here")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--undo", type=int, metavar="IMPORT", help="take an import back")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def write_rejects(run: ImportRun, path: Path | None) -> None:
    if path:
        path.write_bytes(b"".join(as_csv(run)))


def undone(slug: str, number: int, *, subject: str) -> dict[str, Any]:
    """Take an import of that subject back; says what went and what stays as it is."""
    runs = ImportRun.objects.of_coalition(coalition_called(slug)).about(subject)
    run = runs.filter(pk=number).first()
    if run is None:
        raise CommandError(f"There is no import {number} of {subject} here.")
    goes_back = outlook_of(run).goes_back() if run.state == State.APPLIED else 0
    run = imports.ask_to_undo(run, by=None, at=timezone.now())
    _step(run, lambda run: undo(run, at=timezone.now()), State.UNDOING)
    kept = run.counts.get("kept", 0)
    return {"coalition": slug, "import": run.pk, "taken_back": goes_back, "kept": kept}


def undone_words(report: dict[str, Any]) -> str:
    return f"{report['taken_back']} taken back, {report['kept']} partners kept: changed since."


def way_back(report: dict[str, Any]) -> str:
    return f"Take it back with --undo {report['import']}."


def file_named(path: Path | None) -> Path:
    if path is None:
        raise CommandError("Please name a file.")
    return path


def _step(run: ImportRun, step: Step, state: str) -> None:
    perform(run.pk, step, state=state)
    run.refresh_from_db()
    if run.state == State.FAILED:
        raise CommandError(run.problem)


class BringsRowsIn(BaseCommand):
    """A command for the files of one door. `noun`: what came in, as the report calls it."""

    door: Door
    noun: str
    more_fields = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        self.add_own_arguments(parser)
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="HEADING=FIELD",
            help=f"what a column holds, instead of the guess; an empty field leaves it out. Fields: "
            f"{', '.join(self.door.fields)}{self.more_fields}",
        )  # fmt: skip
        add_ways_out(parser)

    def add_own_arguments(self, parser: ArgumentParser) -> None:
        raise NotImplementedError

    def upload(self, stack: ExitStack, options: dict[str, Any]) -> Any:
        """What the door starts with, open until the stack closes it."""
        raise NotImplementedError

    def chosen(self, options: dict[str, Any]) -> dict[str, Any]:
        """The choices for the whole file, as its page would send them."""
        raise NotImplementedError

    def handle(self, **options: Any) -> None:
        try:
            report = self._done(options)
        except (UnreadableFile, Refusal) as problem:
            raise CommandError(str(problem)) from problem
        told = json.dumps(report, ensure_ascii=False) if options["json"] else self._words(report)
        self.stdout.write(told)

    def _done(self, options: dict[str, Any]) -> dict[str, Any]:
        if options["undo"]:
            return undone(options["coalition"], options["undo"], subject=self.door.subject)
        run = self._brought_in(options)
        write_rejects(run, options["rejects"])
        return self.report(run)

    def _brought_in(self, options: dict[str, Any]) -> ImportRun:
        coalition = coalition_called(options["coalition"])
        with ExitStack() as stack:
            told = self.upload(stack, options)
            run = self.door.start(coalition, told, by=None, at=timezone.now())
        run.mapping = mapped(
            run, options["map"], is_known=self.door.is_field, offered=self.door.fields
        )
        if missing := self.door.missing_in(run.mapping):
            raise CommandError(missing)
        run = check_now(run, options=self.chosen(options))
        if not options["dry_run"]:
            apply_now(run)
        return run

    def report(self, run: ImportRun) -> dict[str, Any]:
        rejected = run.rows.with_outcome(Outcome.REJECTED).order_by("number")
        return {
            "coalition": run.coalition.slug,
            "file": run.file_name,
            "import": run.pk,
            "applied": run.state == State.APPLIED,
            "rows": run.total,
            **{outcome.value: run.counts.get(outcome, 0) for outcome in OUTCOMES},
            self.noun: run.counts.get("touched", 0),
            "columns": {run.headings[p]: key for p, key in sorted(run.columns_by_position.items())},
            "rejected_rows": [{"row": row.number, "reason": reason(row)} for row in rejected],
        }

    def _words(self, report: dict[str, Any]) -> str:
        if "taken_back" in report:
            return undone_words(report)
        lines = [f"{report['rows']} rows in {report['file']}:"]
        lines += [f"  {report[outcome.value]:>7} {outcome.value}" for outcome in OUTCOMES]
        lines += [f"  Row {row['row']}: {row['reason']}" for row in report["rejected_rows"]]
        written = f"Brought in, {report[self.noun]} {self.noun}. {way_back(report)}"
        return "\n".join([*lines, written if report["applied"] else f"{NOTHING}."])
