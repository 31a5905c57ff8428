"""A spreadsheet of talks on its way in: read, tried out, brought in, perhaps taken back.

Lighter than an import of partners: a row only ever adds, so nothing has to be decided and no worker waits.
"""
