"""Where uploaded files are kept: a folder of this machine, or an S3-compatible store when one is named."""

from pathlib import Path
from typing import Any

import environ

_IN_MEMORY = 5 * 1024 * 1024  # bytes of a file that is being handed out; the rest waits on disk


def file_storage(env: environ.Env, *, folder: Path) -> dict[str, Any]:
    """The default entry of STORAGES. Keys not given are those of the machine (a role, ~/.aws)."""
    bucket = env.str("FILES_S3_BUCKET", default="")
    if not bucket:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder), "file_permissions_mode": 0o600},
        }
    options = {
        "bucket_name": bucket,
        "endpoint_url": env.str("FILES_S3_ENDPOINT", default="") or None,
        "region_name": env.str("FILES_S3_REGION", default="") or None,
        "access_key": env.str("FILES_S3_KEY", default="") or None,
        "secret_key": env.str("FILES_S3_SECRET", default="") or None,
        "location": env.str("FILES_S3_FOLDER", default=""),
        "default_acl": None,  # as private as the bucket: files are handed out by us alone
        "querystring_auth": True,
        "file_overwrite": False,
        "max_memory_size": _IN_MEMORY,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
