from django.urls import path

from contributions.views import contributions, ledger, listing, overview, support

app_name = "contributions"
urlpatterns = [
    path("", overview.browse, name="overview"),
    path("export/", overview.download, name="export"),
    path("all/", listing.browse, name="list"),
    path("all/export/", listing.download, name="list_export"),
    path("undo/<uuid:change>/", ledger.undo, name="undo"),
    path("partners/<int:pk>/", ledger.show, name="ledger"),
    path("partners/<int:pk>/add/", contributions.add, name="add"),
    path("partners/<int:pk>/support/ask/", support.ask, name="support_ask"),
    path("<int:pk>/edit/", contributions.edit, name="edit"),
    path("<int:pk>/given/", contributions.deliver, name="deliver"),
    path("<int:pk>/withdraw/", contributions.withdraw, name="withdraw"),
    path("<int:pk>/worth/", contributions.worth, name="worth"),
    path("<int:pk>/reopen/", contributions.reopen, name="reopen"),
    path("support/", support.browse, name="support"),
    path("support/<int:pk>/edit/", support.edit, name="support_edit"),
    path("support/<int:pk>/agree/", support.agree, name="support_agree"),
    path("support/<int:pk>/decline/", support.decline, name="support_decline"),
    path("support/<int:pk>/provided/", support.provide, name="support_provide"),
    path("support/<int:pk>/note/", support.note, name="support_note"),
    path("support/<int:pk>/withdraw/", support.withdraw, name="support_withdraw"),
    path("support/<int:pk>/reopen/", support.reopen, name="support_reopen"),
]
