"""Forms for due diligence, incidents and restricted notes."""
