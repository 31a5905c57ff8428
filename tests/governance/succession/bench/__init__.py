"""Which roles are key, who could take them over, and the ratio that comes of it."""
