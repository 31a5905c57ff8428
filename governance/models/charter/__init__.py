"""What the coalition has agreed on in writing: its charter, who signed it, and its ground rules."""

from governance.models.charter.deferrals import CharterDeferral
from governance.models.charter.ground_rules import GroundRule, GroundRulesRead
from governance.models.charter.requests import CharterRequest
from governance.models.charter.reviews import CharterReview
from governance.models.charter.signatures import CharterSignature
from governance.models.charter.versions import PARTS, CharterVersion, Evidence

__all__ = [
    "PARTS",
    "CharterDeferral",
    "CharterRequest",
    "CharterReview",
    "CharterSignature",
    "CharterVersion",
    "Evidence",
    "GroundRule",
    "GroundRulesRead",
]
