"""Whoever reads Spanish reads it in what a worker has written too."""

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from tests.factories import MembershipFactory
from tests.journeys.conftest import PASSWORD

pytestmark = pytest.mark.browser

WITHOUT_AN_ADDRESS = "Organization,E-mail\nOlmo,ana@olmo\n"


def test_reasons_are_told_in_the_language_of_the_browser(visit, worker, transactional_db, tmp_path):
    coordinator = MembershipFactory(role=Role.COORDINATOR)
    file = tmp_path / "socios.csv"
    file.write_text(WITHOUT_AN_ADDRESS)
    there = visit(locale="es-ES")
    page = there.open("/accounts/login/")
    page.get_by_label("Correo").fill(coordinator.person.email)
    page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.wait_for_url(f"**/{coordinator.coalition.slug}/")
    there.open(f"/{coordinator.coalition.slug}/partners/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form [type=submit]").first.click()
    page.locator("main form [type=submit]").last.click()
    expect(page.get_by_text("no es un correo electrónico").first).to_be_visible()
