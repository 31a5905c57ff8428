"""How fast it is, measured against what PostgreSQL itself can do: `make bench`.

    make bench                                         everything
    make bench ARGS="pages"                            one group of those below
    make bench ARGS="pages --line 'search, rare'"      the lines whose name says so
    make bench ARGS="edits --edits 10000"              the long version of a line

Always on services of its own under the data folder, so that no real coalition is ever touched. The last
result of each line is kept there and stands beside the next one.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import django

from coalition.services import embedded

EVERYTHING = [
    "start",
    "pages",
    "imports",
    "bulk",
    "merges",
    "growth",
    "duplicates",
    "edits",
    "composition",
    "network",
]
ON_THE_LARGE_ONE = {"pages", "imports", "bulk", "merges"}
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
    parser = argparse.ArgumentParser(
        prog="benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", nargs="*", help=", ".join(EVERYTHING))
    parser.add_argument("--size", type=int, default=100_000, help="organisations in the coalition")
    parser.add_argument("--line", default="", help="only lines with these words in their name")
    parser.add_argument("--edits", type=int, default=400, help="how many edits at once")
    options = parser.parse_args()
    options.what = options.what or EVERYTHING
    if unknown := set(options.what) - set(EVERYTHING):
        parser.error(f"{', '.join(sorted(unknown))}: there is no such group.")
    return options


def measure(options: argparse.Namespace) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup()

    from benchmarks import table  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    table.show(lines(options), only=options.line)


def lines(options: argparse.Namespace) -> Iterator:
    from benchmarks import dataset  # noqa: PLC0415 - after django.setup()

    for name, group in groups(options).items():
        if name not in options.what:
            continue
        if name in ON_THE_LARGE_ONE:
            membership = dataset.large(options.size)
            yield from group(membership)
        else:
            yield from group()


def groups(options: argparse.Namespace) -> dict[str, Callable[..., Iterator]]:
    """Each with what it takes; those on the large coalition come one after the other, as it is made once."""
    from benchmarks import (  # noqa: PLC0415 - after django.setup()
        bulk,
        composition,
        duplicates,
        edits,
        imports,
        merges,
        network,
        pages,
        start,
    )

    page = options.line.partition(",")[0]
    return {
        "start": start.measure,
        "pages": lambda membership: pages.measure(membership, only=options.line),
        "imports": imports.measure,
        "bulk": bulk.measure,
        "merges": merges.measure,
        "growth": lambda: pages.grow(options.size, only=page),
        "duplicates": duplicates.measure,
        "edits": lambda: edits.measure(options.edits),
        "composition": composition.measure,
        "network": network.measure,
    }


if __name__ == "__main__":
    sys.exit(main())
