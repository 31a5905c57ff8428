from governance.models.acronyms import FoundAcronym, NotAnAcronym
from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.functions import Function
from governance.models.seats import LEADING, Rank, Seat
from governance.models.words import Word

__all__ = [
    "LEADING",
    "Body",
    "FoundAcronym",
    "Function",
    "NotAnAcronym",
    "Publication",
    "Rank",
    "RoleAssignment",
    "Seat",
    "Word",
]
