"""Edits of 100 records by 8 clients at once: is anything lost that was acknowledged?

A few hundred by default; `--edits 10000` takes an hour on a busy machine.

Half of the edits count up a number in the description: the form is read, and sent with the next number.
Whoever is shown both versions reads again and counts on from there. The other half add another name, out
of a form that the client opened at the very beginning, however stale it is by now. In the end every number
must have counted every acknowledged edit, and every acknowledged name must be there.
"""

import http.client
import random
import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode

from accounts.models import Membership
from benchmarks import dataset
from benchmarks.forms import edit_form
from benchmarks.server import running, signed_in
from benchmarks.table import Line, percentile
from partners.models import Alias, Organisation

RECORDS, CLIENTS = 100, 8
FORGERY = "c" * 32  # any token will do that stands both in the cookie and in the form
SAVED, ASKED = 302, 409


@dataclass
class Tally:
    """What one client was told."""

    counted: Counter[int] = field(default_factory=Counter)
    names: dict[str, int] = field(default_factory=dict)
    conflicts: int = 0
    milliseconds: list[float] = field(default_factory=list)


class Client:
    """One signed-in member at one connection."""

    def __init__(self, port: int, cookie: str, *, number: int, records: list[int]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.headers = {"Cookie": f"{cookie}; csrftoken={FORGERY}", "Accept-Language": "en"}
        self.number, self.records = number, records
        self.chance = random.Random(number)
        self.tally = Tally()
        self.opened: dict[int, dict[str, list[str]]] = {}

    def work(self, edits: int) -> None:
        for turn in range(edits):
            record = self.chance.choice(self.records)
            if turn % 2:
                self.add_name(record, f"Client {self.number} name {turn}")
            else:
                self.count_up(record)

    def count_up(self, record: int) -> None:
        while True:
            form = self.read(record)
            number = int(re.search(r"\d+", form["description"][0])[0])
            # Two who write the very same words agree; so each signs what it counted.
            form["description"] = [f"Counted {number + 1} by {self.number}"]
            if self.send(record, form) == SAVED:
                self.tally.counted[record] += 1
                return
            self.tally.conflicts += 1

    def add_name(self, record: int, name: str) -> None:
        if record not in self.opened:
            self.opened[record] = self.read(record)
        form = dict(self.opened[record])
        form["aliases"] = [f"{form['aliases'][0]}\n{name}"]
        if self.send(record, form) != SAVED:
            raise RuntimeError("A name that was added must merge by itself.")
        self.tally.names[name] = record

    def read(self, record: int) -> dict[str, list[str]]:
        status, page = self.ask("GET", record)
        if status != 200:
            raise RuntimeError(f"The form answered {status}.")
        return edit_form(page)

    def send(self, record: int, form: dict[str, list[str]]) -> int:
        form["csrfmiddlewaretoken"] = [FORGERY]
        started = perf_counter()
        status, _page = self.ask("POST", record, urlencode(form, doseq=True))
        self.tally.milliseconds.append((perf_counter() - started) * 1000)
        if status not in (SAVED, ASKED):
            raise RuntimeError(f"Saving answered {status}.")
        return status

    def ask(self, method: str, record: int, body: str = "") -> tuple[int, str]:
        headers = self.headers | {"Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, f"/bench/partners/{record}/edit/", body, headers)
        response = self.connection.getresponse()
        return response.status, response.read().decode()


def measure(count: int) -> Iterator[Line]:
    membership = dataset.load(RECORDS)
    Organisation.objects.update(description="Counted 0")
    records = list(Organisation.objects.values_list("pk", flat=True))
    with running() as port:
        started = perf_counter()
        tallies = edited(port, membership, records, count=count)
        seconds = perf_counter() - started
    times = [spent for tally in tallies for spent in tally.milliseconds]
    conflicts = sum(tally.conflicts for tally in tallies)
    yield Line(
        operation=f"{count:,} edits, {CLIENTS} clients: {lost(tallies)} lost",
        p50=percentile(times, 50),
        p95=percentile(times, 95),
        size=conflicts,
    )
    print(f"  {conflicts} were shown both versions and began again; {seconds:.0f} s in all")


def edited(port: int, membership: Membership, records: list[int], *, count: int) -> list[Tally]:
    """All clients at once; each is a member of its own, as far as there are members."""
    people = [each.person for each in membership.coalition.members.with_people()]
    clients = [
        Client(port, signed_in(people[number % len(people)]), number=number, records=records)
        for number in range(CLIENTS)
    ]
    failures: list[BaseException] = []
    threading.excepthook = lambda failed: failures.append(failed.exc_value)
    threads = [threading.Thread(target=client.work, args=[count // CLIENTS]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise RuntimeError("A client failed.") from failures[0]
    return [client.tally for client in clients]


def lost(tallies: list[Tally]) -> int:
    """Acknowledged edits that are not there: counted too little, names missing, changes without history."""
    counted: Counter[int] = sum((tally.counted for tally in tallies), Counter())
    names = {name: record for tally in tallies for name, record in tally.names.items()}
    there = dict(Alias.objects.values_list("name", "organisation_id"))
    missing = sum(there.get(name) != record for name, record in names.items())
    for organisation in Organisation.objects.all():
        events = organisation.events.filter(pgh_label="update", description__startswith="Counted")
        words = events.values_list("description", flat=True)
        numbers = {int(described.split()[1]) for described in words}
        told = counted[organisation.pk]
        missing += told - int(organisation.description.split()[1])
        missing += sum(number not in numbers for number in range(1, told + 1))
    return missing
