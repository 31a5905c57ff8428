"""Names that have no place to break, as German associations and pasted addresses have none."""

from django.apps import apps
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Left

APPS = ("partners", "goals", "contributions", "governance")
CALLED = {"name", "title", "words", "statement", "strength"}
UNBROKEN = "Gesundheitsförderungsverbandsgeschäftsstelle"


def lengthen_names() -> None:
    """Whatever people may name becomes one long word; its key keeps it apart from others."""
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.concrete_fields:
                is_called = field.name in CALLED and isinstance(field, models.CharField)
                if is_called and not model._meta.db_table.endswith("event"):
                    lengthen(model, field)


def lengthen(model: type[models.Model], field: models.Field) -> None:
    longest = (field.max_length or 120) - 9
    model._base_manager.update(
        **{field.name: Concat(Left(Value(UNBROKEN), longest), F("pk"), output_field=field)}
    )
