"""What is known of partners in depth, talks about them, comparisons and the grid of stakeholders."""

from django.urls import path

from partners.views.depth import answers, comparisons, interviews, needs, stakes, untold

urlpatterns = [
    path("priorities/", comparisons.priorities, name="priorities"),
    path("verifying/", answers.verifying, name="verifying"),
    path("not-told/", untold.browse, name="untold"),
    path("support/", needs.browse, name="needs"),
    path("support/export/", needs.download, name="needs_export"),
    path("compared-with/", comparisons.settings, name="depth_settings"),
    path("stakeholders/", stakes.browse, name="stakeholders"),
    path("<int:pk>/depth/", answers.show, name="depth"),
    path("<int:pk>/depth/still-right/", answers.verify, name="verify"),
    path("<int:pk>/depth/still-right/own/", answers.verify_own, name="verify_own"),
    path("<int:pk>/depth/why/alignment/", comparisons.alignment, name="alignment"),
    path("<int:pk>/depth/why/capacity/", comparisons.capacity, name="capacity"),
    path("<int:pk>/depth/first-talk/", untold.first, name="first_talk"),
    path("<int:pk>/depth/interview/", interviews.begin, name="interview"),
    path(
        "<int:pk>/depth/interview/<int:visit>/<slug:topic>/",
        interviews.ask,
        name="interview_topic",
    ),
    path("<int:pk>/depth/about/<slug:topic>/", answers.edit, name="depth_topic"),
    path("<int:pk>/depth/about/<slug:topic>/own/", answers.edit_own, name="depth_topic_own"),
    path("<int:pk>/stake/", stakes.place, name="stake"),
    path("<int:pk>/stake/move/", stakes.move, name="stake_move"),
    path("<int:pk>/stake/remove/", stakes.remove, name="stake_remove"),
]
