from partners.models.contacts import Contact
from partners.models.imports import ImportRow, ImportRun, RememberedMapping
from partners.models.organisations import (
    Address,
    Alias,
    ExternalIdentifier,
    Organisation,
    Phone,
    SearchEntry,
)
from partners.models.representation import Representation
from partners.models.taxonomy import Classification, Term, Vocabulary

__all__ = [
    "Address",
    "Alias",
    "Classification",
    "Contact",
    "ExternalIdentifier",
    "ImportRow",
    "ImportRun",
    "Organisation",
    "Phone",
    "RememberedMapping",
    "Representation",
    "SearchEntry",
    "Term",
    "Vocabulary",
]
