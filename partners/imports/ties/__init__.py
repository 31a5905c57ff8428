"""A spreadsheet of ties: who is tied to whom, in which ways, how closely.

A row names two organisations, and either one kind of tie in a column of its own, or several, each in a column
of figures or of yes and no. What is common to all files is in partners.imports.
"""
