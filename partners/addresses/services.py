from django.urls import path

from partners.views.directory import who_does_what
from partners.views.services import partner, register

urlpatterns = [
    path("who-does-what/", who_does_what.browse, name="who_does_what"),
    path("services/", register.browse, name="services"),
    path("services/export/", register.download, name="services_export"),
    path("services/overlap/", register.overlap, name="services_overlap"),
    path("services/missing/", register.missing, name="services_missing"),
    path("<int:pk>/services/", partner.browse, name="services_of"),
    path("<int:pk>/services/add/", partner.add, name="service_add"),
    path("<int:pk>/services/<int:service>/edit/", partner.edit, name="service_edit"),
    path("<int:pk>/services/<int:service>/capacity/", partner.capacity, name="service_capacity"),
    path("<int:pk>/services/<int:service>/end/", partner.end, name="service_end"),
    path("<int:pk>/services/<int:service>/resume/", partner.resume, name="service_resume"),
    path("<int:pk>/services/undo/<uuid:change>/", partner.undo, name="service_undo"),
]
