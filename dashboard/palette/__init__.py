"""The command palette: `commands` lists where it can go, larger apps in a file each; `finding` answers."""
