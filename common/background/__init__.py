"""What happens behind pages: letters on their way, long work seen to move, one task for each coalition."""
