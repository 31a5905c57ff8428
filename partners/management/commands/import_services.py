"""Bring a directory of services in from the command line, as the page does it, without a worker."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.files import File

from partners.imports.rows.doors import SERVICES
from partners.management.bringing_in import BringsRowsIn, file_named, opened
from partners.models import ImportRun


class Command(BringsRowsIn):
    help = "Bring services of partners into a coalition, from CSV, XLSX or ODS files."
    door, noun = SERVICES, "services"

    def add_own_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", type=Path, nargs="*",
            help="one file with a service a row, or the tables of a directory (services, locations, "
            "organizations, addresses, phones, categories …), which are joined first",
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

    def upload(self, stack: ExitStack, options: dict[str, Any]) -> list[File]:
        return [opened(stack, path) for path in options["files"] or [file_named(None)]]

    def chosen(self, options: dict[str, Any]) -> dict[str, Any]:
        return {
            "unknown_organisations": options["unknown_partners"],
            "unknown": options["unknown_words"],
            "area_from": options["area_from"],
            "scheme": options["scheme"] or "",
            "drops_bad_cells": options["drop_bad_cells"],
            "day_first": options["day_first"],
        }

    def report(self, run: ImportRun) -> dict[str, Any]:
        added = {name: len(words) for name, words in run.unknown_terms.items()}
        return super().report(run) | {"new_words": added}
