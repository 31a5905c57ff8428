"""The verbs of who comes next: key roles, deputies, interest, mentoring, handing over, where things are."""
