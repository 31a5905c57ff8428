from partners.views import contacts, editing, imports, organisations, representation, terms

__all__ = ["contacts", "editing", "imports", "organisations", "representation", "terms"]
