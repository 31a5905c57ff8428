"""The catalogue keeps one plural for each singular, so texts that would share one are told apart."""

from common.text.translations import Said, torn


def said(singular: str, plural: str, *, context: str | None = None) -> Said:
    return Said("templates/page.html", (singular, plural), context)


def test_singular_with_two_plurals_is_told():
    texts = [said("%(n)s partner", "%(n)s partners"), said("%(n)s partner", "%(n)s become one")]
    assert torn(texts) == ["%(n)s partner"]


def test_same_text_at_two_places_and_another_in_its_own_context_are_fine():
    texts = [
        said("one more", "%(n)s more"),
        said("one more", "%(n)s more"),
        said("one more", "all %(n)s", context="a drawer"),
        Said("templates/page.html", "one more", None),
    ]
    assert torn(texts) == []
