import django.core.validators
import django.db.models.deletion
import django.db.models.lookups
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
        ("partners", "0015_composition"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="DepthSettings",
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
                            "verify_every",
                            models.PositiveSmallIntegerField(
                                default=180,
                                validators=[
                                    django.core.validators.MinValueValidator(30),
                                    django.core.validators.MaxValueValidator(1095),
                                ],
                                verbose_name="confirm a profile again after so many days",
                            ),
                        ),
                        (
                            "needs",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By kind of capacity: 1 a little, 2 some, 3 much. What is not needed is not there.",
                                verbose_name="what we need",
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
                                include=("verify_every",),
                                name="depth_settings_are_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verify_every__gte", 30), ("verify_every__lte", 1095)
                                ),
                                name="depth_settings_ask_again_within_three_years",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("needs"),
                                        function="jsonb_typeof",
                                        output_field=models.CharField(),
                                    ),
                                    models.Value("object"),
                                ),
                                name="depth_settings_needs_are_an_object",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DepthSettingsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "verify_every",
                            models.PositiveSmallIntegerField(
                                default=180,
                                validators=[
                                    django.core.validators.MinValueValidator(30),
                                    django.core.validators.MaxValueValidator(1095),
                                ],
                                verbose_name="confirm a profile again after so many days",
                            ),
                        ),
                        (
                            "needs",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="By kind of capacity: 1 a little, 2 some, 3 much. What is not needed is not there.",
                                verbose_name="what we need",
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
                                to="partners.depthsettings",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_de_pgh_obj_5fee41_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_de_pgh_con_2878dc_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterviewVisit",
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
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                default="mission",
                                max_length=16,
                                verbose_name="where we stopped",
                            ),
                        ),
                        (
                            "is_finished",
                            models.BooleanField(
                                default=False, verbose_name="walked through to the end"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who asked",
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
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partners.contact",
                                verbose_name="who answered",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_in_coaliti_d7cfdb_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "topic__in",
                                        [
                                            "mission",
                                            "initiatives",
                                            "strengths",
                                            "values",
                                            "priorities",
                                            "motivation",
                                            "why_here",
                                            "populations",
                                            "equity",
                                            "collaborations",
                                            "capacity",
                                            "challenges",
                                            "working",
                                            "support",
                                            "government",
                                        ],
                                    )
                                ),
                                name="interview_stopped_at_a_known_topic",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterviewVisitEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                default="mission",
                                max_length=16,
                                verbose_name="where we stopped",
                            ),
                        ),
                        (
                            "is_finished",
                            models.BooleanField(
                                default=False, verbose_name="walked through to the end"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who asked",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="who answered",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.interviewvisit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_in_pgh_obj_fda4c3_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_in_pgh_con_22dbb9_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnPriority",
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
                        ("position", models.PositiveSmallIntegerField()),
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
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "term"), name="own_priority_is_told_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnPriorityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveSmallIntegerField()),
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
                                to="partners.ownpriority",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ow_pgh_obj_5c9ea6_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ow_pgh_con_75f828_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileAnswer",
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
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "voice",
                            models.CharField(
                                choices=[("theirs", "In their words"), ("ours", "Our notes")],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="answer")),
                        (
                            "choice",
                            models.CharField(blank=True, max_length=16, verbose_name="choice"),
                        ),
                        ("said_on", models.DateField(verbose_name="said on")),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="Signed in for themselves.",
                                verbose_name="they wrote it themselves",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partners.contact",
                                verbose_name="said by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_pr_coaliti_182194_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "topic", "voice"),
                                name="answer_is_one_per_topic_and_voice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "topic__in",
                                        [
                                            "mission",
                                            "initiatives",
                                            "strengths",
                                            "values",
                                            "priorities",
                                            "motivation",
                                            "why_here",
                                            "populations",
                                            "equity",
                                            "collaborations",
                                            "capacity",
                                            "challenges",
                                            "working",
                                            "support",
                                            "government",
                                        ],
                                    )
                                ),
                                name="answer_topic_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voice__in", ["theirs", "ours"])),
                                name="answer_voice_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("choice", ""), ("text", ""), _negated=True),
                                    (
                                        "topic__in",
                                        [
                                            "strengths",
                                            "priorities",
                                            "populations",
                                            "collaborations",
                                            "capacity",
                                        ],
                                    ),
                                    _connector="OR",
                                ),
                                name="answer_says_something_or_dates_its_rows",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voice", "theirs"),
                                    models.Q(("is_own_hand", False), ("said_by__isnull", True)),
                                    _connector="OR",
                                ),
                                name="answer_of_ours_is_said_by_nobody_of_theirs",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileAnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "voice",
                            models.CharField(
                                choices=[("theirs", "In their words"), ("ours", "Our notes")],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="answer")),
                        (
                            "choice",
                            models.CharField(blank=True, max_length=16, verbose_name="choice"),
                        ),
                        ("said_on", models.DateField(verbose_name="said on")),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="Signed in for themselves.",
                                verbose_name="they wrote it themselves",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.profileanswer",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="said by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pr_pgh_obj_206e9a_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pr_pgh_con_c19a39_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileRow",
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
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "voice",
                            models.CharField(
                                choices=[("theirs", "In their words"), ("ours", "Our notes")],
                                max_length=8,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="Its place among them."
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("funding", "Funding"),
                                    ("expertise", "Expertise"),
                                    ("networks", "Networks"),
                                    ("research", "Research and data"),
                                    ("marketing", "Marketing and media"),
                                    ("outreach", "Outreach to people"),
                                    ("people", "Staff and volunteers"),
                                    ("places", "Rooms, vehicles, tools"),
                                    ("policy", "A say in policy"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=200)),
                        ("level", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("period", models.CharField(blank=True, max_length=60)),
                        ("note", models.CharField(blank=True, max_length=500)),
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="profile_rows",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_pr_coaliti_06f373_idx",
                            ),
                            models.Index(
                                fields=["coalition", "topic", "term"],
                                name="partners_pr_coaliti_e7ae46_idx",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "topic", "voice", "term"),
                                name="profile_row_names_a_term_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", ""), _negated=True),
                                fields=("organisation", "topic", "voice", "kind"),
                                name="profile_row_names_a_kind_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "topic__in",
                                        [
                                            "strengths",
                                            "priorities",
                                            "populations",
                                            "collaborations",
                                            "capacity",
                                        ],
                                    )
                                ),
                                name="profile_row_topic_has_rows",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("voice__in", ["theirs", "ours"])),
                                name="profile_row_voice_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "",
                                            "funding",
                                            "expertise",
                                            "networks",
                                            "research",
                                            "marketing",
                                            "outreach",
                                            "people",
                                            "places",
                                            "policy",
                                        ],
                                    )
                                ),
                                name="profile_row_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", ""),
                                    ("term__isnull", True),
                                    ("words", ""),
                                    _negated=True,
                                ),
                                name="profile_row_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level__isnull", True), ("level__lte", 4), _connector="OR"
                                ),
                                name="profile_row_level_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProfileRowEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("mission", "Mission"),
                                    ("initiatives", "What they are working on"),
                                    ("strengths", "Strengths"),
                                    ("values", "Values"),
                                    ("priorities", "Their own priorities"),
                                    ("motivation", "What draws them"),
                                    ("why_here", "Why here"),
                                    ("populations", "Where they are trusted"),
                                    ("equity", "Role in equity work"),
                                    ("collaborations", "Past collaborations"),
                                    ("capacity", "Capacity"),
                                    ("challenges", "Challenges"),
                                    ("working", "How they like to work"),
                                    ("support", "Support they need"),
                                    ("government", "Part of government"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "voice",
                            models.CharField(
                                choices=[("theirs", "In their words"), ("ours", "Our notes")],
                                max_length=8,
                            ),
                        ),
                        (
                            "position",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="Its place among them."
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("funding", "Funding"),
                                    ("expertise", "Expertise"),
                                    ("networks", "Networks"),
                                    ("research", "Research and data"),
                                    ("marketing", "Marketing and media"),
                                    ("outreach", "Outreach to people"),
                                    ("people", "Staff and volunteers"),
                                    ("places", "Rooms, vehicles, tools"),
                                    ("policy", "A say in policy"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=200)),
                        ("level", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("period", models.CharField(blank=True, max_length=60)),
                        ("note", models.CharField(blank=True, max_length=500)),
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.profilerow",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pr_pgh_obj_848c5e_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pr_pgh_con_2c5706_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stake",
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
                            "influence",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1, very little"),
                                    (2, "2, little"),
                                    (3, "3, some"),
                                    (4, "4, much"),
                                    (5, "5, very much"),
                                ],
                                help_text="How much they can help or hinder the work.",
                                verbose_name="influence",
                            ),
                        ),
                        (
                            "influence_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why this influence"
                            ),
                        ),
                        (
                            "interest",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1, very little"),
                                    (2, "2, little"),
                                    (3, "3, some"),
                                    (4, "4, much"),
                                    (5, "5, very much"),
                                ],
                                help_text="How much they care how it turns out.",
                                verbose_name="interest",
                            ),
                        ),
                        (
                            "interest_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why this interest"
                            ),
                        ),
                        (
                            "is_affected",
                            models.BooleanField(
                                default=False,
                                help_text="What we do changes their life or their work, whether they take part or not.",
                                verbose_name="affected by the work",
                            ),
                        ),
                        ("placed_on", models.DateField(verbose_name="placed on")),
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="placed by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_st_coaliti_665922_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation",), name="stake_is_one_per_organisation"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("influence__gte", 1), ("influence__lte", 5)),
                                name="stake_influence_is_from_1_to_5",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("interest__gte", 1), ("interest__lte", 5)),
                                name="stake_interest_is_from_1_to_5",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StakeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "influence",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1, very little"),
                                    (2, "2, little"),
                                    (3, "3, some"),
                                    (4, "4, much"),
                                    (5, "5, very much"),
                                ],
                                help_text="How much they can help or hinder the work.",
                                verbose_name="influence",
                            ),
                        ),
                        (
                            "influence_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why this influence"
                            ),
                        ),
                        (
                            "interest",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1, very little"),
                                    (2, "2, little"),
                                    (3, "3, some"),
                                    (4, "4, much"),
                                    (5, "5, very much"),
                                ],
                                help_text="How much they care how it turns out.",
                                verbose_name="interest",
                            ),
                        ),
                        (
                            "interest_reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why this interest"
                            ),
                        ),
                        (
                            "is_affected",
                            models.BooleanField(
                                default=False,
                                help_text="What we do changes their life or their work, whether they take part or not.",
                                verbose_name="affected by the work",
                            ),
                        ),
                        ("placed_on", models.DateField(verbose_name="placed on")),
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.stake",
                            ),
                        ),
                        (
                            "placed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="placed by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_st_pgh_obj_d98476_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_st_pgh_con_84db77_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Verification",
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
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said so",
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
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partners.contact",
                                verbose_name="confirmed by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation", "-on"],
                                name="partners_ve_coaliti_cb5809_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "by", "on"),
                                name="verification_is_said_once_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VerificationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said so",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="confirmed by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.verification",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ve_pgh_obj_3197c9_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ve_pgh_con_f2d607_idx"
                            ),
                        ],
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="term",
                    name="term_vocabulary_is_known",
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
                            ("priority", "Priorities"),
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
                            ("priority", "Priorities"),
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
                                [
                                    "sector",
                                    "population",
                                    "area",
                                    "language",
                                    "determinant",
                                    "tag",
                                    "priority",
                                ],
                            )
                        ),
                        name="term_vocabulary_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="depthsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_depthsettingsevent" ("coalition_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verify_every") SELECT new_values."coalition_id", new_values."id", new_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."verify_every" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="57e6b9c081b60515bc88ae873a843ef38d7d9c51",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f792",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_depthsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="depthsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_depthsettingsevent" ("coalition_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verify_every") SELECT new_values."coalition_id", new_values."id", new_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."verify_every" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6db4237bbc2c88127445adc3d77a521da25e0b1a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b6a30",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_depthsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="depthsettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_depthsettingsevent" ("coalition_id", "id", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verify_every") SELECT old_values."coalition_id", old_values."id", old_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."verify_every" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f23fc1447469113638d911795ca49ce9ea0ca128",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3a780",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_depthsettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interviewvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="2560a26313bce1c5a53a91651aebd17e4ae0a3a1",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_07205",
                            table="partners_interviewvisit",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interviewvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_interviewvisitevent" ("by_id", "coalition_id", "contact_id", "id", "is_finished", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") SELECT new_values."by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."is_finished", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."topic" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4b2326b21a1933b44bf9d8a0929423d20986a1ff",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_618b1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_interviewvisit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interviewvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_interviewvisitevent" ("by_id", "coalition_id", "contact_id", "id", "is_finished", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") SELECT new_values."by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."is_finished", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."topic" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d3832cd0d067359b402864045910b5dc954ae192",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_910d4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_interviewvisit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interviewvisit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_interviewvisitevent" ("by_id", "coalition_id", "contact_id", "id", "is_finished", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic") SELECT old_values."by_id", old_values."coalition_id", old_values."contact_id", old_values."id", old_values."is_finished", old_values."on", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."topic" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0e627cd9709448a1bc35083fd1fda8caf43486e4",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ebb0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_interviewvisit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownpriorityevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."term_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ffe065614e3e3227f7655def4fa18da3f99ac206",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82a45",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_ownpriority",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownpriorityevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."term_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3ac31caacf0aab0476bb56814154aa0322c36627",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e63b8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_ownpriority",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownpriorityevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id") SELECT old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."term_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="698c503e0e59540f5de8b18d133eaffda746c132",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_de5e3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_ownpriority",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profileanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="3dfc3dbfcdbc434757769bbbe6642497b1679cd3",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_e9f83",
                            table="partners_profileanswer",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profileanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profileanswerevent" ("choice", "coalition_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_by_id", "said_on", "text", "topic", "voice") SELECT new_values."choice", new_values."coalition_id", new_values."id", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recorded_by_id", new_values."said_by_id", new_values."said_on", new_values."text", new_values."topic", new_values."voice" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e2f3a3d08e13028e1d1a14997409dce97935d47f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ce76",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_profileanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profileanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profileanswerevent" ("choice", "coalition_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_by_id", "said_on", "text", "topic", "voice") SELECT new_values."choice", new_values."coalition_id", new_values."id", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recorded_by_id", new_values."said_by_id", new_values."said_on", new_values."text", new_values."topic", new_values."voice" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5c8db9d617a0a890020dc6dba5c44a5f0e264931",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d68b1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_profileanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profileanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profileanswerevent" ("choice", "coalition_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "said_by_id", "said_on", "text", "topic", "voice") SELECT old_values."choice", old_values."coalition_id", old_values."id", old_values."is_own_hand", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recorded_by_id", old_values."said_by_id", old_values."said_on", old_values."text", old_values."topic", old_values."voice" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6797e299971c7bd326a8acf111605d9c91b06152",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b770d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_profileanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilerow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="372bbfd2b39a379404d15293d6b35a815e9dceb1",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_d6c6e",
                            table="partners_profilerow",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilerow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profilerowevent" ("coalition_id", "id", "kind", "level", "note", "organisation_id", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id", "topic", "voice", "words") SELECT new_values."coalition_id", new_values."id", new_values."kind", new_values."level", new_values."note", new_values."organisation_id", new_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."term_id", new_values."topic", new_values."voice", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6a9d22cf5453637e3f3c6d57e2c41d00d8bcf45c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bb376",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_profilerow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilerow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profilerowevent" ("coalition_id", "id", "kind", "level", "note", "organisation_id", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id", "topic", "voice", "words") SELECT new_values."coalition_id", new_values."id", new_values."kind", new_values."level", new_values."note", new_values."organisation_id", new_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."term_id", new_values."topic", new_values."voice", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bc07815f8a871092572c51c857fdfec8cfb724b6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95e07",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_profilerow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilerow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profilerowevent" ("coalition_id", "id", "kind", "level", "note", "organisation_id", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id", "topic", "voice", "words") SELECT old_values."coalition_id", old_values."id", old_values."kind", old_values."level", old_values."note", old_values."organisation_id", old_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."term_id", old_values."topic", old_values."voice", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="320275c6945f1204837f73299b37d1ed9c0c7ff1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_657aa",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_profilerow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stake",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="bc24b7f89430bc2aee72f89fae48895f4c9194f4",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_2a71f",
                            table="partners_stake",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stake",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_stakeevent" ("coalition_id", "id", "influence", "influence_reason", "interest", "interest_reason", "is_affected", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_by_id", "placed_on") SELECT new_values."coalition_id", new_values."id", new_values."influence", new_values."influence_reason", new_values."interest", new_values."interest_reason", new_values."is_affected", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."placed_by_id", new_values."placed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eaa6c9f3a1f490aa565b70fc57d5e820ab8fa56e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_16cb5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_stake",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stake",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_stakeevent" ("coalition_id", "id", "influence", "influence_reason", "interest", "interest_reason", "is_affected", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_by_id", "placed_on") SELECT new_values."coalition_id", new_values."id", new_values."influence", new_values."influence_reason", new_values."interest", new_values."interest_reason", new_values."is_affected", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."placed_by_id", new_values."placed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a05e2fdbd7401c6a856252686f24bc1f7a9fbb64",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6a6c9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_stake",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stake",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_stakeevent" ("coalition_id", "id", "influence", "influence_reason", "interest", "interest_reason", "is_affected", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_by_id", "placed_on") SELECT old_values."coalition_id", old_values."id", old_values."influence", old_values."influence_reason", old_values."interest", old_values."interest_reason", old_values."is_affected", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."placed_by_id", old_values."placed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0e1001d2f6b4a488460261277d2f8ca05a612e67",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2366e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_stake",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="a7d69fd2015f6c6b5d1e1494043ee718299dba60",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_4be18",
                            table="partners_verification",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_verificationevent" ("by_id", "coalition_id", "contact_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d38884a98348426e4b56e89167a6475dcb94f02e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_41645",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_verification",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_verificationevent" ("by_id", "coalition_id", "contact_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bf5abca7fd22142a37fe028022ce3b512341944f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6f0b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_verification",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="verification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_verificationevent" ("by_id", "coalition_id", "contact_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."by_id", old_values."coalition_id", old_values."contact_id", old_values."id", old_values."on", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d9ef0dd78425ca92278fb89bdfcbb7fd105bc111",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9e9d7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_verification",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}",
                        parent="partners_organisation",
                        column="organisation_id",
                    )
                    for part in (
                        "profileanswer",
                        "profilerow",
                        "interviewvisit",
                        "verification",
                        "stake",
                    )
                ),
                *(
                    same_tenant(child=f"partners_{child}", parent="partners_contact", column=column)
                    for child, column in (
                        ("profileanswer", "said_by_id"),
                        ("interviewvisit", "contact_id"),
                        ("verification", "contact_id"),
                    )
                ),
                *(
                    same_tenant(child=f"partners_{child}", parent="partners_term", column="term_id")
                    for child in ("profilerow", "ownpriority")
                ),
            ]
        )
    ]
