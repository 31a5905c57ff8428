"""Where things are: accounts, keys, papers, and who can get at them. Never what opens them."""

import re

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds

# “password: hunter2”, “PIN = 4711”, “clave es abc1”. A word for a secret, a sign or “is”, and what follows
# it: “the password is in the safe” tells where, so “in”, “at”, “with” and the like may follow.
_WORDS = (
    r"pass\s?words?|passwords?|passcodes?|passphrases?|pins?|pin codes?|pwd|pw|codes?|secrets?|api keys?|"
    r"tokens?|contraseñas?|claves?|códigos?"
)
_SAYS_WHERE = (
    r"in|at|on|with|kept|known|held|stored|under|behind|the|not|sealed|changed|"
    r"en|con|guardad[ao]|la|el|no|donde|bajo"
)
SECRET = re.compile(
    rf"(?<!\w)(?:{_WORDS})\s*(?:[:=]\s*(?!(?:{_SAYS_WHERE})\b)\S|(?:is|es)\s+(?!(?:{_SAYS_WHERE})\b)\S)",
    re.IGNORECASE,
)


def looks_like_a_secret(text: str) -> bool:
    """Whether somebody has written down what opens a thing: “password: hunter2”."""
    return SECRET.search(text) is not None


class PlaceQuerySet(models.QuerySet["Place"]):
    def of_coalition(self, coalition: int) -> "PlaceQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "PlaceQuerySet":
        return self.filter(retired_on__isnull=True)

    def gone(self) -> "PlaceQuerySet":
        return self.filter(retired_on__isnull=False)


@holds(free=["what", "where", "access"], plain=["retired_on"])
@tracked()
class Place(CoalitionOwned):
    """A thing that whoever comes next must find: what it is, where, and who has access."""

    what = models.CharField(
        _("what"), max_length=120, help_text=_("The website, the bank account, the banner.")
    )
    where = models.CharField(
        _("where"), max_length=300, help_text=_("With which provider, in which cupboard.")
    )
    access = models.CharField(
        _("who has access"),
        max_length=300,
        help_text=_("Names, not passwords. Keep those in a password safe, and say here which one."),
    )
    retired_on = models.DateField(_("gone since"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    TOLD_AS = "what"

    class Meta:
        ordering = ["what", "pk"]
        indexes = [models.Index(fields=["coalition", "what"], name="place_by_name")]
        constraints = [
            models.CheckConstraint(
                name="place_says_what_and_where_and_who",
                condition=~Q(what="") & ~Q(where="") & ~Q(access=""),
            ),
        ]

    def __str__(self) -> str:
        return self.what
