"""A warm path may be a person who suggested them; a gap is filled by whoever was to fill it."""

from partners.models import Gap
from tests.factories import NOW, NominationFactory, PersonFactory
from tests.partners.composition.table import needed
from tests.partners.pipeline.way import at, press, prospect, text, today


def suggested(organisation, name: str, **fields) -> None:
    NominationFactory(
        coalition=organisation.coalition,
        organisation=organisation,
        suggested_by=PersonFactory(full_name=name),
        **{
            "state": "accepted",
            "would_introduce": True,
            "decided_by": PersonFactory(),
            "decided_at": NOW,
            **fields,
        },
    )


def test_who_offered_to_introduce_us_is_a_warm_path(coordinator):
    organisation = prospect(coordinator)
    suggested(organisation, "Marisol Vega")
    suggested(organisation, "Only Named", would_introduce=False)
    page = text(coordinator.get(at(coordinator, "pipeline_of", organisation.pk)))
    assert "There : Offered to introduce us: Marisol Vega." in page
    assert "No active partner of ours is tied to them." not in page


def test_without_an_offer_there_is_no_warm_path(coordinator):
    organisation = prospect(coordinator)
    suggested(organisation, "Only Named", would_introduce=False)
    page = text(coordinator.get(at(coordinator, "pipeline_of", organisation.pk)))
    assert "No active partner of ours is tied to them." in page


def test_move_on_the_board_to_member_fills_the_gap(coordinator):
    organisation = prospect(coordinator)
    voices = [needed(organisation.coalition, sector=one) for one in ("Media", "Faith")]
    told = {"coalition": organisation.coalition, "organisation": organisation}
    for voice, state in zip(voices, ("being_filled", "open"), strict=True):
        Gap.objects.create(needed=voice, state=state, opened_on=today(), **told)
    press(coordinator, organisation, "member")
    states = dict(Gap.objects.values_list("needed__sector__name", "state"))
    assert states == {"Media": "filled", "Faith": "open"}
