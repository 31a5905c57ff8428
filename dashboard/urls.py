from django.urls import path

from dashboard import views

app_name = "dashboard"
urlpatterns = [
    path("components/", views.components.components, name="components"),
    path("<slug:coalition>/", views.home.home, name="home"),
    path("<slug:coalition>/search/", views.find.search, name="search"),
]
