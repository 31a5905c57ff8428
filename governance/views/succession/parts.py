"""What pages of who comes next share: saying what was done, to who may take it back and who may not."""

from django.contrib import messages
from django.http import HttpRequest

from accounts.permissions import Permission
from common.pages.answers import Answers
from governance.views import said


def done(request: HttpRequest, words: str) -> None:
    """Say so; with the button that takes it back for who may press it."""
    if request.membership.may(Permission.EDIT_GOVERNANCE):
        said.done(request, words)
    else:
        messages.success(request, words)


answers = Answers(done)
