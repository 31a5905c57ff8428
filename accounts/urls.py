"""Everything about people and coalitions. Of allauth's addresses, only those that we offer exist."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from django.views.decorators.cache import never_cache

from accounts import views
from accounts.permissions import public, signed_in

# Their names are allauth's own, so they stand outside our namespace, under /accounts/.
sign_in_patterns = [
    path("login/", views.sign_in.sign_in, name="account_login"),
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
    path("login/second/", public(mfa.authenticate), name="mfa_authenticate"),
    path("login/passkey/", public(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("security/", views.security.overview, name="mfa_index"),
    path("security/confirm/", signed_in(allauth.reauthenticate), name="account_reauthenticate"),
    path("security/confirm/code/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "security/confirm/passkey/",
        signed_in(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("security/app/", views.factors.add_app, name="mfa_activate_totp"),
    path("security/app/remove/", views.factors.remove_app, name="mfa_deactivate_totp"),
    path(
        "security/codes/",
        signed_in(never_cache(recovery_codes.view_recovery_codes)),
        name="mfa_view_recovery_codes",
    ),
    path(
        "security/codes/download/",
        signed_in(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path(
        "security/codes/new/",
        signed_in(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("security/passkeys/", views.security.passkeys, name="mfa_list_webauthn"),
    path("security/passkeys/add/", signed_in(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/name/",
        views.factors.rename_passkey,
        name="mfa_edit_webauthn",
    ),
    path(
        "security/passkeys/<int:pk>/remove/",
        views.factors.remove_passkey,
        name="mfa_remove_webauthn",
    ),
]

app_name = "accounts"
urlpatterns = [
    path("", views.coalitions.choose, name="coalitions"),
    path("coalitions/new/", views.coalitions.found, name="found"),
    path("coalitions/new/address/", views.coalitions.suggest_address, name="suggest_address"),
    path("me/", views.me.settings, name="settings"),
    path("me/data/", views.personal.my_data, name="my_data"),
    path("me/data/download/", views.personal.download, name="my_data_download"),
    path("me/erase/", views.personal.erase, name="erase_me"),
    path("me/erasing/<str:token>/", views.personal.erasing, name="erasing"),
    path("me/second-factor/<slug:slug>/", views.security.needed, name="second_factor_needed"),
    path("me/sign-ins/end/", views.security.end_other_sign_ins, name="end_other_sign_ins"),
    path("me/sign-ins/<str:mark>/end/", views.security.end_sign_in, name="end_sign_in"),
    path("theme/", views.me.theme, name="theme"),
    path("language/", views.me.language, name="language"),
    path("invitations/<str:token>/", views.answers.answer, name="invitation"),
    path("<slug:coalition>/editing/", views.presence.editing, name="editing"),
    path("<slug:coalition>/settings/", views.coalitions.edit, name="coalition_settings"),
    path(
        "<slug:coalition>/settings/second-factor/",
        views.coalitions.second_factor,
        name="coalition_second_factor",
    ),
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
