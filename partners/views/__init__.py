from partners.views import contacts, editing, history, imports, organisations, representation, terms

__all__ = ["contacts", "editing", "history", "imports", "organisations", "representation", "terms"]
