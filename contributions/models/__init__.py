from contributions.models.contributions import Contribution
from contributions.models.populations import ContributionPopulation
from contributions.models.support import SupportRequest

__all__ = ["Contribution", "ContributionPopulation", "SupportRequest"]
