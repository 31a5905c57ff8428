"""What was changed, by whom and why: written by triggers, told again, and put back."""
