from django.urls import path

from dashboard import views

app_name = "dashboard"
urlpatterns = [
    path("<slug:coalition>/", views.home.home, name="home"),
]
