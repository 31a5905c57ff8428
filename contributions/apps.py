from importlib import import_module

from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "contributions"
    verbose_name = "Contributions"

    def ready(self) -> None:
        import_module("contributions.reports.rehoming").announce()
        import_module("contributions.reports.signs").announce()
        import_module("contributions.reports.told").announce()
