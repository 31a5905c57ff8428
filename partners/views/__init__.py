from partners.views import (
    contacts,
    duplicates,
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
    "duplicates",
    "editing",
    "export",
    "history",
    "imports",
    "organisations",
    "own_fields",
    "representation",
    "terms",
]
