"""Who leads a body from its first day: a row for each, empty rows are none."""

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy

from governance.forms.bodies.who import WhoForm
from governance.models import LEADING, Rank
from governance.operations.bodies.leads import FirstLead

FIRST_LEADS = 3  # rows that the form begins with; more are seated on the page of the seats
MOST_LEADS = 9


class LeadForm(WhoForm):
    title = forms.CharField(
        label=gettext_lazy("Seat"), max_length=160, initial=gettext_lazy("Co-lead")
    )
    rank = forms.ChoiceField(
        label=gettext_lazy("Part in it"),
        choices=[(rank.value, rank.label) for rank in LEADING],
        initial=Rank.CO_LEAD,
    )
    field_order = ("partner", "person", "title", "rank")

    def first_lead(self) -> FirstLead:
        told = self.cleaned_data
        return FirstLead(
            title=told["title"],
            rank=told["rank"],
            organisation=told["partner"],
            contact=told.get("contact"),
        )


LeadFormSet = formset_factory(LeadForm, extra=FIRST_LEADS, max_num=MOST_LEADS)
