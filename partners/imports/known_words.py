"""Words by which a file tells a kind, a role, or an answer, in English and Spanish."""

from typing import Any

from partners.imports import values
from partners.models import Contact, Organisation

KIND_WORDS = {
    Organisation.Kind.PARTNER: "partner member active socio miembro aliado activo partners",
    Organisation.Kind.PROSPECT: "prospect prospective potential prospecto posible potencial prospects",
    Organisation.Kind.STAKEHOLDER: "stakeholder interesado stakeholders interesada",
}
ROLE_WORDS = {
    Contact.Role.REPRESENTATIVE: "representative primary main principal representante delegate vocera "
    "speaks habla",
    Contact.Role.DECISION_MAKER: "decision executive director ceo decides directora decisor decisiones",
    Contact.Role.DAY_TO_DAY: "day program staff coordinator operations programa personal dia",
    Contact.Role.FINANCE: "finance billing fiscal money contracts accounting finanzas dinero",
    Contact.Role.COMMUNICATION: "press media communication communications pr prensa comunicacion",
}
# Whole beginnings of a cell, as values.term_key writes them.
CONSENT_WORDS = {
    Contact.Consent.YES: "yes|y|true|t|x|1|ok|okay|✓|✔|☑|agreed|agrees|consents|consented|granted|given|"
    "opt in|opt-in|opted in|may be listed|listed|si|s|verdadero|acepta|acepto|autoriza|autorizado|"
    "autorizada|consiente|de acuerdo",
    Contact.Consent.NO: "no|n|false|f|0|✗|✘|☐|declined|declines|refused|denied|do not list|not listed|"
    "unlisted|opt out|opt-out|opted out|falso|no autoriza|no acepta|no consiente|rechaza|rechazado|"
    "rechazada",
    Contact.Consent.ASKED: "asked|asked, no answer yet|pending|waiting|requested|no answer|no answer yet|"
    "pendiente|solicitado|solicitada|preguntado|se le pregunto|se le pregunto, todavia sin respuesta|"
    "sin respuesta",
    Contact.Consent.NOT_ASKED: "not asked|not asked yet|unknown|desconocido|sin preguntar|no preguntado|"
    "no se le pregunto|todavia no se le pregunto",
}


def by_word(text: str, known: dict[Any, str]) -> str:
    """The key whose list holds a word of the text; nothing when none does."""
    words = set(values.term_key(text).replace("-", " ").split())
    return next((str(key) for key, told in known.items() if words & set(told.split())), "")
