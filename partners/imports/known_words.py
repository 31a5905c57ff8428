"""Words by which a file tells a kind of organisation or a person's role, in English and Spanish."""

from typing import Any

from partners.imports import values
from partners.models import Contact, Organisation

KIND_WORDS = {
    Organisation.Kind.PARTNER: "partner member active socio miembro aliado activo partners",
    Organisation.Kind.PROSPECT: "prospect prospective potential prospecto posible potencial prospects",
    Organisation.Kind.STAKEHOLDER: "stakeholder interesado stakeholders interesada",
}
ROLE_WORDS = {
    Contact.Role.REPRESENTATIVE: "representative primary main principal representante delegate vocera",
    Contact.Role.DECISION_MAKER: "decision executive director ceo decides directora decisor",
    Contact.Role.DAY_TO_DAY: "day program staff coordinator operations programa personal",
    Contact.Role.FINANCE: "finance billing fiscal money contracts accounting finanzas",
    Contact.Role.COMMUNICATION: "press media communication communications pr prensa comunicacion",
}


def by_word(text: str, known: dict[Any, str]) -> str:
    """The key whose list holds a word of the text; nothing when none does."""
    words = set(values.term_key(text).replace("-", " ").split())
    return next((str(key) for key, told in known.items() if words & set(told.split())), "")
