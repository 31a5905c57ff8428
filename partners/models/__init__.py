from partners.models.attachments import Attachment
from partners.models.bulk import BulkEdit, Selection
from partners.models.contacts import Contact
from partners.models.duplicates import ComparisonDue, DistinctPair, DuplicateSearch, LikelyPair
from partners.models.import_rows import ImportRow
from partners.models.imports import ImportRun, RememberedMapping
from partners.models.merged import MergedAway
from partners.models.merges import Merge, MergeMove
from partners.models.organisations import Organisation
from partners.models.own_fields import OwnField
from partners.models.parts import Address, Alias, ExternalIdentifier, Phone
from partners.models.representation import Representation
from partners.models.saved_views import DefaultView, SavedView
from partners.models.search import SearchEntry
from partners.models.taxonomy import Classification, Term, Vocabulary
from partners.models.ties import Relation, Tie

__all__ = [
    "Address",
    "Alias",
    "Attachment",
    "BulkEdit",
    "Classification",
    "ComparisonDue",
    "Contact",
    "DefaultView",
    "DistinctPair",
    "DuplicateSearch",
    "ExternalIdentifier",
    "ImportRow",
    "ImportRun",
    "LikelyPair",
    "Merge",
    "MergeMove",
    "MergedAway",
    "Organisation",
    "OwnField",
    "Phone",
    "Relation",
    "RememberedMapping",
    "Representation",
    "SavedView",
    "SearchEntry",
    "Selection",
    "Term",
    "Tie",
    "Vocabulary",
]
