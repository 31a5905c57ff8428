"""What each change of the goals is called: “Ana Ruiz set a goal: Fresh food within a walk”."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "goal.set": _("set a goal"),
    "goal.edited": _("changed a goal"),
    "goal.ended": _("ended a goal"),
    "goal.taken_up": _("took a goal up again"),
    "goal_need.added": _("said what a goal needs"),
    "goal_need.dropped": _("said what a goal needs no more"),
    "goal_role.given": _("gave a part in a goal"),
    "goal_role.edited": _("changed a part in a goal"),
    "goal_role.ended": _("ended a part in a goal"),
    "goal_role.told": _("wrote down what they say of their part"),
    "here_for.said": _("said for which goals a partner is here"),
    "goals.undone": _("took back a change"),
}
