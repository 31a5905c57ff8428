"""Files that people keep beside a row: judged by content, stored under random names, handed out as downloads.

An app gives its table the columns of `stored.StoredFile` and a wall to the row the files belong to; the
judging (`inspection`), the keeping (`stored`), the answer (`serving`) and the sweep of what no row
names (`sweeping`) are the same for all.
"""
