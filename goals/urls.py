from django.urls import path

from goals.views import changes, goals, needs, partner, priorities, roles

app_name = "goals"
urlpatterns = [
    path("", goals.browse, name="list"),
    path("add/", goals.add, name="add"),
    path("<int:pk>/", goals.show, name="goal"),
    path("<int:pk>/edit/", goals.edit, name="edit"),
    path("<int:pk>/end/", goals.end, name="end"),
    path("<int:pk>/take-up/", goals.take_up, name="take_up"),
    path("<int:pk>/history/", changes.browse, name="history"),
    path("<int:pk>/needs/voice/", needs.add_voice, name="need_voice"),
    path("<int:pk>/needs/asset/", needs.add_asset, name="need_asset"),
    path("<int:pk>/needs/<int:need>/", needs.show, name="need"),
    path("<int:pk>/needs/<int:need>/drop/", needs.drop, name="need_drop"),
    path("<int:pk>/priorities/", priorities.show, name="priorities"),
    path("<int:pk>/roles/give/", roles.give, name="role_give"),
    path("roles/<int:pk>/", roles.edit, name="role_edit"),
    path("roles/<int:pk>/end/", roles.end, name="role_end"),
    path("roles/<int:pk>/heard/", roles.heard, name="role_heard"),
    path("roles/<int:pk>/own/", roles.own, name="role_own"),
    path("partners/here-for-none/", partner.unlinked, name="unlinked"),
    path("partners/<int:pk>/", partner.show, name="of_partner"),
    path("partners/<int:pk>/here-for/", partner.here_for, name="here_for"),
    path("partners/<int:pk>/here-for/own/", partner.own_here_for, name="own_here_for"),
    path("changes/<uuid:change>/undo/", changes.undo, name="undo"),
]
