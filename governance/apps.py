from importlib import import_module

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"
    verbose_name = "Governance"

    def ready(self) -> None:
        import_module("governance.receivers")
        import_module("governance.reports.rehoming").announce()
        import_module("governance.reports.bodies.network").announce()
        import_module("governance.reports.signs").announce()
