from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.charter import (
    CharterDeferral,
    CharterRequest,
    CharterReview,
    CharterSignature,
    CharterVersion,
    GroundRule,
    GroundRulesRead,
)
from governance.models.functions import Function
from governance.models.seats import LEADING, Rank, Seat

__all__ = [
    "LEADING",
    "Body",
    "CharterDeferral",
    "CharterRequest",
    "CharterReview",
    "CharterSignature",
    "CharterVersion",
    "Function",
    "GroundRule",
    "GroundRulesRead",
    "Publication",
    "Rank",
    "RoleAssignment",
    "Seat",
]
