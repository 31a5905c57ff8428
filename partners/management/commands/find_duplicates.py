"""`manage.py find_duplicates COALITION [--json] [--threshold 0.7]`: likely pairs, to be read or parsed."""

import json
from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import Coalition
from partners.duplicates.search import Found, search
from partners.likeness.judging import THRESHOLD
from partners.models import Organisation
from partners.reports.merging.pairs import in_words


class Command(BaseCommand):
    help = (
        "Print the organisations of a coalition that are likely one, with a score and the reasons."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("coalition", help="The coalition's address, for example sunnybrook.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")
        parser.add_argument(
            "--threshold", type=float, default=THRESHOLD, help="Score from 0 to 1 (%(default)s)."
        )

    def handle(self, **options: Any) -> None:
        coalition = Coalition.objects.filter(slug=options["coalition"]).first()
        if coalition is None:
            raise CommandError(f"There is no coalition “{options['coalition']}”.")
        began = perf_counter()
        with transaction.atomic():
            found = sorted(
                search(coalition.pk, threshold=options["threshold"]),
                key=lambda pair: (-pair.likeness.score, pair.first, pair.second),
            )
        report = {
            "coalition": coalition.slug,
            "organisations": Organisation.objects.active().filter(coalition=coalition).count(),
            "seconds": round(perf_counter() - began, 3),
            "pairs": _told(found),
        }
        self.stdout.write(
            json.dumps(report, ensure_ascii=False) if options["json"] else _words(report)
        )


def _told(found: list[Found]) -> list[dict[str, Any]]:
    ids = {pk for pair in found for pk in (pair.first, pair.second)}
    names = dict(Organisation.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [
        {
            "score": pair.likeness.score,
            "reasons": in_words((each.kind, each.value) for each in pair.likeness.reasons),
            "a": {"id": pair.first, "name": names[pair.first]},
            "b": {"id": pair.second, "name": names[pair.second]},
        }
        for pair in found
    ]


def _words(report: dict[str, Any]) -> str:
    lines = [
        f"{pair['score']:.2f}  {pair['a']['name']} ({pair['a']['id']})  ~  "
        f"{pair['b']['name']} ({pair['b']['id']})  {' '.join(pair['reasons'])}"
        for pair in report["pairs"]
    ]
    pairs = "pair" if len(lines) == 1 else "pairs"
    end = (
        f"{len(lines)} likely {pairs} among {report['organisations']} organisations, "
        f"{report['seconds']} seconds."
    )
    return "\n".join([*lines, end])
