from partners.views import imports, organisations

__all__ = ["imports", "organisations"]
