"""The command palette: each part says where it can go, as `goals` does; `finding` answers what was typed."""
