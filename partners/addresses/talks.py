from django.urls import path

from partners.views.talks import events, logging_talks, rules, touchpoints

urlpatterns = [
    path("talks/", touchpoints.browse, name="talks"),
    path("talks/quiet/", touchpoints.quiet, name="talks_quiet"),
    path("talks/rules/", rules.edit, name="talk_rules"),
    path("talks/log/", logging_talks.log, name="talk_log"),
    path("talks/log/partner/", logging_talks.choose_partner, name="talk_partner"),
    path("talks/<int:pk>/edit/", touchpoints.edit, name="talk_edit"),
    path("talks/<int:pk>/delete/", touchpoints.delete, name="talk_delete"),
    path("talks/<int:pk>/followed-up/", touchpoints.followed_up, name="talk_followed_up"),
    path("talks/undo/<uuid:change>/", touchpoints.undo, name="talk_undo"),
    path("<int:pk>/talks/", touchpoints.of_partner, name="talks_of"),
    path("<int:pk>/talks/tier/", touchpoints.set_tier, name="talk_tier"),
    path("events/", events.browse, name="events"),
    path("events/add/", events.add, name="event_add"),
    path("events/feed.ics", events.feed, name="events_feed"),
    path("events/undo/<uuid:change>/", events.undo, name="event_undo"),
    path("events/<int:pk>/edit/", events.edit, name="event_edit"),
    path("events/<int:pk>/delete/", events.delete, name="event_delete"),
    path("events/<int:pk>/going/", events.going, name="event_going"),
    path("events/<int:pk>/attended/", events.attended, name="event_attended"),
]
