"""Making it."""

from datetime import timedelta

import pytest
from django.db import models
from django.utils import translation

from accounts.models import Coalition, Membership
from coalition.sample.preparation import prepare_sample
from coalition.sample.removal import remove_sample
from coalition.sample.sign_ins import read_sign_ins
from common.refusal import Refusal
from partners.models import Contact, Organisation, Term, Vocabulary
from partners.presets import PUBLIC_HEALTH
from tests.coalition.sample.rows import CARDS, everything, of, told
from tests.factories import TODAY, CoalitionFactory


def test_prepare_a_second_time_changes_nothing(sample, prepare):
    before = everything()
    prepare()
    assert everything() == before


def test_prepare_after_removal_gives_the_same_rows(sample, prepare):
    before = told(sample)
    remove_sample(sample, by=None)
    assert told(prepare()) == before


def test_prepare_seven_weeks_later_dates_everything_seven_weeks_later(sample, prepare):
    later = prepare(slug="later", on=TODAY + timedelta(weeks=7))

    def days(coalition: Coalition, model: type[models.Model], *fields: str) -> list[tuple]:
        return list(of(coalition, model).order_by("pk").values_list("name", *fields))

    def moved(rows: list[tuple]) -> list[tuple]:
        return [(name, *(day and day + timedelta(weeks=7) for day in rest)) for name, *rest in rows]

    for model, fields in (
        (Organisation, ["since_on", "retired_on"]),
        (Contact, ["since_on", "left_on"]),
    ):
        assert days(later, model, *fields) == moved(days(sample, model, *fields))


def test_prepare_over_a_coalition_of_its_own_is_refused(prepare):
    ours = CoalitionFactory(slug="sunnybrook")
    with pytest.raises(Refusal, match="not the sample"):
        prepare()
    assert list(Organisation.objects.filter(coalition=ours)) == []


def test_prepare_that_fails_leaves_only_the_passwords(db, tmp_path, monkeypatch):
    before = everything()
    monkeypatch.setattr(
        "coalition.sample.preparation.read_organisations", lambda: [CARDS[0], CARDS[0]]
    )
    with pytest.raises(Exception, match="external_identifier_names_one_organisation"):
        prepare_sample(slug="sunnybrook", on=TODAY, sign_ins=tmp_path / "sign-ins.txt")
    assert everything() == before
    assert len(read_sign_ins(tmp_path / "sign-ins.txt")) == 5


def test_sample_is_two_and_a_half_years_old_and_marked_as_sample(sample):
    assert sample.is_sample
    assert 900 < (TODAY - sample.founded_on).days < 930
    assert sample.created_at.date() == sample.founded_on


def test_organisation_stands_as_its_file_says(sample):
    organisation = of(sample, Organisation).with_details().get(name="Northgate Grocers Cooperative")
    card = next(card for card in CARDS if card.profile.name == organisation.name)
    terms = {
        vocabulary: sorted(term.name for term in organisation.terms_in(vocabulary))
        for vocabulary in Vocabulary.values
    }
    assert organisation.description == card.profile.description
    assert organisation.owner.full_name == "Ruth Adeyemi"
    assert terms["sector"] == sorted(card.profile.sectors)
    assert terms["language"] == sorted(card.profile.languages)
    assert [str(phone) for phone in organisation.phones.all()] == ["555-0112", "555-0113"]
    assert [str(address) for address in organisation.addresses.all()] == [
        "14 Market Row, Northgate, 00415",
        "230 East Levee Road, Riverbend, 00412",
    ]
    assert "EIN 00-1410008" in map(str, organisation.external_identifiers.all())


def test_organisation_in_use_is_looked_after_by_a_member_who_may_but_for_one(sample):
    """One waits for an owner and one for somebody to call, so that the first page has work to show."""
    owners = list(of(sample, Organisation).active().values_list("owner", flat=True))
    keepers = of(sample, Membership).looking_after_partners().values_list("person", flat=True)
    assert set(owners) == {*keepers, None}
    assert owners.count(None) == 1
    assert (
        of(sample, Organisation).active().without_people().get().name == "Harbor Street Legal Aid"
    )


def test_one_partner_is_retired_with_its_reason(sample):
    retired = of(sample, Organisation).retired().get()
    assert retired.name == "Corner Table Café"
    assert retired.retired_reason.startswith("Closed when the lease ran out.")


def test_sectors_come_from_the_preset_whatever_language_is_spoken(prepare):
    with translation.override("es"):
        sample = prepare()
    sectors = of(sample, Term).in_vocabulary(Vocabulary.SECTOR).values_list("name", flat=True)
    assert list(sectors) == [str(name) for name, _broad in PUBLIC_HEALTH]
