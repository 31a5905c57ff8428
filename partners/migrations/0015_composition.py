import django.core.validators
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
        ("partners", "0014_touchpoints"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="CompositionReport",
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
                        ("year", models.PositiveSmallIntegerField()),
                        ("half", models.PositiveSmallIntegerField()),
                        (
                            "figures",
                            models.JSONField(help_text="As the report stood when it was signed."),
                        ),
                        (
                            "read_with",
                            models.CharField(
                                help_text="For example: the steering committee",
                                max_length=200,
                                verbose_name="read with",
                            ),
                        ),
                        ("read_on", models.DateField(verbose_name="read on")),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="What was said, and what you will do.",
                                verbose_name="notes",
                            ),
                        ),
                        ("next_review_on", models.DateField(verbose_name="next reading due")),
                        ("signed_at", models.DateTimeField()),
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
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year", "-half"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "year", "half"),
                                name="composition_is_signed_once_per_half_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("half__range", (1, 2))),
                                name="half_year_is_first_or_second",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("next_review_on__gt", models.F("read_on"))),
                                name="next_reading_comes_after_this_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompositionReportEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("year", models.PositiveSmallIntegerField()),
                        ("half", models.PositiveSmallIntegerField()),
                        (
                            "figures",
                            models.JSONField(help_text="As the report stood when it was signed."),
                        ),
                        (
                            "read_with",
                            models.CharField(
                                help_text="For example: the steering committee",
                                max_length=200,
                                verbose_name="read with",
                            ),
                        ),
                        ("read_on", models.DateField(verbose_name="read on")),
                        (
                            "notes",
                            models.TextField(
                                blank=True,
                                help_text="What was said, and what you will do.",
                                verbose_name="notes",
                            ),
                        ),
                        ("next_review_on", models.DateField(verbose_name="next reading due")),
                        ("signed_at", models.DateTimeField()),
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
                                to="partners.compositionreport",
                            ),
                        ),
                        (
                            "signed_by",
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
                                name="partners_co_pgh_obj_6ee751_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_co_pgh_con_faca54_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompositionSettings",
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
                            "active_days",
                            models.PositiveSmallIntegerField(
                                default=365,
                                help_text="A partner of whom nothing was written for longer counts as not seen lately.",
                                validators=[
                                    django.core.validators.MinValueValidator(30),
                                    django.core.validators.MaxValueValidator(1095),
                                ],
                                verbose_name="days in which something must have happened",
                            ),
                        ),
                        (
                            "voices",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="One organisation cannot speak for a whole group, so we begin with two.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(9),
                                ],
                                verbose_name="voices that each needs",
                            ),
                        ),
                        (
                            "review_months",
                            models.PositiveSmallIntegerField(
                                default=6,
                                help_text="The home page reminds you when the next one is due.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(24),
                                ],
                                verbose_name="months from one reading to the next",
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition",),
                                include=("id",),
                                name="composition_is_set_once_per_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("active_days__range", (30, 1095)),
                                    ("voices__range", (1, 9)),
                                    ("review_months__range", (1, 24)),
                                ),
                                name="composition_settings_are_in_range",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompositionSettingsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "active_days",
                            models.PositiveSmallIntegerField(
                                default=365,
                                help_text="A partner of whom nothing was written for longer counts as not seen lately.",
                                validators=[
                                    django.core.validators.MinValueValidator(30),
                                    django.core.validators.MaxValueValidator(1095),
                                ],
                                verbose_name="days in which something must have happened",
                            ),
                        ),
                        (
                            "voices",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="One organisation cannot speak for a whole group, so we begin with two.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(9),
                                ],
                                verbose_name="voices that each needs",
                            ),
                        ),
                        (
                            "review_months",
                            models.PositiveSmallIntegerField(
                                default=6,
                                help_text="The home page reminds you when the next one is due.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(24),
                                ],
                                verbose_name="months from one reading to the next",
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
                                to="partners.compositionsettings",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_co_pgh_obj_9c7310_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_co_pgh_con_1f9023_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeededVoice",
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
                            "least",
                            models.PositiveSmallIntegerField(
                                default=2,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(9),
                                ],
                                verbose_name="voices needed",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why they must be here"
                            ),
                        ),
                        ("retired_on", models.DateField(blank=True, null=True)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                                verbose_name="area",
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
                            "determinant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                                verbose_name="social determinant",
                            ),
                        ),
                        (
                            "population",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                                verbose_name="population",
                            ),
                        ),
                        (
                            "sector",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                                verbose_name="sector",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="needed_voice_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("coalition", "sector", "population", "area", "determinant"),
                                name="needed_voice_is_named_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("area__isnull", True),
                                    ("determinant__isnull", True),
                                    ("population__isnull", True),
                                    ("sector__isnull", True),
                                    _negated=True,
                                ),
                                name="needed_voice_names_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("least__range", (1, 9))),
                                name="needed_voice_needs_at_least_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Gap",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("being_filled", "Being filled"),
                                    ("filled", "Filled"),
                                    ("accepted", "Left open on purpose"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("ask_by", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "draft",
                            models.TextField(blank=True, verbose_name="what they would gain"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it stays open"
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="opened on")),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gaps",
                                to="partners.organisation",
                                verbose_name="whom to ask",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who asks",
                            ),
                        ),
                        (
                            "needed",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gaps",
                                to="partners.neededvoice",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-opened_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"], name="gap_by_organisation"
                            ),
                            models.Index(fields=["coalition", "ask_by"], name="gap_by_day"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["open", "being_filled", "filled", "accepted"])
                                ),
                                name="gap_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "accepted"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="gap_is_left_open_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", True),
                                        ("state__in", ["open", "being_filled"]),
                                    ),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        ("state__in", ["filled", "accepted"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="gap_is_closed_exactly_when_it_is_settled",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "filled"), _negated=True),
                                fields=("needed",),
                                name="needed_voice_has_one_unfinished_gap",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GapEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("being_filled", "Being filled"),
                                    ("filled", "Filled"),
                                    ("accepted", "Left open on purpose"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("ask_by", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "draft",
                            models.TextField(blank=True, verbose_name="what they would gain"),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it stays open"
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="opened on")),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                                verbose_name="whom to ask",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who asks",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.gap",
                            ),
                        ),
                        (
                            "needed",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.neededvoice",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ga_pgh_obj_2b8b13_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ga_pgh_con_a9da2f_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NeededVoiceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "least",
                            models.PositiveSmallIntegerField(
                                default=2,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(9),
                                ],
                                verbose_name="voices needed",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why they must be here"
                            ),
                        ),
                        ("retired_on", models.DateField(blank=True, null=True)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="area",
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
                            "determinant",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="social determinant",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.neededvoice",
                            ),
                        ),
                        (
                            "population",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="population",
                            ),
                        ),
                        (
                            "sector",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="sector",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ne_pgh_obj_2a1da2_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ne_pgh_con_46ae65_idx"
                            ),
                        ],
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="term",
                    name="term_vocabulary_is_known",
                ),
                migrations.AlterField(
                    model_name="bulkedit",
                    name="vocabulary",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                        ],
                        help_text="Whose entries come or go.",
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="term",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="termevent",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="term",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "vocabulary__in",
                                ["sector", "population", "area", "language", "determinant", "tag"],
                            )
                        ),
                        name="term_vocabulary_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionreportevent" ("coalition_id", "figures", "half", "id", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "read_with", "signed_at", "signed_by_id", "year") SELECT new_values."coalition_id", new_values."figures", new_values."half", new_values."id", new_values."next_review_on", new_values."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."read_on", new_values."read_with", new_values."signed_at", new_values."signed_by_id", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9dcc3c5d4d5ce17f3eab31b77d96c62d74b5f37e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_60198",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_compositionreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionreportevent" ("coalition_id", "figures", "half", "id", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "read_with", "signed_at", "signed_by_id", "year") SELECT new_values."coalition_id", new_values."figures", new_values."half", new_values."id", new_values."next_review_on", new_values."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."read_on", new_values."read_with", new_values."signed_at", new_values."signed_by_id", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8edd3856fb55f640797024eeac05eb42d28c7911",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdf29",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_compositionreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionreport",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionreportevent" ("coalition_id", "figures", "half", "id", "next_review_on", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_on", "read_with", "signed_at", "signed_by_id", "year") SELECT old_values."coalition_id", old_values."figures", old_values."half", old_values."id", old_values."next_review_on", old_values."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."read_on", old_values."read_with", old_values."signed_at", old_values."signed_by_id", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="de25dbc1cac9e4b5eae6cf4d2df23ab70cbbc1fd",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1a997",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_compositionreport",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionsettingsevent" ("active_days", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "voices") SELECT new_values."active_days", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_months", new_values."voices" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5b768f88bb03b439464d4011649d0006c900c086",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad2f9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_compositionsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionsettingsevent" ("active_days", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "voices") SELECT new_values."active_days", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_months", new_values."voices" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8886b1c453115ba18436d666c4d87c64596f32b5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4b235",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_compositionsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="compositionsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_compositionsettingsevent" ("active_days", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_months", "voices") SELECT old_values."active_days", old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_months", old_values."voices" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6a98cee023b3cbd1a9a2a84add030f995f76db42",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d0b1c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_compositionsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="neededvoice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_neededvoiceevent" ("area_id", "coalition_id", "determinant_id", "id", "least", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_id", "retired_on", "sector_id", "why") SELECT new_values."area_id", new_values."coalition_id", new_values."determinant_id", new_values."id", new_values."least", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."population_id", new_values."retired_on", new_values."sector_id", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="71deb7401501811426e026cd1ed698b8a3d95b89",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_880b2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_neededvoice",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="neededvoice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_neededvoiceevent" ("area_id", "coalition_id", "determinant_id", "id", "least", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_id", "retired_on", "sector_id", "why") SELECT new_values."area_id", new_values."coalition_id", new_values."determinant_id", new_values."id", new_values."least", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."population_id", new_values."retired_on", new_values."sector_id", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="816eb70b2d4c2b746dcb5ec3582bbbae5af4ff11",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a8c96",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_neededvoice",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="neededvoice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_neededvoiceevent" ("area_id", "coalition_id", "determinant_id", "id", "least", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_id", "retired_on", "sector_id", "why") SELECT old_values."area_id", old_values."coalition_id", old_values."determinant_id", old_values."id", old_values."least", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."population_id", old_values."retired_on", old_values."sector_id", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c230dd92a20267a77d9a9977c366ef63203021d6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_40448",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_neededvoice",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="gap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="4a34c894bbe7c104e949e1192826cf03e17f98fd",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_329ab",
                            table="partners_gap",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="gap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_gapevent" ("ask_by", "closed_on", "coalition_id", "draft", "id", "needed_id", "opened_on", "organisation_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") SELECT new_values."ask_by", new_values."closed_on", new_values."coalition_id", new_values."draft", new_values."id", new_values."needed_id", new_values."opened_on", new_values."organisation_id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="26cbe11c703e922be29cc7b476a8f370bb5658c8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3637c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_gap",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="gap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_gapevent" ("ask_by", "closed_on", "coalition_id", "draft", "id", "needed_id", "opened_on", "organisation_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") SELECT new_values."ask_by", new_values."closed_on", new_values."coalition_id", new_values."draft", new_values."id", new_values."needed_id", new_values."opened_on", new_values."organisation_id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="536073e85ecc2315f4c1ef73aeea04773388e893",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_92835",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_gap",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="gap",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_gapevent" ("ask_by", "closed_on", "coalition_id", "draft", "id", "needed_id", "opened_on", "organisation_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "state") SELECT old_values."ask_by", old_values."closed_on", old_values."coalition_id", old_values."draft", old_values."id", old_values."needed_id", old_values."opened_on", old_values."organisation_id", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="95adef8189a7295ecebc45a3543bdc35b83e73b8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2a4e9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_gap",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child="partners_neededvoice", parent="partners_term", column=f"{axis}_id"
                    )
                    for axis in ("sector", "population", "area", "determinant")
                ),
                same_tenant(
                    child="partners_gap", parent="partners_neededvoice", column="needed_id"
                ),
                same_tenant(
                    child="partners_gap", parent="partners_organisation", column="organisation_id"
                ),
            ]
        )
    ]
