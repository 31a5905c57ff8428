"""Tables of an app that does not exist yet: they point at organisations, and nobody below knows them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from accounts.models import CoalitionOwned
from partners.models import Organisation


class Pledge(CoalitionOwned):
    """Two of the same sum are two pledges: nothing makes them one."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=12, decimal_places=6)
    told_at = models.DateTimeField()


class Attendance(CoalitionOwned):
    """An organisation comes to a meeting once."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    meeting = models.IntegerField()
    guests = models.IntegerField(db_default=2)

    class Meta:
        unique_together = [("organisation", "meeting")]


class Remark(models.Model):
    """Hangs on an attendance, not on an organisation."""

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class Tie(CoalitionOwned):
    """Of two different organisations."""

    source = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="tie_is_of_two", condition=~Q(source=F("target")))
        ]


class Seat(CoalitionOwned):
    """One organisation holds one seat at a time."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    term = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="seats_do_not_overlap",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("term", RangeOperators.OVERLAPS),
                ],
            )
        ]


class Charter(CoalitionOwned):
    """At most one an organisation."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT)
    words = models.JSONField()


class Topic(CoalitionOwned):
    """Many organisations care for many topics, in a table that nobody has written down."""

    organisations = models.ManyToManyField(Organisation)
