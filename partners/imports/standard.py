"""The fields that a partner spreadsheet may fill in any coalition, and the headings for them."""

from typing import Any

from django.utils.translation import gettext_lazy

from partners.imports.fields import CONTACT, LISTS, ORGANISATION, PLACE, Field
from partners.models import Vocabulary

# "organization …" and the like in front of a heading say nothing: "Agency phone" is "phone".
PREFIXES = (
    "organization",
    "organisation",
    "org",
    "agency",
    "partner",
    "company",
    "program",
    "business",
    "main",
    "office",
    "organizacion",
    "organismo",
    "agencia",
    "empresa",
    "primary",
    "general",
)


def _field(key: str, label: Any, headings: str, *, group: Any, contact: bool = False) -> Field:
    return Field(key, label, frozenset(headings.split("|")), group, is_about_contact=contact)


_ALL = [
    _field(
        "name",
        gettext_lazy("Name"),
        "name|organization|organisation|organization name|organisation name|org|org name|agency|"
        "agency name|partner|"
        "partner name|partner organization|partner agency|company|company name|business name|member|"
        "member organization|member agency|grantee|grantee name|recipient|recipient name|awardee|"
        "institution|group|group name|provider|provider name|stakeholder|nonprofit|entity|entity name|"
        "legal name|account name|nombre|organizacion|nombre de la organizacion|nombre organizacion|"
        "institucion|agencia|socio|entidad|empresa|grupo|miembro|aliado|beneficiario",
        group=ORGANISATION,
    ),
    _field(
        "alias",
        gettext_lazy("Other names"),
        "alias|aliases|also known as|aka|a k a|other name|other names|acronym|abbreviation|dba|short name|"
        "alternate name|former name|doing business as|otro nombre|otros nombres|siglas|acronimo|"
        "abreviatura|nombre corto|tambien conocido como",
        group=ORGANISATION,
    ),
    _field(
        "kind",
        gettext_lazy("Kind (partner, prospect, stakeholder)"),
        "kind|partner type|partner kind|partner status|relationship|membership status|member status|"
        "tipo|tipo de socio|clase|relacion|tipo de relacion|estado de membresia",
        group=ORGANISATION,
    ),
    _field(
        "description",
        gettext_lazy("Description"),
        "description|about|summary|organization description|services|"
        "services offered|what they do|overview|profile|purpose|descripcion|resumen|acerca de|"
        "servicios|que hacen|perfil",
        group=ORGANISATION,
    ),
    _field(
        "email",
        gettext_lazy("E-mail of the organisation"),
        "email|e mail|email address|e mail address|mail|emails|email addresses|organization email|"
        "correo|correo electronico|direccion de correo|email general",
        group=ORGANISATION,
    ),
    _field(
        "phone",
        gettext_lazy("Phone of the organisation"),
        "phone|phone number|telephone|telephone number|tel|phones|phone numbers|main phone|work phone|"
        "office phone|business phone|phone 1|phone 2|telefono|telefonos|numero de telefono|tel no|fono",
        group=ORGANISATION,
    ),
    _field(
        "website",
        gettext_lazy("Website"),
        "website|web site|web|url|web address|homepage|home page|web page|website url|site|link|"
        "sitio web|pagina web|pagina|sitio|enlace",
        group=ORGANISATION,
    ),
    _field(
        "since_on",
        gettext_lazy("Since"),
        "since|member since|partner since|joined|date joined|join date|joined on|start date|"
        "partnership start|date added|desde|socio desde|miembro desde|fecha de ingreso|fecha de inicio",
        group=ORGANISATION,
    ),
    _field(
        "external_id",
        gettext_lazy("Number in another system"),
        "id|organization id|organisation id|org id|agency id|partner id|member id|account id|record id|"
        "identifier|external id|unique id|ein|ein number|tax id|taxid|federal tax id|uei|duns|"
        "grantee id|numero|identificador|id de la organizacion|numero fiscal|codigo",
        group=ORGANISATION,
    ),
    _field(
        "identifiers",
        gettext_lazy("Numbers in several systems"),
        "identifiers|external ids|identificadores",
        group=ORGANISATION,
    ),
    _field(
        "owner",
        gettext_lazy("Looked after by (e-mail of a member)"),
        "owner|relationship owner|account owner|looked after by|liaison|staff lead|assigned to|"
        "account manager|responsable|persona responsable|encargado|a cargo de|enlace del personal",
        group=ORGANISATION,
    ),
    _field(
        "street",
        gettext_lazy("Street"),
        "street|street address|address|address 1|address line 1|address1|mailing address|physical address|"
        "street 1|location|postal address|direccion|calle|domicilio|direccion 1|calle y numero|"
        "direccion postal",
        group=PLACE,
    ),
    _field(
        "street_2",
        gettext_lazy("Street, second line"),
        "address 2|address line 2|street 2|street address 2|suite|unit|apt|direccion 2|piso|oficina",
        group=PLACE,
    ),
    _field(
        "city",
        gettext_lazy("City"),
        "city|town|municipality|city town|locality|ciudad|municipio|localidad|pueblo|poblacion",
        group=PLACE,
    ),
    _field(
        "region",
        gettext_lazy("State or region"),
        "state|region|province|state province|state region|st|estado|provincia|departamento",
        group=PLACE,
    ),
    _field(
        "postcode",
        gettext_lazy("Postal code"),
        "zip|zip code|zipcode|postal code|postcode|post code|zip postal code|zip 4|codigo postal|cp|c p",
        group=PLACE,
    ),
    _field(
        "sector",
        gettext_lazy("Sectors"),
        "sector|sectors|sector s|sector represented|dfc sector|community sector|industry|field|"
        "sector type|categories|focus area|focus areas|service category|service categories|area of work|"
        "sectores|rubro|ambito|area de trabajo|categorias",
        group=LISTS,
    ),
    _field(
        "population",
        gettext_lazy("Populations served"),
        "population|populations|population served|populations served|serves|target population|"
        "target populations|who they serve|priority population|audience|poblacion atendida|"
        "poblaciones atendidas|poblacion objetivo|a quien sirven|publico",
        group=LISTS,
    ),
    _field(
        "area",
        gettext_lazy("Areas"),
        "area|areas|area served|areas served|service area|service areas|county|counties|neighborhood|"
        "neighborhoods|neighbourhood|district|ward|geographic area|counties served|zona|zonas|"
        "area de servicio|condado|condados|barrio|barrios|distrito",
        group=LISTS,
    ),
    _field(
        "language",
        gettext_lazy("Languages"),
        "language|languages|languages spoken|language spoken|language s|idioma|idiomas|lengua|lenguas",
        group=LISTS,
    ),
    _field(
        "determinant",
        gettext_lazy("Social determinants"),
        "social determinant|social determinants|social determinants of health|determinant|determinants|"
        "sdoh|sdoh domain|sdoh domains|social drivers|social drivers of health|condition|conditions|"
        "conditions improved|determinante|determinantes|determinantes sociales|"
        "determinantes sociales de la salud",
        group=LISTS,
    ),
    _field(
        "tag",
        gettext_lazy("Tags"),
        "tag|tags|label|labels|keyword|keywords|etiqueta|etiquetas|palabras clave",
        group=LISTS,
    ),
    _field(
        "contact_name",
        gettext_lazy("Name"),
        "contact|contact name|contacts|contact person|primary contact|primary contact name|main contact|"
        "key contact|representative|rep|representative name|full name|person|point of contact|poc|"
        "staff contact|director name|executive director|contact full name|contacto|nombre de contacto|"
        "nombre del contacto|persona de contacto|contacto principal|representante|nombre completo|"
        "contacto nombre",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_first_name",
        gettext_lazy("First name"),
        "first name|firstname|first|contact first name|given name|fname|primer nombre|nombre de pila|"
        "nombres",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_last_name",
        gettext_lazy("Last name"),
        "last name|lastname|last|contact last name|surname|family name|lname|apellido|apellidos",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_title",
        gettext_lazy("Job title"),
        "title|job title|contact title|position|contact position|job|occupation|titulo|cargo|puesto|"
        "titulo de contacto|cargo del contacto|contacto cargo",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_email",
        gettext_lazy("E-mail"),
        "contact email|contact e mail|contact email address|representative email|personal email|"
        "direct email|rep email|primary contact email|work email|correo de contacto|"
        "correo del contacto|email de contacto|email del contacto|contacto correo electronico|"
        "contacto correo",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_phone",
        gettext_lazy("Phone"),
        "contact phone|contact phone number|cell|cell phone|mobile|mobile phone|direct phone|direct line|"
        "contact telephone|representative phone|rep phone|primary contact phone|celular|movil|"
        "telefono de contacto|telefono del contacto|telefono movil|contacto telefono",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_role",
        gettext_lazy("Role"),
        "role|contact role|contact type|rol|funcion|rol de contacto|papel|contacto papel",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_consent",
        gettext_lazy("May be listed in the directory"),
        "may be listed|may be listed in the directory|contact may be listed|may we list|may we list you|"
        "may we list you in the directory|consent|contact consent|consent to list|consent to be listed|"
        "directory consent|listing consent|opt in|directory opt in|contact opt in|listed|"
        "listed in directory|list in directory|ok to list|ok to publish|permission to list|"
        "consentimiento|contacto consentimiento|puede aparecer|puede aparecer en el directorio|"
        "contacto puede aparecer|contacto puede aparecer en el directorio|puede figurar|"
        "contacto puede figurar|puede figurar en el directorio|autoriza|autorizacion|"
        "autoriza publicar|acepta aparecer|aparece en el directorio",
        group=CONTACT,
        contact=True,
    ),
    _field(
        "contact_no_letters",
        gettext_lazy("Wants no letters"),
        "wants no letters|no letters|contact wants no letters|do not mail|do not write|do not contact|"
        "do not e mail|no mailings|unsubscribed|opted out of letters|no quiere cartas|sin cartas|"
        "contacto no quiere cartas|no escribir|no enviar cartas|no contactar",
        group=CONTACT,
        contact=True,
    ),
]

# What our own file tells beside the sectors from which it follows: no list is guessed from its cells.
TOLD_ALONG = frozenset({"broad sector", "broad sectors", "gran sector", "grandes sectores"})
FIELDS: dict[str, Field] = {field.key: field for field in _ALL}
# A second column of the same field adds to it; of all others, only one column may fill the field.
MANY = frozenset({"alias", "phone", "email", *Vocabulary.values})
