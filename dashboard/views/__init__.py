from dashboard.views import errors, home

__all__ = ["errors", "home"]
