from django.urls import URLPattern, path

from partners.imports.rows.doors import SERVICES, TALKS, TIES, Door
from partners.views.imports import rows


def _pages(base: str, door: Door) -> list[URLPattern]:
    one, told = f"{base}/import/<int:pk>/", {"door": door}
    return [
        path(f"{base}/import/", rows.upload, told, name=f"{door.name}_start"),
        path(one, rows.show, told, name=door.name),
        path(f"{one}columns/", rows.columns, told, name=f"{door.name}_columns"),
        path(f"{one}apply/", rows.apply, told, name=f"{door.name}_apply"),
        path(f"{one}undo/", rows.undo, told, name=f"{door.name}_undo"),
    ]


urlpatterns = [
    *_pages("ties", TIES),
    *_pages("services", SERVICES),
    *_pages("talks", TALKS),
]
