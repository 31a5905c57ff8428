"""The views of the partner list that the sample's coordinators share."""

from django.http import QueryDict

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import read_coalition
from partners.models import SavedView, Term
from partners.reports.listing.saved_views import kept, parameters_of


def write_views(
    coalition: Coalition, people: dict[str, Person], days: Days, chronicle: Chronicle
) -> None:
    terms = list(Term.objects.of_coalition(coalition.pk))
    for position, card in enumerate(read_coalition().views, start=1):
        at, by = days.moment(card.weeks, of=card.name), people[card.by]
        with chronicle.change("saved_view.added", at=at, by=by):
            SavedView.objects.create(
                coalition=coalition,
                owner=by,
                name=card.name,
                description=card.description,
                is_shared=True,
                query=kept(parameters_of(QueryDict(card.query)), terms),
                position=position,
                created_at=at,
            )
