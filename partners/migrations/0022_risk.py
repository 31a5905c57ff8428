import uuid

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
        ("partners", "0021_services"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="DiligenceQuestion",
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
                        ("words", models.CharField(max_length=250, verbose_name="question")),
                        (
                            "hint",
                            models.CharField(
                                blank=True,
                                help_text="What would answer it: a register, a report, somebody to ask.",
                                max_length=500,
                                verbose_name="where to look",
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("retired_on", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "question",
                        "verbose_name_plural": "questions",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="diligence_question_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("words", function="plain_text"),
                                name="diligence_question_is_asked_once",
                                violation_error_message="There is this question already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="diligence_question_has_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiligenceAnswer",
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
                            "finding",
                            models.CharField(
                                choices=[
                                    ("ok", "All right"),
                                    ("concern", "A concern"),
                                    ("unknown", "Not known"),
                                ],
                                max_length=8,
                                verbose_name="what was found",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(blank=True, max_length=4000, verbose_name="in words"),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                help_text="A register, a report, a news article.",
                                max_length=500,
                                verbose_name="where it can be seen",
                            ),
                        ),
                        ("answered_on", models.DateField(verbose_name="looked into on")),
                        (
                            "review_on",
                            models.DateField(blank=True, null=True, verbose_name="look again on"),
                        ),
                        (
                            "answered_by",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="partners.diligencequestion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "due diligence",
                        "verbose_name_plural": "due diligence",
                        "ordering": ["question__position", "-answered_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_di_coaliti_4b06d7_idx",
                            ),
                            models.Index(
                                fields=["coalition", "review_on"], name="diligence_by_review"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("finding__in", ["ok", "concern", "unknown"])),
                                name="diligence_finding_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finding", "concern"), ("words", ""), _negated=True
                                ),
                                name="diligence_concern_is_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("review_on__isnull", True),
                                    ("review_on__gt", models.F("answered_on")),
                                    _connector="OR",
                                ),
                                name="diligence_is_looked_at_again_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiligenceAnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "finding",
                            models.CharField(
                                choices=[
                                    ("ok", "All right"),
                                    ("concern", "A concern"),
                                    ("unknown", "Not known"),
                                ],
                                max_length=8,
                                verbose_name="what was found",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(blank=True, max_length=4000, verbose_name="in words"),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                help_text="A register, a report, a news article.",
                                max_length=500,
                                verbose_name="where it can be seen",
                            ),
                        ),
                        ("answered_on", models.DateField(verbose_name="looked into on")),
                        (
                            "review_on",
                            models.DateField(blank=True, null=True, verbose_name="look again on"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="partners.diligenceanswer",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.diligencequestion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_di_pgh_obj_a0c5a8_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_di_pgh_con_40f545_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiligenceQuestionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("words", models.CharField(max_length=250, verbose_name="question")),
                        (
                            "hint",
                            models.CharField(
                                blank=True,
                                help_text="What would answer it: a register, a report, somebody to ask.",
                                max_length=500,
                                verbose_name="where to look",
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("retired_on", models.DateField(blank=True, null=True)),
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
                                to="partners.diligencequestion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_di_pgh_obj_3d8780_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_di_pgh_con_c5944e_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
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
                            "title",
                            models.CharField(max_length=200, verbose_name="what is it about?"),
                        ),
                        (
                            "known",
                            models.TextField(
                                help_text="Facts and where they come from; what is only said, as only said.",
                                max_length=10000,
                                verbose_name="what is known",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="known since")),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("watch", "To be watched"),
                                    ("serious", "Serious"),
                                    ("grave", "Grave: it touches all of us"),
                                ],
                                max_length=8,
                                verbose_name="how serious",
                            ),
                        ),
                        ("opened_on", models.DateField()),
                        (
                            "holding",
                            models.TextField(
                                blank=True,
                                help_text="What everybody who is asked says until more is decided.",
                                max_length=10000,
                                verbose_name="holding statement",
                            ),
                        ),
                        (
                            "holding_on",
                            models.DateField(blank=True, null=True, verbose_name="holds since"),
                        ),
                        (
                            "listing_paused_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not listed since"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True, max_length=10000, verbose_name="how it ended"
                            ),
                        ),
                        (
                            "closed_by",
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
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "verbose_name": "incident",
                        "verbose_name_plural": "incidents",
                        "ordering": ["-since_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_in_coaliti_9f7290_idx",
                            ),
                            models.Index(
                                condition=models.Q(("listing_paused_on__isnull", False)),
                                fields=["organisation"],
                                name="incident_pauses_listing",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="incident_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True),
                                    models.Q(("known", ""), _negated=True),
                                ),
                                name="incident_says_what_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("severity__in", ["watch", "serious", "grave"])),
                                name="incident_severity_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("holding", ""), ("holding_on__isnull", True)),
                                    models.Q(
                                        models.Q(("holding", ""), _negated=True),
                                        ("holding_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_holds_a_statement_since_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_by__isnull", True),
                                        ("closed_on__isnull", True),
                                        ("outcome", ""),
                                    ),
                                    models.Q(
                                        ("closed_by__isnull", False),
                                        ("closed_on__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_is_closed_by_somebody_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("listing_paused_on__isnull", True),
                                    _connector="OR",
                                ),
                                name="incident_that_is_closed_pauses_no_listing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentDecision",
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
                            "question",
                            models.CharField(
                                max_length=300, verbose_name="what has to be decided?"
                            ),
                        ),
                        (
                            "options",
                            models.TextField(
                                blank=True,
                                help_text="One on each line. Whoever decides may choose something else.",
                                max_length=4000,
                                verbose_name="options",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="by when?")),
                        ("asked_on", models.DateField()),
                        (
                            "decision",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what is decided"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="why"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="decided on"),
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
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who decides?",
                            ),
                        ),
                        (
                            "incident",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="partners.incident",
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
                        "verbose_name": "decision",
                        "verbose_name_plural": "decisions",
                        "ordering": ["decided_on", "due_on", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_in_coaliti_7b1645_idx",
                            ),
                            models.Index(fields=["incident"], name="decision_by_incident"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("question", ""), _negated=True),
                                name="decision_asks_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("decided_on__isnull", True),
                                        ("decision", ""),
                                        ("reason", ""),
                                    ),
                                    models.Q(
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                        models.Q(("decision", ""), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_is_taken_by_somebody_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentDecisionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "question",
                            models.CharField(
                                max_length=300, verbose_name="what has to be decided?"
                            ),
                        ),
                        (
                            "options",
                            models.TextField(
                                blank=True,
                                help_text="One on each line. Whoever decides may choose something else.",
                                max_length=4000,
                                verbose_name="options",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="by when?")),
                        ("asked_on", models.DateField()),
                        (
                            "decision",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what is decided"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, max_length=4000, verbose_name="why"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="decided on"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                            "decided_by",
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
                            "decider",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who decides?",
                            ),
                        ),
                        (
                            "incident",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.incident",
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
                                to="partners.incidentdecision",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_in_pgh_obj_8c1520_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_in_pgh_con_3a0fc4_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="what is it about?"),
                        ),
                        (
                            "known",
                            models.TextField(
                                help_text="Facts and where they come from; what is only said, as only said.",
                                max_length=10000,
                                verbose_name="what is known",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="known since")),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("watch", "To be watched"),
                                    ("serious", "Serious"),
                                    ("grave", "Grave: it touches all of us"),
                                ],
                                max_length=8,
                                verbose_name="how serious",
                            ),
                        ),
                        ("opened_on", models.DateField()),
                        (
                            "holding",
                            models.TextField(
                                blank=True,
                                help_text="What everybody who is asked says until more is decided.",
                                max_length=10000,
                                verbose_name="holding statement",
                            ),
                        ),
                        (
                            "holding_on",
                            models.DateField(blank=True, null=True, verbose_name="holds since"),
                        ),
                        (
                            "listing_paused_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not listed since"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "outcome",
                            models.TextField(
                                blank=True, max_length=10000, verbose_name="how it ended"
                            ),
                        ),
                        (
                            "closed_by",
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
                            "opened_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="partners.incident",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_in_pgh_obj_a7ab63_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_in_pgh_con_aab876_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskNote",
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
                            "token",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        ("organisation_name", models.CharField(max_length=250)),
                        ("sealed", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "review_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="look at it again on"
                            ),
                        ),
                        ("settled_on", models.DateField(blank=True, null=True)),
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
                            "heir",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Reads nothing until nobody who is named is a member any more.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.membership",
                                verbose_name="who takes it over",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "restricted note",
                        "verbose_name_plural": "restricted notes",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_ri_coaliti_fabdd3_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="risk_note_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sealed", ""), _negated=True),
                                name="risk_note_is_sealed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("organisation_name", ""), _negated=True),
                                name="risk_note_names_its_organisation",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("organisation_name", models.CharField(max_length=250)),
                        ("sealed", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "review_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="look at it again on"
                            ),
                        ),
                        ("settled_on", models.DateField(blank=True, null=True)),
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
                            "heir",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Reads nothing until nobody who is named is a member any more.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
                                verbose_name="who takes it over",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
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
                                to="partners.risknote",
                            ),
                        ),
                        (
                            "written_by",
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
                                name="partners_ri_pgh_obj_2e5ffa_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ri_pgh_con_1ec6c8_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskReader",
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
                        ("added_on", models.DateField()),
                        (
                            "added_by",
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
                            "membership",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readers",
                                to="partners.risknote",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "named reader",
                        "verbose_name_plural": "named readers",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "membership"],
                                name="partners_ri_coaliti_5ca09b_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("note", "membership"), name="risk_reader_is_named_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskReaderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("added_on", models.DateField()),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                            "membership",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.risknote",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.riskreader",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ri_pgh_obj_a95143_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ri_pgh_con_09e6b3_idx"
                            ),
                        ],
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="wording",
                    name="wording_purpose_is_known",
                ),
                migrations.RemoveConstraint(
                    model_name="wording",
                    name="wording_of_a_letter_has_a_subject",
                ),
                migrations.AlterField(
                    model_name="wording",
                    name="purpose",
                    field=models.CharField(
                        choices=[
                            ("statement", "Value statement"),
                            ("letter", "Invitation letter"),
                            ("holding", "Holding statement"),
                        ],
                        max_length=10,
                        verbose_name="what for",
                    ),
                ),
                migrations.AlterField(
                    model_name="wordingevent",
                    name="purpose",
                    field=models.CharField(
                        choices=[
                            ("statement", "Value statement"),
                            ("letter", "Invitation letter"),
                            ("holding", "Holding statement"),
                        ],
                        max_length=10,
                        verbose_name="what for",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="wording",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["statement", "letter", "holding"])),
                        name="wording_purpose_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="wording",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("purpose", "letter"), models.Q(("subject", ""), _negated=True)
                            ),
                            models.Q(("purpose__in", ["statement", "holding"]), ("subject", "")),
                            _connector="OR",
                        ),
                        name="wording_of_a_letter_has_a_subject",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligencequestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligencequestionevent" ("coalition_id", "hint", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."coalition_id", new_values."hint", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5f07781e9a09e98cf15ccffb2dfd1a96c6e21048",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96086",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_diligencequestion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligencequestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligencequestionevent" ("coalition_id", "hint", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."coalition_id", new_values."hint", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81b5ce5aba631e1edde824970d09afc0b8d48ba9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_af934",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_diligencequestion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligencequestion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligencequestionevent" ("coalition_id", "hint", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT old_values."coalition_id", old_values."hint", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="897bb973134ee881229e7471fcbf2c1ec433b0a1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a6c9f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_diligencequestion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligenceanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="c16fd2edeaf2a8efe58bd3b1c47cf04239e78977",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_988c1",
                            table="partners_diligenceanswer",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligenceanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligenceanswerevent" ("answered_by_id", "answered_on", "coalition_id", "finding", "id", "link", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "review_on", "words") SELECT new_values."answered_by_id", new_values."answered_on", new_values."coalition_id", new_values."finding", new_values."id", new_values."link", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."question_id", new_values."review_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="75dfc145e598690a773941bf91079c43fcf662bb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4cf09",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_diligenceanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligenceanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligenceanswerevent" ("answered_by_id", "answered_on", "coalition_id", "finding", "id", "link", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "review_on", "words") SELECT new_values."answered_by_id", new_values."answered_on", new_values."coalition_id", new_values."finding", new_values."id", new_values."link", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."question_id", new_values."review_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1cddcdb103c2bddef35118311824a6c77e1c101f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fdf68",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_diligenceanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diligenceanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_diligenceanswerevent" ("answered_by_id", "answered_on", "coalition_id", "finding", "id", "link", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "review_on", "words") SELECT old_values."answered_by_id", old_values."answered_on", old_values."coalition_id", old_values."finding", old_values."id", old_values."link", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."question_id", old_values."review_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f8d68db0eb6b04eefc46cac2a27420deaaba992",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6120c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_diligenceanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="3b154aeb84187226f26788a8453043025b8c85dc",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_24ed9",
                            table="partners_incident",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentevent" ("closed_by_id", "closed_on", "coalition_id", "holding", "holding_on", "id", "known", "listing_paused_on", "opened_by_id", "opened_on", "organisation_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "since_on", "title") SELECT new_values."closed_by_id", new_values."closed_on", new_values."coalition_id", new_values."holding", new_values."holding_on", new_values."id", new_values."known", new_values."listing_paused_on", new_values."opened_by_id", new_values."opened_on", new_values."organisation_id", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."severity", new_values."since_on", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f1b23f2346742ea33cf0bda27b0127959d2d1b35",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_34e58",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentevent" ("closed_by_id", "closed_on", "coalition_id", "holding", "holding_on", "id", "known", "listing_paused_on", "opened_by_id", "opened_on", "organisation_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "since_on", "title") SELECT new_values."closed_by_id", new_values."closed_on", new_values."coalition_id", new_values."holding", new_values."holding_on", new_values."id", new_values."known", new_values."listing_paused_on", new_values."opened_by_id", new_values."opened_on", new_values."organisation_id", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."severity", new_values."since_on", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="618b48036ba0102fa1961b522dde27f1f6b277fc",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64784",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentevent" ("closed_by_id", "closed_on", "coalition_id", "holding", "holding_on", "id", "known", "listing_paused_on", "opened_by_id", "opened_on", "organisation_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "since_on", "title") SELECT old_values."closed_by_id", old_values."closed_on", old_values."coalition_id", old_values."holding", old_values."holding_on", old_values."id", old_values."known", old_values."listing_paused_on", old_values."opened_by_id", old_values."opened_on", old_values."organisation_id", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."severity", old_values."since_on", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7ab7743d516ecc8b11687aa61719ae057ee58a05",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_832ec",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_incident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidentdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="4a7fe94bc34e2569cef253f6fd57d3a6839273b2",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_4f914",
                            table="partners_incidentdecision",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidentdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentdecisionevent" ("asked_by_id", "asked_on", "coalition_id", "decided_by_id", "decided_on", "decider_id", "decision", "due_on", "id", "incident_id", "options", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reason") SELECT new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."decided_by_id", new_values."decided_on", new_values."decider_id", new_values."decision", new_values."due_on", new_values."id", new_values."incident_id", new_values."options", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."question", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="35a888dca390ed3987d389763d0637a3364d0e89",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_690dd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_incidentdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidentdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentdecisionevent" ("asked_by_id", "asked_on", "coalition_id", "decided_by_id", "decided_on", "decider_id", "decision", "due_on", "id", "incident_id", "options", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reason") SELECT new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."decided_by_id", new_values."decided_on", new_values."decider_id", new_values."decision", new_values."due_on", new_values."id", new_values."incident_id", new_values."options", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."question", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1ca5a0aa53b9479dca9786587164cf62c95ef75a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8077b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_incidentdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="incidentdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_incidentdecisionevent" ("asked_by_id", "asked_on", "coalition_id", "decided_by_id", "decided_on", "decider_id", "decision", "due_on", "id", "incident_id", "options", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "reason") SELECT old_values."asked_by_id", old_values."asked_on", old_values."coalition_id", old_values."decided_by_id", old_values."decided_on", old_values."decider_id", old_values."decision", old_values."due_on", old_values."id", old_values."incident_id", old_values."options", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."question", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c77ed97d18e61db827a1e78ab4f9cbcb0001555d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9ea20",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_incidentdecision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risknote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_risknoteevent" ("coalition_id", "heir_id", "id", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "sealed", "settled_on", "token", "written_at", "written_by_id") SELECT new_values."coalition_id", new_values."heir_id", new_values."id", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_on", new_values."sealed", new_values."settled_on", new_values."token", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7a82cc05d60125d42298111b601151dda0093c76",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e2ab7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_risknote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risknote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_risknoteevent" ("coalition_id", "heir_id", "id", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "sealed", "settled_on", "token", "written_at", "written_by_id") SELECT new_values."coalition_id", new_values."heir_id", new_values."id", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_on", new_values."sealed", new_values."settled_on", new_values."token", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee0d78ca498b1972ee34dc291cede07a0f68ee25",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15019",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_risknote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risknote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_risknoteevent" ("coalition_id", "heir_id", "id", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "sealed", "settled_on", "token", "written_at", "written_by_id") SELECT old_values."coalition_id", old_values."heir_id", old_values."id", old_values."organisation_id", old_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_on", old_values."sealed", old_values."settled_on", old_values."token", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd8f8c234a00e54f366fd91be33a0f3bd277770b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_edd43",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_risknote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskreader",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_riskreaderevent" ("added_by_id", "added_on", "coalition_id", "id", "membership_id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."added_by_id", new_values."added_on", new_values."coalition_id", new_values."id", new_values."membership_id", new_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0352bbdf1610624d6ad34abc7bbf2d7d485fb5d2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b29c4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_riskreader",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskreader",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_riskreaderevent" ("added_by_id", "added_on", "coalition_id", "id", "membership_id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."added_by_id", new_values."added_on", new_values."coalition_id", new_values."id", new_values."membership_id", new_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="65a72bb292209c1ba534029efa4b2c845a32c290",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_295fd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_riskreader",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskreader",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_riskreaderevent" ("added_by_id", "added_on", "coalition_id", "id", "membership_id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."added_by_id", old_values."added_on", old_values."coalition_id", old_values."id", old_values."membership_id", old_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="46b8d3ad59d780a040084bf27e82698de4f14dbb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5228a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_riskreader",
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
                    for part in ("diligenceanswer", "incident", "incidentdecision")
                ),
                same_tenant(
                    child="partners_diligenceanswer",
                    parent="partners_diligencequestion",
                    column="question_id",
                ),
                same_tenant(
                    child="partners_incidentdecision",
                    parent="partners_incident",
                    column="incident_id",
                ),
                same_tenant(
                    child="partners_risknote",
                    parent="partners_organisation",
                    column="organisation_id",
                    forgets=True,
                ),
                same_tenant(
                    child="partners_risknote", parent="accounts_membership", column="heir_id"
                ),
                same_tenant(
                    child="partners_riskreader", parent="partners_risknote", column="note_id"
                ),
                same_tenant(
                    child="partners_riskreader",
                    parent="accounts_membership",
                    column="membership_id",
                ),
            ]
        )
    ]
