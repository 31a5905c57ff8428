from dashboard.views import home, reading

__all__ = ["home", "reading"]
