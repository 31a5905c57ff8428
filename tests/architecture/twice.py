"""How every form that changes something bears being sent twice, or late, or from two tabs.

A form over a record carries a mark of what it showed (`opened`), one that makes something a key
(`form_key`), one that applies a preview its fingerprint (`seen`). An address that needs none of these says
here why. See docs/decisions/0014-a-form-remembers-what-it-showed.md.
"""

from dataclasses import dataclass

MARK, KEY, SEEN = "opened", "form_key", "seen"


@dataclass(frozen=True)
class Carries:
    """A form that carries a hidden field, and the page on which it stands."""

    field: str
    page: str = ""  # the name of its address; empty: the form's own
    query: str = ""


# Where the view asks whether things still stand as the page showed them.
CARRYING: dict[str, Carries] = {
    "accounts:change_role": Carries(MARK, "accounts:members"),
    "accounts:coalition_second_factor": Carries(MARK),
    "accounts:coalition_settings": Carries(MARK),
    "accounts:end_membership": Carries(MARK),
    "accounts:found": Carries(KEY),
    "accounts:invite": Carries(KEY),
    "accounts:resend_invitation": Carries(KEY, "accounts:invitations"),
    "accounts:settings": Carries(MARK),
    "partners:add": Carries(KEY),
    "partners:composition_settings": Carries(MARK),
    "partners:composition_sign": Carries(MARK),
    "partners:benefit_add": Carries(KEY),
    "partners:benefit_answer": Carries(MARK, "partners:value"),
    "partners:benefit_deliver": Carries(MARK),
    "partners:benefit_edit": Carries(MARK),
    "partners:benefit_heard": Carries(MARK),
    "partners:benefit_withdraw": Carries(MARK),
    "partners:contact_add": Carries(KEY),
    "partners:contact_edit": Carries(MARK),
    "partners:contact_left": Carries(MARK),
    "partners:depth_settings": Carries(MARK),
    "partners:depth_topic": Carries(MARK),
    "partners:depth_topic_own": Carries(MARK),
    "partners:edit": Carries(MARK),
    "partners:event_add": Carries(KEY),
    "partners:event_edit": Carries(MARK),
    "partners:file_add": Carries(KEY),
    "partners:gap": Carries(MARK),
    "partners:gap_prospect": Carries(KEY, "partners:gap"),
    "partners:import_start": Carries(KEY),
    "partners:interview": Carries(KEY),
    "partners:interview_topic": Carries(MARK),
    "partners:invite": Carries(KEY),
    "partners:letter_add": Carries(KEY),
    "partners:letter_edit": Carries(MARK),
    "partners:letter_send": Carries(MARK, "partners:letter"),
    "partners:move": Carries(SEEN, "partners:list", "?layout=board"),
    "partners:needed_add": Carries(KEY),
    "partners:needed_edit": Carries(MARK),
    "partners:own_field": Carries(MARK),
    "partners:own_field_add": Carries(KEY),
    "partners:own_field_move": Carries(KEY, "partners:own_fields"),
    "partners:profile": Carries(MARK),
    "partners:retire": Carries(MARK),
    "partners:talk_edit": Carries(MARK),
    "partners:talk_log": Carries(KEY),
    "partners:talk_rules": Carries(MARK),
    "partners:stake": Carries(MARK),
    "partners:stake_move": Carries(SEEN, "partners:stakeholders"),
    "partners:term_add": Carries(KEY, "partners:lists"),
    "partners:term_move": Carries(KEY, "partners:lists"),
    "partners:term_rename": Carries(MARK, "partners:lists"),
    "partners:value_hopes": Carries(MARK),
    "partners:value_statement": Carries(MARK),
    "partners:relation_add": Carries(KEY, "partners:relations"),
    "partners:relation_rename": Carries(MARK, "partners:relations"),
    "partners:service_add": Carries(KEY),
    "partners:service_edit": Carries(MARK),
    "partners:service_import_start": Carries(KEY),
    "partners:tie_add": Carries(KEY),
    "partners:tie_edit": Carries(MARK),
    "partners:tie_import_start": Carries(KEY),
    "partners:view_add": Carries(KEY),
    "partners:view_delete": Carries(MARK, "partners:views"),
    "partners:view_edit": Carries(MARK),
    "partners:view_move": Carries(KEY, "partners:views"),
    "partners:wording": Carries(MARK),
    "partners:wording_add": Carries(KEY),
    "partners:wording_move": Carries(KEY, "partners:wordings"),
}

# Carried too, but on pages that only somebody in the middle of something sees; tested by themselves.
TESTED_ELSEWHERE: dict[str, str] = {
    "mfa_edit_webauthn": "tests/accounts/test_twice.py",
    "partners:bulk_apply": "tests/partners/test_bulk.py",
    "partners:event_delete": "tests/partners/talks/test_events.py",
    "partners:merge": "tests/partners/test_merging.py",
    "partners:talk_delete": "tests/partners/talks/test_changing.py",
    "partners:view_update": "tests/partners/test_twice.py",
}

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
LAST_WORD = "One person's own choice, seen at once: the last one is the one that was meant."
PROVES = "It changes no record; it proves who somebody is."
READS = "It changes nothing: it sends the person to confirm who they are, or shows something."
ONLY_ONCE = (
    "It can happen once; the second press is answered as the first, or told that it is done."
)
ONLY_PREPARED = (
    "Nothing of the partners is written: what it comes to is shown, and confirmed, afterwards."
)
TAKES_BACK = "It takes back one change that it names, refuses when others came since, and is told in history."

