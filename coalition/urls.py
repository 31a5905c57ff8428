"""Every address of the product, by app. A coalition's slug is the first part of everything it owns."""

from django.urls import include, path

from coalition.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("allauth.account.urls")),
    path("", include("accounts.urls")),
    path("", include("dashboard.urls")),
    path("<slug:coalition>/partners/", include("partners.urls")),
]
