"""The map in the README is the territory."""

import re
import subprocess
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# "partners/      stakeholder profiles"
ENTRY = re.compile(r"^(?P<name>[\w.-]+/?)\s{2,}\S", re.MULTILINE)


def tracked_top_level() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return {path.split("/")[0] + ("/" if "/" in path else "") for path in listed}


def test_readme_map_names_every_folder_and_only_those():
    readme = (ROOT / "README.md").read_text()
    block = readme.split("```text map\n")[1].split("```")[0]
    named = {match["name"] for match in ENTRY.finditer(block)}
    folders = {name for name in tracked_top_level() if name.endswith("/")}
    assert {name for name in named if name.endswith("/")} == folders - {".ci/"}
    assert named <= tracked_top_level()
