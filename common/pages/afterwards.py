"""What a page leaves to do once it has been sent: nobody waits for it, and nobody misses it if it fails."""

from collections.abc import Callable

from django.http import HttpResponse


def afterwards(response: HttpResponse, task: Callable[[], object]) -> HttpResponse:
    """Let the server do the task when it closes the response, which is after its last byte has gone out."""
    response._resource_closers.append(task)  # type: ignore[attr-defined]  # noqa: SLF001 - Django's list of what to do then
    return response
