"""An organisation, and a storage with nothing in it."""

import pytest

from partners.models import Organisation
from tests.factories import OrganisationFactory


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


@pytest.fixture(autouse=True)
def empty_storage(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "files")},
        }
    }
