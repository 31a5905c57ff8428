from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("common", "0001_extensions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="What makes this letter the only one of its kind: queueing it twice changes nothing.",
                        max_length=200,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="app/letter, the name of its three templates.", max_length=80
                    ),
                ),
                (
                    "tenant",
                    models.PositiveBigIntegerField(
                        blank=True,
                        help_text="Whose administrators may read it. Empty for personal letters such as sign-in codes.",
                        null=True,
                    ),
                ),
                ("to_address", models.EmailField(max_length=254)),
                ("to_name", models.CharField(blank=True, max_length=200)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("html", models.TextField(blank=True)),
                ("headers", models.JSONField(blank=True, default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sent", "Sent"),
                            ("failed", "Could not be delivered"),
                            ("superseded", "No longer needed"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                (
                    "failure",
                    models.TextField(blank=True, help_text="What the mail server said last."),
                ),
                ("queued_at", models.DateTimeField()),
                (
                    "not_before",
                    models.DateTimeField(help_text="A failed attempt waits until here."),
                ),
                (
                    "useful_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="After this moment it is superseded instead of sent.",
                        null=True,
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-queued_at", "-pk"],
                "indexes": [
                    models.Index(
                        models.F("not_before"),
                        condition=models.Q(("state", "waiting")),
                        name="letter_waiting_by_moment",
                    ),
                    models.Index(fields=["tenant", "-queued_at"], name="letter_by_tenant"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "sent", "failed", "superseded"])
                        ),
                        name="letter_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "sent")),
                            models.Q(
                                models.Q(("state", "sent"), _negated=True),
                                ("sent_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="letter_is_sent_exactly_when_it_has_a_moment",
                    ),
                ],
            },
        ),
    ]
