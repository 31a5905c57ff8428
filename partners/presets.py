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

# What serves partners rather than people: two of the same are the commonest waste of all.
DATA_SYSTEM = _("Data or referral system")

# The kinds of help at the top of the Open Eligibility taxonomy, which many directories of services use,
# and the systems behind them.
SERVICE_KINDS = [
    _("Emergency"),
    _("Food"),
    _("Housing"),
    _("Goods"),
    _("Transit"),
    _("Health"),
    _("Money"),
    _("Care"),
    _("Education"),
    _("Work"),
    _("Legal"),
    DATA_SYSTEM,
]

# What partners need most often in order to take part.
SUPPORT_KINDS = [
    _("Child care"),
    _("An interpreter"),
    _("Translation"),
    _("Travel money"),
    _("Money for their time"),
    _("Food at meetings"),
    _("Meetings at other hours"),
    _("A phone or computer"),
    _("Training"),
    _("Templates and letters"),
    _("Somebody to call"),
]

# In which ways organisations are tied, to start with (PARTNER and similar surveys ask so).
RELATIONS = [
    _("Contact"),
    _("Collaboration"),
    _("Referral"),
    _("Funding"),
    _("Shared information"),
]

# What to look into before and while one works with an organisation, and where it can be seen.
DILIGENCE = [
    (
        _("Is it registered, and in good standing?"),
        _("The state's business register; for a nonprofit the tax authority's list."),
    ),
    (
        _("Who leads it, and who stands behind it?"),
        _("Its board and owners, on its website or in its yearly filing."),
    ),
    (
        _("Where does its money come from?"),
        _("Its yearly report or filing; funders that do not fit what we stand for."),
    ),
    (
        _("Does what it sells or stands for fit health?"),
        _("Tobacco, alcohol, vaping, gambling, weapons, sugary drinks; what it lobbies for."),
    ),
    (
        _("Are there lawsuits, penalties or complaints?"),
        _("Court records, the attorney general, the licensing board."),
    ),
    (
        _("What do the news say of the last three years?"),
        _("A search for its name and for those who lead it."),
    ),
    (
        _("What do the people say whom it serves?"),
        _("Ask two or three who live there, and a partner who works with it."),
    ),
    (
        _("Does it treat everybody fairly?"),
        _("Its rule against discrimination, and whether it is lived."),
    ),
    (
        _("Are children and other vulnerable people safe there?"),
        _("Background checks, a rule for safeguarding, somebody to turn to."),
    ),
    (
        _("Does one of us gain by it?"),
        _("Family, employment, a board seat, money: who of us is tied to it."),
    ),
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
