from dashboard.reports.about_governance import about_governance
from dashboard.reports.today import Today, own_organisations, today

__all__ = ["Today", "about_governance", "own_organisations", "today"]
