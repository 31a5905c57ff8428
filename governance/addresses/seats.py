"""Seats and who holds them; and the door that a link in a letter opens."""

from django.urls import URLPattern, path

from governance.views.seats import board, links, places, roles, terms

urlpatterns: list[URLPattern] = [
    path("seats/", board.browse, name="seats"),
    path("seats/picture/", board.picture, name="seats_picture"),
    path("seats/table/", board.table, name="seats_table"),
    path("seats/mine/", roles.mine, name="my_seats"),
    path("seats/<int:pk>/", places.show, name="seat"),
    path("seats/<int:pk>/edit/", places.edit, name="seat_edit"),
    path("seats/<int:pk>/move/", places.move, name="seat_move"),
    path("seats/<int:pk>/close/", places.close, name="seat_close"),
    path("seats/<int:pk>/reopen/", places.reopen, name="seat_reopen"),
    path("seats/<int:pk>/hold/", terms.hold, name="seat_hold"),
    path("bodies/<int:pk>/seats/", places.of_body, name="body_seats"),
    path("bodies/<int:pk>/seats/add/", places.add, name="seats_add"),
    path("roles/<int:pk>/", roles.show, name="role"),
    path("roles/<int:pk>/edit/", terms.edit, name="role_edit"),
    path("roles/<int:pk>/hand-over/", terms.hand_over, name="role_hand_over"),
    path("roles/<int:pk>/end/", terms.end, name="role_end"),
    path("roles/<int:pk>/call-off/", terms.call_off, name="role_call_off"),
    path("roles/<int:pk>/ask/", roles.ask, name="role_ask"),
    path("roles/<int:pk>/accept/", roles.accept, name="role_accept"),
    path("roles/<int:pk>/accepted/", roles.record, name="role_accepted"),
    path("roles/<int:pk>/confirm/", roles.confirm, name="role_confirm"),
    path("roles/<int:pk>/change/", roles.ask_for_change, name="role_change"),
    path("roles/<int:pk>/change/<int:change>/", roles.settle, name="role_settle"),
    path("partners/<int:pk>/seats/", roles.of_partner, name="seats_of"),
]

# `links` is no coalition.
public_urlpatterns: list[URLPattern] = [
    path("links/role/<str:token>/", links.show, name="role_letter"),
    path("links/role/<str:token>/yes/", links.say_yes, name="role_letter_yes"),
    path("links/role/<str:token>/change/", links.ask_for_change, name="role_letter_change"),
]
