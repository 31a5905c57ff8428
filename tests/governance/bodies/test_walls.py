"""What the database refuses by itself, whoever writes."""

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Body
from tests.governance.bodies.factories import BodyLinkFactory, DutyFactory, MeantOverlapFactory
from tests.governance.factories import BodyFactory


def refused(write) -> bool:
    """As at the end of a transaction, where keys and circles are judged."""
    try:
        with transaction.atomic():
            write()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


@pytest.fixture
def line(db):
    """Three bodies, each above the next."""
    top = BodyFactory()
    middle = BodyFactory(coalition=top.coalition, parent=top)
    return top, middle, BodyFactory(coalition=top.coalition, parent=middle)


def put_under(body, parent):
    Body.objects.filter(pk=body.pk).update(parent=parent)


def test_database_refuses_a_circle(line):
    top, middle, bottom = line
    assert refused(lambda: put_under(top, bottom))
    assert refused(lambda: put_under(top, middle))
    assert not refused(lambda: put_under(bottom, top))


def test_database_lets_two_bodies_turn_around_in_one_change(line):
    top, middle, _bottom = line

    def turn():
        put_under(top, middle)
        put_under(middle, None)

    assert not refused(turn)


def test_database_refuses_a_circle_of_other_bodies_that_is_joined(line):
    top, _middle, bottom = line

    def join():
        put_under(top, bottom)
        BodyFactory(coalition=top.coalition, parent=top)

    assert refused(join)


def test_database_refuses_parts_of_another_coalition(line):
    body, elsewhere = line[0], BodyFactory()
    assert refused(lambda: DutyFactory(body=body, coalition=elsewhere.coalition))
    assert refused(lambda: BodyLinkFactory(body=body, coalition=elsewhere.coalition))
    assert refused(lambda: put_under(elsewhere, body))


def test_database_refuses_an_overlap_across_coalitions(db):
    one, other = DutyFactory(), DutyFactory()
    assert refused(lambda: MeantOverlapFactory(first=one, second=other))


def test_database_refuses_an_overlap_of_a_duty_with_itself_or_backwards(db):
    duty = DutyFactory()
    later = DutyFactory(body=BodyFactory(coalition=duty.coalition))
    assert refused(lambda: MeantOverlapFactory(first=duty, second=duty))
    assert refused(lambda: MeantOverlapFactory(first=later, second=duty))


def test_database_refuses_a_link_that_runs(db):
    assert refused(lambda: BodyLinkFactory(address="javascript:alert(1)"))
    assert refused(lambda: BodyLinkFactory(address="https://two words.example"))
    assert not refused(lambda: BodyLinkFactory(address="HTTPS://files.example"))
