"""What is known of risk: the checklist of one partner, what waits, what history tells of it."""
