"""The directory as a page and as a file."""

import io
from datetime import date

import pypdf
from django.urls import reverse

from tests.conftest import MemberClient

ALL = "&".join(
    [
        "chosen=1&title=Who+is+who&grouping=name&paper=a4",
        *(f"fields_told={name}" for name in ("description", "sectors", "areas", "website")),
        *(f"fields_told={name}" for name in ("email", "phones", "addresses")),
        *(f"people_told={name}" for name in ("name", "title", "email", "phone")),
    ]
)
YES = {
    "listing_consent": "yes",
    "listing_consent_on": date(2026, 5, 1),
    "listing_consent_how": "by e-mail",
}


def page(client: MemberClient, query: str = ALL) -> str:
    answer = client.get(f"{reverse('partners:directory', args=[client.slug])}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def pdf(client: MemberClient, query: str = ALL) -> tuple[pypdf.PdfReader, str]:
    answer = client.get(f"{reverse('partners:directory_pdf', args=[client.slug])}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def both(client: MemberClient, query: str = ALL) -> list[str]:
    return [page(client, query), pdf(client, query)[1]]
