from governance.models.acronyms import FoundAcronym, NotAnAcronym
from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.communication import Channel, RegularMessage, SentMessage
from governance.models.functions import Function
from governance.models.seats import LEADING, Rank, Seat
from governance.models.urgent import CallRow, UrgentCall, UrgentMessage, UrgentProtocol
from governance.models.words import Word

__all__ = [
    "LEADING",
    "Body",
    "CallRow",
    "Channel",
    "FoundAcronym",
    "Function",
    "NotAnAcronym",
    "Publication",
    "Rank",
    "RegularMessage",
    "RoleAssignment",
    "Seat",
    "SentMessage",
    "UrgentCall",
    "UrgentMessage",
    "UrgentProtocol",
    "Word",
]
