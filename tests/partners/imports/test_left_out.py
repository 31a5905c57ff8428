"""Any row can be left out, and sums are suggested for it; answers are kept from page to page."""

import pytest
from django.urls import reverse

from partners.imports import showing
from partners.models import ImportRun, Organisation
from tests.factories import OrganisationFactory
from tests.partners.importing import answers, checked, csv_text, decide, uploaded, work

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    return sorted(Organisation.objects.values_list("name", flat=True))


def show(client, run: ImportRun, **query: str) -> str:
    return client.get(run.get_absolute_url(), query).content.decode()


def test_new_row_can_be_left_out(coordinator):
    run = checked(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm Park"]))
    decide(coordinator, run, shown=["2", "3"], out=["3"], do="save")
    assert "Bring in 1 row" in show(coordinator, run)
    decide(coordinator, run, do="apply")
    assert names() == ["Oak Hill"]


def test_changed_row_can_be_left_out_and_brought_back(coordinator):
    oak = OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak Hill")
    run = checked(coordinator, csv_text(["Name", "Website"], ["Oak Hill", "oak.example"]))
    decide(coordinator, run, shown="2", out="2", do="save")
    assert "Brings in <b>0</b> rows" in show(coordinator, run)
    decide(coordinator, run, shown="2", do="apply")
    oak.refresh_from_db()
    assert oak.website == "https://oak.example"


def test_second_row_of_a_partner_comes_in_when_its_first_is_left_out(coordinator):
    rows = [["Oak Hill", "one.example"], ["Oak Hill", "two.example"]]
    run = checked(coordinator, csv_text(["Name", "Website"], *rows))
    decide(coordinator, run, shown="2", out="2", do="apply")
    assert [o.website for o in Organisation.objects.all()] == ["https://two.example"]


def test_sums_are_suggested_for_leaving_out_and_not_silently(coordinator):
    rows = [["Oak Hill"], ["Subtotal"], ["Total Health Clinic"], ["Grand total: 2"]]
    run = checked(coordinator, csv_text(["Name"], *rows))
    html = show(coordinator, run)
    assert "These look like sums, not like partners" in html
    assert html.count('name="out" value="3" checked') == 1
    assert "Bring in 2 rows" in html
    decide(coordinator, run, shown=["2", "3", "4", "5"], out=["3", "5"], do="apply")
    assert names() == ["Oak Hill", "Total Health Clinic"]


def test_sum_that_is_a_partner_after_all_comes_in(coordinator):
    run = checked(coordinator, csv_text(["Name"], ["Oak Hill"], ["Total"]))
    decide(coordinator, run, shown=["2", "3"], do="save")
    assert "checked" not in show(coordinator, run)
    decide(coordinator, run, do="apply")
    assert names() == ["Oak Hill", "Total"]


def test_page_of_all_new_rows_leaves_rows_out_too(coordinator):
    run = checked(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm Park"]))
    url = reverse("partners:import_decide", args=[coordinator.slug, run.pk])
    told = {"shown": ["2", "3"], "out": ["2"], "rows_of": "new", "page": "1", "do": "save"}
    answer = coordinator.post(url, told, follow=True)
    assert answer.request["PATH_INFO"].endswith("/rows/new/")
    assert 'name="out" value="2" checked' in answer.content.decode()


# ---------------------------------------------------------------- nothing typed is lost


@pytest.fixture
def doubtful(coordinator, monkeypatch) -> ImportRun:
    monkeypatch.setattr(showing, "A_PAGE", 1)
    coalition = coordinator.membership.coalition
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    OrganisationFactory(coalition=coalition, name="Mountain Laurel Medical")
    rows = [["Chase Braxton Health"], ["Mountain Laurell Medical"]]
    return checked(coordinator, csv_text(["Name"], *rows))


def test_going_to_the_next_page_keeps_the_answers_of_this_one(coordinator, doubtful):
    html = show(coordinator, doubtful)
    assert 'name="go" value="2"' in html
    url = reverse("partners:import_decide", args=[coordinator.slug, doubtful.pk])
    answer = coordinator.post(url, {"row-2": "skip", "page": "1", "go": "2"})
    assert answer["Location"].endswith("?page=2")
    assert doubtful.rows.get(number=2).decision == "skip"


def test_keeping_answers_stays_on_their_page(coordinator, doubtful):
    url = reverse("partners:import_decide", args=[coordinator.slug, doubtful.pk])
    answer = coordinator.post(url, {"row-3": "new", "page": "2", "do": "save"})
    assert answer["Location"].endswith("?page=2")


@pytest.mark.parametrize("page", ["import", "import_columns"])
def test_enter_key_finds_the_harmless_button_first(coordinator, doubtful, page):
    html = coordinator.get(
        reverse(f"partners:{page}", args=[coordinator.slug, doubtful.pk])
    ).content.decode()
    form = html[
        html.index('data-draft="columns"') if page == "import_columns" else html.index("/decide/") :
    ]
    first = form[form.index('<button type="submit"') :]
    wanted = "check" if page == "import_columns" else "save"
    assert f'name="do" value="{wanted}"' in first[: first.index(">")]


def test_reading_from_the_same_place_keeps_what_was_typed(coordinator):
    run = uploaded(coordinator, csv_text(["Name", "ID"], ["Oak Hill", "7"]))
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    told = answers(run, scheme="EIN", do="look", header_row="1")
    coordinator.post(url, told)
    run.refresh_from_db()
    assert run.options["scheme"] == "EIN"


def test_list_without_headings_brings_its_first_row_in(coordinator):
    run = uploaded(coordinator, csv_text(["Maple Hill Food Bank", "Food"], ["Oak Hill", "Health"]))
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    assert '<option value="0"' in coordinator.get(url).content.decode()
    coordinator.post(url, {"do": "look", "header_row": "0"})
    run.refresh_from_db()
    assert (run.header_row, run.total) == (0, 2)
    coordinator.post(url, answers(run, **{"column-0": "name", "column-1": "sector"}))
    work()
    run.refresh_from_db()
    decide(coordinator, run, do="apply")
    assert names() == ["Maple Hill Food Bank", "Oak Hill"]
