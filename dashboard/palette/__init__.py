"""The command palette: `commands`, `goals` and `governance` list where it can go, `finding` answers what was typed."""
