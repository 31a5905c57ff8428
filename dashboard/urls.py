from django.urls import path

from dashboard import views

app_name = "dashboard"
urlpatterns = [
    path("theme/", views.reading.theme, name="theme"),
    path("language/", views.reading.language, name="language"),
    path("components/", views.reading.components, name="components"),
    path("<slug:coalition>/", views.home.home, name="home"),
    path("<slug:coalition>/search/", views.home.search, name="search"),
]
