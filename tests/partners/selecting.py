"""Picking rows and changing them together, through the doors that a person uses."""

from urllib.parse import urlencode

from django.urls import reverse

from partners import tasks
from partners.models import BulkEdit, Organisation, Selection
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory


def some(client: MemberClient, number: int, **fields) -> list[Organisation]:
    coalition = client.membership.coalition
    return [
        OrganisationFactory(coalition=coalition, name=f"Partner {n:03}", **fields)
        for n in range(number)
    ]


def many(client: MemberClient, number: int, **fields) -> list[int]:
    """So many that they are made in one statement."""
    made = Organisation.objects.bulk_create(
        Organisation(coalition=client.membership.coalition, name=f"Partner {n:05}", **fields)
        for n in range(number)
    )
    return [organisation.pk for organisation in made]


def pick(client: MemberClient, *ids: int, shown=(), do: str = "keep", address: str = "", **headers):
    url = f"{reverse('partners:selection', args=[client.slug])}{address}"
    told = {"ids": ids, "shown": ",".join(map(str, shown or ids)), "do": do}
    return client.post(url, told, headers=headers)


def picked(client: MemberClient) -> list[int]:
    found = Selection.objects.filter(membership=client.membership).first()
    return sorted(found.ids) if found else []


def prepared(client: MemberClient, what: str, back: str = "", **answers) -> BulkEdit:
    """Say what is wanted of the selection; the edit whose preview is shown."""
    told = urlencode({"what": what, "back": back})
    url = f"{reverse('partners:bulk_start', args=[client.slug])}?{told}"
    answer = client.post(url, answers)
    assert answer.status_code == 302, answer.context["form"].errors
    return BulkEdit.objects.latest("pk")


def preview(client: MemberClient, edit: BulkEdit):
    return client.get(edit.get_absolute_url()).context["preview"]


def apply(client: MemberClient, edit: BulkEdit, *, seen: str | None = None):
    """Press the button of the preview as it is shown now."""
    seen = preview(client, edit).plan.seen if seen is None else seen
    answer = client.post(
        reverse("partners:bulk_apply", args=[client.slug, edit.pk]), {"seen": seen}
    )
    edit.refresh_from_db()
    return answer


def changed(client: MemberClient, what: str, **answers) -> BulkEdit:
    edit = prepared(client, what, **answers)
    apply(client, edit)
    assert edit.state == BulkEdit.State.APPLIED, edit.problem
    return edit


def undo(client: MemberClient, edit: BulkEdit):
    answer = client.post(reverse("partners:bulk_undo", args=[client.slug, edit.pk]))
    edit.refresh_from_db()
    return answer


def work() -> None:
    tasks.resume_bulk_edits()
