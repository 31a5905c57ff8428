"""A program of its own that sets one typst template: a request as JSON comes in, the PDF goes out.

    python -m common.documents.typesetting < REQUEST

Why a program: typst keeps what it has set for the next time, and never gives it back. A web process that
printed a few directories of 2,000 partners held a gigabyte. Here that memory ends with the page. It
must start fast: no Django in here.
"""

import json
import sys

import typst


def main() -> None:
    request = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(
        typst.compile(
            request["template"],
            root=request["root"],
            font_paths=request["fonts"],
            format="pdf",
            sys_inputs={"data": json.dumps(request["data"])},
        )
    )


if __name__ == "__main__":
    main()
