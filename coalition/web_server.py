"""Gunicorn's settings: two small processes that share what they loaded."""

import gc
import os
from pathlib import Path

workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # nothing is connected while loading, and the workers share the memory
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = None
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 memory, so that a slow disk cannot make a worker look dead
    worker_tmp_dir = "/dev/shm"  # noqa: S108


# A page makes thousands of short-lived things. Looking for rings among them after every 700, as Python
# does, takes a tenth of its time; after so many it takes next to nothing, and little memory waits for it.
gc.set_threshold(20_000, 20, 20)


def pre_fork(_server: object, _worker: object) -> None:
    """Keeps the collector from touching, and so copying, every shared page."""
    gc.freeze()
