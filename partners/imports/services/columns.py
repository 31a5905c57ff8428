"""What a column of such a file may hold, and the guess which does."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.imports.rows.columns import Column
from partners.imports.values import term_key

LABELS: dict[str, Any] = {
    "organisation_name": gettext_lazy("Partner: name"),
    "organisation_id": gettext_lazy("Partner: number in another system"),
    "name": gettext_lazy("Service: name"),
    "number": gettext_lazy("Service: number in another system"),
    "kind": gettext_lazy("Kind of service"),
    "description": gettext_lazy("What it does"),
    "population": gettext_lazy("Populations served"),
    "language": gettext_lazy("Languages"),
    "eligibility": gettext_lazy("Who may come"),
    "fees": gettext_lazy("What it costs"),
    "how_to_refer": gettext_lazy("How to send somebody"),
    "contact": gettext_lazy("Whom to ask for"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "page": gettext_lazy("Web page"),
    "capacity": gettext_lazy("Takes people"),
    "capacity_on": gettext_lazy("Said on"),
    "capacity_note": gettext_lazy("More about it"),
    "funder": gettext_lazy("Funders"),
    "since_on": gettext_lazy("Since"),
    "until_on": gettext_lazy("Until"),
    "place": gettext_lazy("Place"),
    "street": gettext_lazy("Street"),
    "city": gettext_lazy("City"),
    "region": gettext_lazy("State or region"),
    "postcode": gettext_lazy("Postal code"),
    "area": gettext_lazy("Area"),
    "is_virtual": gettext_lazy("By phone or online"),
}
HEADINGS = {
    "organisation_name": "organization|organisation|organization name|organisation name|agency|"
    "agency name|provider|partner|partner name|run by|organizacion|proveedor|socio",
    "organisation_id": "organization id|organisation id|agency id|provider id|partner id",
    "name": "service|service name|name of the service|program|program name|servicio|"
    "nombre del servicio|system|system name|name of the system|sistema|nombre del sistema",
    "number": "service id|service number|program id|id of the service|number in another system|"
    "numero en otro sistema",
    "kind": "category|categories|kind|kind of service|type|type of service|service type|"
    "service category|taxonomy|tipo|tipo de servicio|categoria|system type|type of system|"
    "tipo de sistema",
    "description": "description|what it does|service description|descripcion|que hace",
    "population": "population|populations|populations served|target population|serves|"
    "target group|poblacion|poblaciones|poblaciones atendidas",
    "language": "language|languages|idioma|idiomas",
    "eligibility": "eligibility|eligibility description|who may come|quien puede venir|"
    "elegibilidad",
    "fees": "fees|fee|cost|fees description|what it costs|costo|tarifas|cuanto cuesta",
    "how_to_refer": "application process|how to apply|how to refer|referral|intake|intake process|"
    "referral process|how to send somebody|como derivar|como enviar a alguien",
    "contact": "referral contact|contact|contact name|whom to ask for|intake contact|contacto|"
    "por quien preguntar",
    "phone": "phone|telephone|service phone|referral phone|phone number|telefono",
    "email": "email|e-mail|service email|referral email|correo|correo electronico",
    "page": "url|website|web page|page|link|web|pagina web|sitio web",
    "capacity": "capacity|capacity status|status of capacity|takes people|availability|openings|"
    "accepting|recibe personas|capacidad|disponibilidad",
    "capacity_on": "capacity date|said on|capacity updated|as of|status date|dicho el",
    "capacity_note": "capacity note|wait time|more about it|wait|tiempo de espera|mas al respecto",
    "funder": "funder|funders|funding|funding source|funding sources|funded by|paid by|"
    "financiador|financiadores|fuente de financiamiento",
    "since_on": "since|start|start date|begins|desde",
    "until_on": "until|end|end date|ends|hasta",
    "place": "place|location|location name|site|site name|lugar|sede",
    "street": "street|address|address 1|street address|calle|direccion",
    "city": "city|town|ciudad",
    "region": "state|region|state or region|state province|province|estado|estado o region",
    "postcode": "postal code|zip|zip code|postcode|codigo postal",
    "area": "area|areas|service area|service areas|area served|county|neighborhood|neighbourhood|"
    "district|zona|barrio|condado",
    "is_virtual": "by phone or online|virtual|online|remote|por telefono o en linea|en linea",
}
KEY_OF = {term_key(word): key for key, words in HEADINGS.items() for word in words.split("|")}


def guess(columns: Iterable[Column]) -> dict[str, str]:
    """Position of a column → what it holds; each field once, and only where something stands."""
    told: dict[str, str] = {}
    for position, column in enumerate(columns):
        key = by_heading(column.heading)
        if key and column.filled and key not in told.values():
            told[str(position)] = key
    return told


def by_heading(heading: str) -> str:
    return KEY_OF.get(_words(heading), "")


def _words(heading: str) -> str:
    return term_key(" ".join(heading.replace("_", " ").replace("-", " ").split())) or ""


def is_field(key: str) -> bool:
    return key in LABELS


def label_of(key: str) -> str:
    return str(LABELS[key])


def choices_for(_heading: str) -> list[tuple[str, str]]:
    """What a person may say that a column holds, whatever its heading."""
    return [(key, str(label)) for key, label in LABELS.items()]


def missing_in(mapping: Mapping[str, str]) -> str:
    """What keeps the file from being read, as a sentence; "" when nothing does."""
    told = set(mapping.values())
    if not told & {"organisation_name", "organisation_id"}:
        return _("Please say which column names the partner who runs the service.")
    if "name" not in told:
        return _("Please say which column names the service.")
    return ""


def known_key(heading: str) -> bool:
    """For finding the row of headings."""
    return bool(by_heading(heading))
