"""The letters of RACI in words, as the database tells them."""

from django.db.models import Case, CharField, Value, When

from goals.models import Raci


def letter_words() -> Case:
    """In the language of whoever asks."""
    told = [When(letter=one.value, then=Value(str(one.label))) for one in Raci]
    return Case(*told, default=Value(""), output_field=CharField())
