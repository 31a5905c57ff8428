from django.urls import path, re_path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.organisations.browse, name="list"),
    path("<int:pk>/", views.organisations.detail, name="detail"),
    path("import/", views.imports.upload, name="imports"),
    path("import/<int:pk>/", views.imports.show, name="import"),
    path("import/<int:pk>/columns/", views.imports.columns_of, name="import_columns"),
    path("import/<int:pk>/progress/", views.imports.progress, name="import_progress"),
    path("import/<int:pk>/rows/<str:outcome>/", views.imports.rows, name="import_rows"),
    path("import/<int:pk>/decide/", views.imports.decide, name="import_decide"),
    path("import/<int:pk>/undo/", views.imports.undo, name="import_undo"),
    re_path(
        r"^import/(?P<pk>[0-9]+)/rejected\.(?P<form>csv|xlsx)$",
        views.imports.rejected,
        name="import_rejected",
    ),
]
