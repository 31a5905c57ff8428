from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.functions import Function
from governance.models.seats import LEADING, Rank, Seat

__all__ = [
    "LEADING",
    "Body",
    "Function",
    "Publication",
    "Rank",
    "RoleAssignment",
    "Seat",
]
