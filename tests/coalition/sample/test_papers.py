"""Its papers."""

import tomllib

from coalition.sample.papers import PAPERS
from common.files.inspection import FileLimits, inspect
from common.models import Letter
from partners.models import Attachment, Benefit, Contact, Organisation, PartnerLetter
from tests.coalition.sample.rows import of
from tests.factories import TODAY


def test_partners_gain_and_two_promises_are_late_and_one_is_doubted(sample):
    gains = Benefit.objects.of_coalition(sample.pk)
    assert gains.order_by().values("organisation").distinct().count() >= 12
    late = gains.standing(["late"], on=TODAY)
    assert sorted(one.organisation.name for one in late) == [
        "Northgate Grocers Cooperative",
        "Promotoras de Sunnybrook",
    ]
    doubted = gains.standing(["doubted"], on=TODAY).get()
    assert (doubted.came_by.full_name, doubted.is_their_own_word) == ("Marisol Ortega", True)


def test_letters_of_the_sample_went_to_nobody_by_mail(sample):
    letters = PartnerLetter.objects.filter(coalition=sample)
    assert [(one.is_draft, bool(one.printed_on)) for one in letters] == [
        (True, False),
        (False, True),
    ]
    assert not Letter.objects.for_tenant(sample.pk).exists()


def test_two_files_are_kept_and_one_of_them_is_for_the_partner(sample):
    kept = of(sample, Attachment).order_by("name")
    assert [(file.name, file.is_shared) for file in kept] == [
        ("Boxes by neighborhood.csv", False),
        ("Shelf labels, agreement.pdf", True),
    ]
    for file in kept:
        with file.stored.open() as content:
            limits = FileLimits(max_bytes=100_000)
            assert inspect(content, name=file.name, size=file.size, limits=limits)


def test_everybody_who_was_asked_about_the_directory_is_one_contact(sample):
    told = tomllib.loads(PAPERS.read_text())["asked"][0]
    for answer in ("yes", "no", "asked"):
        people = of(sample, Contact).filter(listing_consent=answer)
        assert sorted(people.values_list("name", flat=True)) == sorted(told[answer])
    assert of(sample, Organisation).get(is_left_out_of_directory=True)
