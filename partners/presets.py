"""Lists to start with. A coalition changes them as it likes; nothing refers back to a preset."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition

# The 12 sectors that a Drug-Free Communities coalition must have (21 U.S.C. § 1532(a)(2)).
DRUG_FREE_COMMUNITIES = [
    _("Youth"),
    _("Parents"),
    _("Business"),
    _("Media"),
    _("School"),
    _("Youth-serving organisation"),
    _("Law enforcement"),
    _("Religious or fraternal organisation"),
    _("Civic or volunteer group"),
    _("Healthcare professional"),
    _("State, local or tribal government"),
    _("Other organisation that reduces substance misuse"),
]

# The sectors that community health improvement planning asks to the table (after NACCHO's MAPP 2.0).
PUBLIC_HEALTH = [
    _("Public health"),
    _("Health care"),
    _("Mental health and substance use"),
    _("Community health workers"),
    _("Education"),
    _("Early childhood"),
    _("Local government"),
    _("Housing"),
    _("Food and farming"),
    _("Transport"),
    _("Recreation"),
    _("Business"),
    _("Employer"),
    _("Trade union"),
    _("Faith"),
    _("Residents"),
    _("Older people"),
    _("Young people"),
    _("Disability"),
    _("Law and justice"),
    _("Media"),
    _("Philanthropy"),
    _("Research"),
]

SECTORS = {
    Coalition.SectorPreset.DRUG_FREE_COMMUNITIES: DRUG_FREE_COMMUNITIES,
    Coalition.SectorPreset.PUBLIC_HEALTH: PUBLIC_HEALTH,
    Coalition.SectorPreset.EMPTY: [],
}

# The five domains of Healthy People 2030 (U.S. Department of Health and Human Services).
HEALTHY_PEOPLE = [
    _("Economic stability"),
    _("Education access and quality"),
    _("Health care access and quality"),
    _("Neighborhood and built environment"),
    _("Social and community context"),
]

# What people in a place feel of them, domain by domain.
CONDITIONS = [
    _("Income and work"),
    _("Housing"),
    _("Enough good food"),
    _("Early childhood and school"),
    _("Reading and language"),
    _("Health care within reach"),
    _("Understanding health advice"),
    _("Transport"),
    _("Safety"),
    _("Clean air and water"),
    _("Places to move and meet"),
    _("Support among neighbors"),
    _("Fair treatment"),
    _("A say in decisions"),
]

DETERMINANTS: dict[str, tuple[Any, list[Any]]] = {
    "healthy_people": (_("Five domains of Healthy People 2030"), HEALTHY_PEOPLE),
    "conditions": (_("Fourteen conditions of daily life"), CONDITIONS),
}

# In which ways organisations are tied, to start with (PARTNER and similar surveys ask so).
RELATIONS = [
    _("Contact"),
    _("Collaboration"),
    _("Referral"),
    _("Funding"),
    _("Shared information"),
]


@dataclass(frozen=True)
class UsualCriterion:
    """A criterion to begin a call with. The five meanings are those of 0 to 4."""

    name: Any
    question: Any
    weight: int
    meanings: tuple[Any, ...]


USUAL_STEPS = (
    _("Nothing is said of it"),
    _("A wish, without an example"),
    _("One example, or a beginning"),
    _("Several good examples"),
    _("Strong, with proof; others could learn from it"),
)
# By area and by experience with the people to be reached, as coalitions in large cities have chosen partners.
CALL_CRITERIA = (
    UsualCriterion(
        _("Knows the area"),
        _("In which neighborhoods do you work, and since when?"),
        25,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("Experience with the people"),
        _("With which people do you work, and why do they trust you?"),
        35,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("What they would do"),
        _("What would you do together with us in the first year?"),
        25,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("Room to carry it"),
        _("Who would do it, and how many hours a month could they give?"),
        15,
        USUAL_STEPS,
    ),
)
