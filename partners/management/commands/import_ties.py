"""Bring a spreadsheet of ties in from the command line, as the page does it, without a worker."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.files import File

from partners.imports.rows.doors import TIES
from partners.management.bringing_in import BringsRowsIn, file_named, opened


class Command(BringsRowsIn):
    help = "Bring a CSV, XLSX or ODS file of ties between partners into a coalition."
    door, noun = TIES, "ties"
    more_fields = (
        "; levels.NAME for a column of levels from 0 to 5 of the kind of tie NAME, yes.NAME for one that "
        "says yes or no"
    )

    def add_own_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--scheme", help="which system the numbers of organisations are of")
        parser.add_argument(
            "--told-by", choices=["nobody", "first"], default="nobody",
            help="who says how closely two are tied: the one named first, or nobody in particular",
        )  # fmt: skip
        parser.add_argument(
            "--unknown", choices=["reject", "prospects"], default="reject",
            help="organisations that are not on the list: reject the row, or add them as prospects",
        )  # fmt: skip

    def upload(self, stack: ExitStack, options: dict[str, Any]) -> File:
        return opened(stack, file_named(options["file"]))

    def chosen(self, options: dict[str, Any]) -> dict[str, Any]:
        return {
            "told_by": options["told_by"],
            "unknown_organisations": options["unknown"],
            "scheme": options["scheme"] or "",
        }
