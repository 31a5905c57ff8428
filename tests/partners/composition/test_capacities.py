"""A capacity that we need and nobody brings is a gap, and becomes a prospect."""

from accounts.permissions import Role
from partners.models import Organisation, PipelineStep, ProfileRow, ValueStatement
from partners.models.depth import DepthSettings
from tests.factories import OrganisationFactory, ProfileRowFactory
from tests.forms import all_hidden
from tests.partners.composition.table import at
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.way import text


def need(client, **levels: int) -> None:
    DepthSettings.objects.create(coalition=client.membership.coalition, needs=levels)


def brings(client, what: str, level: int, **fields) -> Organisation:
    made = OrganisationFactory(coalition=client.membership.coalition, **fields)
    ProfileRowFactory(organisation=made, brings=True, kind=what, level=level)
    return made


def lacking(client) -> list[str]:
    return [one.kind for one in client.get(at(client, "needed")).context["lacking"]]


def test_what_is_needed_and_brought_by_nobody_at_the_table_is_told(coordinator):
    need(coordinator, marketing=2, research=1, places=1, policy=1)
    brings(coordinator, "research", 2)
    brings(coordinator, "places", 0)
    brings(coordinator, "policy", 3, kind="prospect", name="City Hall")
    assert lacking(coordinator) == ["marketing", "places", "policy"]
    page = text(coordinator.get(at(coordinator, "needed")))
    assert "Could bring it: City Hall" in page


def test_it_becomes_a_prospect_with_a_reason_and_is_taken_back(coordinator):
    need(coordinator, marketing=2)
    url = at(coordinator, "capacity_prospect", "marketing")
    assert url in coordinator.get(at(coordinator, "needed")).content.decode()
    sent = all_hidden(coordinator.get(url)) | {"name": "Radio Sol", "draft": "{organisation} wins."}
    answer, _again = (coordinator.post(url, sent, follow=True) for _press in range(2))
    made = Organisation.objects.get()
    assert (made.kind, PipelineStep.objects.get().reason) == (
        "prospect",
        "Could bring Marketing and media, which we miss",
    )
    assert ValueStatement.objects.get().statement == "Radio Sol wins."
    assert ProfileRow.objects.get().kind == "marketing"
    assert lacking(coordinator) == ["marketing"]
    coordinator.post(undo_on(answer))
    assert not Organisation.objects.filter(retired_on=None).exists()


def test_no_such_capacity_and_no_such_permission(coordinator):
    assert coordinator.get(at(coordinator, "capacity_prospect", "magic")).status_code == 404


def test_viewer_reads_it_and_adds_nobody(coordinator, member):
    need(coordinator, marketing=2)
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    assert lacking(viewer) == ["marketing"]
    assert viewer.get(at(viewer, "capacity_prospect", "marketing")).status_code == 403
