"""The board, uploads, and dropping what one wrote."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from partners.models import Attachment, ImportRun
from tests.factories import OrganisationFactory, TermFactory
from tests.forms import carried
from tests.partners.twice.pressing import address, kept, listed, said

pytestmark = pytest.mark.django_db


# ---------------------------------------------------------------- board and uploads


def test_card_that_somebody_moved_since_is_not_moved_over_their_move(coordinator):
    card = OrganisationFactory(coalition=coordinator.membership.coalition, kind="prospect")
    board = said(coordinator.get(f"{address('list', coordinator)}?layout=board"))
    url = f"{address('move', coordinator, card.pk)}?seen=prospect"
    assert f'formaction="{url}"' in board
    coordinator.post(url, {"to": "partner"})
    answer = coordinator.post(url, {"to": "stakeholder", "address": "layout=board"}, follow=True)
    assert "it stands under “Partner” now" in said(answer)
    card.refresh_from_db()
    assert card.kind == "partner"


def test_card_of_a_keeper_that_somebody_moved_since_stays(coordinator):
    person = coordinator.membership.person
    card = OrganisationFactory(coalition=coordinator.membership.coalition)
    url = address("move", coordinator, card.pk)
    coordinator.post(f"{url}?seen=", {"by": "owner", "to": person.pk})
    coordinator.post(f"{url}?seen=", {"by": "owner", "to": ""})
    card.refresh_from_db()
    assert card.owner == person
    coordinator.post(f"{url}?seen={person.pk}", {"by": "owner", "to": ""})
    card.refresh_from_db()
    assert card.owner is None


def test_spreadsheet_sent_twice_is_one_import(coordinator):
    url = address("import_start", coordinator)
    key = carried(coordinator.get(url), "form_key")
    presses = [
        coordinator.post(
            url, {"form_key": key, "file": SimpleUploadedFile("list.csv", b"Name\nElm\n")}
        )
        for _press in "12"
    ]
    assert presses[0]["Location"] == presses[1]["Location"]
    assert ImportRun.objects.count() == 1


def test_files_sent_twice_are_kept_once_and_nothing_is_said_to_be_wrong(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition)
    url = address("file_add", coordinator, organisation.pk)
    key = carried(coordinator.get(url), "form_key")
    presses = [
        coordinator.post(
            url, {"form_key": key, "files": [SimpleUploadedFile("a.txt", b"Words of the list")]}
        )
        for _press in "12"
    ]
    assert [press.status_code for press in presses] == [302, 302]
    assert Attachment.objects.count() == 1


# ---------------------------------------------------------------- dropping what one wrote


def test_dropping_what_one_wrote_leads_to_a_page_that_opens(coordinator):
    view = kept(coordinator)
    mark = carried(listed(coordinator, view, kind="stakeholder"), "opened")
    term = TermFactory(coalition=coordinator.membership.coalition)
    page = said(coordinator.get(address("lists", coordinator)))
    renaming = address("term_rename", coordinator, term.pk)
    term_mark = re.search(rf'action="{renaming}".*?name="opened" value="([^"]+)"', page, re.DOTALL)[
        1
    ]
    saving = address("view_update", coordinator, view.pk)
    both = {
        saving: [
            {"address": f"kind={kind}", "opened": mark} for kind in ("partner", "stakeholder")
        ],
        renaming: [{"name": name, "opened": term_mark} for name in ("One", "Other")],
    }
    for url, sent in both.items():
        asked = [coordinator.post(url, each) for each in sent][1]
        assert asked.status_code == 409
        way = re.search(r'<a href="([^"]+)">Drop what I wrote', said(asked))[1]
        assert coordinator.get(way, follow=True).status_code == 200
