"""A spreadsheet of talks: whom you spoke with, on which day, what happened.

A row only ever adds a talk; one that is here already, or stands twice in the file, changes nothing. What is
common to all files is in partners.imports.
"""
