from partners.forms.contacts import ContactForm, ContactLeftForm
from partners.forms.erasure import ErasureForm
from partners.forms.organisations import OrganisationForm, OwnOrganisationForm
from partners.forms.own_fields import OwnFieldForm
from partners.forms.representation import RepresentativeForm
from partners.forms.retiring import RetireForm
from partners.forms.same_person import SamePersonForm
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
