from django import template

from accounts.models import Membership
from partners.models import Touchpoint

register = template.Library()


@register.simple_tag
def changeable(talk: Touchpoint, membership: Membership) -> bool:
    """Whether this member may change or delete the talk."""
    return talk.may_be_changed_by(membership)
