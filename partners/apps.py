from importlib import import_module

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "Partners"

    def ready(self) -> None:
        import_module("partners.receivers")
        import_module("partners.reports.pipeline.held").announce()
