from django.urls import URLPattern, path

from partners.imports.rows.doors import SERVICES, TALKS, TIES, Door
from partners.views import row_imports


def _pages(base: str, door: Door) -> list[URLPattern]:
    one, told = f"{base}/import/<int:pk>/", {"door": door}
    return [
        path(f"{base}/import/", row_imports.upload, told, name=f"{door.name}_start"),
        path(one, row_imports.show, told, name=door.name),
        path(f"{one}columns/", row_imports.columns, told, name=f"{door.name}_columns"),
        path(f"{one}apply/", row_imports.apply, told, name=f"{door.name}_apply"),
        path(f"{one}undo/", row_imports.undo, told, name=f"{door.name}_undo"),
    ]


urlpatterns = [
    *_pages("ties", TIES),
    *_pages("services", SERVICES),
    *_pages("talks", TALKS),
]
