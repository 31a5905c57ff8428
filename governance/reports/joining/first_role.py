"""The role from which a newcomer's first role is read."""

from datetime import date

from django.db.models import Q

from governance.models import Onboarding, RoleAssignment


def first_role_of(onboarding: Onboarding, *, on: date) -> RoleAssignment | None:
    """The earliest seat or function, begun by `on`, whose term was not over before they joined.

    Of an organisation all of its roles count, of a person those held under their e-mail address.
    """
    rows = RoleAssignment.objects.of_coalition(onboarding.coalition_id).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=onboarding.joined_on), starts_on__lte=on
    )
    if onboarding.membership:
        rows = rows.filter(contact__email__iexact=onboarding.membership.person.email)
    else:
        rows = rows.filter(organisation=onboarding.organisation_id)
    found = rows.select_related("seat__body", "function", "organisation", "contact")
    return found.order_by("starts_on", "pk").first()
