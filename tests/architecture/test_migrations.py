"""Migrations are named for what they do, and every one has a way back."""

import importlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.migrations.operations import RunPython, RunSQL

ROOT = Path(settings.BASE_DIR)
FILES = sorted(ROOT.glob("*/migrations/0*.py"))


def test_migrations_of_every_app_are_found():
    told = {path.parts[-3] for path in FILES}
    assert told >= {"common", "accounts", "partners", "goals", "contributions", "governance"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_migration_is_named_and_reversible(path):
    assert re.fullmatch(r"\d{4}_(?!auto_)[a-z][a-z0-9_]+", path.stem)
    module = importlib.import_module(f"{path.parts[-3]}.migrations.{path.stem}")
    code = [op for op in module.Migration.operations if isinstance(op, RunPython | RunSQL)]
    assert all(operation.reversible for operation in code)


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
