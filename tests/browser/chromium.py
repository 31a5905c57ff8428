"""The browser of the tests: the Chromium or Chrome that is there, else one that is installed and said so.

`python -m tests.browser.chromium` prints its path; `make test` calls it before anything else runs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Where Playwright keeps what it downloads, on Linux and on macOS.
DOWNLOADS = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
DOWNLOADED = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
REMEDY = (
    "The browser tests need Chromium or Chrome, and it could not be installed. Install one, or name "
    "it: make test CHROME=/path/to/chrome"
)


def find_chromium() -> str:
    """The path of a browser that starts. Raises SystemExit with the remedy when there is none."""
    return _found() or _installed() or sys.exit(REMEDY)


def _found() -> str | None:
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    for variable in ("COMMONWEAL_CHROMIUM", "CHROME"):
        if os.environ.get(variable):
            yield os.environ[variable]
    yield from filter(None, map(shutil.which, NAMES))
    yield from (str(Path(path).expanduser()) for path in APPLICATIONS)
    folders = (os.environ.get("PLAYWRIGHT_BROWSERS_PATH"), *DOWNLOADS)
    for folder in filter(None, folders):
        for pattern in DOWNLOADED:
            yield from map(str, sorted(Path(folder).expanduser().glob(pattern), reverse=True))


def _starts(path: str) -> bool:
    """A name alone is not enough: Ubuntu's `chromium-browser` only points to a snap that may be missing."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _installed() -> str | None:
    if os.geteuid() == 0 and Path("/etc/debian_version").exists():
        _say("No Chromium or Chrome was found. Installing the package chromium …")
        done = _run("apt-get", "update", "-q") and _run(
            "apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"
        )
        if done and (path := _found()):
            return path
    _say("No Chromium or Chrome was found. Fetching one for Playwright …")
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return _found()


def _run(*command: str) -> bool:
    """Its output goes to the terminal's error stream: ours is the path alone."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return (
            subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0
        )
    except OSError:
        return False


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.stdout.write(f"{find_chromium()}\n")
