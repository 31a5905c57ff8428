"""How likely two organisations are one: pure comparison, the same for the list and for an import.

`words` reads names, `names` compares two of them, `faces` says by what an organisation is recognised,
`judging` adds everything up to a score from 0 to 1 with its reasons. Nothing here asks the database.
"""
