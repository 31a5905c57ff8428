"""Put the stylesheet together: Bootstrap in a layer of its own, then our parts, into commonweal.css.

    python static/css/build.py

One file, so that a page waits for one request. Bootstrap stands in a cascade layer: whatever our
parts say wins, however long its selectors are.
"""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parent
BOOTSTRAP = CSS.parent / "vendor" / "bootstrap" / "bootstrap.min.css"
BUNDLE = CSS / "commonweal.css"
PARTS = [
    "fonts",
    "tokens",
    "ground",
    "masthead",
    "page",
    "lists",
    "views",
    "forms",
    "selection",
    "services",
    "talks",
    "pieces",
    "security",
    "editing",
    "merge",
    "directory",
    "composition",
    "depth",
    "value",
    "network",
    "pipeline",
    "calls",
    "seats",
    "bodies",
    "power",
    "words",
    "joining",
    "print",
]

HEADER = """@charset "UTF-8";
/*! Written by static/css/build.py: change the parts beside it, not this file. */
"""

# `/* a note to the reader of the part */`: not sent to every visitor.
NOTE = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def main() -> None:
    BUNDLE.write_text(bundle(), encoding="utf-8")


def bundle() -> str:
    """The text of commonweal.css as the parts now stand."""
    base = BOOTSTRAP.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
    ours = [NOTE.sub("", (CSS / f"{part}.css").read_text(encoding="utf-8")) for part in PARTS]
    return f"{HEADER}@layer bootstrap{{{base}}}\n" + "".join(ours)


if __name__ == "__main__":
    main()
