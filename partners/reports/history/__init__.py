"""What happened with an organisation, told from what the triggers wrote."""
