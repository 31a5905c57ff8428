from partners.views import (
    contacts,
    editing,
    export,
    history,
    imports,
    organisations,
    own_fields,
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
    "own_fields",
    "representation",
    "terms",
]
