"""A spreadsheet on its way in, through the doors that a person uses; `work()` is the worker's turn."""

import csv
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners import tasks
from partners.models import ImportRow, ImportRun
from tests.conftest import MemberClient


def csv_text(headings: list[str], *rows: list[str], delimiter: str = ",") -> str:
    out = StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([headings, *rows])
    return out.getvalue()


def upload(client: MemberClient, content: str | bytes, *, name: str = "partners.csv"):
    body = content if isinstance(content, bytes) else content.encode()
    return client.post(
        reverse("partners:import_start", args=[client.slug]),
        {"file": SimpleUploadedFile(name, body)},
    )


def uploaded(
    client: MemberClient, content: str | bytes, *, name: str = "partners.csv"
) -> ImportRun:
    assert upload(client, content, name=name).status_code == 302
    return ImportRun.objects.latest("pk")


def answers(run: ImportRun, **changed: str) -> dict[str, str]:
    """What the columns page would post as it stands."""
    told = {f"column-{position}": key for position, key in run.mapping.items()}
    scheme = run.options.get("scheme", "")
    choices = {"kind": "partner", "unknown": "add", "dates": "month", "leaves_out": "row"}
    return told | choices | {"scheme": scheme, "do": "check"} | changed


def work() -> None:
    tasks.resume_imports()


def checked(
    client: MemberClient, content: str | bytes, *, name="partners.csv", **changed
) -> ImportRun:
    run = uploaded(client, content, name=name)
    url = reverse("partners:import_columns", args=[client.slug, run.pk])
    client.post(url, answers(run, **changed))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED, run.problem
    return run


def decide(client: MemberClient, run: ImportRun, **told: str) -> None:
    client.post(reverse("partners:import_decide", args=[client.slug, run.pk]), told)
    work()
    run.refresh_from_db()


def applied(
    client: MemberClient, content: str | bytes, *, name="partners.csv", **changed
) -> ImportRun:
    run = checked(client, content, name=name, **changed)
    decide(client, run, do="apply")
    assert run.state == ImportRun.State.APPLIED, run.problem
    return run


def undone(client: MemberClient, run: ImportRun) -> ImportRun:
    client.post(reverse("partners:import_undo", args=[client.slug, run.pk]))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem
    return run


def outcomes(run: ImportRun) -> list[str]:
    return list(run.rows.order_by("number").values_list("outcome", flat=True))


def row(run: ImportRun, number: int) -> ImportRow:
    return run.rows.get(number=number)
