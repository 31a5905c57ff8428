"""Who a session belongs to: allauth's way, asked as every page asks it, in one prepared question."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from accounts.models import Person
from common.database.prepared import prepared


class Backend(AuthenticationBackend):
    def get_user(self, user_id: int) -> Person | None:
        person = next(iter(_person.ask(pk=user_id)), None)
        return person if person and self.user_can_authenticate(person) else None


@prepared
def _person(*, pk: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=pk)
