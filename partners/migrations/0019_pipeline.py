import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant

ORGANISATION = "partners_organisation"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        ("accounts", "__first__"),
        ("partners", "0018_ties"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Nomination",
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
                            "name",
                            models.CharField(
                                max_length=250, verbose_name="name of the organisation"
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        (
                            "why",
                            models.TextField(
                                max_length=2000, verbose_name="why they should be here"
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(
                                blank=True,
                                help_text="A name and how to reach them, if they are content with that.",
                                max_length=250,
                                verbose_name="whom one could ask there",
                            ),
                        ),
                        (
                            "known_from",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="how you know them"
                            ),
                        ),
                        (
                            "would_introduce",
                            models.BooleanField(default=False, verbose_name="I would introduce us"),
                        ),
                        (
                            "suggested_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="suggested",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("accepted", "Taken up"),
                                    ("known", "Known already"),
                                    ("declined", "Not taken up"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="decided"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(blank=True, max_length=500, verbose_name="answer"),
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="partners.organisation",
                                verbose_name="on our list as",
                            ),
                        ),
                        (
                            "suggested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suggested by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-suggested_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "state"], name="nomination_by_state"),
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="nomination_by_organisation",
                            ),
                            models.Index(
                                fields=["coalition", "suggested_by"], name="nomination_by_person"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["waiting", "accepted", "known", "declined", "withdrawn"],
                                    )
                                ),
                                name="nomination_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("why", ""), _negated=True),
                                ),
                                name="nomination_has_a_name_and_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decided_by__isnull", True),
                                        ("state", "waiting"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "waiting"), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="nomination_is_decided_by_somebody_at_a_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("organisation__isnull", False),
                                        ("state__in", ["accepted", "known"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["accepted", "known"]), _negated=True
                                        ),
                                        ("organisation__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="nomination_names_the_organisation_it_led_to",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "declined"), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="nomination_is_declined_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_at__isnull", True),
                                    ("decided_at__gte", models.F("suggested_at")),
                                    _connector="OR",
                                ),
                                name="nomination_is_decided_after_it_was_made",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NominationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "name",
                            models.CharField(
                                max_length=250, verbose_name="name of the organisation"
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        (
                            "why",
                            models.TextField(
                                max_length=2000, verbose_name="why they should be here"
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(
                                blank=True,
                                help_text="A name and how to reach them, if they are content with that.",
                                max_length=250,
                                verbose_name="whom one could ask there",
                            ),
                        ),
                        (
                            "known_from",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="how you know them"
                            ),
                        ),
                        (
                            "would_introduce",
                            models.BooleanField(default=False, verbose_name="I would introduce us"),
                        ),
                        (
                            "suggested_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="suggested",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("accepted", "Taken up"),
                                    ("known", "Known already"),
                                    ("declined", "Not taken up"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="decided"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(blank=True, max_length=500, verbose_name="answer"),
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
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
                                verbose_name="on our list as",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.nomination",
                            ),
                        ),
                        (
                            "suggested_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="suggested by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_no_pgh_obj_a5c1d7_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_no_pgh_con_bb60f4_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelinePlan",
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
                            "invite_by",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what comes next"
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
                            "inviter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who invites",
                            ),
                        ),
                        (
                            "organisation",
                            models.OneToOneField(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pipeline_plan",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "through",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="doors_opened",
                                to="partners.organisation",
                                verbose_name="who opens the door",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_pi_coaliti_2e6bb5_idx",
                            ),
                            models.Index(
                                fields=["coalition", "invite_by"], name="pipeline_plan_by_day"
                            ),
                            models.Index(
                                fields=["coalition", "through"], name="pipeline_plan_by_door"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("through__isnull", True),
                                    models.Q(("through", models.F("organisation")), _negated=True),
                                    _connector="OR",
                                ),
                                name="pipeline_plan_leads_through_another",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelinePlanEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "invite_by",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what comes next"
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
                            "inviter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who invites",
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
                                to="partners.pipelineplan",
                            ),
                        ),
                        (
                            "through",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                                verbose_name="who opens the door",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pi_pgh_obj_123706_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pi_pgh_con_6d5cef_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelineRules",
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
                            "talks_needed",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="In which both spoke, within a year.",
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                                verbose_name="talks before an invitation",
                            ),
                        ),
                        (
                            "gives_needed",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Help offered, a hand lent, information shared, their events attended.",
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                                verbose_name="things we gave before an invitation",
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
                                name="pipeline_rules_are_set_once_per_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("gives_needed__lte", 20), ("talks_needed__lte", 20)
                                ),
                                name="pipeline_rules_are_in_range",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelineRulesEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "talks_needed",
                            models.PositiveSmallIntegerField(
                                default=2,
                                help_text="In which both spoke, within a year.",
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                                verbose_name="talks before an invitation",
                            ),
                        ),
                        (
                            "gives_needed",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Help offered, a hand lent, information shared, their events attended.",
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                                verbose_name="things we gave before an invitation",
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
                                to="partners.pipelinerules",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pi_pgh_obj_9efb10_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pi_pgh_con_27558b_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelineStep",
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
                            "stage",
                            models.CharField(
                                choices=[
                                    ("prospect", "Prospect"),
                                    ("in_conversation", "In conversation"),
                                    ("invited", "Invited"),
                                    ("member", "Member"),
                                    ("paused", "Paused"),
                                    ("alumni", "Alumni"),
                                    ("declined", "Declined"),
                                ],
                                max_length=16,
                                verbose_name="stage",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("done", "What they came for is done"),
                                    ("no_time", "No time or people for it"),
                                    ("money", "Money ran out"),
                                    ("closed", "They closed, moved away or became part of another"),
                                    ("direction", "Their aims and ours went apart"),
                                    ("unhappy", "They were not content with how we work"),
                                    ("person_left", "The person who came has left them"),
                                    ("not_now", "Not now, perhaps later"),
                                    ("no_fit", "It does not fit what they do"),
                                    ("no_answer", "They never answered"),
                                    ("we_decided", "We decided against it"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="main reason",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why"),
                        ),
                        (
                            "taken_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                                related_name="pipeline_steps",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who moved them",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation", "-on", "-id"],
                                name="pipeline_step_latest",
                            ),
                            models.Index(
                                fields=["coalition", "stage", "-on"], name="pipeline_step_by_stage"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "stage__in",
                                        [
                                            "prospect",
                                            "in_conversation",
                                            "invited",
                                            "member",
                                            "paused",
                                            "alumni",
                                            "declined",
                                        ],
                                    )
                                ),
                                name="pipeline_step_stage_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "cause__in",
                                            [
                                                "done",
                                                "no_time",
                                                "money",
                                                "closed",
                                                "direction",
                                                "unhappy",
                                                "person_left",
                                                "we_decided",
                                                "other",
                                            ],
                                        ),
                                        ("stage", "alumni"),
                                    ),
                                    models.Q(
                                        (
                                            "cause__in",
                                            [
                                                "not_now",
                                                "no_time",
                                                "no_fit",
                                                "direction",
                                                "no_answer",
                                                "we_decided",
                                                "closed",
                                                "other",
                                            ],
                                        ),
                                        ("stage", "declined"),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("stage__in", ["alumni", "declined"]), _negated=True
                                        ),
                                        ("cause", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="pipeline_step_has_a_cause_when_somebody_goes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PipelineStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("prospect", "Prospect"),
                                    ("in_conversation", "In conversation"),
                                    ("invited", "Invited"),
                                    ("member", "Member"),
                                    ("paused", "Paused"),
                                    ("alumni", "Alumni"),
                                    ("declined", "Declined"),
                                ],
                                max_length=16,
                                verbose_name="stage",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        (
                            "cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("done", "What they came for is done"),
                                    ("no_time", "No time or people for it"),
                                    ("money", "Money ran out"),
                                    ("closed", "They closed, moved away or became part of another"),
                                    ("direction", "Their aims and ours went apart"),
                                    ("unhappy", "They were not content with how we work"),
                                    ("person_left", "The person who came has left them"),
                                    ("not_now", "Not now, perhaps later"),
                                    ("no_fit", "It does not fit what they do"),
                                    ("no_answer", "They never answered"),
                                    ("we_decided", "We decided against it"),
                                    ("other", "Another reason"),
                                ],
                                max_length=12,
                                verbose_name="main reason",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="why"),
                        ),
                        (
                            "taken_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                                to="partners.pipelinestep",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who moved them",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pi_pgh_obj_128caf_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pi_pgh_con_0ac22c_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="1fed4f9f6b3e6ea164c8187d3c64540a90852eb2",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_6369d",
                            table="partners_nomination",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_nominationevent" ("answer", "coalition_id", "decided_at", "decided_by_id", "id", "known_from", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "suggested_at", "suggested_by_id", "website", "whom", "why", "would_introduce") SELECT new_values."answer", new_values."coalition_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."known_from", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."state", new_values."suggested_at", new_values."suggested_by_id", new_values."website", new_values."whom", new_values."why", new_values."would_introduce" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7a0ee7e8659dd64add6890b604c330d68030b75d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03a2f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_nominationevent" ("answer", "coalition_id", "decided_at", "decided_by_id", "id", "known_from", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "suggested_at", "suggested_by_id", "website", "whom", "why", "would_introduce") SELECT new_values."answer", new_values."coalition_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."known_from", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."state", new_values."suggested_at", new_values."suggested_by_id", new_values."website", new_values."whom", new_values."why", new_values."would_introduce" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e5edb23b592a3202fbd7cece27b0f3cb38562575",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae99e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nomination",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_nominationevent" ("answer", "coalition_id", "decided_at", "decided_by_id", "id", "known_from", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "suggested_at", "suggested_by_id", "website", "whom", "why", "would_introduce") SELECT old_values."answer", old_values."coalition_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."known_from", old_values."name", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."state", old_values."suggested_at", old_values."suggested_by_id", old_values."website", old_values."whom", old_values."why", old_values."would_introduce" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="472da24ac65affbacc476ac50060afe359b8f92e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_46864",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_nomination",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelineplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="be2e92fa2bb4e9c8b686346fe88623014b26bb55",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_80204",
                            table="partners_pipelineplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelineplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelineplanevent" ("coalition_id", "id", "invite_by", "inviter_id", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through_id") SELECT new_values."coalition_id", new_values."id", new_values."invite_by", new_values."inviter_id", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."through_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c600b81d024bee295155cf7e1eca40d2b46dddc2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db92c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_pipelineplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelineplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelineplanevent" ("coalition_id", "id", "invite_by", "inviter_id", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through_id") SELECT new_values."coalition_id", new_values."id", new_values."invite_by", new_values."inviter_id", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."through_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="02d1cea353b35fba66c6b6e7aef62ddb55f995e9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0680b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_pipelineplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelineplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelineplanevent" ("coalition_id", "id", "invite_by", "inviter_id", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "through_id") SELECT old_values."coalition_id", old_values."id", old_values."invite_by", old_values."inviter_id", old_values."note", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."through_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7098cc4bbad43d7539c3848f1bd53c974bdafc0b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_56947",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_pipelineplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinerules",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinerulesevent" ("coalition_id", "gives_needed", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talks_needed") SELECT new_values."coalition_id", new_values."gives_needed", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."talks_needed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3438ed18d4ad2ee090eefd60bec6ad2abf186e64",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_88fc6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_pipelinerules",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinerules",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinerulesevent" ("coalition_id", "gives_needed", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talks_needed") SELECT new_values."coalition_id", new_values."gives_needed", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."talks_needed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="25d398c815c37b89dca3df35d2f28d3ea4c30106",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95b8c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_pipelinerules",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinerules",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinerulesevent" ("coalition_id", "gives_needed", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "talks_needed") SELECT old_values."coalition_id", old_values."gives_needed", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."talks_needed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="89286bbc348d0dc3e8c9085f358291d0cc87ed9d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5c2b0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_pipelinerules",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinestep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="2155ff1d9a3a545c90d9fbaef12a19de628d801c",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_42b78",
                            table="partners_pipelinestep",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinestep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinestepevent" ("cause", "coalition_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage", "taken_at", "taken_by_id") SELECT new_values."cause", new_values."coalition_id", new_values."id", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stage", new_values."taken_at", new_values."taken_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="46d75b053ed7f474f04680563bed3caf1267209b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f8f55",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_pipelinestep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinestep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinestepevent" ("cause", "coalition_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage", "taken_at", "taken_by_id") SELECT new_values."cause", new_values."coalition_id", new_values."id", new_values."on", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."stage", new_values."taken_at", new_values."taken_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="34fe69b4f2519f50f66f019f02f690342cff0d10",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31a22",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_pipelinestep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pipelinestep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_pipelinestepevent" ("cause", "coalition_id", "id", "on", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage", "taken_at", "taken_by_id") SELECT old_values."cause", old_values."coalition_id", old_values."id", old_values."on", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stage", old_values."taken_at", old_values."taken_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c42d760be3e8c48d80fb0c289f43324978d2d695",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_40d3f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_pipelinestep",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}", parent=ORGANISATION, column="organisation_id"
                    )
                    for part in ("pipelinestep", "pipelineplan", "nomination")
                ),
                same_tenant(
                    child="partners_pipelineplan", parent=ORGANISATION, column="through_id"
                ),
            ]
        )
    ]
