"""Two people, two tabs, one record: nothing is overwritten unseen, and nothing typed is lost."""
