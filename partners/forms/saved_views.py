from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import SavedView
from partners.reports.listing.saved_views import address_kept
from partners.reports.listing.view_words import view_words


class AddressField(forms.CharField):
    """What the list shows, as its address says it; told in words where two versions are compared."""

    def __init__(self, *, membership: Membership) -> None:
        super().__init__(label=_("What the view shows"), required=False, widget=forms.HiddenInput)
        self.membership = membership

    def to_python(self, value: Any) -> str:
        return address_kept(QueryDict(super().to_python(value)))

    def tell(self, address: str) -> list[str]:
        return view_words(address, membership=self.membership)


class ViewAddressForm(forms.Form):
    """“Save the view”: the list as it stands now, under the name of the view that is open."""

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"] = AddressField(membership=membership)


class SavedViewForm(forms.Form):
    """A view's name, purpose and who sees it. Sharing is offered to those whose role shares."""

    name = forms.CharField(label=_("Name"), max_length=60)
    description = forms.CharField(
        label=_("What it is for"),
        max_length=200,
        required=False,
        help_text=_("Stands under the tabs while the view is open."),
    )
    is_shared = forms.BooleanField(
        label=_("Share it with everyone who sees the partners"), required=False
    )
    is_default = forms.BooleanField(label=_("Open my partner list with it"), required=False)

    def __init__(
        self,
        *args: Any,
        membership: Membership,
        view: SavedView | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        is_shared = view is not None and view.is_shared
        if not (membership.may(Permission.SHARE_VIEWS) or is_shared):
            del self.fields["is_shared"]
        if view is not None:
            del self.fields["is_default"]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        return {"is_shared": False, **self.cleaned_data}
