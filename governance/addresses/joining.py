"""How newcomers come in: checklists, buddies, times and funnel, the open door, trainings."""

from django.urls import path

from governance.views.joining import (
    buddies,
    door,
    figures,
    newcomers,
    public,
    steps,
    trainings,
)

urlpatterns = [
    path("joining/", newcomers.browse, name="joining"),
    path("joining/start/partner/<int:pk>/", newcomers.start, name="joining_start"),
    path("joining/start/member/<int:pk>/", newcomers.start_member, name="joining_start_member"),
    path("joining/steps/", steps.browse, name="joining_steps"),
    path("joining/steps/add/", steps.add, name="joining_step_add"),
    path("joining/steps/fill/", steps.fill, name="joining_steps_fill"),
    path("joining/steps/<int:pk>/", steps.edit, name="joining_step"),
    path("joining/steps/<int:pk>/move/", steps.move, name="joining_step_move"),
    path("joining/steps/<int:pk>/retire/", steps.retire, name="joining_step_retire"),
    path("joining/steps/<int:pk>/restore/", steps.restore, name="joining_step_restore"),
    path("joining/figures/", figures.show, name="joining_figures"),
    path("joining/figures/rows/", figures.rows, name="joining_rows"),
    path("joining/figures/funnel.svg", figures.picture, name="joining_funnel"),
    path("joining/door/", door.settings, name="door"),
    path("joining/asks/", door.browse, name="asks"),
    path("joining/asks/<int:pk>/", door.show, name="ask"),
    path("joining/asks/<int:pk>/welcome/", door.welcome, name="ask_welcome"),
    path("joining/asks/<int:pk>/link/<int:organisation>/", door.link, name="ask_link"),
    path("joining/asks/<int:pk>/decline/", door.decline, name="ask_decline"),
    path("joining/asks/<int:pk>/erase/", door.erase, name="ask_erase"),
    path("joining/buddies/<int:pk>/answer/", buddies.note_answer, name="buddy_answer"),
    path("joining/buddies/<int:pk>/end/", buddies.end, name="buddy_end"),
    path("joining/<int:pk>/", newcomers.show, name="onboarding"),
    path("joining/<int:pk>/finish/", newcomers.finish, name="onboarding_finish"),
    path("joining/<int:pk>/reopen/", newcomers.reopen, name="onboarding_reopen"),
    path("joining/<int:pk>/buddy/", buddies.ask, name="buddy_ask"),
    path("joining/<int:pk>/items/add/", newcomers.add_item, name="onboarding_item_add"),
    path("joining/<int:pk>/items/<int:item>/tick/", newcomers.tick, name="onboarding_tick"),
    path("joining/<int:pk>/items/<int:item>/clear/", newcomers.clear, name="onboarding_clear"),
    path("partners/<int:pk>/joining/", newcomers.of_partner, name="joining_of"),
    path("trainings/", trainings.browse, name="trainings"),
    path("trainings/add/", trainings.add, name="training_add"),
    path("trainings/partners/", trainings.partners, name="trained"),
    path("trainings/never/", trainings.never, name="untrained"),
    path("trainings/download/", trainings.download, name="trainings_download"),
    path("trainings/<int:pk>/", trainings.show, name="training"),
    path("trainings/<int:pk>/edit/", trainings.edit, name="training_edit"),
    path("trainings/<int:pk>/remove/", trainings.remove, name="training_remove"),
    path("trainings/<int:pk>/attendance/", trainings.attend, name="attend"),
    path("trainings/<int:pk>/attendance/<int:row>/remove/", trainings.unattend, name="unattend"),
]
# Outside every coalition's own part; both first words are reserved, so no coalition is called so.
public_urlpatterns = [
    path("welcome/<slug:home>/", public.ask, name="join"),
    path("welcome/<slug:home>/joining/thanks/", public.sent, name="join_sent"),
    path("links/buddies/<str:token>/", buddies.by_link, name="buddy"),
]
