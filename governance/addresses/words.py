from django.urls import URLPattern, path

from governance.views.words import acronyms, glossary, reading

urlpatterns: list[URLPattern] = [
    path("words/", glossary.browse, name="words"),
    path("words/add/", glossary.add, name="word_add"),
    path("words/fill/", glossary.fill, name="words_fill"),
    path("words/unexplained/", acronyms.browse, name="acronyms"),
    path("words/unexplained/look/", acronyms.look, name="acronyms_look"),
    path("words/unexplained/set-aside/", acronyms.set_aside, name="acronym_set_aside"),
    path("words/unexplained/<int:pk>/offer/", acronyms.offer_again, name="acronym_offer"),
    path("words/reading/", reading.hint, name="reading"),
    path("words/<int:pk>/", glossary.show, name="word"),
    path("words/<int:pk>/edit/", glossary.edit, name="word_edit"),
    path("words/<int:pk>/retire/", glossary.retire, name="word_retire"),
    path("words/<int:pk>/bring-back/", glossary.bring_back, name="word_bring_back"),
]
