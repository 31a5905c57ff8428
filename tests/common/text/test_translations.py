"""The product's own words stand beside those of Django, and must not take their place."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS.split(), start=1)))
def test_month_in_spanish_is_not_one_of_our_own_words(number, month):
    with translation.override("es"):
        assert date_format(date(2027, number, 8)) == f"8 de {month} de 2027"
