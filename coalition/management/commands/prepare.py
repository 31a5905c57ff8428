"""`manage.py prepare`: tables, static files and waiting tasks as this release needs them."""

from typing import Any

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from coalition.celery import app


class Command(BaseCommand):
    help = "Brings the database and the static files up to this release. Run it once at each start."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sample", action="store_true", help="also make the sample coalition")
        parser.add_argument(
            "--resume",
            action="store_true",
            help="hand out again what a killed worker had begun; only while no worker runs",
        )

    def handle(self, *, sample: bool, resume: bool, verbosity: int, **_options: Any) -> None:
        refuse_data_of_a_newer_release()
        call_command("migrate", interactive=False, verbosity=verbosity)
        call_command("collectstatic", interactive=False, verbosity=0)
        if resume:
            hand_out_again()
        if sample and "sample" in get_commands():
            call_command("sample", "prepare", first=True, verbosity=verbosity)


def refuse_data_of_a_newer_release() -> None:
    """What it has written in tables that we do not know, we could only spoil."""
    steps = MigrationLoader(connection)
    known = set(steps.disk_migrations).union(
        *(step.replaces for step in steps.disk_migrations.values())
    )
    ours = {app for app, _name in steps.disk_migrations}
    unknown = sorted(
        step for step in steps.applied_migrations if step[0] in ours and step not in known
    )
    if unknown:
        newest = " ".join(unknown[-1])
        raise CommandError(
            f"This data was written by a newer release of Commonweal (it knows of {newest}). Start that "
            "release, or put back a backup from before it."
        )


def hand_out_again() -> None:
    """Tasks that a killed worker had taken go back to the queue now, not when their hour is over."""
    with app.connection_for_write() as connection:
        connection.transport_options = connection.transport_options | {"visibility_timeout": 0}
        connection.default_channel.qos.restore_visible(num=-1)  # all of them
