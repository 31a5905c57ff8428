from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.organisations.browse, name="list"),
    path("<int:pk>/", views.organisations.detail, name="detail"),
]
