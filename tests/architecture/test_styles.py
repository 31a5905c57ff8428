"""A class looks the same wherever it stands: the parts of the stylesheet do not lay it out twice."""

import re
from collections import defaultdict
from pathlib import Path

from django.conf import settings

CSS = Path(settings.BASE_DIR) / "static" / "css"
NO_PARTS = {"commonweal.css", "tokens.css"}  # all of them together; names of colours and sizes
NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
BRACKETS = re.compile(r"\([^()]*\)")
RULE = re.compile(r"([^{}]*)([{}])")
CLASS = re.compile(r"\.[\w-]+")


def classes_alone(sheet: str) -> set[str]:
    """The classes that a rule outside every @media sets by themselves: `.steps { … }`."""
    found: set[str] = set()
    depth = 0
    for before, brace in RULE.findall(NOTE.sub("", sheet)):
        if brace == "{" and depth == 0:
            selectors = BRACKETS.sub("", BRACKETS.sub("", before)).rpartition(";")[2].split(",")
            found |= {one.strip() for one in selectors if CLASS.fullmatch(one.strip())}
        depth += 1 if brace == "{" else -1
    return found


def test_no_class_is_laid_out_in_two_parts():
    """What a later part says for its own pages would change all other pages with it."""
    parts = defaultdict(set)
    for path in CSS.glob("*.css"):
        if path.name not in NO_PARTS:
            for name in classes_alone(path.read_text()):
                parts[name].add(path.name)
    assert ".steps" in parts
    assert {name: files for name, files in parts.items() if len(files) > 1} == {}
