"""Fetch the vendored files again with npm, exactly as vendor.toml pins them.

    python static/vendor/refresh.py            fetch, and fail if a file is not what SHA256SUMS says
    python static/vendor/refresh.py --check    compare the files on disk with SHA256SUMS; needs no network
    python static/vendor/refresh.py --accept   fetch, and write SHA256SUMS anew (after a version was changed)

Afterwards the stylesheet is put together again (static/css/build.py).
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

VENDOR = Path(__file__).resolve().parent
STATIC = VENDOR.parent
SUMS = VENDOR / "SHA256SUMS"
SPRITE = STATIC / "img" / "icons.svg"
MARKS = STATIC / "img" / "marks.svg"

# `/*# sourceMappingURL=x.css.map */` and `//# sourceMappingURL=x.js.map`: the maps are not vendored,
# and collectstatic would stop at the missing file.
SOURCE_MAP = re.compile(rb"\n?(/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*)\n?")
# What stands between `<svg …>` and `</svg>`: the shapes of one icon.
SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        for package in packages():
            fetch(package)
    if "--accept" in arguments:
        SUMS.write_text("".join(f"{digest}  {name}\n" for name, digest in sums_on_disk().items()))
    if wrong := differences():
        print("Not as SHA256SUMS says:", *wrong, sep="\n  ")
        return 1
    if "--check" not in arguments:
        subprocess.run([sys.executable, STATIC / "css" / "build.py"], check=True)
    return 0


def packages() -> list[dict]:
    return tomllib.loads((VENDOR / "vendor.toml").read_text())["package"]


def fetch(package: dict) -> None:
    """Write a package's files below static/vendor, and its icons into the sprite."""
    with tempfile.TemporaryDirectory() as folder:
        # npm itself compares the archive with the integrity hash of the registry.
        address = f"{package['name']}@{package['version']}"
        subprocess.run(["npm", "pack", "--silent", address], cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as contents:
            for origin, name in package["files"].items():
                write(VENDOR / name, member(contents, origin))
            if "icons" in package:
                write(SPRITE, sprite(contents, package["icons"]))


def member(contents: tarfile.TarFile, name: str) -> bytes:
    return contents.extractfile(f"package/{name}").read()


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(SOURCE_MAP.sub(b"", content))


def sprite(contents: tarfile.TarFile, icons: dict[str, str]) -> bytes:
    """All icons as symbols of one file, followed by our own marks."""
    symbols = [symbol(word, member(contents, f"icons/{name}.svg")) for word, name in icons.items()]
    body = "\n".join([*symbols, MARKS.read_text(encoding="utf-8").strip()])
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n'.encode()


def symbol(word: str, drawing: bytes) -> str:
    shapes = " ".join(SHAPES.search(drawing.decode())[1].split())
    shapes = shapes.replace(" />", "/>").replace("> <", "><")
    return f'<symbol id="{word}" viewBox="0 0 24 24">{shapes}</symbol>'


def vendored_files() -> Iterator[Path]:
    for package in packages():
        for name in package["files"].values():
            yield VENDOR / name
    yield SPRITE


def sums_on_disk() -> dict[str, str]:
    """SHA-256 of each file, by its path below static/."""
    return {
        path.relative_to(STATIC).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(vendored_files())
    }


def differences() -> list[str]:
    """The files that are missing, unknown or changed, by their path below static/."""
    lines = (line.split("  ", 1) for line in SUMS.read_text().splitlines())
    expected = {(name, digest) for digest, name in lines}
    found = {(name, digest) for name, digest in sums_on_disk().items()}
    return sorted({name for name, _ in expected ^ found})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
