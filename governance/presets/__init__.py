"""Lists to start with. A coalition changes them as it likes; nothing refers back to a preset."""
