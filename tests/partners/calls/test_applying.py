"""Strangers apply by the public page, and read, change or withdraw by the link in their letter."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.models import Letter
from partners.models import Application, ApplicationAnswer
from partners.views.calls.public import MOST_SENDINGS
from tests.factories import CoalitionFactory, OrganisationFactory, ReviewerFactory, ReviewFactory
from tests.forms import carried
from tests.partners.calls.doors import FAR, address, apply, criteria, filled, open_call

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_come_yet():
    cache.clear()


@pytest.fixture
def call():
    return open_call(CoalitionFactory(name="Valley Health", place="North Valley"))


def letters(kind: str):
    return Letter.objects.filter(kind=f"partners/{kind}")


def link_of(application: Application) -> str:
    return application.link_path


def change(application, client=None, **told):
    client = client or Client()
    page = client.get(link_of(application))
    typed = filled(application.call, **told)
    del typed["email"], typed["consent"]
    return client.post(link_of(application), typed | {"opened": carried(page, "opened")})


def test_stranger_applies_and_gets_the_link_by_letter(call):
    answer = apply(call, website="elm.example")
    assert answer.status_code == 302
    application = Application.objects.get()
    assert application.organisation_name == "Elm Center"
    assert application.heard_words == "A neighbor"
    assert application.consented_at
    assert [one.words for one in application.answers.all()] == ["On Place.", "On People."]
    letter = letters("application_received").get()
    assert (letter.to_address, letter.tenant) == ("lena@elm.example", call.coalition_id)
    assert application.link in letter.text
    assert application.link not in letter.text_for_others
    assert "Thank you" in Client().get(answer["Location"]).text


def test_public_page_shows_the_call_and_nothing_else_of_the_coalition(call):
    OrganisationFactory(coalition=call.coalition, name="Secret Partner")
    page = Client().get(call.public_path)
    assert call.about in page.text
    assert "Secret Partner" not in page.text
    assert f"/{call.coalition.slug}/partners/" not in page.text


def test_page_speaks_spanish_where_it_is_written(call):
    call.title_es, call.about_es = "Se buscan socios", "Buscamos a quienes conocen Riverbend."
    call.save()
    criterion = criteria(call)[0]
    criterion.question_es = "¿Dónde?"
    criterion.save()
    page = Client(headers={"accept-language": "es"}).get(call.public_path)
    assert "Se buscan socios" in page.text
    assert "¿Dónde?" in page.text
    assert "With whom?" in page.text  # not written in Spanish, so it stands as it is
    apply(call, Client(headers={"accept-language": "es"}))
    assert Application.objects.get().language == "es"


def test_what_was_typed_stays_when_something_is_missing(call):
    answer = apply(call, email="lena at elm", consent="")
    assert answer.status_code == 422
    assert "lena at elm" in answer.text
    assert "On Place." in answer.text
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_pressed_twice_it_is_sent_once(call):
    client = Client()
    key = carried(client.get(call.public_path), "form_key")
    for _time in range(2):
        answer = client.post(call.public_path, filled(call, form_key=key))
        assert answer.status_code == 302
    assert Application.objects.count() == 1
    assert Letter.objects.count() == 1


def test_same_name_from_the_same_address_is_answered_alike_and_changes_nothing(call):
    first = apply(call)
    place = criteria(call)[0]
    second = apply(
        call,
        organisation_name="ELM center",
        email="Lena@Elm.example",
        **{f"answer-{place.pk}": "X"},
    )
    assert second["Location"] == first["Location"]
    assert Application.objects.count() == 1
    assert ApplicationAnswer.objects.get(criterion=place).words == "On Place."
    assert letters("application_again").count() == 1
    apply(call)
    assert letters("application_again").count() == 1  # one a day


def test_one_address_speaks_for_three_at_most(call):
    for name in ("One", "Two", "Three"):
        apply(call, organisation_name=name)
    answer = apply(call, organisation_name="Four")
    assert answer.status_code == 422
    assert "From this address several applications stand already." in answer.text
    assert Application.objects.count() == 3


def test_robot_that_fills_everything_in_leaves_nothing(call):
    answer = apply(call, nickname="Cheap watches")
    assert answer.status_code == 302
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_one_place_sends_only_so_many_in_an_hour(call):
    client = Client()
    key = carried(client.get(call.public_path), "form_key")
    for number in range(MOST_SENDINGS + 1):
        answer = client.post(
            call.public_path, filled(call, form_key=key, email=f"a{number}@elm.example")
        )
    assert answer.status_code == 429
    assert Application.objects.count() == MOST_SENDINGS


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"closed_at": timezone.now()}, 410, "This call is closed."),
        ({"opens_on": FAR}, 200, "You can apply here from"),
    ],
)
def test_call_that_is_not_open_takes_nothing(call, fields, status, sentence):
    key = carried(Client().get(call.public_path), "form_key")
    for name, value in fields.items():
        setattr(call, name, value)
    call.save()
    page = Client().get(call.public_path)
    assert page.status_code == status
    assert sentence in page.text
    Client().post(call.public_path, filled(call, form_key=key))
    assert not Application.objects.exists()


def test_draft_and_unknown_calls_are_not_there(call):
    call.published_at = None
    call.save()
    assert Client().get(call.public_path).status_code == 404
    elsewhere = reverse("call", args=[CoalitionFactory().slug, call.slug])
    assert Client().get(elsewhere).status_code == 404


# ---------------------------------------------------------------- by the link


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
    from common.links import make_token

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
