"""Everything about people and coalitions. Of allauth's addresses, only those that we offer exist."""

from allauth.account import views as allauth
from django.urls import path, re_path

from accounts import views
from accounts.permissions import public, signed_in

# Their names are allauth's own, so they stand outside our namespace, under /accounts/.
sign_in_patterns = [
    path("login/", public(allauth.login), name="account_login"),
    path("login/code/", views.sign_in.request_code, name="account_request_login_code"),
    path(
        "login/code/confirm/",
        public(allauth.confirm_login_code),
        name="account_confirm_login_code",
    ),
    path("logout/", public(allauth.logout), name="account_logout"),
    path("inactive/", public(allauth.account_inactive), name="account_inactive"),
    path("signup/", views.sign_in.first_person, name="account_signup"),
    path("password/change/", signed_in(allauth.password_change), name="account_change_password"),
    path("password/set/", signed_in(allauth.password_set), name="account_set_password"),
    path("password/reset/", views.sign_in.reset_password, name="account_reset_password"),
    path(
        "password/reset/done/",
        public(allauth.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "password/reset/key/done/",
        public(allauth.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(allauth.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]

app_name = "accounts"
urlpatterns = [
    path("", views.coalitions.choose, name="coalitions"),
    path("coalitions/new/", views.coalitions.found, name="found"),
    path("coalitions/new/address/", views.coalitions.suggest_address, name="suggest_address"),
    path("me/", views.me.settings, name="settings"),
    path("theme/", views.me.theme, name="theme"),
    path("language/", views.me.language, name="language"),
    path("invitations/<str:token>/", views.answers.answer, name="invitation"),
    path("<slug:coalition>/editing/", views.presence.editing, name="editing"),
    path("<slug:coalition>/settings/", views.coalitions.edit, name="coalition_settings"),
    path("<slug:coalition>/settings/members/", views.members.browse, name="members"),
    path("<slug:coalition>/settings/members/past/", views.members.past, name="past_members"),
    path(
        "<slug:coalition>/settings/members/<int:pk>/role/",
        views.members.change_role,
        name="change_role",
    ),
    path(
        "<slug:coalition>/settings/members/<int:pk>/end/",
        views.members.end,
        name="end_membership",
    ),
    path(
        "<slug:coalition>/settings/members/<int:pk>/reinstate/",
        views.members.reinstate,
        name="reinstate",
    ),
    path("<slug:coalition>/settings/invitations/", views.invitations.browse, name="invitations"),
    path("<slug:coalition>/settings/invitations/new/", views.invitations.invite, name="invite"),
    path(
        "<slug:coalition>/settings/invitations/<int:pk>/resend/",
        views.invitations.resend,
        name="resend_invitation",
    ),
    path(
        "<slug:coalition>/settings/invitations/<int:pk>/withdraw/",
        views.invitations.withdraw,
        name="withdraw_invitation",
    ),
    path(
        "<slug:coalition>/settings/invitations/<int:pk>/link/",
        views.invitations.link,
        name="invitation_link",
    ),
    path("<slug:coalition>/settings/mail/", views.mail.browse, name="mail"),
    path("<slug:coalition>/settings/mail/<int:pk>/", views.mail.read, name="letter"),
]
