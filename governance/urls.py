from django.urls import path

from governance.addresses import (
    bodies,
    charter,
    communication,
    joining,
    power,
    seats,
    succession,
    words,
)
from governance.views import changes, home

app_name = "governance"
urlpatterns = [
    path("", home.show, name="home"),
    path("changes/", changes.browse, name="changes"),
    path("changes/<uuid:change>/undo/", changes.undo, name="undo"),
    *charter.urlpatterns,
    *bodies.urlpatterns,
    *seats.urlpatterns,
    *power.urlpatterns,
    *succession.urlpatterns,
    *words.urlpatterns,
    *communication.urlpatterns,
    *joining.urlpatterns,
]
