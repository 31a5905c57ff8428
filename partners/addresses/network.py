from django.urls import path

from partners.views import network
from partners.views.ties import own, partner, relations

urlpatterns = [
    path("ties/map/", network.show, name="network"),
    path("ties/map/picture/", network.draw, name="network_picture"),
    path("ties/map/over-time/", network.over_time, name="network_trend"),
    path("ties/kinds/", relations.browse, name="relations"),
    path("ties/kinds/add/", relations.add, name="relation_add"),
    path("ties/kinds/<int:pk>/rename/", relations.rename, name="relation_rename"),
    path("ties/kinds/<int:pk>/retire/", relations.retire, name="relation_retire"),
    path("ties/kinds/<int:pk>/reinstate/", relations.restore, name="relation_reinstate"),
    path("<int:pk>/ties/", partner.browse, name="ties"),
    path("<int:pk>/ties/add/", partner.add, name="tie_add"),
    path("<int:pk>/ties/<int:tie>/edit/", partner.edit, name="tie_edit"),
    path("<int:pk>/ties/<int:tie>/end/", partner.end, name="tie_end"),
    path("<int:pk>/ties/<int:tie>/resume/", partner.resume, name="tie_resume"),
    path("<int:pk>/ties/<int:tie>/level/", own.say, name="tie_level"),
    path("<int:pk>/ties/level/undo/<uuid:change>/", own.undo, name="tie_level_undo"),
    path("<int:pk>/ties/undo/<uuid:change>/", partner.undo, name="tie_undo"),
]
