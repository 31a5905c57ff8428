"""Which day it is: for everybody in a coalition the one that it is there."""

from django.urls import reverse
from django.utils import timezone

from accounts.models import Coalition, Person

# There is no moment at which these two write the same day.
EARLIEST, LATEST = "Pacific/Kiritimati", "Pacific/Pago_Pago"


def test_reader_far_away_has_the_day_of_the_coalition(coordinator):
    Coalition.objects.update(time_zone=EARLIEST)
    Person.objects.update(time_zone=LATEST)
    coalition = Coalition.objects.get(pk=coordinator.membership.coalition_id)
    form = coordinator.get(reverse("partners:add", args=[coordinator.slug])).context["form"]
    assert form["since_on"].value() == coalition.day(at=timezone.now())


def test_reader_outside_of_every_coalition_has_their_own_day(coordinator):
    Person.objects.update(time_zone=EARLIEST)
    request = coordinator.get(reverse("accounts:settings")).wsgi_request
    there = Coalition(time_zone=EARLIEST)
    assert request.today == there.day(at=timezone.now())
