from django.urls import path

from partners.views import service_register, services, who_does_what

urlpatterns = [
    path("who-does-what/", who_does_what.browse, name="who_does_what"),
    path("services/", service_register.browse, name="services"),
    path("services/export/", service_register.download, name="services_export"),
    path("services/overlap/", service_register.overlap, name="services_overlap"),
    path("services/missing/", service_register.missing, name="services_missing"),
    path("<int:pk>/services/", services.browse, name="services_of"),
    path("<int:pk>/services/add/", services.add, name="service_add"),
    path("<int:pk>/services/<int:service>/edit/", services.edit, name="service_edit"),
    path("<int:pk>/services/<int:service>/capacity/", services.capacity, name="service_capacity"),
    path("<int:pk>/services/<int:service>/end/", services.end, name="service_end"),
    path("<int:pk>/services/<int:service>/resume/", services.resume, name="service_resume"),
    path("<int:pk>/services/undo/<uuid:change>/", services.undo, name="service_undo"),
]
