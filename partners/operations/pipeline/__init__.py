"""Moving a partner on its way, and suggesting one."""
