from partners.views import contacts, editing, organisations, representation, terms

__all__ = ["contacts", "editing", "organisations", "representation", "terms"]
