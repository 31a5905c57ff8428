"""Every field of every table says whether it is personal, so that nothing about a person is forgotten."""

import pytest
from django.apps import apps
from pghistory.models import Context

from accounts.models import Person
from common.personal.fields import (
    Declaration,
    declaration_of,
    declarations,
    events_of,
    fields_of,
    undeclared,
)
from tests.architecture.test_ladder import OUR_MODELS

REMEDY = (
    "say it above the model: @holds(personal=…, people=…, free=…, plain=…),"
    " see common/personal/fields.py"
)


def is_history(model) -> bool:
    return hasattr(model, "pgh_tracked_model")


def names_people(model) -> bool:
    return any(each.related_model is Person for each in model._meta.concrete_fields)


MODELS = [
    model
    for model in apps.get_models()
    if (model in OUR_MODELS or names_people(model) or model is Context)
    and not (is_history(model) or model._meta.proxy)
]
ids = {"ids": lambda model: model._meta.label}


@pytest.mark.parametrize("model", MODELS, **ids)
def test_every_field_is_declared(model):
    assert undeclared(model) == set(), REMEDY


@pytest.mark.parametrize("model", [model for model, _words in declarations()], **ids)
def test_nothing_is_declared_that_is_not_there(model):
    assert declaration_of(model).declared - fields_of(model) == set()


@pytest.mark.parametrize("model", [model for model, _words in declarations()], **ids)
def test_key_to_a_person_is_declared_as_one(model):
    keys = {each.name for each in model._meta.concrete_fields if each.related_model is Person}
    assert keys == declaration_of(model).people


@pytest.mark.parametrize("model", [model for model, _words in declarations()], **ids)
def test_personal_row_can_be_found_by_whom_it_is_about(model):
    words = declaration_of(model)
    assert not (words.personal or words.secret) or words.about or words.address


@pytest.mark.parametrize("model", [model for model, _words in declarations()], **ids)
def test_history_holds_no_field_that_the_table_has_not(model):
    for event in events_of(model):
        kept = {name for name in fields_of(event) if not name.startswith("pgh_")}
        assert kept - declaration_of(model).declared == set()


def test_new_field_that_says_nothing_is_noticed(monkeypatch):
    monkeypatch.setattr(Person, "_personal_data", Declaration(plain=frozenset({"is_active"})))
    assert "email" in undeclared(Person)
