from partners.operations.erasure import (
    ask_to_erase,
    erase_contact,
    files_naming,
    forget_in_spreadsheets,
)
from partners.operations.keepers import hand_over_organisations, take_back_organisations
from partners.operations.lifecycle import contact_left, contact_returned, reinstate, retire
from partners.operations.merging import merge
from partners.operations.own_fields import (
    add_own_field,
    edit_own_field,
    move_own_field,
    restore_own_field,
    retire_own_field,
)
from partners.operations.people import merge_contacts, take_contacts_apart
from partners.operations.profiles import Profile, add_organisation, edit_organisation
from partners.operations.representation import (
    end_representation,
    invite_representative,
    tie_to_organisation,
)
from partners.operations.terms import (
    EARLIER,
    LATER,
    add_term,
    edit_area,
    fill_determinants,
    fill_sectors,
    fill_service_kinds,
    move_term,
    place_area,
    reinstate_term,
    rename_term,
    retire_term,
    terms_named,
)
from partners.operations.unmerging import unmerge, unmerge_change

__all__ = [
    "EARLIER",
    "LATER",
    "Profile",
    "add_organisation",
    "add_own_field",
    "add_term",
    "ask_to_erase",
    "contact_left",
    "contact_returned",
    "edit_area",
    "edit_organisation",
    "edit_own_field",
    "end_representation",
    "erase_contact",
    "files_naming",
    "fill_determinants",
    "fill_sectors",
    "fill_service_kinds",
    "forget_in_spreadsheets",
    "hand_over_organisations",
    "invite_representative",
    "merge",
    "merge_contacts",
    "move_own_field",
    "move_term",
    "place_area",
    "reinstate",
    "reinstate_term",
    "rename_term",
    "restore_own_field",
    "retire",
    "retire_own_field",
    "retire_term",
    "take_back_organisations",
    "take_contacts_apart",
    "terms_named",
    "tie_to_organisation",
    "unmerge",
    "unmerge_change",
]
