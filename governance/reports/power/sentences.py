from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "decision_kind.added": _("added a kind of decision"),
    "decision_kind.edited": _("edited a kind of decision"),
    "decision_kind.moved": _("changed the order of the kinds of decisions"),
    "decision_kind.retired": _("took a kind of decision off the list"),
    "decision_kind.restored": _("put a kind of decision back on the list"),
    "decision_rule.stored": _("stored how a kind of decision is made"),
    "decision_rule.withdrawn": _("withdrew a rule before it was valid"),
    "decision_rules.filled": _("filled in the suggested decision rules"),
    "leadership.ruled": _("changed how widely the lead must be shared"),
    "leadership.allowed": _("let a body be led by fewer sectors, with a reason"),
    "leadership.healed": _("took off a reason, as the lead is shared again"),
    "phases.set": _("said in which phases of the work a body takes part"),
    "experiment.started": _("started an experiment"),
    "experiment.edited": _("edited an experiment"),
    "experiment.reviewed": _("said what was learned from an experiment"),
    "experiment.reopened": _("opened an experiment again"),
    "interest.declared": _("declared interests"),
    "mediator.added": _("put a mediator on the list"),
    "mediator.edited": _("edited a mediator"),
    "mediator.retired": _("took a mediator off the list"),
    "mediator.restored": _("put a mediator back on the list"),
    "mediator_interest.told": _("noted what ties a mediator to an organisation"),
    "mediator_interest.dropped": _("removed what tied a mediator to an organisation"),
    "power.set": _("changed from where on uneven power is pointed out"),
}
