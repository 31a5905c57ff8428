"""Duplicate search over 1,000, 10,000 and 100,000 organisations: milliseconds and memory of the search.

Names are as in real registers (`register`): the words grow with the list. Every twentieth organisation is
there twice, with a slip, another legal form or an abbreviation. Memory is the most that the process has held
more than before, in bytes.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator

from accounts.models import Membership
from benchmarks import dataset, register
from benchmarks.table import Line
from partners.models import Organisation

SIZES = (1_000, 10_000, 100_000)
TWICE = 20  # one organisation in so many is there twice


def measure() -> Iterator[Line]:
    for size in SIZES:
        spent, memory, pairs = measured(size)
        yield Line(
            operation=f"duplicates among {size:,} ({pairs:,} pairs)",
            p50=spent,
            p95=spent,
            size=memory,
        )


def measured(size: int) -> tuple[float, int, int]:
    """Milliseconds, bytes and pairs of one search, in a process of its own so that memory is its own."""
    fill(size)
    command = [sys.executable, "-m", "benchmarks.duplicate_search"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return tuple(json.loads(told))


def fill(size: int) -> None:
    """The coalition `bench` with so many organisations."""
    membership: Membership = dataset.load(0)
    chance = random.Random(size)
    Organisation.objects.bulk_create(
        (
            Organisation(coalition_id=membership.coalition_id, name=name, website=site)
            for name, site in organisations(size, chance)
        ),
        batch_size=2000,
    )
    dataset.settle()


def organisations(size: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Names with their websites, so many of them, the same for the same seed."""
    names, number = register.names(chance), 0
    while number < size:
        name = next(names)
        yield name, f"https://org{number}.example"
        number += 1
        if number % TWICE == 0 and number < size:
            yield again(name, chance), ""
            number += 1


def again(name: str, chance: random.Random) -> str:
    """The name as another list has it."""
    place = chance.randrange(1, len(name) - 1)
    return chance.choice(
        [
            f"The {name}, Inc.",
            name.replace("Center", "Ctr").replace("Foundation", "Fdn") + " LLC",
            name[:place] + name[place + 1 :],
            name[:place] + name[place + 1] + name[place] + name[place + 2 :],
        ]
    )
