"""By the link."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.models import Application
from tests.factories import (
    ContactFactory,
    ReviewerFactory,
    ReviewFactory,
)
from tests.forms import carried
from tests.partners.calls.doors import address, apply, criteria, filled, open_call

pytestmark = pytest.mark.django_db


def link_of(application: Application) -> str:
    return application.link_path


def change(application, client=None, **told):
    client = client or Client()
    page = client.get(link_of(application))
    typed = filled(application.call, **told)
    del typed["email"], typed["consent"]
    return client.post(link_of(application), typed | {"opened": carried(page, "opened")})


def test_applicant_changes_what_they_sent(call):
    apply(call)
    application = Application.objects.get()
    place = criteria(call)[0]
    answer = change(application, phone="555 0199", **{f"answer-{place.pk}": "Better."})
    assert answer.status_code == 302
    application.refresh_from_db()
    assert application.phone == "555 0199"
    assert application.changed_at
    assert application.answers.get(criterion=place).words == "Better."
    assert application.email == "lena@elm.example"


def test_change_with_something_missing_keeps_what_was_typed(call):
    apply(call)
    application = Application.objects.get()
    answer = change(application, organisation_name="", phone="555 0199")
    assert answer.status_code == 422
    assert "555 0199" in answer.text
    application.refresh_from_db()
    assert application.phone == "555 0100"


def test_two_tabs_of_one_applicant_do_not_overwrite_each_other(call):
    apply(call)
    application = Application.objects.get()
    stale = carried(Client().get(link_of(application)), "opened")
    change(application, phone="555 0199")
    typed = filled(application.call, phone="555 0111")
    answer = Client().post(link_of(application), typed | {"opened": stale})
    assert answer.status_code == 409
    application.refresh_from_db()
    assert application.phone == "555 0199"


def test_link_reads_only_once_the_call_is_closed(call):
    apply(call)
    application = Application.objects.get()
    mark = carried(Client().get(link_of(application)), "opened")
    call.closed_at = timezone.now()
    call.save()
    page = Client().get(link_of(application))
    assert page.status_code == 200
    assert "On Place." in page.text
    assert "<textarea" not in page.text
    Client().post(link_of(application), filled(call, phone="1", opened=mark))
    application.refresh_from_db()
    assert application.phone == "555 0100"


def test_opening_the_link_changes_nothing_and_a_press_withdraws(call):
    apply(call)
    application = Application.objects.get()
    Client().get(link_of(application))
    assert Client().get(f"{link_of(application)}withdraw/").status_code == 405
    answer = Client().post(f"{link_of(application)}withdraw/", {"words": "No time"})
    assert "Your application is withdrawn" in answer.text
    application.refresh_from_db()
    assert application.withdrawn_words == "No time"
    assert application.email  # kept, since nobody asked to have it erased
    apply(call)  # and they may come back
    assert Application.objects.standing().count() == 1


def test_withdrawing_erases_the_person_when_they_ask_for_it(call):
    place = criteria(call)[0]
    apply(call, **{f"answer-{place.pk}": "Ask Lena Moss, lena@elm.example."})
    application = Application.objects.get()
    Client().post(f"{link_of(application)}withdraw/", {"erase": "on"})
    old_link = link_of(application)
    application.refresh_from_db()
    assert (application.contact_name, application.email, application.phone) == ("•••", "", "")
    assert application.organisation_name == "Elm Center"
    assert application.answers.get(criterion=place).words == "Ask •••, •••."
    assert Client().get(old_link).status_code == 404
    assert not holds_anywhere("lena@elm.example")
    assert not holds_anywhere("Lena Moss")


def test_withdrawing_is_not_done_by_half_when_erasing_is_refused(call):
    apply(call)
    application = Application.objects.get()
    ContactFactory(organisation__coalition=call.coalition, email=application.email)
    answer = Client().post(f"{link_of(application)}withdraw/", {"erase": "on"}, follow=True)
    assert "They are on your list too" in answer.text
    application.refresh_from_db()
    assert application.withdrawn_at is None


def holds_anywhere(needle: str) -> list[str]:
    """The tables of calls and their history, and the outbox, that still hold a text."""
    tables = [name for name in connection.introspection.table_names() if _is_ours(name)]
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                f'SELECT 1 FROM "{table}" t WHERE t::text ILIKE %s LIMIT 1', [f"%{needle}%"]
            )
            if cursor.fetchone():
                found.append(table)
    return found


def _is_ours(table: str) -> bool:
    return table.startswith(("partners_appl", "partners_decision", "common_letter"))


@pytest.mark.parametrize("wrong", ["x", "abc:def", ""])
def test_link_that_is_not_whole_opens_nothing(call, wrong):
    apply(call)
    whole = link_of(Application.objects.get()).rstrip("/").split("/")[-1]
    token = whole[:-3] + wrong if wrong != "abc:def" else wrong
    answer = Client().get(reverse("application", args=[token]))
    assert answer.status_code == 404
    assert "This link does not work" in answer.text
    assert "Elm Center" not in answer.text


def test_link_of_another_purpose_opens_nothing(call):
    from common.pages.signed_links import make_token

    apply(call)
    application = Application.objects.get()
    token = make_token(
        purpose="invitation", row=application.pk, recipient=application.email, until=timezone.now()
    )
    assert Client().get(reverse("application", args=[token])).status_code == 404


def test_words_of_coordinators_and_applicants_are_never_markup(call, coordinator):
    place = criteria(call)[0]
    place.question = "<b>Where</b>?"
    place.save()
    assert "&lt;b&gt;Where&lt;/b&gt;?" in Client().get(call.public_path).text
    row = open_call(coordinator.membership.coalition)
    apply(row, **{f"answer-{criteria(row)[0].pk}": "<script>here</script>\nand more"})
    reviewer = ReviewerFactory(call=row, person=coordinator.membership.person)
    application = Application.objects.get()
    ReviewFactory(application=application, reviewer=reviewer)
    for name in ("application", "application_score"):
        page = coordinator.get(address(name, coordinator, row.pk, application.pk))
        assert "&lt;script&gt;here&lt;/script&gt;" in page.text
        assert "<script>here" not in page.text
