"""Bringing a spreadsheet in: guess its columns, try it out, apply it in one piece, take it back.

A file goes through `reading` (cells to values), `matching` (which organisation is it?), `profiles`
(what would it change?). `dry_run` and `apply` walk that same way; only `apply` writes. `subjects` names
what differs between kinds of files; `work` is what every step in the background shares.
"""
