"""Words that most health coalitions in the United States use: a glossary to begin with, as one likes.

Each is the word, what it stands for, and what it means in plain words.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

STARTER_WORDS: tuple[tuple[str, Any, Any], ...] = (
    (
        "CHA",
        _("Community Health Assessment"),
        _("A look at how healthy people here are, and at what keeps them well or makes them ill."),
    ),
    (
        "CHIP",
        _("Community Health Improvement Plan"),
        _("The plan that follows it: what we want to change together, and by when."),
    ),
    (
        "CHNA",
        _("Community Health Needs Assessment"),
        _("The same kind of look, which hospitals that pay no tax must take every three years."),
    ),
    (
        "CHW",
        _("Community Health Worker"),
        _("A neighbor who is paid to help people find care, and to be heard there."),
    ),
    (
        "FQHC",
        _("Federally Qualified Health Center"),
        _("A clinic that sees everybody. People pay by what they earn."),
    ),
    (
        "HIPAA",
        _("Health Insurance Portability and Accountability Act"),
        _("The law that says who may see what a doctor knows of you."),
    ),
    (
        "KPI",
        _("Key Performance Indicator"),
        _("A number that we follow to see whether our work makes a difference."),
    ),
    (
        "MOU",
        _("Memorandum of Understanding"),
        _("A written promise between partners: who does what. It is less strict than a contract."),
    ),
    (
        "RACI",
        _("Responsible, Accountable, Consulted, Informed"),
        _("Who does the work, who answers for it, who is asked before and who is told after."),
    ),
    (
        "RFP",
        _("Request for Proposals"),
        _("A call by somebody who gives money: tell us what you would do with it."),
    ),
    (
        "SDOH",
        _("Social Determinants of Health"),
        _("What keeps people well outside the clinic: home, work, school, food, safety, air."),
    ),
    (
        "SMART",
        _("Specific, Measurable, Achievable, Relevant, Time-bound"),
        _("A goal of which one can tell afterwards whether it was reached, and when."),
    ),
    (
        "SNAP",
        _("Supplemental Nutrition Assistance Program"),
        _("Help to buy food, once called food stamps."),
    ),
    (
        "WIC",
        _("Women, Infants and Children"),
        _("Food and advice for mothers and for children under five."),
    ),
    (
        _("Food desert"),
        "",
        _("A place where shops with fresh food are too far away, or too dear."),
    ),
    (
        _("Health equity"),
        "",
        _("Everybody has a fair chance to be as healthy as they can be."),
    ),
    (
        _("Lived experience"),
        "",
        _("What somebody knows because it happened to them, not because they studied it."),
    ),
    (
        _("Quorum"),
        "",
        _("How many must be there so that a decision counts."),
    ),
)
