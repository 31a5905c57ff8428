from accounts.views import coalitions

__all__ = ["coalitions"]
