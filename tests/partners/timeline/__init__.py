"""What a member reads under “What happened”."""
