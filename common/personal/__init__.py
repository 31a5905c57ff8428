"""Personal data: which fields hold it, what is collected or erased for a person, what lies encrypted."""
