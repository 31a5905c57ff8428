"""The charter, its signatures, and the ground rules."""

from django.urls import URLPattern, path

from governance.views.charter import drafting, ground_rules, public, signing, versions

urlpatterns: list[URLPattern] = [
    path("charter/", versions.show, name="charter"),
    path("charter/versions/<int:number>/", versions.version, name="charter_version"),
    path("charter/versions/<int:number>/changes/", versions.changes, name="charter_changes"),
    path("charter/begin/", drafting.begin, name="charter_begin"),
    path("charter/later/", drafting.defer, name="charter_defer"),
    path("charter/draft/", drafting.draft, name="charter_draft"),
    path("charter/draft/adopt/", drafting.adopt, name="charter_adopt"),
    path("charter/draft/drop/", drafting.drop, name="charter_drop"),
    path("charter/read-again/", drafting.read_again, name="charter_review"),
    path("charter/signatures/", signing.browse, name="charter_signatures"),
    path("charter/signatures/ask/", signing.ask, name="charter_ask"),
    path("partners/<int:pk>/charter/", signing.sign, name="charter_sign"),
    path("partners/<int:pk>/charter/note/", signing.note, name="charter_note"),
    path("ground-rules/", ground_rules.show, name="ground_rules"),
    path("ground-rules/read/", ground_rules.acknowledge, name="ground_rules_read"),
    path("ground-rules/fill/", ground_rules.fill, name="ground_rules_fill"),
    path("ground-rules/add/", ground_rules.add, name="ground_rule_add"),
    path("ground-rules/<int:pk>/", ground_rules.edit, name="ground_rule"),
    path("ground-rules/<int:pk>/move/", ground_rules.move, name="ground_rule_move"),
    path("ground-rules/<int:pk>/retire/", ground_rules.retire, name="ground_rule_retire"),
]
# Outside every coalition's own part: who has the link in a letter need not sign in.
public_urlpatterns: list[URLPattern] = [
    path("links/charter/<str:token>/", public.answer, name="charter_link"),
]
