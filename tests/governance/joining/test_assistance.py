"""Technical assistance is a kind of training of its own: noted, chosen in the list, and counted."""

from governance.models import Training
from tests.forms import carried
from tests.governance.joining.pages import ago, at


def test_technical_assistance_is_noted_and_found_by_its_kind(coordinator):
    address = at(coordinator, "training_add")
    told = {"title": "Help with the budget", "kind": "assistance", "hours": "2"}
    key = carried(coordinator.get(address), "form_key")
    coordinator.post(address, told | {"held_on": ago(3).isoformat(), "form_key": key})
    assert Training.objects.get().kind == "assistance"
    page = coordinator.get(at(coordinator, "trainings"), {"kind": "assistance"}).text
    assert "Help with the budget" in page
    assert "Technical assistance" in page
