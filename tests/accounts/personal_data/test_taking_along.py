"""Taking along what is held about oneself."""

import io
import json
import zipfile

from django.test import Client
from django.urls import reverse

from accounts.models import Person
from common.history.tracking import recording
from tests.accounts.personal_data.places import ADDRESS, NAME, confirmed
from tests.factories import ContactFactory, OrganisationFactory, SavedViewFactory

# ---------------------------------------------------------------- taking along


def download(client: Client) -> tuple[dict, str]:
    answer = confirmed(client, reverse("accounts:my_data_download"))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    return json.loads(archive.read("my-data.json")), archive.read("my-data.html").decode()


def test_download_holds_what_tells_of_the_person(client_of_ana, ana):
    ContactFactory(organisation__coalition=ana.coalition, email=ADDRESS.upper(), phone="555-0199")
    content, page = download(client_of_ana)
    about = content["about_me"]
    assert about["accounts.Person"][0]["full_name"] == NAME
    assert about["accounts.Membership"][0]["role"] == "coordinator"
    assert about["accounts.Invitation"][0]["message"] == "Dear Ana, please come."
    assert about["partners.Contact"][0]["phone"] == "555-0199"
    assert about["mfa.Authenticator"][0]["type"] == "totp"
    assert "Northgate" in str(content["naming_me"])
    assert "organisation.added" in {deed["what"] for deed in content["what_i_did"]}
    assert NAME in page
    assert "555-0199" in page


def test_download_holds_no_secret_and_nobody_else(client_of_ana, ana, boss):
    content, _page = download(client_of_ana)
    person = Person.objects.get(pk=ana.person_id)
    for secret in (person.password, client_of_ana.session.session_key, "ABC-DEF"):
        assert secret not in json.dumps(content)
    assert boss.person.email not in json.dumps(content["about_me"]["accounts.Person"])
    assert "guest@people.example" not in str(content["about_me"])


def test_download_asks_for_the_password_first(client_of_ana):
    answer = client_of_ana.get(reverse("accounts:my_data_download"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_page_shows_what_is_held(client_of_ana):
    page = client_of_ana.get(reverse("accounts:my_data")).content.decode()
    assert NAME in page
    assert reverse("accounts:erase_me") in page


def test_page_begins_with_the_person_and_reads_as_words(client_of_ana, ana):
    SavedViewFactory(
        coalition=ana.coalition, owner=ana.person, query={"kind": ["prospect", "partner"]}
    )
    page = client_of_ana.get(reverse("accounts:my_data")).content.decode()
    assert page.index("<h2>Persons</h2>") < page.index("<h2>Saved views</h2>")
    assert "kind: prospect, partner" in page


def test_page_tells_the_first_rows_of_a_long_table_and_the_download_all(
    client_of_ana, ana, monkeypatch
):
    monkeypatch.setattr("common.personal.erasure.SHOWN", 2)
    monkeypatch.setattr("accounts.exports.SHOWN", 2)
    for number in range(5):
        with recording("organisation.added", by=ana.person):
            OrganisationFactory(
                coalition=ana.coalition, name=f"Northgate {number}", owner=ana.person
            )
    page = client_of_ana.get(reverse("accounts:my_data")).content.decode()
    assert "Northgate 4" not in page
    assert "more stand in the file" in page
    content, _page = download(client_of_ana)
    assert "Northgate 4" in str(content["naming_me"])
    assert (
        len([deed for deed in content["what_i_did"] if deed["what"] == "organisation.added"]) >= 5
    )
