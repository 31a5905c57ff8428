"""`make bench`, or `python -m benchmarks [--size 100000] [pages imports bulk start duplicates edits …]`.

Always on services of its own under the data folder, so that no real coalition is ever touched.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

from coalition.services import embedded

EVERYTHING = ["start", "pages", "imports", "bulk", "duplicates", "edits"]
DATA = Path(os.environ.get("COMMONWEAL_DATA", "var")).resolve() / "bench"


def main() -> None:
    options = arguments()
    with embedded(DATA) as addresses:
        os.environ |= {
            "DATABASE_URL": addresses.database_url,
            "REDIS_URL": addresses.redis_url,
            "COMMONWEAL_DATA": str(DATA),
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        }
        django.setup()
        measure(options)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("what", nargs="*", default=EVERYTHING)
    parser.add_argument("--size", type=int, default=100_000, help="organisations in the coalition")
    return parser.parse_args()


def measure(options: argparse.Namespace) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup()

    from benchmarks import table  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    table.show(lines(options))


def lines(options: argparse.Namespace) -> Iterator:
    from benchmarks import (  # noqa: PLC0415 - after django.setup()
        bulk,
        dataset,
        duplicates,
        edits,
        imports,
        pages,
        start,
    )

    if "start" in options.what:
        yield from start.measure()
    if {"pages", "imports", "bulk"} & set(options.what):
        membership = dataset.load(options.size)
        dataset.settle()
    if "pages" in options.what:
        yield from pages.measure(membership)
    if "imports" in options.what:
        yield from imports.measure(membership)
    if "bulk" in options.what:
        yield from bulk.measure(membership)
    if "duplicates" in options.what:
        yield from duplicates.measure()
    if "edits" in options.what:
        yield from edits.measure()


if __name__ == "__main__":
    sys.exit(main())
