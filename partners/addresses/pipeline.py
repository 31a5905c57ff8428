"""From prospect to member and out again; and whom members suggest."""

from django.urls import path

from partners.views.pipeline import board, nominations, plans, steps

urlpatterns = [
    path("pipeline/", board.show, name="pipeline"),
    path("pipeline/table/", board.table, name="pipeline_table"),
    path("pipeline/left/", board.gone, name="pipeline_left"),
    path("pipeline/rules/", plans.rules, name="pipeline_rules"),
    path("pipeline/suggest/", nominations.suggest, name="suggest"),
    path("pipeline/suggestions/", nominations.browse, name="suggestions"),
    path("pipeline/suggestions/mine/", nominations.mine, name="my_suggestions"),
    path("pipeline/suggestions/<int:pk>/", nominations.show, name="suggestion"),
    path("pipeline/suggestions/<int:pk>/accept/", nominations.accept, name="suggestion_accept"),
    path(
        "pipeline/suggestions/<int:pk>/link/<int:organisation>/",
        nominations.link,
        name="suggestion_link",
    ),
    path("pipeline/suggestions/<int:pk>/decline/", nominations.decline, name="suggestion_decline"),
    path(
        "pipeline/suggestions/<int:pk>/withdraw/", nominations.withdraw, name="suggestion_withdraw"
    ),
    path("pipeline/suggestions/undo/<uuid:change>/", nominations.undo, name="suggestion_undo"),
    path("<int:pk>/pipeline/", steps.show, name="pipeline_of"),
    path("<int:pk>/pipeline/move/", steps.move, name="pipeline_move"),
    path("<int:pk>/pipeline/to/<slug:stage>/", steps.take, name="pipeline_step"),
    path("<int:pk>/pipeline/leave/", steps.leave, name="pipeline_leave"),
    path("<int:pk>/pipeline/steps/<int:step>/", steps.edit, name="pipeline_step_edit"),
    path("<int:pk>/pipeline/undo/<uuid:change>/", steps.undo, name="pipeline_undo"),
    path("<int:pk>/pipeline/plan/", plans.plan, name="pipeline_plan"),
]
