"""What pages about rules and power share: of which body they are asked."""

from django.http import HttpRequest

from governance.models import Body


def body_asked(request: HttpRequest) -> Body | None:
    """`?body=12`, when the member may read of it."""
    return Body.objects.visible_to(request.membership).chosen(request.GET.get("body", ""))
