"""Members among the people of partners: known by the same e-mail address, whatever its capitals."""

from django.db.models import F, Q, Subquery, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact


def has_address(path: str, address: str | Subquery) -> Q:
    """Whether the contact at `path`, such as "mentor", has it. An empty address is nobody's."""
    asked = Value(address) if isinstance(address, str) else address
    return Q(Exact(Lower(F(f"{path}__email")), Lower(asked)))
