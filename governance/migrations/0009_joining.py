from decimal import Decimal

import django.contrib.postgres.fields
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
        ("governance", "0008_communication"),
        ("partners", "0022_risk"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="JoiningStep",
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
                            "audience",
                            models.CharField(
                                choices=[
                                    ("partner", "For a new partner"),
                                    ("person", "For a new member"),
                                ],
                                max_length=8,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("welcome", "Welcome call"),
                                    ("buddy", "Buddy named"),
                                    ("charter", "Charter read"),
                                    ("ground_rules", "Ground rules read"),
                                    ("first_meeting", "First meeting"),
                                    ("first_role", "First role"),
                                    ("first_voice", "First voice"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="what it is about",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what is to happen"),
                        ),
                        (
                            "hint",
                            models.CharField(
                                blank=True,
                                help_text="Where to find the charter, whom to call, what to say.",
                                max_length=500,
                                verbose_name="how, or with what",
                            ),
                        ),
                        (
                            "due_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Counted from the day they joined. Empty: no day is set.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(365)],
                                verbose_name="within how many days",
                            ),
                        ),
                        (
                            "is_theirs",
                            models.BooleanField(
                                default=False,
                                help_text="For what they alone know: that they have read the charter.",
                                verbose_name="they may tick it themselves",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="retired on"),
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
                        "ordering": ["audience", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="joining_step_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.F("audience"),
                                models.Func("words", function="plain_text"),
                                condition=models.Q(("retired_on__isnull", True)),
                                name="joining_step_stands_on_the_list_once",
                                violation_error_message="This is on the list already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("audience__in", ["partner", "person"])),
                                name="joining_step_audience_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "welcome",
                                            "buddy",
                                            "charter",
                                            "ground_rules",
                                            "first_meeting",
                                            "first_role",
                                            "first_voice",
                                            "other",
                                        ],
                                    )
                                ),
                                name="joining_step_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="joining_step_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_days__isnull", True),
                                    ("due_days__lte", 365),
                                    _connector="OR",
                                ),
                                name="joining_step_is_due_within_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JoiningStepEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("partner", "For a new partner"),
                                    ("person", "For a new member"),
                                ],
                                max_length=8,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("welcome", "Welcome call"),
                                    ("buddy", "Buddy named"),
                                    ("charter", "Charter read"),
                                    ("ground_rules", "Ground rules read"),
                                    ("first_meeting", "First meeting"),
                                    ("first_role", "First role"),
                                    ("first_voice", "First voice"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="what it is about",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what is to happen"),
                        ),
                        (
                            "hint",
                            models.CharField(
                                blank=True,
                                help_text="Where to find the charter, whom to call, what to say.",
                                max_length=500,
                                verbose_name="how, or with what",
                            ),
                        ),
                        (
                            "due_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Counted from the day they joined. Empty: no day is set.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(365)],
                                verbose_name="within how many days",
                            ),
                        ),
                        (
                            "is_theirs",
                            models.BooleanField(
                                default=False,
                                help_text="For what they alone know: that they have read the charter.",
                                verbose_name="they may tick it themselves",
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="retired on"),
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
                                to="governance.joiningstep",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_e57741_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_2eef9f_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JoinRequest",
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
                                blank=True,
                                help_text="Empty for somebody who comes for themselves.",
                                max_length=250,
                                verbose_name="organisation or group",
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        ("contact_name", models.CharField(max_length=200, verbose_name="name")),
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
                            "hopes",
                            models.TextField(
                                max_length=2000, verbose_name="what they would like to do"
                            ),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "needs",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="what would help them to come",
                            ),
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
                            "consented_at",
                            models.DateTimeField(verbose_name="agreed that we keep this"),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("welcomed", "Welcomed"),
                                    ("known", "On our list already"),
                                    ("declined", "Not now"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what we wrote back"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        ("erased_on", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
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
                                related_name="join_requests",
                                to="partners.organisation",
                                verbose_name="on our list as",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "state"], name="join_request_by_state"
                            ),
                            models.Index(
                                fields=["coalition", "organisation"], name="join_request_by_partner"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="join_request_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("contact_name", ""), _negated=True),
                                    models.Q(("hopes", ""), _negated=True),
                                ),
                                name="join_request_says_who_asks_for_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["waiting", "welcomed", "known", "declined"])
                                ),
                                name="join_request_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", True),
                                        ("answered_by__isnull", True),
                                        ("state", "waiting"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "waiting"), _negated=True),
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="join_request_is_answered_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at__isnull", True),
                                    ("answered_at__gte", models.F("asked_at")),
                                    _connector="OR",
                                ),
                                name="join_request_is_answered_after_it_was_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("organisation__isnull", False),
                                        ("state__in", ["welcomed", "known"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ["welcomed", "known"]), _negated=True
                                        ),
                                        ("organisation__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="join_request_names_the_organisation_it_led_to",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_on__isnull", False),
                                    ("erased_by__isnull", True),
                                    _connector="OR",
                                ),
                                name="join_request_is_erased_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JoinRequestEvent",
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
                                blank=True,
                                help_text="Empty for somebody who comes for themselves.",
                                max_length=250,
                                verbose_name="organisation or group",
                            ),
                        ),
                        (
                            "website",
                            models.CharField(blank=True, max_length=500, verbose_name="website"),
                        ),
                        ("contact_name", models.CharField(max_length=200, verbose_name="name")),
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
                            "hopes",
                            models.TextField(
                                max_length=2000, verbose_name="what they would like to do"
                            ),
                        ),
                        (
                            "speaks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "needs",
                            models.TextField(
                                blank=True,
                                max_length=1000,
                                verbose_name="what would help them to come",
                            ),
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
                            "consented_at",
                            models.DateTimeField(verbose_name="agreed that we keep this"),
                        ),
                        ("asked_at", models.DateTimeField(verbose_name="asked")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("welcomed", "Welcomed"),
                                    ("known", "On our list already"),
                                    ("declined", "Not now"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what we wrote back"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                        ),
                        ("erased_on", models.DateField(blank=True, null=True)),
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
                                verbose_name="answered by",
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
                                to="governance.joinrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_43a895_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_e91bcb_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Onboarding",
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
                        ("joined_on", models.DateField(verbose_name="joined on")),
                        ("started_on", models.DateField(verbose_name="checklist since")),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="finished on"),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                help_text="Needed while something on the list is open.",
                                max_length=500,
                                verbose_name="why it stopped",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="onboardings",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="onboardings",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-joined_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"], name="onboarding_by_partner"
                            ),
                            models.Index(
                                fields=["coalition", "membership"], name="onboarding_by_member"
                            ),
                            models.Index(
                                fields=["coalition", "ended_on"], name="onboarding_by_end"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="onboarding_of_coalition"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("organisation",),
                                name="partner_has_one_open_checklist",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("membership",),
                                name="member_has_one_open_checklist",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("membership__isnull", True),
                                        ("organisation__isnull", False),
                                    ),
                                    models.Q(
                                        ("membership__isnull", False),
                                        ("organisation__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="onboarding_is_of_a_partner_or_of_a_member",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="onboarding_ends_after_it_started",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", False),
                                    ("ended_because", ""),
                                    _connector="OR",
                                ),
                                name="onboarding_says_why_it_stopped_only_once_it_did",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Buddy",
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
                            "message",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="a word from you"
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("accepted", "Said yes"), ("declined", "Said no")],
                                max_length=8,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "is_by_link",
                            models.BooleanField(
                                default=False,
                                help_text="They answered by the link in their letter, not by word of mouth.",
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it ended"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="buddies",
                                to="partners.contact",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="buddies",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="buddies",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "onboarding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="buddies",
                                to="governance.onboarding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_328425_idx",
                            ),
                            models.Index(
                                fields=["coalition", "onboarding"], name="buddy_by_newcomer"
                            ),
                            models.Index(fields=["coalition", "contact"], name="buddy_by_contact"),
                            models.Index(
                                fields=["coalition", "membership"], name="buddy_by_member"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(("answer", "declined"), _negated=True),
                                ),
                                fields=("onboarding",),
                                name="newcomer_has_one_buddy_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("contact__isnull", False), ("membership__isnull", True)
                                    ),
                                    models.Q(
                                        ("contact__isnull", True), ("membership__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="buddy_is_a_contact_or_a_member",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer__in", ["", "accepted", "declined"])),
                                name="buddy_answer_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""),
                                        ("answered_on__isnull", True),
                                        ("is_by_link", False),
                                    ),
                                    models.Q(
                                        models.Q(("answer", ""), _negated=True),
                                        ("answered_on__gte", models.F("asked_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="buddy_answers_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("asked_on")),
                                    _connector="OR",
                                ),
                                name="buddy_ends_after_being_asked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BuddyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "message",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="a word from you"
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("accepted", "Said yes"), ("declined", "Said no")],
                                max_length=8,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "is_by_link",
                            models.BooleanField(
                                default=False,
                                help_text="They answered by the link in their letter, not by word of mouth.",
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it ended"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                            ),
                        ),
                        (
                            "membership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
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
                                to="governance.buddy",
                            ),
                        ),
                        (
                            "onboarding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.onboarding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_4fc570_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_20f83e_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnboardingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("joined_on", models.DateField(verbose_name="joined on")),
                        ("started_on", models.DateField(verbose_name="checklist since")),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="finished on"),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                help_text="Needed while something on the list is open.",
                                max_length=500,
                                verbose_name="why it stopped",
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
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
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.onboarding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_cceb4f_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_1a6fce_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnboardingItem",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("welcome", "Welcome call"),
                                    ("buddy", "Buddy named"),
                                    ("charter", "Charter read"),
                                    ("ground_rules", "Ground rules read"),
                                    ("first_meeting", "First meeting"),
                                    ("first_role", "First role"),
                                    ("first_voice", "First voice"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                max_length=16,
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what is to happen"),
                        ),
                        (
                            "hint",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how, or with what"
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "is_theirs",
                            models.BooleanField(
                                default=False, verbose_name="they may tick it themselves"
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
                        ),
                        ("ticked_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                            "onboarding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="governance.onboarding",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The item of the coalition's list; empty for one of this newcomer alone.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="governance.joiningstep",
                            ),
                        ),
                        (
                            "ticked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "onboarding"], name="onboarding_item_by_list"
                            ),
                            models.Index(
                                fields=["coalition", "step"], name="onboarding_item_by_step"
                            ),
                            models.Index(
                                fields=["coalition", "kind", "done_on"],
                                name="onboarding_item_by_kind",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("onboarding", "step"), name="onboarding_item_is_listed_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "welcome",
                                            "buddy",
                                            "charter",
                                            "ground_rules",
                                            "first_meeting",
                                            "first_role",
                                            "first_voice",
                                            "other",
                                        ],
                                    )
                                ),
                                name="onboarding_item_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="onboarding_item_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("done_on__isnull", True),
                                        ("ticked_at__isnull", True),
                                        ("ticked_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("done_on__isnull", False), ("ticked_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="onboarding_item_is_ticked_at_a_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnboardingItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("welcome", "Welcome call"),
                                    ("buddy", "Buddy named"),
                                    ("charter", "Charter read"),
                                    ("ground_rules", "Ground rules read"),
                                    ("first_meeting", "First meeting"),
                                    ("first_role", "First role"),
                                    ("first_voice", "First voice"),
                                    ("other", "Something else"),
                                ],
                                default="other",
                                max_length=16,
                            ),
                        ),
                        (
                            "words",
                            models.CharField(max_length=200, verbose_name="what is to happen"),
                        ),
                        (
                            "hint",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how, or with what"
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                        (
                            "is_theirs",
                            models.BooleanField(
                                default=False, verbose_name="they may tick it themselves"
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="done on"),
                        ),
                        ("ticked_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                            "onboarding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.onboarding",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.onboardingitem",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The item of the coalition's list; empty for one of this newcomer alone.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.joiningstep",
                            ),
                        ),
                        (
                            "ticked_by",
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
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_36ee45_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_8747ba_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpenDoor",
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
                            "is_open",
                            models.BooleanField(
                                default=False,
                                help_text="Only then there is a page at the public address.",
                                verbose_name="anybody may ask to join",
                            ),
                        ),
                        (
                            "welcome",
                            models.TextField(
                                help_text="Who you are, whom you would like to see, and what happens after they ask.",
                                max_length=2000,
                                verbose_name="what they read first",
                            ),
                        ),
                        (
                            "welcome_es",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="the same in Spanish"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                help_text="One a line. Empty: the page does not ask.",
                                size=None,
                                verbose_name="languages you can talk in",
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                help_text="One a line: “Weekday evenings”, “Online”. Empty: the page does not ask.",
                                size=None,
                                verbose_name="times and ways to meet",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                help_text="Answers to our letters go to them.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who answers",
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
                                name="open_door_is_set_once_per_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("welcome", ""), _negated=True),
                                name="open_door_welcomes_whoever_comes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OpenDoorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "is_open",
                            models.BooleanField(
                                default=False,
                                help_text="Only then there is a page at the public address.",
                                verbose_name="anybody may ask to join",
                            ),
                        ),
                        (
                            "welcome",
                            models.TextField(
                                help_text="Who you are, whom you would like to see, and what happens after they ask.",
                                max_length=2000,
                                verbose_name="what they read first",
                            ),
                        ),
                        (
                            "welcome_es",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="the same in Spanish"
                            ),
                        ),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                help_text="One a line. Empty: the page does not ask.",
                                size=None,
                                verbose_name="languages you can talk in",
                            ),
                        ),
                        (
                            "times",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120),
                                blank=True,
                                default=list,
                                help_text="One a line: “Weekday evenings”, “Online”. Empty: the page does not ask.",
                                size=None,
                                verbose_name="times and ways to meet",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Answers to our letters go to them.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who answers",
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
                                to="governance.opendoor",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_89d776_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_84ad2e_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Training",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("equity", "Equity"),
                                    ("anti_racism", "Anti-racism"),
                                    ("plain_language", "Plain language"),
                                    ("data", "Data"),
                                    ("other", "Something else"),
                                ],
                                default="equity",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "held_on",
                            models.DateField(
                                help_text="The last day, if it took several.", verbose_name="day"
                            ),
                        ),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1,
                                max_digits=4,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.5")),
                                    django.core.validators.MaxValueValidator(Decimal("200")),
                                ],
                                verbose_name="hours",
                            ),
                        ),
                        (
                            "given_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who gave it"
                            ),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                help_text="The address of slides, a handout or a recording.",
                                max_length=500,
                                verbose_name="material",
                            ),
                        ),
                        (
                            "about",
                            models.TextField(
                                blank=True,
                                help_text="Nothing about clients or patients.",
                                max_length=2000,
                                verbose_name="what it was about",
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
                        "ordering": ["-held_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "held_on"], name="training_by_day")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="training_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "equity",
                                            "anti_racism",
                                            "plain_language",
                                            "data",
                                            "other",
                                        ],
                                    )
                                ),
                                name="training_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hours__gte", Decimal("0.5")), ("hours__lte", Decimal("200"))
                                ),
                                name="training_takes_between_half_an_hour_and_200",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="training_has_a_title",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingAttendance",
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
                            "people",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="How many of them came, beside those named.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(500),
                                ],
                                verbose_name="people",
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="training_attendance",
                                to="partners.contact",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="training_attendance",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendance",
                                to="governance.training",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_9fdee9_idx",
                            ),
                            models.Index(
                                fields=["coalition", "training"], name="attendance_by_training"
                            ),
                            models.Index(
                                fields=["coalition", "contact"], name="attendance_by_person"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("contact__isnull", False)),
                                fields=("training", "contact"),
                                name="person_attends_a_training_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("contact__isnull", True)),
                                fields=("training", "organisation"),
                                name="unnamed_people_of_one_organisation_are_told_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("people__gte", 1),
                                    ("people__lte", 500),
                                    models.Q(
                                        ("contact__isnull", True), ("people", 1), _connector="OR"
                                    ),
                                ),
                                name="attendance_is_of_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingAttendanceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "people",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="How many of them came, beside those named.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(500),
                                ],
                                verbose_name="people",
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
                                to="governance.trainingattendance",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_551230_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_78fb94_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("equity", "Equity"),
                                    ("anti_racism", "Anti-racism"),
                                    ("plain_language", "Plain language"),
                                    ("data", "Data"),
                                    ("other", "Something else"),
                                ],
                                default="equity",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "held_on",
                            models.DateField(
                                help_text="The last day, if it took several.", verbose_name="day"
                            ),
                        ),
                        (
                            "hours",
                            models.DecimalField(
                                decimal_places=1,
                                max_digits=4,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0.5")),
                                    django.core.validators.MaxValueValidator(Decimal("200")),
                                ],
                                verbose_name="hours",
                            ),
                        ),
                        (
                            "given_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who gave it"
                            ),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                help_text="The address of slides, a handout or a recording.",
                                max_length=500,
                                verbose_name="material",
                            ),
                        ),
                        (
                            "about",
                            models.TextField(
                                blank=True,
                                help_text="Nothing about clients or patients.",
                                max_length=2000,
                                verbose_name="what it was about",
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
                                to="governance.training",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_f2dc38_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_027705_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joiningstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joiningstepevent" ("audience", "coalition_id", "due_days", "hint", "id", "is_theirs", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."audience", new_values."coalition_id", new_values."due_days", new_values."hint", new_values."id", new_values."is_theirs", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6934f6f676655dcec7afa53f925517492794befa",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2467",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_joiningstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joiningstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joiningstepevent" ("audience", "coalition_id", "due_days", "hint", "id", "is_theirs", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."audience", new_values."coalition_id", new_values."due_days", new_values."hint", new_values."id", new_values."is_theirs", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="410d245e895a59844913d797ab493463cfc6eaed",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a4de",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_joiningstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joiningstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joiningstepevent" ("audience", "coalition_id", "due_days", "hint", "id", "is_theirs", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT old_values."audience", old_values."coalition_id", old_values."due_days", old_values."hint", old_values."id", old_values."is_theirs", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b4a845e81f95220a315614fe0243ef8695731bef",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_03caf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_joiningstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joinrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="93cc82736b98a6e69e08e96f8329481a86ab66ad",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_2400c",
                            table="governance_joinrequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joinrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joinrequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "coalition_id", "consented_at", "contact_name", "contact_title", "email", "erased_by_id", "erased_on", "hopes", "id", "language", "needs", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "speaks", "state", "times", "website") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."coalition_id", new_values."consented_at", new_values."contact_name", new_values."contact_title", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."hopes", new_values."id", new_values."language", new_values."needs", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."phone", new_values."speaks", new_values."state", new_values."times", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cc3db225ce5726248034f4603f8970eb4467d723",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bca4d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_joinrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joinrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joinrequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "coalition_id", "consented_at", "contact_name", "contact_title", "email", "erased_by_id", "erased_on", "hopes", "id", "language", "needs", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "speaks", "state", "times", "website") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."coalition_id", new_values."consented_at", new_values."contact_name", new_values."contact_title", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."hopes", new_values."id", new_values."language", new_values."needs", new_values."organisation_id", new_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."phone", new_values."speaks", new_values."state", new_values."times", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="88f6a61aabbcadc50be4867dd613258b724696b7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9b79d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_joinrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="joinrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_joinrequestevent" ("answer", "answered_at", "answered_by_id", "asked_at", "coalition_id", "consented_at", "contact_name", "contact_title", "email", "erased_by_id", "erased_on", "hopes", "id", "language", "needs", "organisation_id", "organisation_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "speaks", "state", "times", "website") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."coalition_id", old_values."consented_at", old_values."contact_name", old_values."contact_title", old_values."email", old_values."erased_by_id", old_values."erased_on", old_values."hopes", old_values."id", old_values."language", old_values."needs", old_values."organisation_id", old_values."organisation_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."phone", old_values."speaks", old_values."state", old_values."times", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d57c4e722f020388d99ea1c8e0395af27a89d7aa",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4b0be",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_joinrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboarding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="fbd4134497d681fd8b164c768acecf0bcddd9c8e",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_bfea1",
                            table="governance_onboarding",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboarding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingevent" ("coalition_id", "ended_because", "ended_on", "id", "joined_on", "membership_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT new_values."coalition_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."joined_on", new_values."membership_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."started_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0f92ae7d3b7bace4ef496fa2649f5f1ea61e2cc2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0dc81",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_onboarding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboarding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingevent" ("coalition_id", "ended_because", "ended_on", "id", "joined_on", "membership_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT new_values."coalition_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."joined_on", new_values."membership_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."started_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d9ed5ef21af42bc6abff2cf8bcf8ad60c593aed2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_849d4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_onboarding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboarding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingevent" ("coalition_id", "ended_because", "ended_on", "id", "joined_on", "membership_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT old_values."coalition_id", old_values."ended_because", old_values."ended_on", old_values."id", old_values."joined_on", old_values."membership_id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."started_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d767629b7fcaa01e78f967e9ab9fbbca97175218",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_43faf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_onboarding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="buddy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="85951c569ca92f1d8fb17389ae4e4643fad40bbf",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_04325",
                            table="governance_buddy",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="buddy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_buddyevent" ("answer", "answered_on", "asked_by_id", "asked_on", "coalition_id", "contact_id", "ended_because", "ended_on", "id", "is_by_link", "membership_id", "message", "onboarding_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."answer", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."contact_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."is_by_link", new_values."membership_id", new_values."message", new_values."onboarding_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="edf6b42c947ab6bbcb2b1ce735e53c0f09851925",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_25c8e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_buddy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="buddy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_buddyevent" ("answer", "answered_on", "asked_by_id", "asked_on", "coalition_id", "contact_id", "ended_because", "ended_on", "id", "is_by_link", "membership_id", "message", "onboarding_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."answer", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."contact_id", new_values."ended_because", new_values."ended_on", new_values."id", new_values."is_by_link", new_values."membership_id", new_values."message", new_values."onboarding_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="42268109d19abf62c8156dbda58ede6d00df541f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6df8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_buddy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="buddy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_buddyevent" ("answer", "answered_on", "asked_by_id", "asked_on", "coalition_id", "contact_id", "ended_because", "ended_on", "id", "is_by_link", "membership_id", "message", "onboarding_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."answer", old_values."answered_on", old_values."asked_by_id", old_values."asked_on", old_values."coalition_id", old_values."contact_id", old_values."ended_because", old_values."ended_on", old_values."id", old_values."is_by_link", old_values."membership_id", old_values."message", old_values."onboarding_id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="90e57260f44c617a7b3662e715a32a159eb91061",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4537f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_buddy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboardingitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingitemevent" ("coalition_id", "done_on", "due_on", "hint", "id", "is_theirs", "kind", "onboarding_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "step_id", "ticked_at", "ticked_by_id", "words") SELECT new_values."coalition_id", new_values."done_on", new_values."due_on", new_values."hint", new_values."id", new_values."is_theirs", new_values."kind", new_values."onboarding_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."step_id", new_values."ticked_at", new_values."ticked_by_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f5e97d219f4542fdb923a52c4df64106c2b0a1ad",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fe91d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_onboardingitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboardingitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingitemevent" ("coalition_id", "done_on", "due_on", "hint", "id", "is_theirs", "kind", "onboarding_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "step_id", "ticked_at", "ticked_by_id", "words") SELECT new_values."coalition_id", new_values."done_on", new_values."due_on", new_values."hint", new_values."id", new_values."is_theirs", new_values."kind", new_values."onboarding_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."step_id", new_values."ticked_at", new_values."ticked_by_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d6c769e3decaee6837df6bf9cff6385b8c348acd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_59245",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_onboardingitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="onboardingitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_onboardingitemevent" ("coalition_id", "done_on", "due_on", "hint", "id", "is_theirs", "kind", "onboarding_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "step_id", "ticked_at", "ticked_by_id", "words") SELECT old_values."coalition_id", old_values."done_on", old_values."due_on", old_values."hint", old_values."id", old_values."is_theirs", old_values."kind", old_values."onboarding_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."step_id", old_values."ticked_at", old_values."ticked_by_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ecde039ac2fd6e788e638886a6f73c998ac64402",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c0bb0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_onboardingitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opendoor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_opendoorevent" ("answered_by_id", "coalition_id", "id", "is_open", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times", "welcome", "welcome_es") SELECT new_values."answered_by_id", new_values."coalition_id", new_values."id", new_values."is_open", new_values."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."times", new_values."welcome", new_values."welcome_es" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c53580450d6bcc8f644cf7469ff362bae92beaff",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3caba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_opendoor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opendoor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_opendoorevent" ("answered_by_id", "coalition_id", "id", "is_open", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times", "welcome", "welcome_es") SELECT new_values."answered_by_id", new_values."coalition_id", new_values."id", new_values."is_open", new_values."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."times", new_values."welcome", new_values."welcome_es" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d2b699cb6a78eaf1c389f240a67ed0f56893ab25",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ffe26",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_opendoor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="opendoor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_opendoorevent" ("answered_by_id", "coalition_id", "id", "is_open", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times", "welcome", "welcome_es") SELECT old_values."answered_by_id", old_values."coalition_id", old_values."id", old_values."is_open", old_values."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."times", old_values."welcome", old_values."welcome_es" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="04b92445cb2700d777e9affa2a4a25cd48ecbf1a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cb026",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_opendoor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingevent" ("about", "coalition_id", "given_by", "held_on", "hours", "id", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."about", new_values."coalition_id", new_values."given_by", new_values."held_on", new_values."hours", new_values."id", new_values."kind", new_values."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ad0a444c1437b00e07200585041b7b184dc38527",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f2f6f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_training",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingevent" ("about", "coalition_id", "given_by", "held_on", "hours", "id", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."about", new_values."coalition_id", new_values."given_by", new_values."held_on", new_values."hours", new_values."id", new_values."kind", new_values."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6dd277653fbea47e21fd02e07125b09d0f99f3f2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4bf39",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_training",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="training",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingevent" ("about", "coalition_id", "given_by", "held_on", "hours", "id", "kind", "link", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."about", old_values."coalition_id", old_values."given_by", old_values."held_on", old_values."hours", old_values."id", old_values."kind", old_values."link", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="953d77d18a381b481300437720c36569d5afe737",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4980",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_training",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="b9997be77ac6685841025ee46684996bd5e4a4b3",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_a54c1",
                            table="governance_trainingattendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."training_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="521d0ff9abb04e5fd151501e35d2ca14ff267512",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85b83",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."training_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6c0d5af929f8da0e3641aac0b1576f3789dde5a9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4921d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT old_values."coalition_id", old_values."contact_id", old_values."id", old_values."organisation_id", old_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."training_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4bb7a92baeaf8acd180cdb800356f246d70eb4bb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e029c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(child=f"governance_{child}", parent=parent, column=f"{column}_id")
                    for child, column, parent in (
                        ("onboarding", "organisation", "partners_organisation"),
                        ("onboarding", "membership", "accounts_membership"),
                        ("onboardingitem", "onboarding", "governance_onboarding"),
                        ("onboardingitem", "step", "governance_joiningstep"),
                        ("buddy", "onboarding", "governance_onboarding"),
                        ("buddy", "organisation", "partners_organisation"),
                        ("buddy", "contact", "partners_contact"),
                        ("buddy", "membership", "accounts_membership"),
                        ("joinrequest", "organisation", "partners_organisation"),
                        ("trainingattendance", "training", "governance_training"),
                        ("trainingattendance", "organisation", "partners_organisation"),
                        ("trainingattendance", "contact", "partners_contact"),
                    )
                ),
            ]
        ),
    ]
