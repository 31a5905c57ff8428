from dashboard.views import components, find, home

__all__ = ["components", "find", "home"]
