"""What the coalition's network comes to, from the command line."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Coalition, Membership
from accounts.permissions import Role
from partners.models import Organisation, Relation
from partners.network.levels import HIGHEST
from partners.network.measures import Measures, measure
from partners.reports.network.network import network_of
from partners.reports.network.question import Question
from partners.reports.network.then import networks_then

EVERYBODY = 200_000


class Command(BaseCommand):
    help = "Measure who works with whom: density, centralisation, components, brokers, places."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="the first part of the coalition's addresses")
        parser.add_argument("--relation", help="only ties of this kind")
        parser.add_argument(
            "--min-level", type=int, default=0, choices=range(HIGHEST + 1),
            help="only ties of this level or higher",
        )  # fmt: skip
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="DATE",
            help="as it was on that evening, for example 2025-12-31",
        )  # fmt: skip
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options: Any) -> None:
        coalition = Coalition.objects.filter(slug=options["coalition"]).first()
        if coalition is None:
            raise CommandError(f"There is no coalition “{options['coalition']}”.")
        question = Question(
            on=coalition.day(at=timezone.now()),
            relation=_relation(coalition, options["relation"]),
            level=options["min_level"],
        )
        # Whoever may run commands sees everything.
        reader = Membership(coalition=coalition, role=Role.ADMINISTRATOR)
        on = options["on"]
        report = _then(question, reader, on) if on else _now(question, reader)
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else _words(report)
        )


def _relation(coalition: Coalition, name: str | None) -> str:
    if not name:
        return ""
    relations = Relation.objects.of_coalition(coalition)
    found = relations.called(name)
    if found is None:
        known = ", ".join(relations.values_list("name", flat=True)) or "none"
        raise CommandError(f"There is no kind of tie called “{name}”. There are: {known}.")
    return str(found.pk)


def _now(question: Question, reader: Membership) -> dict[str, Any]:
    found = network_of(question, membership=reader, most=EVERYBODY)
    return _report(found.measures, {node.pk: node.name for node in found.nodes})


def _then(question: Question, reader: Membership, on: date) -> dict[str, Any]:
    """`known`: whether there is enough data to read the figures at all."""
    if on > question.on:
        raise CommandError(f"{on} is still to come.")
    then = networks_then(question, reader, [on])[0]
    about = {
        "on": on.isoformat(),
        "known": then.is_known,
        "told_later": then.late,
        "without_first_day": then.undated,
    }
    names = Organisation.objects.among(reader.coalition_id, then.network.nodes)
    return about | _report(measure(then.network), dict(names.values_list("pk", "name")))


def _report(measures: Measures, names: Mapping[int, str]) -> dict[str, Any]:
    told = asdict(measures)
    places = told.pop("places")
    return told | {
        "brokers": [names[node] for node in measures.brokers],
        "organisations": [
            {"id": node, "name": names[node], **place}
            for node, place in sorted(
                places.items(), key=lambda item: (-item[1]["betweenness"], names[item[0]])
            )
        ],
    }


def _words(report: dict[str, Any]) -> str:
    lines = [] if report.get("known", True) else ["Not enough data to read these figures.", ""]
    lines += [
        f"{key.replace('_', ' '):<17} {_figure(value)}"
        for key, value in report.items()
        if key not in {"organisations", "brokers"}
    ]
    lines.append(f"{'brokers':<17} {', '.join(report['brokers']) or 'nobody'}")
    lines += ["", f"{'ties':>5} {'betweenness':>12} {'closeness':>10}  organisation"]
    lines += [
        f"{one['degree']:>5} {one['betweenness']:>12.5f} {one['closeness']:>10.5f}  {one['name']}"
        for one in report["organisations"]
    ]
    return "\n".join(lines)


def _figure(value: Any) -> str:
    if value is None:
        return "not enough data"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
