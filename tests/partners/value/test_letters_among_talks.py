"""A letter that left is a word from us to them, and stands among the talks once."""

from partners.models import Touchpoint
from tests.factories import PartnerLetterFactory
from tests.forms import all_hidden
from tests.partners.value.doors import address


def press(client, name: str, letter):
    where = (letter.organisation_id, letter.pk)
    sent = all_hidden(client.get(address("letter", client, *where)))
    return client.post(address(name, client, *where), sent)


def logged() -> list[tuple[str, str, str]]:
    rows = Touchpoint.objects.order_by("pk")
    return list(rows.values_list("channel", "direction", "said"))


def test_letter_that_was_sent_stands_among_the_talks_once(coordinator, organisation):
    letter = PartnerLetterFactory(organisation=organisation, contact__email="m@example.org")
    for name in ("letter_send", "letter_send", "letter_printed"):
        press(coordinator, name, letter)
    assert logged() == [("email", "from_us", "A letter to one of them")]
    assert list(Touchpoint.objects.get().contacts.all()) == [letter.contact]
    page = coordinator.get(address("talks_of", coordinator, organisation.pk)).content.decode()
    assert "A letter to one of them" in page


def test_letter_on_paper_stands_among_the_talks(coordinator, organisation):
    letter = PartnerLetterFactory(organisation=organisation)
    for _press in range(2):
        press(coordinator, "letter_printed", letter)
    assert logged() == [("post", "from_us", "A letter to one of them")]
