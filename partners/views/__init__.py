from partners.views import (
    contacts,
    editing,
    export,
    history,
    imports,
    organisations,
    representation,
    terms,
)

__all__ = [
    "contacts",
    "editing",
    "export",
    "history",
    "imports",
    "organisations",
    "representation",
    "terms",
]
