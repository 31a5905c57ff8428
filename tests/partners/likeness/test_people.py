"""Which people look like one."""

import pytest

from partners.likeness.people import Alike, Sign, Someone, alike, sign_of

RUTH = Someone(1, 1, "Ruth Amsel", "ruth@oak.example", "(410) 555-0100")


@pytest.mark.parametrize(
    ("other", "sign"),
    [
        (Someone(2, 2, "Amsel, Ruth", "RUTH@oak.example "), Sign.EMAIL),
        (Someone(2, 2, "R. Amsel", "ruth@oak.example"), Sign.EMAIL),
        (Someone(2, 2, "Front desk", "ruth@oak.example"), Sign.SHARED_EMAIL),
        (Someone(2, 2, "Dr. Rúth B. Amsel", "", "410.555.0100"), Sign.NAME_AND_PHONE),
        (Someone(2, 2, "Ruth Amsel", "amsel@home.example", "410-555-0100"), Sign.OTHER_EMAIL),
        (Someone(2, 2, "Ruth Amsel"), Sign.NAME),
        (Someone(2, 2, "Ruth Amsel", "amsel@home.example"), None),
        (Someone(2, 2, "Ruth Amsel", "", "(410) 555-0199"), None),
        (Someone(2, 2, "Ruth Adams"), None),
    ],
)
def test_sign_by_which_two_look_like_one(other, sign):
    assert sign_of(RUTH, other) is sign
    assert sign_of(other, RUTH) is sign


def test_only_a_sign_that_leaves_nothing_open_is_sure():
    assert {sign for sign in Sign if not sign.is_sure} == {Sign.SHARED_EMAIL, Sign.OTHER_EMAIL}


def test_who_looks_like_one_of_two_who_differ_joins_one_of_them_only():
    bare, work, home = (
        Someone(1, 1, "Ruth Amsel"),
        Someone(2, 2, "Ruth Amsel", "ruth@oak.example"),
        Someone(3, 3, "Ruth Amsel", "amsel@home.example"),
    )
    assert alike([bare, work, home]) == [Alike(1, 2, Sign.NAME)]


def test_three_lists_of_one_person_are_one_person():
    several = [Someone(pk, pk, "Ruth Amsel", "ruth@oak.example") for pk in (1, 2, 3)]
    assert alike(several) == [Alike(1, 2, Sign.EMAIL), Alike(1, 3, Sign.EMAIL)]


def test_two_of_one_organisation_are_two():
    assert alike([Someone(1, 1, "Ruth Amsel"), Someone(2, 1, "Ruth Amsel")]) == []
