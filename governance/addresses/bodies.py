"""Bodies, their chart, duties that overlap, and functions; and the page that stands open to strangers."""

from django.urls import URLPattern, path

from governance.views.bodies import bodies, files, functions, holding, life, overlaps, public

urlpatterns: list[URLPattern] = [
    path("bodies/", bodies.browse, name="bodies"),
    path("bodies/picture/", files.picture, name="bodies_picture"),
    path("bodies/table/", files.table, name="bodies_table"),
    path("bodies/add/", bodies.add, name="body_add"),
    path("bodies/<int:pk>/", bodies.show, name="body"),
    path("bodies/<int:pk>/edit/", bodies.edit, name="body_edit"),
    path("bodies/<int:pk>/pause/", life.pause, name="body_pause"),
    path("bodies/<int:pk>/resume/", life.resume, name="body_resume"),
    path("bodies/<int:pk>/close/", life.close, name="body_close"),
    path("bodies/<int:pk>/reopen/", life.reopen, name="body_reopen"),
    path("overlaps/", overlaps.browse, name="overlaps"),
    path("overlaps/<int:first>/<int:second>/meant/", overlaps.mean, name="overlap_meant"),
    path("overlaps/<int:note>/not-meant/", overlaps.mean_no_more, name="overlap_not_meant"),
    path("ask/", functions.ask, name="whom_to_ask"),
    path("functions/", functions.browse, name="functions"),
    path("functions/usual/", functions.fill, name="functions_fill"),
    path("functions/add/", functions.add, name="function_add"),
    path("functions/<int:pk>/edit/", functions.edit, name="function_edit"),
    path("functions/<int:pk>/move/", functions.move, name="function_move"),
    path("functions/<int:pk>/retire/", functions.retire, name="function_retire"),
    path("functions/<int:pk>/reinstate/", functions.reinstate, name="function_reinstate"),
    path("functions/<int:pk>/give/", holding.give, name="function_give"),
    path("functions/<int:pk>/holders/<int:role>/", holding.end, name="function_end"),
]
# Outside every coalition's own part. With three parts after the first word it is no call for partners:
# those are welcome/<coalition>/<call>/.
public_urlpatterns = [
    path("welcome/<slug:home>/how-we-work/bodies/", public.show, name="public_bodies"),
]
