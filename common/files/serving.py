"""A kept file as an answer: always a download, never a page of ours."""

from django.http import FileResponse

from common.files.stored import StoredFile

# Should a browser show it all the same, it can run nothing and fetch nothing.
_SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox"


def download_of(file: StoredFile) -> FileResponse:
    """Streamed from the storage. Raises FileNotFoundError when the storage has lost it."""
    content = file.stored.open("rb")
    answer = FileResponse(
        content, as_attachment=True, filename=file.name, content_type=file.content_type
    )
    answer.headers["Content-Length"] = str(file.size)
    answer.headers["Content-Security-Policy"] = _SEALED
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
