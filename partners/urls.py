from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.organisations.browse, name="list"),
    path("add/", views.editing.add, name="add"),
    path("export/", views.export.download, name="export"),
    path("lists/", views.terms.browse, name="lists"),
    path("lists/add/", views.terms.add, name="term_add"),
    path("lists/fill/", views.terms.fill, name="terms_fill"),
    path("lists/<int:pk>/rename/", views.terms.rename, name="term_rename"),
    path("lists/<int:pk>/move/", views.terms.move, name="term_move"),
    path("lists/<int:pk>/retire/", views.terms.retire, name="term_retire"),
    path("lists/<int:pk>/reinstate/", views.terms.reinstate, name="term_reinstate"),
    path("fields/", views.own_fields.browse, name="own_fields"),
    path("fields/add/", views.own_fields.add, name="own_field_add"),
    path("fields/<int:pk>/", views.own_fields.edit, name="own_field"),
    path("fields/<int:pk>/move/", views.own_fields.move, name="own_field_move"),
    path("fields/<int:pk>/retire/", views.own_fields.retire, name="own_field_retire"),
    path("fields/<int:pk>/restore/", views.own_fields.restore, name="own_field_restore"),
    path("fields/<int:pk>/values/", views.own_fields.values, name="own_field_values"),
    path("<int:pk>/", views.organisations.detail, name="detail"),
    path("<int:pk>/history/", views.history.history, name="history"),
    path("<int:pk>/history/<uuid:change>/", views.history.version, name="version"),
    path("<int:pk>/history/<uuid:change>/put-back/", views.history.put_back, name="put_back"),
    path("<int:pk>/undo/<uuid:change>/", views.history.undo, name="undo"),
    path("<int:pk>/edit/", views.editing.edit, name="edit"),
    path("<int:pk>/profile/", views.editing.profile, name="profile"),
    path("<int:pk>/retire/", views.editing.retire, name="retire"),
    path("<int:pk>/reinstate/", views.editing.reinstate, name="reinstate"),
    path("<int:pk>/people/add/", views.contacts.add, name="contact_add"),
    path("<int:pk>/people/<int:contact>/edit/", views.contacts.edit, name="contact_edit"),
    path("<int:pk>/people/<int:contact>/left/", views.contacts.left, name="contact_left"),
    path("<int:pk>/people/<int:contact>/erase/", views.contacts.erase, name="contact_erase"),
    path(
        "<int:pk>/people/<int:contact>/returned/", views.contacts.returned, name="contact_returned"
    ),
    path("<int:pk>/invite/", views.representation.invite, name="invite"),
    path(
        "<int:pk>/representation/<int:representation>/end/",
        views.representation.end,
        name="representation_end",
    ),
    path("import/", views.imports.upload, name="import_start"),
    path("import/<int:pk>/", views.imports.show, name="import"),
    path("import/<int:pk>/columns/", views.imports.columns_of, name="import_columns"),
    path("import/<int:pk>/progress/", views.imports.progress, name="import_progress"),
    path("import/<int:pk>/rows/<str:outcome>/", views.imports.rows, name="import_rows"),
    path("import/<int:pk>/decide/", views.imports.decide, name="import_decide"),
    path("import/<int:pk>/undo/", views.imports.undo, name="import_undo"),
    path("import/<int:pk>/rejected/<str:form>/", views.imports.rejected, name="import_rejected"),
]
