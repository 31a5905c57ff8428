"""One row takes another's place: what follows it, what stays, and how all of it comes back."""
