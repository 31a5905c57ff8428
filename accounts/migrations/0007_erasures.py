import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_fewer_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonErasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("erasing", "Being erased"),
                            ("erased", "Erased"),
                            ("failed", "Stopped by a problem"),
                        ],
                        default="erasing",
                        max_length=12,
                    ),
                ),
                (
                    "problem",
                    models.TextField(
                        blank=True, help_text="Why it stopped, as a sentence for people."
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "erasing")),
                        fields=("person",),
                        name="account_is_erased_by_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["erasing", "erased", "failed"])),
                        name="person_erasure_state_is_known",
                    ),
                ],
            },
        ),
    ]
