"""Finding organisations that are likely one, across a coalition's whole list.

`gathering` reads by what each is recognised, `blocks` says which are worth comparing, `search` compares
them and keeps what it finds; `progress` tells how far it is. The comparison itself is `partners.likeness`.
"""
