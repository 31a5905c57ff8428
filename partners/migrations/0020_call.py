import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
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
        ("partners", "0019_pipeline"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Call",
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
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_es",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in Spanish"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                help_text="The last part of the public address. Short is good: it goes onto flyers.",
                                max_length=60,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*$",
                                        "Small letters without accents, digits, and hyphens between them.",
                                    )
                                ],
                                verbose_name="address",
                            ),
                        ),
                        (
                            "about",
                            models.TextField(max_length=8000, verbose_name="what it is about"),
                        ),
                        (
                            "about_es",
                            models.TextField(
                                blank=True,
                                max_length=8000,
                                verbose_name="what it is about, in Spanish",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens on")),
                        (
                            "closes_on",
                            models.DateField(
                                help_text="On this day one can still apply, until midnight.",
                                verbose_name="closes on",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                help_text="Closed by hand, before its day.",
                                null=True,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("created_at", models.DateTimeField(editable=False)),
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
                            "written_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "call for partners",
                        "verbose_name_plural": "calls for partners",
                        "ordering": ["-closes_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="call_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("coalition", "slug"),
                                name="call_has_an_address_of_its_own",
                                violation_error_message="Another call has this address already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True),
                                    models.Q(("about", ""), _negated=True),
                                    models.Q(("slug", ""), _negated=True),
                                ),
                                name="call_says_what_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                                name="call_closes_after_it_opens",
                                violation_error_message="It closes on the day it opens, or later.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_at__isnull", False),
                                    models.Q(
                                        ("closed_at__isnull", True), ("decided_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="call_is_closed_and_decided_after_it_was_published",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "title_es",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="title in Spanish"
                            ),
                        ),
                        (
                            "slug",
                            models.SlugField(
                                db_index=False,
                                help_text="The last part of the public address. Short is good: it goes onto flyers.",
                                max_length=60,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9]+(-[a-z0-9]+)*$",
                                        "Small letters without accents, digits, and hyphens between them.",
                                    )
                                ],
                                verbose_name="address",
                            ),
                        ),
                        (
                            "about",
                            models.TextField(max_length=8000, verbose_name="what it is about"),
                        ),
                        (
                            "about_es",
                            models.TextField(
                                blank=True,
                                max_length=8000,
                                verbose_name="what it is about, in Spanish",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens on")),
                        (
                            "closes_on",
                            models.DateField(
                                help_text="On this day one can still apply, until midnight.",
                                verbose_name="closes on",
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                help_text="Closed by hand, before its day.",
                                null=True,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, editable=False, null=True)),
                        ("created_at", models.DateTimeField(editable=False)),
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
                                to="partners.call",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                                name="partners_ca_pgh_obj_9979f5_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ca_pgh_con_54c9e8_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
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
                        ("name", models.CharField(max_length=120, verbose_name="criterion")),
                        (
                            "name_es",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="criterion in Spanish"
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                help_text="They answer in their own words.",
                                max_length=500,
                                verbose_name="what applicants are asked",
                            ),
                        ),
                        (
                            "question_es",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="the question in Spanish"
                            ),
                        ),
                        (
                            "weight",
                            models.PositiveSmallIntegerField(
                                help_text="Of 100. The weights of all criteria add up to 100.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="weight",
                            ),
                        ),
                        (
                            "meanings",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                size=5,
                                verbose_name="what 0 to 4 mean",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="partners.call",
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
                        "verbose_name": "criterion",
                        "verbose_name_plural": "criteria",
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "call"], name="criterion_by_call")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="criterion_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("call", "name"), name="criterion_is_named_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("question", ""), _negated=True),
                                ),
                                name="criterion_says_what_it_asks",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                                name="criterion_weighs_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("meanings__len", 5)),
                                name="criterion_says_what_each_step_means",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CriterionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="criterion")),
                        (
                            "name_es",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="criterion in Spanish"
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                help_text="They answer in their own words.",
                                max_length=500,
                                verbose_name="what applicants are asked",
                            ),
                        ),
                        (
                            "question_es",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="the question in Spanish"
                            ),
                        ),
                        (
                            "weight",
                            models.PositiveSmallIntegerField(
                                help_text="Of 100. The weights of all criteria add up to 100.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="weight",
                            ),
                        ),
                        (
                            "meanings",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200),
                                size=5,
                                verbose_name="what 0 to 4 mean",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.call",
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
                                to="partners.criterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_cr_pgh_obj_986c9f_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_cr_pgh_con_ec31ce_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Outreach",
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
                                help_text="Applicants choose it when they say how they heard of the call.",
                                max_length=120,
                                verbose_name="where",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outreach",
                                to="partners.call",
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
                        "verbose_name": "way in which a call was made known",
                        "verbose_name_plural": "ways in which a call was made known",
                        "ordering": ["on", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "call"], name="outreach_by_call")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="outreach_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("call", "name", "on"),
                                name="outreach_is_told_once_a_day",
                                violation_error_message="This is on the list for that day already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="outreach_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Application",
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
                            "organisation_name",
                            models.CharField(
                                max_length=250, verbose_name="name of the organisation"
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        (
                            "contact_name",
                            models.CharField(max_length=200, verbose_name="who speaks for it"),
                        ),
                        (
                            "contact_title",
                            models.CharField(blank=True, max_length=200, verbose_name="job title"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=60, verbose_name="phone"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="en",
                                help_text="In which letters are written.",
                                max_length=8,
                            ),
                        ),
                        (
                            "heard_words",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="heard of it elsewhere"
                            ),
                        ),
                        (
                            "consented_at",
                            models.DateTimeField(verbose_name="agreed that we keep this"),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="sent")),
                        (
                            "changed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="changed"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawn_words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why withdrawn"
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("waiting", "Waiting list"),
                                    ("declined", "Declined"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, max_length=2000, verbose_name="reason"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="decided on"),
                        ),
                        (
                            "linked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="on our list since"
                            ),
                        ),
                        ("erased_on", models.DateField(blank=True, null=True)),
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
                            "erased_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="partners.organisation",
                                verbose_name="on our list as",
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="partners.call",
                            ),
                        ),
                        (
                            "heard_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="partners.outreach",
                                verbose_name="how they heard of it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "application",
                        "verbose_name_plural": "applications",
                        "ordering": ["organisation_name", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "call"], name="application_by_call"),
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="application_by_organisation",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="application_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("call"),
                                django.db.models.functions.text.Lower("email"),
                                models.Func("organisation_name", function="plain_text"),
                                condition=models.Q(
                                    ("withdrawn_at__isnull", True),
                                    models.Q(("email", ""), _negated=True),
                                ),
                                name="application_stands_once_for_each_address_and_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("organisation_name", ""), _negated=True),
                                    models.Q(("contact_name", ""), _negated=True),
                                ),
                                name="application_says_who_sends_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decision__in", ["", "accepted", "waiting", "declined"])
                                ),
                                name="application_decision_is_known",
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
                                        models.Q(("decision", ""), _negated=True),
                                        models.Q(("reason", ""), _negated=True),
                                        ("decided_by__isnull", False),
                                        ("decided_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="application_is_decided_by_somebody_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at__isnull", True),
                                    ("decision", ""),
                                    _connector="OR",
                                ),
                                name="application_that_was_withdrawn_is_not_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("linked_on__isnull", True), ("organisation__isnull", True)
                                    ),
                                    models.Q(
                                        ("decision", "accepted"),
                                        ("linked_on__isnull", False),
                                        ("organisation__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="application_comes_onto_the_list_once_accepted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_on__isnull", False),
                                    ("erased_by__isnull", True),
                                    _connector="OR",
                                ),
                                name="application_is_erased_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationAnswer",
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
                        ("words", models.TextField(max_length=4000)),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="partners.application",
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
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="partners.criterion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "answer of an application",
                        "verbose_name_plural": "answers of applications",
                        "ordering": ["criterion__position", "criterion_id"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "application"], name="answer_by_application"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("application", "criterion"),
                                name="application_answers_a_criterion_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="application_answer_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationAnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("words", models.TextField(max_length=4000)),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.application",
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
                                to="partners.applicationanswer",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.criterion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ap_pgh_obj_7e35ca_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ap_pgh_con_363694_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionLetter",
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
                            "decision",
                            models.CharField(
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("waiting", "Waiting list"),
                                    ("declined", "Declined"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="partners.application",
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
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter about a decision",
                        "verbose_name_plural": "letters about decisions",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "application"], name="letter_by_application"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("sent_at__isnull", True)),
                                fields=("application",),
                                name="application_has_one_letter_that_waits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("subject", ""), _negated=True),
                                    models.Q(("body", ""), _negated=True),
                                ),
                                name="decision_letter_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decision__in", ["accepted", "waiting", "declined"])
                                ),
                                name="decision_letter_tells_a_known_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", True), ("sent_by__isnull", True)),
                                    models.Q(
                                        ("sent_at__isnull", False), ("sent_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_letter_is_sent_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionLetterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "decision",
                            models.CharField(
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("waiting", "Waiting list"),
                                    ("declined", "Declined"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.application",
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
                                to="partners.decisionletter",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                                name="partners_de_pgh_obj_5e77c7_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_de_pgh_con_7c7f96_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "organisation_name",
                            models.CharField(
                                max_length=250, verbose_name="name of the organisation"
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        (
                            "contact_name",
                            models.CharField(max_length=200, verbose_name="who speaks for it"),
                        ),
                        (
                            "contact_title",
                            models.CharField(blank=True, max_length=200, verbose_name="job title"),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(blank=True, max_length=60, verbose_name="phone"),
                        ),
                        (
                            "language",
                            models.CharField(
                                default="en",
                                help_text="In which letters are written.",
                                max_length=8,
                            ),
                        ),
                        (
                            "heard_words",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="heard of it elsewhere"
                            ),
                        ),
                        (
                            "consented_at",
                            models.DateTimeField(verbose_name="agreed that we keep this"),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="sent")),
                        (
                            "changed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="changed"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                        ),
                        (
                            "withdrawn_words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why withdrawn"
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("waiting", "Waiting list"),
                                    ("declined", "Declined"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, max_length=2000, verbose_name="reason"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="decided on"),
                        ),
                        (
                            "linked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="on our list since"
                            ),
                        ),
                        ("erased_on", models.DateField(blank=True, null=True)),
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
                            "erased_by",
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
                                to="partners.application",
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.call",
                            ),
                        ),
                        (
                            "heard_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.outreach",
                                verbose_name="how they heard of it",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ap_pgh_obj_f9060b_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ap_pgh_con_eb34a6_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OutreachEvent",
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
                                help_text="Applicants choose it when they say how they heard of the call.",
                                max_length=120,
                                verbose_name="where",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="day")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.call",
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
                                to="partners.outreach",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ou_pgh_obj_60788c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ou_pgh_con_b98098_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reviewer",
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
                        ("asked_on", models.DateField()),
                        (
                            "released_on",
                            models.DateField(
                                blank=True,
                                help_text="Asked no more; what they gave by then counts.",
                                null=True,
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviewers",
                                to="partners.call",
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reviewer",
                        "verbose_name_plural": "reviewers",
                        "ordering": ["person__full_name", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "call"], name="reviewer_by_call")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="reviewer_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("call", "person"), name="reviewer_is_asked_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
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
                            "has_conflict",
                            models.BooleanField(verbose_name="has a conflict of interest"),
                        ),
                        (
                            "conflict_words",
                            models.CharField(blank=True, max_length=500, verbose_name="which one"),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="all in all"
                            ),
                        ),
                        ("declared_at", models.DateTimeField()),
                        ("given_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "changed_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Changed after the scores of others could be seen.",
                                null=True,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviews",
                                to="partners.application",
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
                            "reviewer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="partners.reviewer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review",
                        "verbose_name_plural": "reviews",
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "application"], name="review_by_application"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="review_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("application", "reviewer"),
                                name="reviewer_reads_an_application_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("has_conflict", False),
                                    models.Q(
                                        ("changed_at__isnull", True),
                                        ("given_at__isnull", True),
                                        models.Q(("conflict_words", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="review_with_a_conflict_has_no_scores",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("changed_at__isnull", True),
                                    ("given_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="review_is_changed_after_it_was_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("asked_on", models.DateField()),
                        (
                            "released_on",
                            models.DateField(
                                blank=True,
                                help_text="Asked no more; what they gave by then counts.",
                                null=True,
                            ),
                        ),
                        (
                            "call",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.call",
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
                                to="partners.reviewer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_re_pgh_obj_edc6ab_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_re_pgh_con_5b6285_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "has_conflict",
                            models.BooleanField(verbose_name="has a conflict of interest"),
                        ),
                        (
                            "conflict_words",
                            models.CharField(blank=True, max_length=500, verbose_name="which one"),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="all in all"
                            ),
                        ),
                        ("declared_at", models.DateTimeField()),
                        ("given_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "changed_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Changed after the scores of others could be seen.",
                                null=True,
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.application",
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
                                to="partners.review",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.reviewer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_re_pgh_obj_e245d9_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_re_pgh_con_5863c0_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Score",
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
                            "points",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="score",
                            ),
                        ),
                        ("words", models.TextField(max_length=2000, verbose_name="why")),
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
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="partners.criterion",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="partners.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "score",
                        "verbose_name_plural": "scores",
                        "ordering": ["criterion__position", "criterion_id"],
                        "indexes": [
                            models.Index(fields=["coalition", "review"], name="score_by_review")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "criterion"),
                                name="reviewer_scores_a_criterion_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("points__gte", 0), ("points__lte", 4)),
                                name="score_stands_on_the_scale",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="score_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "points",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(4),
                                ],
                                verbose_name="score",
                            ),
                        ),
                        ("words", models.TextField(max_length=2000, verbose_name="why")),
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
                            "criterion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.criterion",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.score",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.review",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_sc_pgh_obj_1aee26_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_sc_pgh_con_481e95_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_callevent" ("about", "about_es", "closed_at", "closes_on", "coalition_id", "created_at", "decided_at", "id", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "slug", "title", "title_es", "written_by_id") SELECT new_values."about", new_values."about_es", new_values."closed_at", new_values."closes_on", new_values."coalition_id", new_values."created_at", new_values."decided_at", new_values."id", new_values."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."slug", new_values."title", new_values."title_es", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6e75da4c1ff25baf84d0777ded93b9cef94b468f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d35bf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_callevent" ("about", "about_es", "closed_at", "closes_on", "coalition_id", "created_at", "decided_at", "id", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "slug", "title", "title_es", "written_by_id") SELECT new_values."about", new_values."about_es", new_values."closed_at", new_values."closes_on", new_values."coalition_id", new_values."created_at", new_values."decided_at", new_values."id", new_values."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."published_at", new_values."slug", new_values."title", new_values."title_es", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce11415f263b42ccef62bec11e55400605541b66",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_193d7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="call",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_callevent" ("about", "about_es", "closed_at", "closes_on", "coalition_id", "created_at", "decided_at", "id", "opens_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "slug", "title", "title_es", "written_by_id") SELECT old_values."about", old_values."about_es", old_values."closed_at", old_values."closes_on", old_values."coalition_id", old_values."created_at", old_values."decided_at", old_values."id", old_values."opens_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."slug", old_values."title", old_values."title_es", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="db937d810c9166ff379bc32c446c51eaa3b4f4a9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f06d5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_call",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."meanings", new_values."name", new_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."question", new_values."question_es", new_values."weight" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2eb645a76dfc5226efc8c53a0264160194b80e51",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03f51",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."meanings", new_values."name", new_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."question", new_values."question_es", new_values."weight" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8feff1ccad357c2b71f6f46d5b88e6182cb3635e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e0c39",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT old_values."call_id", old_values."coalition_id", old_values."id", old_values."meanings", old_values."name", old_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."question", old_values."question_es", old_values."weight" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="36599a2af7d4c8c8a23fb0b422632ea2904c9381",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23b3c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="applicationanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationanswerevent" ("application_id", "coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."application_id", new_values."coalition_id", new_values."criterion_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7dc95bd7fc5a6f21bbda2a76ebdf6173994d9fc1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_697b0",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_applicationanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="applicationanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationanswerevent" ("application_id", "coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."application_id", new_values."coalition_id", new_values."criterion_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="347c301ee3ac5e2c871d3c29130bdb88a1ff829b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97149",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_applicationanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="applicationanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationanswerevent" ("application_id", "coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."application_id", old_values."coalition_id", old_values."criterion_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c9e0a3691b516b58714fe331556bfe11fb0e273a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_473bd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_applicationanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_decisionletterevent" ("application_id", "body", "coalition_id", "decision", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject", "written_by_id") SELECT new_values."application_id", new_values."body", new_values."coalition_id", new_values."decision", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."subject", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="adf6385d270287b4fb252346b91d6022ade1210d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_34533",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_decisionletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_decisionletterevent" ("application_id", "body", "coalition_id", "decision", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject", "written_by_id") SELECT new_values."application_id", new_values."body", new_values."coalition_id", new_values."decision", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."sent_at", new_values."sent_by_id", new_values."subject", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7d883f094600cb11971f1b03f09272929b4576e3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9998f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_decisionletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_decisionletterevent" ("application_id", "body", "coalition_id", "decision", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "subject", "written_by_id") SELECT old_values."application_id", old_values."body", old_values."coalition_id", old_values."decision", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."sent_at", old_values."sent_by_id", old_values."subject", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a7a9d313a3ff5f415287623046c7059e3885bca6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5dad5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_decisionletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outreach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_outreachevent" ("call_id", "coalition_id", "id", "name", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."name", new_values."note", new_values."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b0c6938b17c0fe29ff6694a4ff9ba2c8d419d5b5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_82b2b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_outreach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outreach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_outreachevent" ("call_id", "coalition_id", "id", "name", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."name", new_values."note", new_values."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0f40001010bdce37183f08f7b1e559320b84d440",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_89577",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_outreach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="outreach",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_outreachevent" ("call_id", "coalition_id", "id", "name", "note", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."call_id", old_values."coalition_id", old_values."id", old_values."name", old_values."note", old_values."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="05c208deb580d9f1fc7822d016730b677108d936",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c1cd8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_outreach",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="3503093ea0fdb9762610426a5573b1d535a1b410",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_11a5a",
                            table="partners_application",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationevent" ("call_id", "changed_at", "coalition_id", "consented_at", "contact_name", "contact_title", "decided_by_id", "decided_on", "decision", "email", "erased_by_id", "erased_on", "heard_from_id", "heard_words", "id", "language", "linked_on", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "sent_at", "website", "withdrawn_at", "withdrawn_words") SELECT new_values."call_id", new_values."changed_at", new_values."coalition_id", new_values."consented_at", new_values."contact_name", new_values."contact_title", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."heard_from_id", new_values."heard_words", new_values."id", new_values."language", new_values."linked_on", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."phone", new_values."reason", new_values."sent_at", new_values."website", new_values."withdrawn_at", new_values."withdrawn_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e813f0ca0b53a15cff0e6f3553dbf67d75116576",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c1145",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationevent" ("call_id", "changed_at", "coalition_id", "consented_at", "contact_name", "contact_title", "decided_by_id", "decided_on", "decision", "email", "erased_by_id", "erased_on", "heard_from_id", "heard_words", "id", "language", "linked_on", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "sent_at", "website", "withdrawn_at", "withdrawn_words") SELECT new_values."call_id", new_values."changed_at", new_values."coalition_id", new_values."consented_at", new_values."contact_name", new_values."contact_title", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."heard_from_id", new_values."heard_words", new_values."id", new_values."language", new_values."linked_on", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."phone", new_values."reason", new_values."sent_at", new_values."website", new_values."withdrawn_at", new_values."withdrawn_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4cfb90a8fb09818b85c6986383402e5717a23701",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_88a21",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="application",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_applicationevent" ("call_id", "changed_at", "coalition_id", "consented_at", "contact_name", "contact_title", "decided_by_id", "decided_on", "decision", "email", "erased_by_id", "erased_on", "heard_from_id", "heard_words", "id", "language", "linked_on", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "sent_at", "website", "withdrawn_at", "withdrawn_words") SELECT old_values."call_id", old_values."changed_at", old_values."coalition_id", old_values."consented_at", old_values."contact_name", old_values."contact_title", old_values."decided_by_id", old_values."decided_on", old_values."decision", old_values."email", old_values."erased_by_id", old_values."erased_on", old_values."heard_from_id", old_values."heard_words", old_values."id", old_values."language", old_values."linked_on", old_values."organisation_id", old_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."phone", old_values."reason", old_values."sent_at", old_values."website", old_values."withdrawn_at", old_values."withdrawn_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ded9bfedd3c2ac29dcd140199c5fb6dd7ace8852",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a5471",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_application",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewerevent" ("asked_on", "call_id", "coalition_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on") SELECT new_values."asked_on", new_values."call_id", new_values."coalition_id", new_values."id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."released_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e2a10d4e2bb58066e466f39c00b4c148ef3d8174",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d351",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_reviewer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewerevent" ("asked_on", "call_id", "coalition_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on") SELECT new_values."asked_on", new_values."call_id", new_values."coalition_id", new_values."id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."released_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="345696bd7aaf58f6ce6eb06636d853b538aa3e26",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3369",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_reviewer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewerevent" ("asked_on", "call_id", "coalition_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "released_on") SELECT old_values."asked_on", old_values."call_id", old_values."coalition_id", old_values."id", old_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."released_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0be139861989c20a9c6342cc8c14a6219decdc94",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_42051",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_reviewer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="review",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewevent" ("application_id", "changed_at", "coalition_id", "conflict_words", "declared_at", "given_at", "has_conflict", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "words") SELECT new_values."application_id", new_values."changed_at", new_values."coalition_id", new_values."conflict_words", new_values."declared_at", new_values."given_at", new_values."has_conflict", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reviewer_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f09c2fca096e484d689ff1c3a39e3cd35213e368",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ed97",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_review",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="review",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewevent" ("application_id", "changed_at", "coalition_id", "conflict_words", "declared_at", "given_at", "has_conflict", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "words") SELECT new_values."application_id", new_values."changed_at", new_values."coalition_id", new_values."conflict_words", new_values."declared_at", new_values."given_at", new_values."has_conflict", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reviewer_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b46a45ec921bc47134faff078d80ab5ca31c470b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_adc06",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_review",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="review",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_reviewevent" ("application_id", "changed_at", "coalition_id", "conflict_words", "declared_at", "given_at", "has_conflict", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "words") SELECT old_values."application_id", old_values."changed_at", old_values."coalition_id", old_values."conflict_words", old_values."declared_at", old_values."given_at", old_values."has_conflict", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reviewer_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3a0d10561d5b5fcaf0d25480fef7d06406b6de12",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f8edf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_review",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="score",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_scoreevent" ("coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "review_id", "words") SELECT new_values."coalition_id", new_values."criterion_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."points", new_values."review_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="633cfabfb694782f1637ba4ab465b95d67d03c90",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d0d8a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_score",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="score",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_scoreevent" ("coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "review_id", "words") SELECT new_values."coalition_id", new_values."criterion_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."points", new_values."review_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a78132a38851a30029e5ecfe0edaeade5d5509a1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_21547",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_score",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="score",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_scoreevent" ("coalition_id", "criterion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "review_id", "words") SELECT old_values."coalition_id", old_values."criterion_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."points", old_values."review_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e3ad121c3fec1acbc0bd22167760b4cc0df978bf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27faf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_score",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}",
                        parent="partners_call",
                        column="call_id",
                        cascade=True,
                    )
                    for part in ("criterion", "outreach", "reviewer")
                ),
                same_tenant(child="partners_application", parent="partners_call", column="call_id"),
                same_tenant(
                    child="partners_application", parent="partners_outreach", column="heard_from_id"
                ),
                same_tenant(
                    child="partners_application",
                    parent="partners_organisation",
                    column="organisation_id",
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}",
                        parent="partners_application",
                        column="application_id",
                        cascade=True,
                    )
                    for part in ("applicationanswer", "decisionletter", "review")
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}", parent="partners_criterion", column="criterion_id"
                    )
                    for part in ("applicationanswer", "score")
                ),
                same_tenant(
                    child="partners_review", parent="partners_reviewer", column="reviewer_id"
                ),
                same_tenant(
                    child="partners_score",
                    parent="partners_review",
                    column="review_id",
                    cascade=True,
                ),
            ]
        )
    ]