NEEDS_NEITHER: dict[str, str] = {
    "account_change_password": LAST_WORD,
    "account_confirm_login_code": PROVES,
    "account_login": PROVES,
    "account_logout": FINDS_IT_SO,
    "account_reauthenticate": PROVES,
    "account_request_login_code": PROVES,
    "account_reset_password": PROVES,
    "account_reset_password_from_key": ONLY_ONCE,
    "account_set_password": LAST_WORD,
    "account_signup": ONLY_ONCE,
    "accounts:editing": "A mark in the cache that expires by itself.",
    "accounts:end_other_sign_ins": FINDS_IT_SO,
    "accounts:end_sign_in": FINDS_IT_SO,
    "accounts:erase_me": ONLY_ONCE,
    "accounts:invitation": ONLY_ONCE,
    "accounts:language": LAST_WORD,
    "accounts:my_data_download": READS,
    "accounts:reinstate": FINDS_IT_SO,
    "accounts:theme": LAST_WORD,
    "accounts:withdraw_invitation": FINDS_IT_SO,
    "mfa_activate_totp": FINDS_IT_SO,
    "mfa_add_webauthn": "Each passkey answers a challenge that is good for once.",
    "mfa_authenticate": PROVES,
    "mfa_deactivate_totp": FINDS_IT_SO,
    "mfa_download_recovery_codes": READS,
    "mfa_generate_recovery_codes": "The page that follows shows the codes that hold, whoever pressed last.",
    "mfa_login_webauthn": PROVES,
    "mfa_reauthenticate": PROVES,
    "mfa_reauthenticate_webauthn": PROVES,
    "mfa_remove_webauthn": FINDS_IT_SO,
    "partners:benefit_open": FINDS_IT_SO,
    "partners:bulk_start": ONLY_PREPARED,
    "partners:bulk_undo": FINDS_IT_SO,
    "partners:composition_undo": TAKES_BACK,
    "partners:contact_erase": ONLY_ONCE,
    "partners:contact_returned": FINDS_IT_SO,
    "partners:duplicates_search": FINDS_IT_SO,
    "partners:event_attended": FINDS_IT_SO,
    "partners:event_going": FINDS_IT_SO,
    "partners:file_bring_back": FINDS_IT_SO,
    "partners:file_remove": FINDS_IT_SO,
    "partners:file_share": FINDS_IT_SO,
    "partners:gap_ask": FINDS_IT_SO,
    "partners:import_columns": ONLY_PREPARED,
    "partners:import_decide": ONLY_PREPARED,
    "partners:import_undo": FINDS_IT_SO,
    "partners:letter_bring_back": FINDS_IT_SO,
    "partners:letter_discard": FINDS_IT_SO,
    "partners:letter_printed": FINDS_IT_SO,
    "partners:wording_restore": FINDS_IT_SO,
    "partners:wording_retire": FINDS_IT_SO,
    "partners:wordings_fill": FINDS_IT_SO,
    "partners:merge_undo": TAKES_BACK,
    "partners:needed_fill": FINDS_IT_SO,
    "partners:needed_restore": FINDS_IT_SO,
    "partners:needed_retire": FINDS_IT_SO,
    "partners:own_field_restore": FINDS_IT_SO,
    "partners:own_field_retire": FINDS_IT_SO,
    "partners:relation_reinstate": FINDS_IT_SO,
    "partners:relation_retire": FINDS_IT_SO,
    "partners:service_capacity": FINDS_IT_SO,
    "partners:service_end": FINDS_IT_SO,
    "partners:service_import_apply": ONLY_ONCE,
    "partners:service_import_columns": ONLY_PREPARED,
    "partners:service_import_undo": FINDS_IT_SO,
    "partners:service_resume": FINDS_IT_SO,
    "partners:service_undo": TAKES_BACK,
    "partners:tie_end": FINDS_IT_SO,
    "partners:tie_import_apply": ONLY_ONCE,
    "partners:tie_import_columns": ONLY_PREPARED,
    "partners:tie_import_undo": FINDS_IT_SO,
    "partners:tie_resume": FINDS_IT_SO,
    "partners:tie_undo": TAKES_BACK,
    "partners:put_back": "It names the version that shall stand; what it replaces stays in history.",
    "partners:reinstate": FINDS_IT_SO,
    "partners:representation_end": FINDS_IT_SO,
    "partners:selection": "Each tick changes the selection as it finds it, whatever else was ticked.",
    "partners:talk_followed_up": FINDS_IT_SO,
    "partners:talk_tier": FINDS_IT_SO,
    "partners:talk_undo": TAKES_BACK,
    "partners:talks_import": "What stands already is not brought in again: a second press finds nothing new.",
    "partners:talks_import_undo": TAKES_BACK,
    "partners:stake_remove": FINDS_IT_SO,
    "partners:tell_apart": FINDS_IT_SO,
    "partners:term_reinstate": FINDS_IT_SO,
    "partners:term_retire": FINDS_IT_SO,
    "partners:terms_fill": FINDS_IT_SO,
    "partners:told_apart_undo": FINDS_IT_SO,
    "partners:undo": TAKES_BACK,
    "partners:unmerge": TAKES_BACK,
    "partners:verify": FINDS_IT_SO,
    "partners:verify_own": FINDS_IT_SO,
    "partners:view_default": FINDS_IT_SO,
    "partners:view_default_off": FINDS_IT_SO,
    "partners:view_undo": TAKES_BACK,
    "sample_remove": ONLY_ONCE,
}
