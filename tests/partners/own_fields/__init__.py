"""Own fields: how they are defined, asked, checked, shown, retired and brought back."""
