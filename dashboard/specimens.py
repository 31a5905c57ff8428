"""What the components page shows: made-up answers, so that every piece stands there in each of its states."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from common.pages.filters import Filter, chosen_filter

# `<symbol id="phone" …`: the names that the icon tag takes.
SYMBOL = re.compile(r'<symbol id="([^"]+)"')
SECTORS = [
    ("health", "Health care"),
    ("schools", "Schools"),
    ("faith", "Faith"),
    ("business", "Business"),
    ("government", "Local government"),
]
OWNERS = [("ruth", "Ruth Adeyemi"), ("tom", "Tom Brannigan")]
PARTNERS = [
    ("Cedar Lane Family Practice", "Health care", "Dr. Anjali Mehta", 1204),
    ("Masjid An-Noor Community Kitchen", "Faith", "Imam Yusuf Hadi", 120),
    ("Promotoras de Sunnybrook", "Community health workers", "Lucía Castañeda", 37),
]


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Kind:
    kind: str
    label: str
    count: int
    url: str = ""


class SpecimenForm(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label=_("Name"), max_length=80)
    email = forms.EmailField(
        label=_("E-mail of the new contact"),
        help_text=_("We write once, to ask whether they agree."),
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=SECTORS)
    serves = forms.MultipleChoiceField(
        label=_("Serves"), choices=SECTORS, widget=forms.CheckboxSelectMultiple, required=False
    )
    joined_on = forms.DateField(
        label=_("Joined on"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    description = forms.CharField(
        label=_("What they do"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    channel = forms.ChoiceField(
        label=_("Reach them by"),
        choices=[("mail", _("E-mail")), ("phone", _("Phone"))],
        widget=forms.RadioSelect,
        help_text=_("What they answer fastest."),
    )
    logo = forms.FileField(label=_("Logo"), required=False)
    agrees = forms.BooleanField(
        label=_("They agreed that we keep this"), help_text=_("Asked by phone counts.")
    )


def specimens(*, sectors: list[str], sort: str, page: str) -> dict[str, Any]:
    """The context of dashboard/components.html, with filters and order as the address says."""
    return {
        "empty_form": SpecimenForm(prefix="new"),
        "wrong_form": SpecimenForm(
            {"wrong-email": "rosa.example.org", "wrong-sector": "health"}, prefix="wrong"
        ),
        "filters": specimen_filters(sectors=sectors),
        "partners": PARTNERS,
        "sort": sort,
        "page": specimen_page(page),
        "kinds": [
            Kind("new", "9 new", 9, "#census"),
            Kind("changed", "12 changed", 12, "#census"),
            Kind("duplicate", "2 perhaps here already", 2, "#census"),
            Kind("rejected", "3 cannot be read", 3, "#census"),
            Kind("same", "15 unchanged", 15),
        ],
        "steps": [_("File"), _("Columns"), _("Dry run"), _("Done")],
        "tabs": [
            Tab(_("Profile"), "#tabs", is_current=True),
            Tab(_("What happened"), "#tabs"),
            Tab(_("History"), "#tabs"),
        ],
        "answers": [
            ("same", _("Same: add what is new")),
            ("other", _("Different partner")),
            ("skip", _("Leave out")),
        ],
        "icons": icon_names(),
    }


def specimen_filters(*, sectors: list[str]) -> list[Filter]:
    return [
        chosen_filter(name="sector", label=_("Sector"), choices=SECTORS, values=sectors),
        chosen_filter(name="owner", label=_("Looked after by"), choices=OWNERS, values=[]),
    ]


def specimen_page(number: str) -> Page:
    return Paginator(range(2041), 50).get_page(number)


def icon_names() -> list[str]:
    sprite = Path(str(finders.find("img/icons.svg"))).read_text(encoding="utf-8")
    return SYMBOL.findall(sprite)
