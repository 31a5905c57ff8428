"""Whom a suggestion may mean that is on the list already, judged as likely duplicates are."""

from dataclasses import dataclass

from django.db.models import CharField, F, FloatField, Func, Q, Value
from django.db.models.expressions import Combinable

from partners.duplicates.gathering import Faces
from partners.likeness.faces import Face, face, host_of
from partners.likeness.judging import compare
from partners.models import Alias, Nomination, Organisation

SHOWN = 5
LOOKED_AT = 40  # of those whose names are nearest
# pg_trgm similarity beneath which two names are not compared any further, from 0 to 1.
FAR = 0.25
# “cedar lane women's center” → “clwc”
FIRST_LETTERS = Func(
    F("sort_name"),
    Value(r"(\w)[\w'’]*\W*"),
    Value(r"\1"),
    Value("g"),
    function="regexp_replace",
    output_field=CharField(),
)


@dataclass(frozen=True)
class Alike:
    organisation: Organisation
    score: float


def alike(nomination: Nomination) -> list[Alike]:
    """Whom a suggestion may mean."""
    return alike_named(nomination.coalition_id, name=nomination.name, website=nomination.website)


def alike_named(coalition: int, *, name: str, website: str = "") -> list[Alike]:
    """At most five, the likeliest first, retired ones too: three queries.

    By name, other names and initials, as likely duplicates are judged; and whoever has the same website,
    for a person may look at that. The score is from 0 to 1.
    """
    theirs = face(names=[name], websites=[website])
    found = {one.pk: one for one in _candidates(coalition, name, website, theirs)}
    faces = Faces(coalition, frozenset())
    faces.fetch(set(found))
    judged = [(compare(theirs, faces[pk]), pk) for pk in found]
    likely = [
        Alike(found[pk], likeness.score)
        for likeness, pk in judged
        if likeness.is_likely or theirs.hosts & faces[pk].hosts
    ]
    return sorted(likely, key=lambda each: (-each.score, each.organisation.sort_name))[:SHOWN]


def _candidates(coalition: int, name: str, website: str, theirs: Face) -> list[Organisation]:
    """Those of nearly the name, of its initials or with it as theirs, or of the same website."""
    plain = Func(Value(name), function="plain_text")
    names = Alias.objects.filter(coalition=coalition)
    others = names.annotate(near=nearness(Func("name", function="plain_text"), plain))
    rows = Organisation.objects.of_coalition(coalition).annotate(
        near=nearness(F("sort_name"), plain), first_letters=FIRST_LETTERS
    )
    wanted = (
        Q(near__gte=FAR)
        | Q(pk__in=others.filter(near__gte=FAR).values("organisation"))
        | Q(sort_name__in=theirs.main.initials)
        | Q(first_letters=plain)
    )
    if theirs.hosts:
        wanted |= Q(website__icontains=host_of(website))
    return list(rows.filter(wanted).order_by("-near", "sort_name", "pk")[:LOOKED_AT])


def nearness(name: Combinable, other: Func) -> Func:
    """pg_trgm: 0 where nothing is shared, 1 where all is."""
    return Func(name, other, function="similarity", output_field=FloatField())
