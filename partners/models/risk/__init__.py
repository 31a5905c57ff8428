"""What could harm the coalition by a partner: what was looked into, what happened, what few may read."""

from partners.models.risk.diligence import DiligenceAnswer, DiligenceQuestion
from partners.models.risk.incidents import Incident, IncidentDecision
from partners.models.risk.notes import RiskNote, RiskReader

__all__ = [
    "DiligenceAnswer",
    "DiligenceQuestion",
    "Incident",
    "IncidentDecision",
    "RiskNote",
    "RiskReader",
]
