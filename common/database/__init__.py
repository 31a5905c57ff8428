"""Asking PostgreSQL and filling it: prepared questions, many rows at once, walls, steps of migrations."""
