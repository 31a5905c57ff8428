"""The sample coalition, prepared or as it was prepared before."""

from collections.abc import Callable
from datetime import date

import pytest

from accounts.models import Coalition
from coalition.sample.preparation import prepare_sample
from tests.coalition.sample.kept import Kept
from tests.factories import TODAY


@pytest.fixture
def prepare(db, tmp_path) -> Callable[..., Coalition]:
    """`prepare(slug=…, on=…)`: a sample, with its passwords in a folder of this test."""

    def make(*, slug: str = "sunnybrook", on: date = TODAY) -> Coalition:
        prepare_sample(slug=slug, on=on, sign_ins=tmp_path / "sign-ins.txt")
        return Coalition.objects.get(slug=slug)

    return make


@pytest.fixture(scope="session")
def kept(tmp_path_factory) -> Kept:
    return Kept(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def sample(kept, prepare, tmp_path) -> Coalition:
    """As `prepare()` makes it. Only the first test waits for that; the others get its rows."""
    sign_ins = tmp_path / "sign-ins.txt"
    if not kept.is_empty and kept.put_back(sign_ins):
        return Coalition.objects.get(slug="sunnybrook")
    sample = prepare()
    if kept.is_empty:
        kept.take(sign_ins)
    return sample
