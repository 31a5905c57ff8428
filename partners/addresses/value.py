from django.urls import path

from partners import views

urlpatterns = [
    path("value/", views.value_overview.browse, name="value_overview"),
    path("value/export/", views.value_overview.download, name="value_export"),
    path("value/wordings/", views.wordings.browse, name="wordings"),
    path("value/wordings/add/", views.wordings.add, name="wording_add"),
    path("value/wordings/fill/", views.wordings.fill, name="wordings_fill"),
    path("value/wordings/<int:pk>/", views.wordings.edit, name="wording"),
    path("value/wordings/<int:pk>/move/", views.wordings.move, name="wording_move"),
    path("value/wordings/<int:pk>/retire/", views.wordings.retire, name="wording_retire"),
    path("value/wordings/<int:pk>/restore/", views.wordings.restore, name="wording_restore"),
    path("<int:pk>/value/", views.value.show, name="value"),
    path("<int:pk>/value/review/", views.value.review, name="value_review"),
    path("<int:pk>/value/statement/", views.value.state, name="value_statement"),
    path("<int:pk>/value/own-words/", views.value.own_words, name="value_own_words"),
    path("<int:pk>/value/hopes/", views.value.hopes, name="value_hopes"),
    path("<int:pk>/value/hopes/told/", views.value.told_hopes, name="value_hopes_told"),
    path("<int:pk>/value/add/", views.benefits.add, name="benefit_add"),
    path("<int:pk>/value/<int:benefit>/edit/", views.benefits.edit, name="benefit_edit"),
    path("<int:pk>/value/<int:benefit>/deliver/", views.benefits.deliver, name="benefit_deliver"),
    path(
        "<int:pk>/value/<int:benefit>/withdraw/", views.benefits.withdraw, name="benefit_withdraw"
    ),
    path("<int:pk>/value/<int:benefit>/open/", views.benefits.set_open, name="benefit_open"),
    path("<int:pk>/value/<int:benefit>/heard/", views.benefits.heard, name="benefit_heard"),
    path("<int:pk>/value/<int:benefit>/answer/", views.benefits.answer, name="benefit_answer"),
    path("<int:pk>/letters/add/", views.letters.add, name="letter_add"),
    path("<int:pk>/letters/<int:letter>/", views.letters.show, name="letter"),
    path("<int:pk>/letters/<int:letter>/edit/", views.letters.edit, name="letter_edit"),
    path("<int:pk>/letters/<int:letter>/pdf/", views.letters.pdf, name="letter_pdf"),
    path("<int:pk>/letters/<int:letter>/send/", views.letters.send, name="letter_send"),
    path("<int:pk>/letters/<int:letter>/printed/", views.letters.printed, name="letter_printed"),
    path("<int:pk>/letters/<int:letter>/discard/", views.letters.discard, name="letter_discard"),
    path(
        "<int:pk>/letters/<int:letter>/bring-back/",
        views.letters.restore,
        name="letter_bring_back",
    ),
]
