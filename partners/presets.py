"""Lists to start with. A coalition changes them as it likes; nothing refers back to a preset."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from partners.models import BroadSector

# Each sector with the broad one that its name says. One in which several kinds of organisations are at home
# stands in none until the coalition says: a housing authority is government, a landlord is not.
GOVERNMENT, NONPROFIT, HEALTH, ACADEMIA, PRIVATE, COMMUNITY = BroadSector
NOT_SAID = ""

# The 12 sectors that a Drug-Free Communities coalition must have (21 U.S.C. § 1532(a)(2)).
DRUG_FREE_COMMUNITIES = [
    (_("Youth"), COMMUNITY),
    (_("Parents"), COMMUNITY),
    (_("Business"), PRIVATE),
    (_("Media"), PRIVATE),
    (_("School"), ACADEMIA),
    (_("Youth-serving organisation"), NONPROFIT),
    (_("Law enforcement"), GOVERNMENT),
    (_("Religious or fraternal organisation"), NONPROFIT),
    (_("Civic or volunteer group"), NONPROFIT),
    (_("Healthcare professional"), HEALTH),
    (_("State, local or tribal government"), GOVERNMENT),
    (_("Other organisation that reduces substance misuse"), NOT_SAID),
]

# The sectors that community health improvement planning asks to the table (after NACCHO's MAPP 2.0).
PUBLIC_HEALTH = [
    (_("Public health"), GOVERNMENT),
    (_("Health care"), HEALTH),
    (_("Mental health and substance use"), HEALTH),
    (_("Community health workers"), HEALTH),
    (_("Education"), ACADEMIA),
    (_("Early childhood"), NOT_SAID),
    (_("Local government"), GOVERNMENT),
    (_("Housing"), NOT_SAID),
    (_("Food and farming"), NOT_SAID),
    (_("Transport"), NOT_SAID),
    (_("Recreation"), NOT_SAID),
    (_("Business"), PRIVATE),
    (_("Employer"), PRIVATE),
    (_("Trade union"), NONPROFIT),
    (_("Faith"), NONPROFIT),
    (_("Residents"), COMMUNITY),
    (_("Older people"), COMMUNITY),
    (_("Young people"), COMMUNITY),
    (_("Disability"), COMMUNITY),
    (_("Law and justice"), NOT_SAID),
    (_("Media"), PRIVATE),
    (_("Philanthropy"), NONPROFIT),
    (_("Research"), ACADEMIA),
]

SECTORS: dict[str, list[tuple[Any, str]]] = {
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
