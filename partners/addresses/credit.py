from django.urls import path

from partners.views import credit

urlpatterns = [
    path("credit/", credit.browse, name="credit"),
    path("credit/add/", credit.add, name="credit_add"),
    path("credit/<int:pk>/", credit.edit, name="credit_edit"),
    path("credit/<int:pk>/retire/", credit.retire, name="credit_retire"),
    path("credit/<int:pk>/restore/", credit.restore, name="credit_restore"),
]
