#!/usr/bin/env python
"""The door for a person: up, migrate, import_partners, …"""

import sys

STOPPED = 130  # what a shell expects of a program that Ctrl-C ended

if __name__ == "__main__":
    try:
        from coalition.commands import main

        main(sys.argv)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
