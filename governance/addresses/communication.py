from django.urls import URLPattern, path

from governance.views.communication import plan, protocols, running

urlpatterns: list[URLPattern] = [
    path("communication/", plan.browse, name="communication"),
    path("communication/add/", plan.add, name="message_add"),
    path("communication/<int:pk>/", plan.show, name="message"),
    path("communication/<int:pk>/edit/", plan.edit, name="message_edit"),
    path("communication/<int:pk>/sent/", plan.send, name="message_sent"),
    path("communication/<int:pk>/retire/", plan.retire, name="message_retire"),
    path("communication/<int:pk>/bring-back/", plan.bring_back, name="message_bring_back"),
    path("communication/sent/<int:pk>/take-back/", plan.take_back, name="message_take_back"),
    path("urgent/", protocols.browse, name="urgent"),
    path("urgent/add/", protocols.add, name="protocol_add"),
    path("urgent/<int:pk>/", protocols.show, name="protocol"),
    path("urgent/<int:pk>/edit/", protocols.edit, name="protocol_edit"),
    path("urgent/<int:pk>/retire/", protocols.retire, name="protocol_retire"),
    path("urgent/<int:pk>/bring-back/", protocols.bring_back, name="protocol_bring_back"),
    path("urgent/<int:pk>/people/add/", protocols.add_call, name="call_add"),
    path("urgent/<int:pk>/start/", running.start, name="urgent_start"),
    path("urgent/people/<int:pk>/", protocols.edit_call, name="call_edit"),
    path("urgent/people/<int:pk>/move/", protocols.move_call, name="call_move"),
    path("urgent/people/<int:pk>/remove/", protocols.remove_call, name="call_remove"),
    path("urgent/messages/<int:pk>/", running.show, name="urgent_message"),
    path("urgent/messages/<int:pk>/end/", running.end, name="urgent_end"),
    path("urgent/calls/<int:pk>/", running.note_call, name="urgent_call"),
]
