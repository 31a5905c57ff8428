import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Independent

# A row's versions are found by the index over its id and the moment. One more over the id alone was kept by
# every write, and no question needed it.
TRACKED = ["coalition", "invitation", "membership"]


def found_by_moment(tracked: str) -> migrations.AlterField:
    key = models.ForeignKey(
        db_constraint=False,
        db_index=False,
        on_delete=models.deletion.DO_NOTHING,
        related_name="events",
        to=f"accounts.{tracked}",
    )
    return migrations.AlterField(f"{tracked}event", "pgh_obj", key)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_glossary_stamp"),
    ]

    operations = [
        Independent(
            [
                *map(found_by_moment, TRACKED),
                migrations.AlterField(
                    model_name="personevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="session",
                    name="person",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ]
        )
    ]
