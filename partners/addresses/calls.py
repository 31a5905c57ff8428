"""Calls for partners: the members' side, and the doors that stand open to strangers."""

from django.urls import path

from partners.views.calls import calls, deciding, parts, public, reading, said

urlpatterns = [
    path("calls/", calls.browse, name="calls"),
    path("calls/add/", calls.add, name="call_add"),
    path("calls/undo/<uuid:change>/", said.undo, name="call_undo"),
    path("calls/<int:pk>/", calls.show, name="call"),
    path("calls/<int:pk>/edit/", calls.edit, name="call_edit"),
    path("calls/<int:pk>/preview/", calls.preview, name="call_preview"),
    path("calls/<int:pk>/history/", calls.story, name="call_story"),
    path("calls/<int:pk>/publish/", calls.publish, name="call_publish"),
    path("calls/<int:pk>/draft/", calls.take_back, name="call_take_back"),
    path("calls/<int:pk>/close/", calls.close, name="call_close"),
    path("calls/<int:pk>/decided/", calls.finish, name="call_finish"),
    path("calls/<int:pk>/decide-anew/", calls.decide_anew, name="call_decide_anew"),
    path("calls/<int:pk>/criteria/add/", parts.add_criterion, name="criterion_add"),
    path("calls/<int:pk>/criteria/<int:criterion>/", parts.edit_criterion, name="criterion"),
    path(
        "calls/<int:pk>/criteria/<int:criterion>/remove/",
        parts.remove_criterion,
        name="criterion_remove",
    ),
    path("calls/<int:pk>/told/add/", parts.add_outreach, name="outreach_add"),
    path("calls/<int:pk>/told/<int:outreach>/", parts.edit_outreach, name="outreach"),
    path(
        "calls/<int:pk>/told/<int:outreach>/remove/", parts.remove_outreach, name="outreach_remove"
    ),
    path("calls/<int:pk>/reviewers/ask/", parts.ask_reviewer, name="reviewer_ask"),
    path(
        "calls/<int:pk>/reviewers/<int:reviewer>/release/",
        parts.release_reviewer,
        name="reviewer_release",
    ),
    path("calls/<int:pk>/applications/", reading.browse, name="call_applications"),
    path("calls/<int:pk>/applications/<int:application>/", reading.show, name="application"),
    path(
        "calls/<int:pk>/applications/<int:application>/scores/",
        reading.scores,
        name="application_scores",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/conflict/",
        reading.declare,
        name="application_conflict",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/score/",
        reading.score,
        name="application_score",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/decide/",
        deciding.decide,
        name="application_decide",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/letters/<int:letter>/",
        deciding.letter,
        name="decision_letter",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/letters/<int:letter>/send/",
        deciding.send_letter,
        name="decision_letter_send",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/take-in/",
        deciding.take_in,
        name="application_take_in",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/link/<int:organisation>/",
        deciding.link,
        name="application_link",
    ),
    path(
        "calls/<int:pk>/applications/<int:application>/erase/",
        deciding.erase,
        name="application_erase",
    ),
    path("<int:pk>/applications/", reading.of_partner, name="applications_of"),
]
# Outside every coalition's own part; both first words are reserved, so no coalition is called so.
public_urlpatterns = [
    path("welcome/<slug:home>/<slug:slug>/", public.apply, name="call"),
    path("welcome/<slug:home>/<slug:slug>/sent/", public.sent, name="call_sent"),
    path("links/applications/<str:token>/", public.mine, name="application"),
    path("links/applications/<str:token>/withdraw/", public.withdraw, name="application_withdraw"),
]
