"""What one partner does in our goals, and why it is here."""

from dataclasses import dataclass

from accounts.models import Membership
from goals.models import GoalRole, HereFor
from partners.models import Organisation, ProfileAnswer, Topic, Voice


@dataclass(frozen=True)
class PartnerGoals:
    """`roles` it has and had, `here_for` ties its "why here" to goals, `why` is what was said of that."""

    roles: list[GoalRole]
    here_for: list[HereFor]
    why: list[ProfileAnswer]

    @property
    def current(self) -> list[GoalRole]:
        return [one for one in self.roles if not (one.is_ended or one.goal.is_ended)]

    @property
    def past(self) -> list[GoalRole]:
        return [one for one in self.roles if one.is_ended or one.goal.is_ended]

    @property
    def in_their_words(self) -> list[ProfileAnswer]:
        return [one for one in self.why if one.voice == Voice.THEIRS]

    @property
    def in_our_words(self) -> list[ProfileAnswer]:
        return [one for one in self.why if one.voice == Voice.OURS]


def partner_goals(organisation: Organisation, membership: Membership) -> PartnerGoals:
    """Three queries, however much it does."""
    roles = GoalRole.objects.visible_to(membership).filter(organisation=organisation)
    why = ProfileAnswer.objects.readable_by(membership).of(organisation.pk).about(Topic.WHY_HERE)
    return PartnerGoals(
        roles=list(roles.by_goal()),
        here_for=list(HereFor.objects.visible_to(membership).of(organisation.pk)),
        why=list(why.with_who()),
    )
