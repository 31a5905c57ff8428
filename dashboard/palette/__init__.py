"""The command palette: `commands` and `governance` list where it can go, `finding` answers what was typed."""
