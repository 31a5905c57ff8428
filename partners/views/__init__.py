from partners.views import (
    board,
    columns,
    contacts,
    editing,
    export,
    history,
    imports,
    organisations,
    own_fields,
    representation,
    saved_views,
    terms,
)

__all__ = [
    "board",
    "columns",
    "contacts",
    "editing",
    "export",
    "history",
    "imports",
    "organisations",
    "own_fields",
    "representation",
    "saved_views",
    "terms",
]
