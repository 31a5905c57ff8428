from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class CoalitionConfig(AppConfig):
    name = "coalition"
    verbose_name = "Wiring"


class PublishedFilesConfig(StaticFilesConfig):
    """The programs that write our stylesheets stand beside them, and are not published."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.py"]
