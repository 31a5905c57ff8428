"""A directory of services: one flat spreadsheet, or the tables of which such directories consist.

Tables of the Human Services Data Specification, or of Ohana, are joined into one flat file first
(`joining`), so that everything after it is the same: columns, dry run, rejected rows, undo.
"""
