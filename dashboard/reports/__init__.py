from dashboard.reports.today import Today, own_organisations, today

__all__ = ["Today", "own_organisations", "today"]
