"""One search over the coalition `bench`, alone in its process: prints milliseconds, bytes, pairs."""

import json
import resource
from time import perf_counter

import django

KILOBYTE = 1024  # in which Linux tells a process's memory


def main() -> None:
    django.setup()
    from django.db import transaction  # noqa: PLC0415 - after django.setup()

    from accounts.models import Coalition  # noqa: PLC0415
    from partners.duplicates.search import search  # noqa: PLC0415

    coalition = Coalition.objects.get(slug="bench").pk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = perf_counter()
    with transaction.atomic():
        count = sum(1 for _pair in search(coalition))
    spent = (perf_counter() - began) * 1000
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps([round(spent, 1), held * KILOBYTE, count]))


if __name__ == "__main__":
    main()
