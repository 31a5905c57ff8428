from partners.forms.organisations import OrganisationForm, OwnOrganisationForm
from partners.forms.own_fields.fields import OwnFieldForm
from partners.forms.people.contacts import ContactForm, ContactLeftForm
from partners.forms.people.erasure import ErasureForm
from partners.forms.people.representation import RepresentativeForm
from partners.forms.people.same_person import SamePersonForm
from partners.forms.retiring import RetireForm
from partners.forms.saved_views import SavedViewForm
from partners.forms.terms import TermForm

__all__ = [
    "ContactForm",
    "ContactLeftForm",
    "ErasureForm",
    "OrganisationForm",
    "OwnFieldForm",
    "OwnOrganisationForm",
    "RepresentativeForm",
    "RetireForm",
    "SamePersonForm",
    "SavedViewForm",
    "TermForm",
]
