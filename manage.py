#!/usr/bin/env python
"""The door for a person: up, migrate, import_partners, …"""

import sys

from coalition.commands import main

if __name__ == "__main__":
    main(sys.argv)
