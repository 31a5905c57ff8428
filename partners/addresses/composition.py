"""Who is at the table, who is missing, and what was read of it."""

from django.urls import path

from partners.views.composition import capacities, gaps, matrix, reading

urlpatterns = [
    path("composition/", matrix.show, name="composition"),
    path("composition/areas/", matrix.areas, name="composition_areas"),
    path("composition/cell/", matrix.cell, name="composition_cell"),
    path("composition/active/<int:pk>/", matrix.why, name="composition_why"),
    path("composition/download/", matrix.download, name="composition_file"),
    path("composition/settings/", matrix.settings, name="composition_settings"),
    path("composition/undo/<uuid:change>/", gaps.undo, name="composition_undo"),
    path("composition/needed/", gaps.browse, name="needed"),
    path("composition/needed/add/", gaps.add, name="needed_add"),
    path("composition/needed/fill/", gaps.fill, name="needed_fill"),
    path("composition/needed/<int:pk>/", gaps.edit, name="needed_edit"),
    path("composition/needed/<int:pk>/retire/", gaps.retire, name="needed_retire"),
    path("composition/needed/<int:pk>/restore/", gaps.restore, name="needed_restore"),
    path("composition/gaps/<int:pk>/", gaps.plan, name="gap"),
    path("composition/gaps/<int:pk>/prospect/", gaps.prospect, name="gap_prospect"),
    path("composition/gaps/<int:pk>/ask/<int:organisation>/", gaps.ask, name="gap_ask"),
    path(
        "composition/capacities/<slug:kind>/prospect/",
        capacities.prospect,
        name="capacity_prospect",
    ),
    path("composition/readings/", reading.browse, name="composition_reports"),
    path(
        "composition/readings/<int:year>-<int:half>/",
        reading.show,
        name="composition_report",
    ),
    path(
        "composition/readings/<int:year>-<int:half>/sign/",
        reading.sign,
        name="composition_sign",
    ),
    path(
        "composition/readings/<int:year>-<int:half>/download/",
        reading.download,
        name="composition_report_file",
    ),
]
