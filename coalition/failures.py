"""What a reader is told when a request fails. The pages need neither database nor session."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django_guid import get_guid

from accounts.permissions import public

NO_SPACE = "No space left on device"  # how a server says it that could not even begin
SERVER_ERROR, UNAVAILABLE = 500, 503
PATIENCE = 60  # seconds until programs should ask again


@public
def failed(request: HttpRequest) -> HttpResponse:
    """The last resort, for a request that raised. What was finished stays; the rest was rolled back."""
    error = sys.exc_info()[1]
    if is_full_disk(error):
        return _unavailable("503_disk.html")
    if isinstance(error, OperationalError | InterfaceError):
        return _unavailable("503.html")
    return HttpResponse(_drawn("500.html"), status=SERVER_ERROR)


def is_full_disk(error: BaseException | None) -> bool:
    """Ours, where uploads are written, or that of the database."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    code = getattr(getattr(error, "__cause__", None), "pgcode", None)
    return code == "53100" or (isinstance(error, OperationalError) and NO_SPACE in str(error))


def _unavailable(page: str) -> HttpResponse:
    return HttpResponse(_drawn(page), status=UNAVAILABLE, headers={"Retry-After": str(PATIENCE)})


def _drawn(page: str) -> str:
    return get_template(page).render({"number": get_guid()})
