from accounts.models.coalitions import Coalition, CoalitionOwned
from accounts.models.memberships import Invitation, Membership
from accounts.models.people import Person

__all__ = ["Coalition", "CoalitionOwned", "Invitation", "Membership", "Person"]
