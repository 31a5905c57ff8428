"""What files of ties and files of services have in common, before and around the reading of a row.

A `Door` says what a kind of file holds, how it is begun, what is asked, and in which words.
"""
