from importlib import import_module

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "goals"
    verbose_name = "Goals"

    def ready(self) -> None:
        import_module("goals.reports.rehoming").announce()
