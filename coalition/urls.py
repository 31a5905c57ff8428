"""Every address of the product, by app. A coalition's slug is the first part of everything it owns."""

from django.urls import include, path

from accounts.urls import sign_in_patterns
from coalition.health import healthz
from coalition.sample.views import own_partners, remove
from governance.addresses.bodies import public_urlpatterns as public_bodies
from governance.addresses.charter import public_urlpatterns as public_charter
from governance.addresses.joining import public_urlpatterns as public_joining
from governance.addresses.seats import public_urlpatterns as role_letters
from partners.addresses.calls import public_urlpatterns as public_calls

handler500 = "coalition.failures.failed"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include(sign_in_patterns)),
    path("", include("accounts.urls")),
    path("", include("dashboard.urls")),
    path("", include(public_calls)),
    path("", include(role_letters)),
    path("", include(public_bodies)),
    path("", include(public_charter)),
    path("", include(public_joining)),
    path("<slug:coalition>/sample/remove/", remove, name="sample_remove"),
    path("<slug:coalition>/sample/own-partners/", own_partners, name="sample_own_partners"),
    path("<slug:coalition>/partners/", include("partners.urls")),
    path("<slug:coalition>/goals/", include("goals.urls")),
    path("<slug:coalition>/governance/", include("governance.urls")),
    path("<slug:coalition>/contributions/", include("contributions.urls")),
]
