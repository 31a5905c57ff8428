"""Forms about partners in depth: one topic, where they stand, what they are compared with."""
