"""Calls for partners: opened, answered by strangers, read by members, decided, and kept."""
