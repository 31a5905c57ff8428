"""The verbs of risk: looking into a partner, opening and closing incidents, notes for those who are named."""
