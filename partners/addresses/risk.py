from django.urls import path

from partners.views.risk import (
    decisions,
    diligence,
    incidents,
    named,
    notes,
    overview,
    questions,
)

INCIDENT = "<int:pk>/risk/incidents/<int:incident>/"
DECISION = f"{INCIDENT}decisions/<int:decision>/"
NOTE = "risk/notes/<uuid:note>/"

urlpatterns = [
    path("risk/", overview.browse, name="incidents"),
    path("risk/due/", overview.due, name="risk_due"),
    path("risk/questions/", questions.browse, name="risk_questions"),
    path("risk/questions/add/", questions.add, name="risk_question_add"),
    path("risk/questions/fill/", questions.fill, name="risk_questions_fill"),
    path("risk/questions/<int:pk>/", questions.edit, name="risk_question"),
    path("risk/questions/<int:pk>/move/", questions.move, name="risk_question_move"),
    path("risk/questions/<int:pk>/retire/", questions.retire, name="risk_question_retire"),
    path("risk/questions/<int:pk>/reinstate/", questions.restore, name="risk_question_reinstate"),
    path("<int:pk>/risk/", overview.of_partner, name="risk"),
    path("<int:pk>/risk/check/<int:question>/", diligence.answer, name="diligence"),
    path("<int:pk>/risk/incidents/add/", incidents.add, name="incident_add"),
    path(INCIDENT, incidents.show, name="incident"),
    path(f"{INCIDENT}edit/", incidents.edit, name="incident_edit"),
    path(f"{INCIDENT}statement/", incidents.hold, name="incident_hold"),
    path(f"{INCIDENT}pause/", incidents.pause, name="incident_pause"),
    path(f"{INCIDENT}resume/", incidents.resume, name="incident_resume"),
    path(f"{INCIDENT}close/", incidents.close, name="incident_close"),
    path(f"{INCIDENT}reopen/", incidents.reopen, name="incident_reopen"),
    path(f"{INCIDENT}decisions/add/", decisions.ask, name="decision_add"),
    path(DECISION, decisions.edit, name="decision_edit"),
    path(f"{DECISION}decide/", decisions.decide, name="decision_decide"),
    path(f"{DECISION}drop/", decisions.drop, name="decision_drop"),
    path("risk/notes/", notes.browse, name="risk_notes"),
    path("<int:pk>/risk/notes/add/", notes.add, name="risk_note_add"),
    path("risk/notes/undo/<uuid:change>/", notes.undo, name="risk_note_undo"),
    path(NOTE, notes.show, name="risk_note"),
    path(f"{NOTE}edit/", notes.edit, name="risk_note_edit"),
    path(f"{NOTE}settle/", notes.settle, name="risk_note_settle"),
    path(f"{NOTE}readers/add/", named.add, name="risk_reader_add"),
    path(f"{NOTE}readers/<int:reader>/remove/", named.remove, name="risk_reader_remove"),
    path(f"{NOTE}takes-over/", named.choose_heir, name="risk_heir"),
]
