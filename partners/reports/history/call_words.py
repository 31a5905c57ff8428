"""What the story of an organisation tells of calls to which it has applied."""

from django.utils.translation import gettext as _

from partners.models import Application
from partners.reports.history.events import Effect
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail


def application_details(effect: Effect, names: Names) -> list[Detail]:
    """That an application stands with them, or no longer does; afterwards what changed of it."""
    label, before, after = _("Application"), effect.before, effect.after
    call = names.call((after or before or {}).get("call_id"))
    if before and after:
        return _changed(before["decision"], after["decision"], label=label, call=call)
    if after:
        said = _("They had applied to the call “%(call)s”") % {"call": call}
        return [Detail(label=label, before="", after=call, is_part=True, said=said)]
    said = _("The application to the call “%(call)s” no longer stands with them") % {"call": call}
    return [Detail(label=label, before=call, after="", is_part=True, said=said)]


def _changed(before: str, after: str, *, label: str, call: str) -> list[Detail]:
    if before == after:
        said = _("Their application to “%(call)s” changed") % {"call": call}
        return [Detail(label=label, before="", after=call, said=said)]
    decisions = dict(Application.Decision.choices)
    said = _("Their application to “%(call)s” is now: %(decision)s") % {
        "call": call,
        "decision": decisions.get(after, _("not decided")),
    }
    return [Detail(label=label, before="", after=call, said=said)]
