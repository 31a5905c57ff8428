"""Who may sign in for a partner, who looks after it, and forgetting a contact."""
