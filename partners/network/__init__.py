"""What a network of ties comes to: measures of the whole, of each in it, and where to draw whom.

Pure: numbers in, numbers out, no database, no clock, no words for people. Sources are named
where a formula stands.
"""
