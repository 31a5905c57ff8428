import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        ("accounts", "__first__"),
        ("governance", "0005_power"),
        ("partners", "0022_risk"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("leaving", "When somebody leaves a role"),
                                    ("arriving", "When somebody begins in a role"),
                                ],
                                max_length=8,
                                verbose_name="when",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="all done by")),
                        ("started_on", models.DateField(verbose_name="started on")),
                        (
                            "stopped_on",
                            models.DateField(blank=True, null=True, verbose_name="stopped on"),
                        ),
                        (
                            "stopped_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was stopped"
                            ),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="governance.roleassignment",
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
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "due_on"], name="handover_by_day")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="handover_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("coalition", "assignment", "moment"),
                                name="handover_is_started_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("moment__in", ["leaving", "arriving"])),
                                name="handover_moment_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stopped_because", ""), ("stopped_on__isnull", True)),
                                    models.Q(
                                        ("stopped_on__gte", models.F("started_on")),
                                        ("stopped_on__isnull", False),
                                        models.Q(("stopped_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_is_stopped_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("leaving", "When somebody leaves a role"),
                                    ("arriving", "When somebody begins in a role"),
                                ],
                                max_length=8,
                                verbose_name="when",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="all done by")),
                        ("started_on", models.DateField(verbose_name="started on")),
                        (
                            "stopped_on",
                            models.DateField(blank=True, null=True, verbose_name="stopped on"),
                        ),
                        (
                            "stopped_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it was stopped"
                            ),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.roleassignment",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.handover",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_0845cd_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_900b9f_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("leaving", "When somebody leaves a role"),
                                    ("arriving", "When somebody begins in a role"),
                                ],
                                max_length=8,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what has to be done"),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="left out since"),
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
                    ],
                    options={
                        "ordering": ["moment", "position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("moment__in", ["leaving", "arriving"])),
                                name="handover_line_moment_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="handover_line_says_something",
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.F("moment"),
                                models.Func("words", function="plain_text"),
                                name="handover_line_is_told_once",
                                violation_error_message="This is on the list already.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverLineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("leaving", "When somebody leaves a role"),
                                    ("arriving", "When somebody begins in a role"),
                                ],
                                max_length=8,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what has to be done"),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="left out since"),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.handoverline",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_5db521_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_6b0792_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what has to be done"),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
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
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="governance.handover",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "handover"], name="handover_step_by_list"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="handover_step_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_by__isnull", True), ("done_on__isnull", True)),
                                    models.Q(
                                        ("done_by__isnull", False), ("done_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="handover_step_is_done_by_somebody_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what has to be done"),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "handover",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.handover",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.handoverstep",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_ef306b_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_00c120_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Interest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True,
                                help_text="“Speak for us in public”, “look after the money”.",
                                max_length=200,
                                verbose_name="which kind of role",
                            ),
                        ),
                        (
                            "ready",
                            models.CharField(
                                choices=[
                                    ("now", "Now"),
                                    ("within_a_year", "Within a year"),
                                    ("later", "Later"),
                                ],
                                default="later",
                                max_length=14,
                                verbose_name="for when",
                            ),
                        ),
                        (
                            "helps",
                            models.TextField(
                                blank=True,
                                help_text="Somebody to learn from, time from my employer, a course, childcare.",
                                max_length=1000,
                                verbose_name="what would help me",
                            ),
                        ),
                        ("offered_on", models.DateField(verbose_name="said on")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "answer",
                            models.CharField(blank=True, max_length=500, verbose_name="answer"),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interests",
                                to="governance.function",
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
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interests",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-offered_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "person"], name="interest_to_lead_by_person"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="interest_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("function__isnull", True),
                                        ("seat__isnull", False),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        ("function__isnull", False),
                                        ("seat__isnull", True),
                                        ("words", ""),
                                    ),
                                    models.Q(
                                        ("function__isnull", True),
                                        ("seat__isnull", True),
                                        models.Q(("words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="interest_names_one_seat_or_function_or_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ready__in", ["now", "within_a_year", "later"])
                                ),
                                name="interest_ready_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_on__isnull", True),
                                    ("withdrawn_on__gte", models.F("offered_on")),
                                    _connector="OR",
                                ),
                                name="interest_is_withdrawn_after_it_was_said",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""),
                                        ("answered_by__isnull", True),
                                        ("answered_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("answered_by__isnull", False),
                                        ("answered_on__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="interest_is_answered_by_somebody_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "words",
                            models.CharField(
                                blank=True,
                                help_text="“Speak for us in public”, “look after the money”.",
                                max_length=200,
                                verbose_name="which kind of role",
                            ),
                        ),
                        (
                            "ready",
                            models.CharField(
                                choices=[
                                    ("now", "Now"),
                                    ("within_a_year", "Within a year"),
                                    ("later", "Later"),
                                ],
                                default="later",
                                max_length=14,
                                verbose_name="for when",
                            ),
                        ),
                        (
                            "helps",
                            models.TextField(
                                blank=True,
                                help_text="Somebody to learn from, time from my employer, a course, childcare.",
                                max_length=1000,
                                verbose_name="what would help me",
                            ),
                        ),
                        ("offered_on", models.DateField(verbose_name="said on")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="withdrawn on"),
                        ),
                        (
                            "answer",
                            models.CharField(blank=True, max_length=500, verbose_name="answer"),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.function",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.interest",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_2de896_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_bb9de3_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "if_lost",
                            models.TextField(
                                help_text="What stops, who notices first, what nobody else knows how to do.",
                                max_length=1000,
                                verbose_name="what happens if they leave tomorrow",
                            ),
                        ),
                        (
                            "hurts",
                            models.CharField(
                                choices=[
                                    ("at_once", "At once"),
                                    ("within_a_month", "Within a month"),
                                    ("later", "Later"),
                                ],
                                default="within_a_month",
                                max_length=16,
                                verbose_name="it hurts",
                            ),
                        ),
                        ("marked_on", models.DateField(verbose_name="key since")),
                        (
                            "unmarked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not key any more since"
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
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="key_roles",
                                to="governance.function",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="key_roles",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "unmarked_on"], name="key_role_by_coalition"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="key_role_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("function__isnull", True), ("seat__isnull", False)),
                                    models.Q(("function__isnull", False), ("seat__isnull", True)),
                                    _connector="OR",
                                ),
                                name="key_role_is_a_seat_or_a_function",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hurts__in", ["at_once", "within_a_month", "later"])
                                ),
                                name="key_role_hurts_in_a_known_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("if_lost", ""), _negated=True),
                                name="key_role_says_what_happens_without_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("unmarked_on__isnull", True),
                                    ("unmarked_on__gte", models.F("marked_on")),
                                    _connector="OR",
                                ),
                                name="key_role_is_unmarked_after_it_was_marked",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("seat__isnull", False), ("unmarked_on__isnull", True)
                                ),
                                fields=("coalition", "seat"),
                                name="seat_is_marked_as_key_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("function__isnull", False), ("unmarked_on__isnull", True)
                                ),
                                fields=("coalition", "function"),
                                name="function_is_marked_as_key_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deputy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "willing",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("asked", "Asked, no answer yet"),
                                    ("no", "No"),
                                ],
                                default="asked",
                                max_length=6,
                                verbose_name="are they willing?",
                            ),
                        ),
                        (
                            "ready",
                            models.CharField(
                                choices=[
                                    ("now", "Now"),
                                    ("within_a_year", "Within a year"),
                                    ("later", "Later"),
                                ],
                                default="later",
                                max_length=14,
                                verbose_name="when could they take over?",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="A few meetings together, a signature at the bank, a course.",
                                max_length=500,
                                verbose_name="what they still need",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it ended"
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputyships",
                                to="partners.contact",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "interest",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="What they said in the register, if it began there.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputies",
                                to="governance.interest",
                            ),
                        ),
                        (
                            "key_role",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deputies",
                                to="governance.keyrole",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "key_role"], name="deputy_by_role"),
                            models.Index(fields=["coalition", "contact"], name="deputy_by_person"),
                            models.Index(
                                fields=["coalition", "interest"], name="deputy_by_interest"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("willing__in", ["yes", "asked", "no"])),
                                name="deputy_willing_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ready__in", ["now", "within_a_year", "later"])
                                ),
                                name="deputy_ready_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_because", ""), ("ended_on__isnull", True)),
                                    models.Q(
                                        ("ended_on__gte", models.F("since_on")),
                                        ("ended_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="deputy_ends_after_it_began",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("coalition", "key_role", "contact"),
                                name="deputy_is_named_once_for_a_role",
                                violation_error_message="They are a deputy for this role already.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeputyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "willing",
                            models.CharField(
                                choices=[
                                    ("yes", "Yes"),
                                    ("asked", "Asked, no answer yet"),
                                    ("no", "No"),
                                ],
                                default="asked",
                                max_length=6,
                                verbose_name="are they willing?",
                            ),
                        ),
                        (
                            "ready",
                            models.CharField(
                                choices=[
                                    ("now", "Now"),
                                    ("within_a_year", "Within a year"),
                                    ("later", "Later"),
                                ],
                                default="later",
                                max_length=14,
                                verbose_name="when could they take over?",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="A few meetings together, a signature at the bank, a course.",
                                max_length=500,
                                verbose_name="what they still need",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why it ended"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.deputy",
                            ),
                        ),
                        (
                            "interest",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="What they said in the register, if it began there.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.interest",
                            ),
                        ),
                        (
                            "key_role",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.keyrole",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_eac4af_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_2138cd_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyRoleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "if_lost",
                            models.TextField(
                                help_text="What stops, who notices first, what nobody else knows how to do.",
                                max_length=1000,
                                verbose_name="what happens if they leave tomorrow",
                            ),
                        ),
                        (
                            "hurts",
                            models.CharField(
                                choices=[
                                    ("at_once", "At once"),
                                    ("within_a_month", "Within a month"),
                                    ("later", "Later"),
                                ],
                                default="within_a_month",
                                max_length=16,
                                verbose_name="it hurts",
                            ),
                        ),
                        ("marked_on", models.DateField(verbose_name="key since")),
                        (
                            "unmarked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not key any more since"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.function",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.keyrole",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_ed452f_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_b530bd_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MentorPair",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "goal",
                            models.CharField(
                                help_text="“Chairs a steering meeting alone by June.”",
                                max_length=300,
                                verbose_name="what for",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        (
                            "next_on",
                            models.DateField(blank=True, null=True, verbose_name="next check-in"),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="ended on"),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what came of it"
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
                            "mentee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentored",
                                to="partners.contact",
                                verbose_name="who grows into it",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentoring",
                                to="partners.contact",
                                verbose_name="who knows the work",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-since_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "next_on"], name="mentor_pair_by_next_check_in"
                            ),
                            models.Index(
                                fields=["coalition", "mentor"], name="mentor_pair_by_mentor"
                            ),
                            models.Index(
                                fields=["coalition", "mentee"], name="mentor_pair_by_mentee"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="mentor_pair_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mentor", models.F("mentee")), _negated=True),
                                name="mentor_pair_is_of_two_people",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("goal", ""), _negated=True),
                                name="mentor_pair_has_a_goal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_on__isnull", True), ("outcome", "")),
                                    models.Q(
                                        ("ended_on__gte", models.F("since_on")),
                                        ("ended_on__isnull", False),
                                        ("next_on__isnull", True),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="mentor_pair_ends_with_what_came_of_it",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("coalition", "mentor", "mentee"),
                                name="mentor_pair_is_told_once_while_it_lasts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="on")),
                        ("note", models.CharField(max_length=500, verbose_name="in a line")),
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
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pair",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="check_ins",
                                to="governance.mentorpair",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "pair"], name="check_in_by_pair")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("note", ""), _negated=True),
                                name="check_in_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckInEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="on")),
                        ("note", models.CharField(max_length=500, verbose_name="in a line")),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.checkin",
                            ),
                        ),
                        (
                            "pair",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.mentorpair",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_6df26a_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_59de01_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MentorPairEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "goal",
                            models.CharField(
                                help_text="“Chairs a steering meeting alone by June.”",
                                max_length=300,
                                verbose_name="what for",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        (
                            "next_on",
                            models.DateField(blank=True, null=True, verbose_name="next check-in"),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="ended on"),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "mentee",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="who grows into it",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="who knows the work",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.mentorpair",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_e8911e_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_fd39e0_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                help_text="The website, the bank account, the banner.",
                                max_length=120,
                                verbose_name="what",
                            ),
                        ),
                        (
                            "where",
                            models.CharField(
                                help_text="With which provider, in which cupboard.",
                                max_length=300,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "access",
                            models.CharField(
                                help_text="Names, not passwords. Keep those in a password safe, and say here which one.",
                                max_length=300,
                                verbose_name="who has access",
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="gone since"),
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
                    ],
                    options={
                        "ordering": ["what", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "what"], name="place_by_name")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("where", ""), _negated=True),
                                    models.Q(("access", ""), _negated=True),
                                ),
                                name="place_says_what_and_where_and_who",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlaceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "what",
                            models.CharField(
                                help_text="The website, the bank account, the banner.",
                                max_length=120,
                                verbose_name="what",
                            ),
                        ),
                        (
                            "where",
                            models.CharField(
                                help_text="With which provider, in which cupboard.",
                                max_length=300,
                                verbose_name="where",
                            ),
                        ),
                        (
                            "access",
                            models.CharField(
                                help_text="Names, not passwords. Keep those in a password safe, and say here which one.",
                                max_length=300,
                                verbose_name="who has access",
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="gone since"),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.place",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_3c4bab_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_d137c4_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverevent" ("assignment_id", "coalition_id", "due_on", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_by_id", "started_on", "stopped_because", "stopped_on") SELECT new_values."assignment_id", new_values."coalition_id", new_values."due_on", new_values."id", new_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."started_by_id", new_values."started_on", new_values."stopped_because", new_values."stopped_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b79fb5181316b922d251c1568f74d852fd735970",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8a35c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverevent" ("assignment_id", "coalition_id", "due_on", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_by_id", "started_on", "stopped_because", "stopped_on") SELECT new_values."assignment_id", new_values."coalition_id", new_values."due_on", new_values."id", new_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."started_by_id", new_values."started_on", new_values."stopped_because", new_values."stopped_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ff1743947aa49050b22287436570c128143af19",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_784a5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverevent" ("assignment_id", "coalition_id", "due_on", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_by_id", "started_on", "stopped_because", "stopped_on") SELECT old_values."assignment_id", old_values."coalition_id", old_values."due_on", old_values."id", old_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."started_by_id", old_values."started_on", old_values."stopped_because", old_values."stopped_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d0aeb6eba844557bdb4f240ac84518f6601583e9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fc11e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverlineevent" ("coalition_id", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."coalition_id", new_values."id", new_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a2b20e124cf9a59f164d7e7e562d8ca1ef96c8b1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3374",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_handoverline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverlineevent" ("coalition_id", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."coalition_id", new_values."id", new_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f4a2b1b0e4aa32570f08ba88ba526c2d4e88313b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7dc13",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_handoverline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverlineevent" ("coalition_id", "id", "moment", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT old_values."coalition_id", old_values."id", old_values."moment", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e50c91d49218f59e033fef80ea53b163faba560c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cf5a9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_handoverline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverstepevent" ("coalition_id", "done_by_id", "done_on", "handover_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "words") SELECT new_values."coalition_id", new_values."done_by_id", new_values."done_on", new_values."handover_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9c49b51b8f21d1c34574b4cb82ea82201204e5c0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d0d3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_handoverstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverstepevent" ("coalition_id", "done_by_id", "done_on", "handover_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "words") SELECT new_values."coalition_id", new_values."done_by_id", new_values."done_on", new_values."handover_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e0ca4c4b74907c85261bd5cb34bdc2a1139ac30e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8e6e4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_handoverstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_handoverstepevent" ("coalition_id", "done_by_id", "done_on", "handover_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "words") SELECT old_values."coalition_id", old_values."done_by_id", old_values."done_on", old_values."handover_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cf502e4ef6c7c2b223e7432a6a92051adeb4250f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_69a69",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_handoverstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestevent" ("answer", "answered_by_id", "answered_on", "coalition_id", "function_id", "helps", "id", "offered_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "seat_id", "withdrawn_on", "words") SELECT new_values."answer", new_values."answered_by_id", new_values."answered_on", new_values."coalition_id", new_values."function_id", new_values."helps", new_values."id", new_values."offered_on", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."ready", new_values."seat_id", new_values."withdrawn_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3b152d88281a494b325c16fe9822e501ed6e1de3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_98f7b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_interest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestevent" ("answer", "answered_by_id", "answered_on", "coalition_id", "function_id", "helps", "id", "offered_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "seat_id", "withdrawn_on", "words") SELECT new_values."answer", new_values."answered_by_id", new_values."answered_on", new_values."coalition_id", new_values."function_id", new_values."helps", new_values."id", new_values."offered_on", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."ready", new_values."seat_id", new_values."withdrawn_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f1ce7acf0150df37c5aa390e708b1084b1c96aa4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7bf16",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_interest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestevent" ("answer", "answered_by_id", "answered_on", "coalition_id", "function_id", "helps", "id", "offered_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "seat_id", "withdrawn_on", "words") SELECT old_values."answer", old_values."answered_by_id", old_values."answered_on", old_values."coalition_id", old_values."function_id", old_values."helps", old_values."id", old_values."offered_on", old_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."ready", old_values."seat_id", old_values."withdrawn_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e097ff88682ace3ef5778c40d7abae1c9e7ddf24",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_93f72",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_interest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="keyrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_keyroleevent" ("coalition_id", "function_id", "hurts", "id", "if_lost", "marked_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "unmarked_on") SELECT new_values."coalition_id", new_values."function_id", new_values."hurts", new_values."id", new_values."if_lost", new_values."marked_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."seat_id", new_values."unmarked_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0c6489db24fb96365d392fdab340b5b8e177faf3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fc79b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_keyrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="keyrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_keyroleevent" ("coalition_id", "function_id", "hurts", "id", "if_lost", "marked_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "unmarked_on") SELECT new_values."coalition_id", new_values."function_id", new_values."hurts", new_values."id", new_values."if_lost", new_values."marked_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."seat_id", new_values."unmarked_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="18ae0b72dee51a2c1289a97e5c4c56b54d9909d4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ffcc5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_keyrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="keyrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_keyroleevent" ("coalition_id", "function_id", "hurts", "id", "if_lost", "marked_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "unmarked_on") SELECT old_values."coalition_id", old_values."function_id", old_values."hurts", old_values."id", old_values."if_lost", old_values."marked_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."seat_id", old_values."unmarked_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a7d3267b368bba9016e8e00b54ec869fbdb000d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_75758",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_keyrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deputy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_deputyevent" ("coalition_id", "contact_id", "ended_because", "ended_on", "id", "interest_id", "key_role_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "since_on", "willing") SELECT new_values."coalition_id", new_values."contact_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."interest_id", new_values."key_role_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."ready", new_values."since_on", new_values."willing" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bf7eb6b1a94dc4d8479f150f24de50bf96558fc9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_75f24",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_deputy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deputy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_deputyevent" ("coalition_id", "contact_id", "ended_because", "ended_on", "id", "interest_id", "key_role_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "since_on", "willing") SELECT new_values."coalition_id", new_values."contact_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."interest_id", new_values."key_role_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."ready", new_values."since_on", new_values."willing" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f3be2f16de2d73f845eac6fcb377c4d6a637eeb0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4ff19",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_deputy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deputy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_deputyevent" ("coalition_id", "contact_id", "ended_because", "ended_on", "id", "interest_id", "key_role_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready", "since_on", "willing") SELECT old_values."coalition_id", old_values."contact_id", old_values."ended_because", old_values."ended_on", old_values."id", old_values."interest_id", old_values."key_role_id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."ready", old_values."since_on", old_values."willing" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="566848172a89ab4fa72d41daad897ba49edf0ea8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36a08",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_deputy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mentorpairevent" ("coalition_id", "ended_on", "goal", "id", "mentee_id", "mentor_id", "next_on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on") SELECT new_values."coalition_id", new_values."ended_on", new_values."goal", new_values."id", new_values."mentee_id", new_values."mentor_id", new_values."next_on", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."since_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c245b941358557699f0247bb861ab21c0b7d12f0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9c439",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_mentorpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mentorpairevent" ("coalition_id", "ended_on", "goal", "id", "mentee_id", "mentor_id", "next_on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on") SELECT new_values."coalition_id", new_values."ended_on", new_values."goal", new_values."id", new_values."mentee_id", new_values."mentor_id", new_values."next_on", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."since_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a66843e909f757123997467f3a2124bb9d780b0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5baf4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_mentorpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mentorpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mentorpairevent" ("coalition_id", "ended_on", "goal", "id", "mentee_id", "mentor_id", "next_on", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on") SELECT old_values."coalition_id", old_values."ended_on", old_values."goal", old_values."id", old_values."mentee_id", old_values."mentor_id", old_values."next_on", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."since_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="221378e636f7ab7b575c7f7d7c193073caf25a04",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3e798",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_mentorpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="checkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_checkinevent" ("coalition_id", "id", "note", "noted_by_id", "on", "pair_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."note", new_values."noted_by_id", new_values."on", new_values."pair_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="05d7cc0542c334313fabd5a89ffcec2afb9ae1b6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba81d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_checkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="checkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_checkinevent" ("coalition_id", "id", "note", "noted_by_id", "on", "pair_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."note", new_values."noted_by_id", new_values."on", new_values."pair_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d1afef68c91ef3b6b22f40247f45f5d3d613eed0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0cc2a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_checkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="checkin",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_checkinevent" ("coalition_id", "id", "note", "noted_by_id", "on", "pair_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."coalition_id", old_values."id", old_values."note", old_values."noted_by_id", old_values."on", old_values."pair_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a7d46ee19c44c7cace4726f8a1b9b3b6cda5977f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f28ad",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_checkin",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_placeevent" ("access", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what", "where") SELECT new_values."access", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on", new_values."what", new_values."where" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="230d7f9614fd9891c45a0606ce5dc13a95ea6034",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_37186",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_placeevent" ("access", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what", "where") SELECT new_values."access", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on", new_values."what", new_values."where" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6269be24e7a7a4ae7297c986a26a15cd88eb9237",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c2722",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_place",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="place",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_placeevent" ("access", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what", "where") SELECT old_values."access", old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on", old_values."what", old_values."where" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="10c4592d8c243d62832f94c0921d79b72e3a78d3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9689",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_place",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(child=f"governance_{child}", parent=parent, column=f"{column}_id")
                    for child, column, parent in (
                        ("keyrole", "seat", "governance_seat"),
                        ("keyrole", "function", "governance_function"),
                        ("interest", "seat", "governance_seat"),
                        ("interest", "function", "governance_function"),
                        ("deputy", "key_role", "governance_keyrole"),
                        ("deputy", "contact", "partners_contact"),
                        ("deputy", "interest", "governance_interest"),
                        ("mentorpair", "mentor", "partners_contact"),
                        ("mentorpair", "mentee", "partners_contact"),
                        ("checkin", "pair", "governance_mentorpair"),
                        ("handover", "assignment", "governance_roleassignment"),
                        ("handoverstep", "handover", "governance_handover"),
                    )
                ),
            ]
        ),
    ]
