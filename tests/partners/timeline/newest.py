"""What history tells first."""

from partners.models import Organisation
from partners.reports.history.timeline import timeline


def newest(organisation: Organisation, *, may_see_contacts: bool = True):
    return timeline(organisation, may_see_contacts=may_see_contacts).entries[0]


def update(organisation: Organisation, **values) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(**values)
