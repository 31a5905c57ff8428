"""What governance answers when apps beneath it ask."""

from typing import Any

from django.dispatch import receiver

from accounts.models import Coalition
from accounts.signals import vision_asked
from governance.models import CharterVersion


@receiver(vision_asked)
def tell_the_vision(*, coalition: Coalition, **_more: Any) -> str:
    """As it stands in the charter that holds, not in a draft."""
    held = CharterVersion.objects.held_by(coalition.pk)
    return held.vision if held else ""
