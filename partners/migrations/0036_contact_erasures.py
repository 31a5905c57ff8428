import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_erasures"),
        ("partners", "0035_meanings_in_spanish"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactErasure",
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
                    "files",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        help_text="Ids of kept files that go for good.",
                        size=None,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "coalition",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.coalition",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="partners.contact",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("coalition", "contact"), name="contact_is_erased_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["erasing", "erased", "failed"])),
                        name="contact_erasure_state_is_known",
                    ),
                ],
            },
        ),
        same_tenant(
            child="partners_contacterasure",
            parent="partners_contact",
            column="contact_id",
            cascade=True,
        ),
    ]
