"""Whatever points at an organisation follows it into a merge, or says why it stays."""

import pytest

from common.merging.following import all_pointers, pointers, staying
from partners.models import Organisation, Representation

EVERY = all_pointers(Organisation)
FOLLOWING = pointers(Organisation)


@pytest.mark.parametrize("pointer", EVERY, ids=lambda pointer: pointer.name)
def test_key_to_an_organisation_follows_or_says_why_it_stays(pointer):
    reason = staying(pointer.model).get(pointer.key.name, "")
    assert pointer in FOLLOWING or len(str(reason).split()) > 3


@pytest.mark.parametrize("pointer", FOLLOWING, ids=lambda pointer: pointer.name)
def test_key_that_follows_is_not_what_names_its_row(pointer):
    """A row whose id changes with its parent could not be brought back: let it stay, with a reason."""
    assert not pointer.key.primary_key


@pytest.mark.parametrize(
    "model", dict.fromkeys(pointer.model for pointer in EVERY), ids=lambda one: one.__name__
)
def test_what_stays_names_keys_that_are_there(model):
    assert set(staying(model)) <= {field.name for field in model._meta.get_fields()}


def test_tables_are_found_by_their_keys_also_where_nothing_leads_back():
    names = {pointer.name for pointer in FOLLOWING}
    assert {"partners.ImportRow.organisation", "imaginary.Pledge.organisation"} <= names
    assert f"{Representation._meta.label}.organisation" in names
    assert not any(hasattr(pointer.model, "pgh_tracked_model") for pointer in FOLLOWING)
