from partners.views import (
    contacts,
    editing,
    export,
    imports,
    organisations,
    representation,
    terms,
)

__all__ = [
    "contacts",
    "editing",
    "export",
    "imports",
    "organisations",
    "representation",
    "terms",
]
