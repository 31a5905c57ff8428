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
        ("governance", "0003_seats"),
        ("partners", "0022_risk"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="CharterDeferral",
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
                            "reason",
                            models.TextField(
                                help_text="“The founding partners write it together, in the first three meetings.”",
                                max_length=1000,
                                verbose_name="why partners come first",
                            ),
                        ),
                        ("said_on", models.DateField()),
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
                            "said_by",
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
                        "ordering": ["-said_on"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "said_on"),
                                name="charter_is_deferred_once_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="charter_is_deferred_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterDeferralEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "reason",
                            models.TextField(
                                help_text="“The founding partners write it together, in the first three meetings.”",
                                max_length=1000,
                                verbose_name="why partners come first",
                            ),
                        ),
                        ("said_on", models.DateField()),
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
                                to="governance.charterdeferral",
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
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_a6c888_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_546242_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterVersion",
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
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "problem_statement",
                            models.TextField(
                                help_text="Who suffers from what, where, and how much of it there is.",
                                max_length=6000,
                                verbose_name="the problem",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True,
                                help_text="A line for each source: what it shows, then its web address.",
                                max_length=6000,
                                verbose_name="how we know",
                            ),
                        ),
                        (
                            "vision",
                            models.TextField(
                                blank=True,
                                help_text="What will be true one day.",
                                max_length=6000,
                                verbose_name="vision",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                help_text="What you do together that nobody could do alone.",
                                max_length=6000,
                                verbose_name="purpose",
                            ),
                        ),
                        (
                            "scope",
                            models.TextField(
                                blank=True,
                                help_text="For whom and where, until when, and what you leave to others.",
                                max_length=6000,
                                verbose_name="scope",
                            ),
                        ),
                        (
                            "values",
                            models.TextField(
                                blank=True,
                                help_text="How you want to treat each other.",
                                max_length=6000,
                                verbose_name="values",
                            ),
                        ),
                        (
                            "membership_terms",
                            models.TextField(
                                blank=True,
                                help_text="Who can be a member, what a member gives and gets, and how one leaves.",
                                max_length=6000,
                                verbose_name="membership",
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(
                                blank=True,
                                help_text="In a sentence or two, for those who know the version before.",
                                max_length=1000,
                                verbose_name="what is new in it",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(blank=True, null=True, verbose_name="adopted on"),
                        ),
                        (
                            "adopted_how",
                            models.CharField(
                                blank=True,
                                help_text="“By consent of the steering committee, 7 of 9 there.”",
                                max_length=300,
                                verbose_name="how it was adopted",
                            ),
                        ),
                        (
                            "review_on",
                            models.DateField(
                                blank=True,
                                help_text="A charter is read again every year.",
                                null=True,
                                verbose_name="read again by",
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
                            "drafted_by",
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
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="charter_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("coalition", "number"), name="charter_number_is_used_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("adopted_on__isnull", True)),
                                fields=("coalition", "adopted_on"),
                                name="charter_has_one_draft_at_a_time",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adopted_how", ""),
                                        ("adopted_on__isnull", True),
                                        ("review_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("adopted_on__isnull", False),
                                        ("review_on__isnull", False),
                                        models.Q(("adopted_how", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="charter_is_adopted_somehow_and_read_again",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("adopted_on__isnull", True),
                                    ("review_on__gt", models.F("adopted_on")),
                                    _connector="OR",
                                ),
                                name="charter_is_read_again_after_it_was_adopted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("problem_statement", ""), _negated=True),
                                name="charter_says_what_the_problem_is",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterRequest",
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
                        ("asked_at", models.DateTimeField()),
                        (
                            "asked_by",
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
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="charter_requests",
                                to="partners.contact",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="charter_requests",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_fb4229_idx",
                            ),
                            models.Index(
                                fields=["coalition", "version"], name="charter_request_by_version"
                            ),
                            models.Index(
                                fields=["coalition", "contact"], name="charter_request_by_contact"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "organisation"),
                                name="charter_is_sent_once_to_each",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterReview",
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
                        ("read_on", models.DateField(verbose_name="read on")),
                        (
                            "words",
                            models.TextField(
                                help_text="Who read it, whether it still fits, and what you want to look at next time.",
                                max_length=2000,
                                verbose_name="what was said",
                            ),
                        ),
                        ("next_on", models.DateField(verbose_name="read again by")),
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
                            "read_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-read_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "version"], name="charter_review_by_version"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("next_on__gt", models.F("read_on"))),
                                name="charter_review_leads_to_the_next",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="charter_review_says_what_was_said",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterSignature",
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
                            "answer",
                            models.CharField(
                                choices=[("signed", "Signed"), ("objects", "Has objections")],
                                max_length=8,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "objections",
                            models.TextField(
                                blank=True,
                                help_text="What you could not sign, and what would mend it. All members can read this.",
                                max_length=4000,
                                verbose_name="objections",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="on")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("here", "signed in"),
                                    ("link", "by the link in a letter"),
                                    ("told", "told us"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "told_how",
                            models.CharField(
                                blank=True,
                                help_text="“Signed on paper at the June meeting; the sheet is in the blue folder.”",
                                max_length=300,
                                verbose_name="how we know",
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
                                help_text="Whose link was used.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="charter_signatures",
                                to="partners.contact",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="charter_signatures",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who pressed the button: a person of theirs, or the member who noted it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_on", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_bb4d31_idx",
                            ),
                            models.Index(
                                fields=["coalition", "version", "answer"],
                                name="signature_by_version",
                            ),
                            models.Index(
                                fields=["coalition", "contact"], name="signature_by_contact"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "organisation"),
                                name="charter_is_answered_once_by_each",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answer__in", ["signed", "objects"])),
                                name="signature_answer_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", "objects"),
                                        models.Q(("objections", ""), _negated=True),
                                    ),
                                    models.Q(("answer", "signed"), ("objections", "")),
                                    _connector="OR",
                                ),
                                name="signature_says_its_objections_and_only_those",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("contact__isnull", True), ("told_how", ""), ("way", "here")
                                    ),
                                    models.Q(
                                        ("contact__isnull", False),
                                        ("person__isnull", True),
                                        ("told_how", ""),
                                        ("way", "link"),
                                    ),
                                    models.Q(
                                        ("contact__isnull", True),
                                        ("way", "told"),
                                        models.Q(("told_how", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="signature_says_by_whom_it_came",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterSignatureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "answer",
                            models.CharField(
                                choices=[("signed", "Signed"), ("objects", "Has objections")],
                                max_length=8,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "objections",
                            models.TextField(
                                blank=True,
                                help_text="What you could not sign, and what would mend it. All members can read this.",
                                max_length=4000,
                                verbose_name="objections",
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="on")),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("here", "signed in"),
                                    ("link", "by the link in a letter"),
                                    ("told", "told us"),
                                ],
                                max_length=4,
                            ),
                        ),
                        (
                            "told_how",
                            models.CharField(
                                blank=True,
                                help_text="“Signed on paper at the June meeting; the sheet is in the blue folder.”",
                                max_length=300,
                                verbose_name="how we know",
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
                                help_text="Whose link was used.",
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
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who pressed the button: a person of theirs, or the member who noted it.",
                                null=True,
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
                                to="governance.chartersignature",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_f50621_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_61badd_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterReviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("read_on", models.DateField(verbose_name="read on")),
                        (
                            "words",
                            models.TextField(
                                help_text="Who read it, whether it still fits, and what you want to look at next time.",
                                max_length=2000,
                                verbose_name="what was said",
                            ),
                        ),
                        ("next_on", models.DateField(verbose_name="read again by")),
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
                                to="governance.charterreview",
                            ),
                        ),
                        (
                            "read_by",
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
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_462a64_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_c86adf_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("asked_at", models.DateTimeField()),
                        (
                            "asked_by",
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
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="governance.charterrequest",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_f92824_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_4c0899_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CharterVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "problem_statement",
                            models.TextField(
                                help_text="Who suffers from what, where, and how much of it there is.",
                                max_length=6000,
                                verbose_name="the problem",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True,
                                help_text="A line for each source: what it shows, then its web address.",
                                max_length=6000,
                                verbose_name="how we know",
                            ),
                        ),
                        (
                            "vision",
                            models.TextField(
                                blank=True,
                                help_text="What will be true one day.",
                                max_length=6000,
                                verbose_name="vision",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                help_text="What you do together that nobody could do alone.",
                                max_length=6000,
                                verbose_name="purpose",
                            ),
                        ),
                        (
                            "scope",
                            models.TextField(
                                blank=True,
                                help_text="For whom and where, until when, and what you leave to others.",
                                max_length=6000,
                                verbose_name="scope",
                            ),
                        ),
                        (
                            "values",
                            models.TextField(
                                blank=True,
                                help_text="How you want to treat each other.",
                                max_length=6000,
                                verbose_name="values",
                            ),
                        ),
                        (
                            "membership_terms",
                            models.TextField(
                                blank=True,
                                help_text="Who can be a member, what a member gives and gets, and how one leaves.",
                                max_length=6000,
                                verbose_name="membership",
                            ),
                        ),
                        (
                            "what_changed",
                            models.TextField(
                                blank=True,
                                help_text="In a sentence or two, for those who know the version before.",
                                max_length=1000,
                                verbose_name="what is new in it",
                            ),
                        ),
                        (
                            "adopted_on",
                            models.DateField(blank=True, null=True, verbose_name="adopted on"),
                        ),
                        (
                            "adopted_how",
                            models.CharField(
                                blank=True,
                                help_text="“By consent of the steering committee, 7 of 9 there.”",
                                max_length=300,
                                verbose_name="how it was adopted",
                            ),
                        ),
                        (
                            "review_on",
                            models.DateField(
                                blank=True,
                                help_text="A charter is read again every year.",
                                null=True,
                                verbose_name="read again by",
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
                            "drafted_by",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.charterversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_5bfde8_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_59aedf_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroundRule",
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
                                help_text="One short sentence.", max_length=200, verbose_name="rule"
                            ),
                        ),
                        (
                            "about",
                            models.TextField(
                                blank=True,
                                help_text="An example, or what happens when somebody forgets it.",
                                max_length=600,
                                verbose_name="what you mean by it",
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "means_since",
                            models.DateTimeField(
                                help_text="Since when it means what it means: who read it before that is asked again."
                            ),
                        ),
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
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "position"], name="ground_rule_by_position"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("words", function="plain_text"),
                                condition=models.Q(("retired_on__isnull", True)),
                                name="ground_rule_is_told_once",
                                violation_error_message="There is this rule already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="ground_rule_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroundRuleEvent",
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
                                help_text="One short sentence.", max_length=200, verbose_name="rule"
                            ),
                        ),
                        (
                            "about",
                            models.TextField(
                                blank=True,
                                help_text="An example, or what happens when somebody forgets it.",
                                max_length=600,
                                verbose_name="what you mean by it",
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "means_since",
                            models.DateTimeField(
                                help_text="Since when it means what it means: who read it before that is asked again."
                            ),
                        ),
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
                                to="governance.groundrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_986191_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_543232_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroundRulesRead",
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
                        ("read_at", models.DateTimeField()),
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "membership"),
                                name="ground_rules_are_read_by_each_member",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroundRulesReadEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("read_at", models.DateTimeField()),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.groundrulesread",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_41c6fc_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_e51b69_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterdeferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterdeferralevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "said_on") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."said_by_id", new_values."said_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d380b672e3f3adb0df5d9f5e7c0caa91c91b9936",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_163ed",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_charterdeferral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterdeferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterdeferralevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "said_on") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."said_by_id", new_values."said_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f82781744471a5d3e4a0be0eb75c40e8c3416ab1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2e094",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_charterdeferral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterdeferral",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterdeferralevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "said_on") SELECT old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."said_by_id", old_values."said_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="766a89fbac1efbf369b2861f3d07523ea9f03bf0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b154d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_charterdeferral",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterversionevent" ("adopted_how", "adopted_on", "coalition_id", "drafted_by_id", "evidence", "id", "membership_terms", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_statement", "purpose", "review_on", "scope", "values", "vision", "what_changed") SELECT new_values."adopted_how", new_values."adopted_on", new_values."coalition_id", new_values."drafted_by_id", new_values."evidence", new_values."id", new_values."membership_terms", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."problem_statement", new_values."purpose", new_values."review_on", new_values."scope", new_values."values", new_values."vision", new_values."what_changed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="590d8219f37b31a35637364c1ac749206c13470b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0b6e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_charterversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterversionevent" ("adopted_how", "adopted_on", "coalition_id", "drafted_by_id", "evidence", "id", "membership_terms", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_statement", "purpose", "review_on", "scope", "values", "vision", "what_changed") SELECT new_values."adopted_how", new_values."adopted_on", new_values."coalition_id", new_values."drafted_by_id", new_values."evidence", new_values."id", new_values."membership_terms", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."problem_statement", new_values."purpose", new_values."review_on", new_values."scope", new_values."values", new_values."vision", new_values."what_changed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f5a2304c63646ffdcec95dd35cc7ad5f2823de1c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1215",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_charterversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterversionevent" ("adopted_how", "adopted_on", "coalition_id", "drafted_by_id", "evidence", "id", "membership_terms", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem_statement", "purpose", "review_on", "scope", "values", "vision", "what_changed") SELECT old_values."adopted_how", old_values."adopted_on", old_values."coalition_id", old_values."drafted_by_id", old_values."evidence", old_values."id", old_values."membership_terms", old_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."problem_statement", old_values."purpose", old_values."review_on", old_values."scope", old_values."values", old_values."vision", old_values."what_changed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="beca0e94171161c2395492268a3accd55bb82ceb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c48c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_charterversion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chartersignature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="2a0cae1bdd874c42d4d6133a7cd9563013900705",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_2e5ef",
                            table="governance_chartersignature",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chartersignature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_chartersignatureevent" ("answer", "coalition_id", "contact_id", "given_on", "id", "objections", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_how", "version_id", "way") SELECT new_values."answer", new_values."coalition_id", new_values."contact_id", new_values."given_on", new_values."id", new_values."objections", new_values."organisation_id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."told_how", new_values."version_id", new_values."way" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="471d8d91ca32e8405d36f701d5e71769d92bee81",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bd5a1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_chartersignature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chartersignature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_chartersignatureevent" ("answer", "coalition_id", "contact_id", "given_on", "id", "objections", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_how", "version_id", "way") SELECT new_values."answer", new_values."coalition_id", new_values."contact_id", new_values."given_on", new_values."id", new_values."objections", new_values."organisation_id", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."told_how", new_values."version_id", new_values."way" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="31e43e34d012921964144139f9f812939eb60c52",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cf3c7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_chartersignature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chartersignature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_chartersignatureevent" ("answer", "coalition_id", "contact_id", "given_on", "id", "objections", "organisation_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "told_how", "version_id", "way") SELECT old_values."answer", old_values."coalition_id", old_values."contact_id", old_values."given_on", old_values."id", old_values."objections", old_values."organisation_id", old_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."told_how", old_values."version_id", old_values."way" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e9d0c4a5b1151b47882965e55925029b2ff095e7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_57a05",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_chartersignature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterreviewevent" ("coalition_id", "id", "next_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_by_id", "read_on", "version_id", "words") SELECT new_values."coalition_id", new_values."id", new_values."next_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."read_by_id", new_values."read_on", new_values."version_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="71e5a7d7d9e0c3bd48620df917d7688a9148efa4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eb0a2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_charterreview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterreviewevent" ("coalition_id", "id", "next_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_by_id", "read_on", "version_id", "words") SELECT new_values."coalition_id", new_values."id", new_values."next_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."read_by_id", new_values."read_on", new_values."version_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b2c90e901452cceee804db92cf85271b8c5bdc83",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3e89f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_charterreview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterreviewevent" ("coalition_id", "id", "next_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_by_id", "read_on", "version_id", "words") SELECT old_values."coalition_id", old_values."id", old_values."next_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."read_by_id", old_values."read_on", old_values."version_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0d3f6704b8ae0243e8a50bbf22995c52e01c9f0a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_21191",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_charterreview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="37829dcf6c84d76a7f59ad58e51cfaf97da55a11",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_0de35",
                            table="governance_charterrequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterrequestevent" ("asked_at", "asked_by_id", "coalition_id", "contact_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f0a028c251577f9d8b322718ec991ca066d898a0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c4d62",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_charterrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterrequestevent" ("asked_at", "asked_by_id", "coalition_id", "contact_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d075eadf7d3a63986fde61df1dd5990fa975362",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_52cad",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_charterrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="charterrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_charterrequestevent" ("asked_at", "asked_by_id", "coalition_id", "contact_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."coalition_id", old_values."contact_id", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ab03227920a058d46681debee6f512fdaf7dfe38",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6f6b4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_charterrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundruleevent" ("about", "coalition_id", "id", "means_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."means_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="98627080a5c69b0afce84d3ab58325d766c3460d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_48ef8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_groundrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundruleevent" ("about", "coalition_id", "id", "means_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."means_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0a349d485b23ea1056d7710a414e01fcedcacc6d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_497be",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_groundrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundruleevent" ("about", "coalition_id", "id", "means_since", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "words") SELECT old_values."about", old_values."coalition_id", old_values."id", old_values."means_since", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="db4065955228c4dbdfa1b9fd031347fb6a28434b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_77ef8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_groundrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrulesread",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundrulesreadevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at") SELECT new_values."coalition_id", new_values."id", new_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."read_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1f38078ca817483890cbe5665e1d5dbfc03ae413",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b2497",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_groundrulesread",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrulesread",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundrulesreadevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at") SELECT new_values."coalition_id", new_values."id", new_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."read_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="517fa0319a20286c4004a3ffdd5736e58a148f32",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f0fb9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_groundrulesread",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groundrulesread",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_groundrulesreadevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at") SELECT old_values."coalition_id", old_values."id", old_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."read_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5cdc7049736d8995944018f9e0ee049ec1490d6d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34b6c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_groundrulesread",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(child=f"governance_{child}", parent=parent, column=f"{column}_id")
                    for child, column, parent in (
                        ("charterreview", "version", "governance_charterversion"),
                        ("chartersignature", "organisation", "partners_organisation"),
                        ("chartersignature", "version", "governance_charterversion"),
                        ("chartersignature", "contact", "partners_contact"),
                        ("charterrequest", "organisation", "partners_organisation"),
                        ("charterrequest", "version", "governance_charterversion"),
                        ("charterrequest", "contact", "partners_contact"),
                        ("groundrulesread", "membership", "accounts_membership"),
                    )
                ),
            ]
        ),
    ]
