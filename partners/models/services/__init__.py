"""Who runs which service where, for whom, with whose money, and whether it takes people now."""

from partners.models.services.parts import ServiceFunder, ServiceLocation, ServiceTerm
from partners.models.services.services import Capacity, Service

__all__ = ["Capacity", "Service", "ServiceFunder", "ServiceLocation", "ServiceTerm"]
