from dashboard.views import components, home

__all__ = ["components", "home"]
