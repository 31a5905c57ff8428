from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People and coalitions"

    def ready(self) -> None:
        import_module("accounts.receivers")
        import_module("accounts.borrowed").declare()
