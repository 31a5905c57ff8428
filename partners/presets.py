"""Lists to start with. A coalition changes them as it likes; nothing refers back to a preset."""

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

# In which ways organisations are tied, to start with (PARTNER and similar surveys ask so).
RELATIONS = [
    _("Contact"),
    _("Collaboration"),
    _("Referral"),
    _("Funding"),
    _("Shared information"),
]
