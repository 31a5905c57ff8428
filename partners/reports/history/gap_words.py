"""What the story of an organisation tells of plans to ask it."""

from django.utils.translation import gettext as _

from partners.models import Gap
from partners.reports.history.events import Effect
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail


def gap_details(effect: Effect, names: Names) -> list[Detail]:
    """Of a voice that is missing, for which they are, or were, the ones to ask."""
    label, before, after = _("Asked to fill a gap"), effect.before, effect.after
    about = {"what": names.needed((after or before or {}).get("needed_id"))}
    if after is None:
        said = _("No longer the ones to ask for a voice that is missing: %(what)s") % about
        return [Detail(label=label, before=about["what"], after="", is_part=True, said=said)]
    state = str(Gap.State(after["state"]).label)
    if before is None:
        said = _("The ones to ask for a voice that is missing: %(what)s") % about
        return [Detail(label=label, before="", after=about["what"], is_part=True, said=said)]
    if before["state"] != after["state"]:
        said = _("The gap “%(what)s” is now: %(state)s") % {**about, "state": state}
    else:
        said = _("The plan to ask them changed: %(what)s") % about
    return [Detail(label=label, before="", after=state, said=said)]
