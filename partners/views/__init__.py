from partners.views import organisations

__all__ = ["organisations"]
