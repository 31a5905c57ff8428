from partners.views.risk import decisions, diligence, incidents, named, notes, overview, questions

__all__ = ["decisions", "diligence", "incidents", "named", "notes", "overview", "questions"]
