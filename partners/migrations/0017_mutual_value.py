import django.db.models.deletion
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
        ("partners", "0016_depth"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Benefit",
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
                                    ("visibility", "Being seen"),
                                    ("funding", "Money or a grant"),
                                    ("reach", "Reaching more people"),
                                    ("data", "Data and knowledge"),
                                    ("reputation", "Reputation"),
                                    ("mission", "Their own mission"),
                                    ("skills", "Skills and training"),
                                    ("connections", "Connections"),
                                    ("savings", "Money or work saved"),
                                    ("voice", "A voice in decisions"),
                                    ("help", "Help with their work"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of gain",
                            ),
                        ),
                        (
                            "is_tangible",
                            models.BooleanField(
                                default=False,
                                help_text="Money, goods, hours, a list: not good will or a better name.",
                                verbose_name="can be counted or touched",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="In plain words, as you would say it to them. They see it. For example: “A stand at the health fair in June, free of charge.”",
                                max_length=500,
                                verbose_name="what they gain",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("promised", "Promised"),
                                    ("under_way", "Under way"),
                                    ("delivered", "Delivered"),
                                    ("withdrawn", "Taken back"),
                                ],
                                default="promised",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("promised_on", models.DateField(verbose_name="promised on")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                help_text="Without a day nobody is reminded, and it does not count as kept on time.",
                                null=True,
                                verbose_name="we promised it by",
                            ),
                        ),
                        (
                            "delivered_on",
                            models.DateField(blank=True, null=True, verbose_name="delivered on"),
                        ),
                        (
                            "delivered_what",
                            models.CharField(
                                blank=True,
                                help_text="How much, how many, or where it can be seen. They see this too.",
                                max_length=500,
                                verbose_name="what they got, and how one can see it",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="taken back on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                help_text="They see this, so write it as you would tell them.",
                                max_length=500,
                                verbose_name="why it was taken back",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="For ourselves. The partner never sees it.",
                                verbose_name="our own note",
                            ),
                        ),
                        (
                            "came",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes, it came"),
                                    ("not_yet", "Not yet"),
                                    ("no", "No, it did not"),
                                ],
                                max_length=8,
                                verbose_name="did it come?",
                            ),
                        ),
                        (
                            "came_words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="in their words"
                            ),
                        ),
                        (
                            "came_on",
                            models.DateField(blank=True, null=True, verbose_name="they said so on"),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Written by somebody who speaks for them, not told to one of us.",
                            ),
                        ),
                        (
                            "came_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
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
                            "promised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="promised by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "what they gain",
                        "verbose_name_plural": "what they gain",
                        "ordering": ["organisation_id", "promised_on", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_be_coaliti_036372_idx",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("due_on__isnull", False),
                                    ("state__in", ["promised", "under_way"]),
                                ),
                                fields=["coalition", "due_on"],
                                name="benefit_due",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "visibility",
                                            "funding",
                                            "reach",
                                            "data",
                                            "reputation",
                                            "mission",
                                            "skills",
                                            "connections",
                                            "savings",
                                            "voice",
                                            "help",
                                            "other",
                                        ],
                                    )
                                ),
                                name="benefit_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["promised", "under_way", "delivered", "withdrawn"],
                                    )
                                ),
                                name="benefit_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="benefit_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    ("due_on__gte", models.F("promised_on")),
                                    _connector="OR",
                                ),
                                name="benefit_is_due_after_it_was_promised",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("delivered_on__isnull", False), ("state", "delivered")
                                    ),
                                    models.Q(
                                        models.Q(("state", "delivered"), _negated=True),
                                        ("delivered_on__isnull", True),
                                        ("delivered_what", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_is_delivered_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "withdrawn"),
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("withdrawn_on__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_is_withdrawn_on_a_day_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("came", ""),
                                        ("came_by__isnull", True),
                                        ("came_on__isnull", True),
                                        ("came_words", ""),
                                        ("is_their_own_word", False),
                                    ),
                                    models.Q(
                                        ("came__in", ["yes", "not_yet", "no"]),
                                        ("came_by__isnull", False),
                                        ("came_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="benefit_answer_has_a_day_and_a_hand",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitEvent",
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
                                    ("visibility", "Being seen"),
                                    ("funding", "Money or a grant"),
                                    ("reach", "Reaching more people"),
                                    ("data", "Data and knowledge"),
                                    ("reputation", "Reputation"),
                                    ("mission", "Their own mission"),
                                    ("skills", "Skills and training"),
                                    ("connections", "Connections"),
                                    ("savings", "Money or work saved"),
                                    ("voice", "A voice in decisions"),
                                    ("help", "Help with their work"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of gain",
                            ),
                        ),
                        (
                            "is_tangible",
                            models.BooleanField(
                                default=False,
                                help_text="Money, goods, hours, a list: not good will or a better name.",
                                verbose_name="can be counted or touched",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="In plain words, as you would say it to them. They see it. For example: “A stand at the health fair in June, free of charge.”",
                                max_length=500,
                                verbose_name="what they gain",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("promised", "Promised"),
                                    ("under_way", "Under way"),
                                    ("delivered", "Delivered"),
                                    ("withdrawn", "Taken back"),
                                ],
                                default="promised",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("promised_on", models.DateField(verbose_name="promised on")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                help_text="Without a day nobody is reminded, and it does not count as kept on time.",
                                null=True,
                                verbose_name="we promised it by",
                            ),
                        ),
                        (
                            "delivered_on",
                            models.DateField(blank=True, null=True, verbose_name="delivered on"),
                        ),
                        (
                            "delivered_what",
                            models.CharField(
                                blank=True,
                                help_text="How much, how many, or where it can be seen. They see this too.",
                                max_length=500,
                                verbose_name="what they got, and how one can see it",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="taken back on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                help_text="They see this, so write it as you would tell them.",
                                max_length=500,
                                verbose_name="why it was taken back",
                            ),
                        ),
                        (
                            "note",
                            models.TextField(
                                blank=True,
                                help_text="For ourselves. The partner never sees it.",
                                verbose_name="our own note",
                            ),
                        ),
                        (
                            "came",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "Yes, it came"),
                                    ("not_yet", "Not yet"),
                                    ("no", "No, it did not"),
                                ],
                                max_length=8,
                                verbose_name="did it come?",
                            ),
                        ),
                        (
                            "came_words",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="in their words"
                            ),
                        ),
                        (
                            "came_on",
                            models.DateField(blank=True, null=True, verbose_name="they said so on"),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Written by somebody who speaks for them, not told to one of us.",
                            ),
                        ),
                        (
                            "came_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
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
                                to="partners.benefit",
                            ),
                        ),
                        (
                            "promised_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="promised by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_be_pgh_obj_d0ee82_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_be_pgh_con_f78de1_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValueStatement",
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
                            "statement",
                            models.TextField(
                                blank=True,
                                help_text="To them, in your words: what being here is worth to them. They see it.",
                                max_length=4000,
                                verbose_name="what we say they gain",
                            ),
                        ),
                        ("stated_on", models.DateField(blank=True, null=True)),
                        (
                            "hopes",
                            models.TextField(
                                blank=True,
                                help_text="In your own words: what would make being here worth your time?",
                                max_length=4000,
                                verbose_name="what we hope to gain",
                            ),
                        ),
                        ("hoped_on", models.DateField(blank=True, null=True)),
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
                            "hoped_by",
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
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "stated_by",
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
                        "verbose_name": "value statement",
                        "verbose_name_plural": "value statements",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_va_coaliti_e71c77_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation",),
                                name="value_is_stated_once_per_organisation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("stated_by__isnull", True),
                                        ("stated_on__isnull", True),
                                        ("statement", ""),
                                    ),
                                    models.Q(
                                        models.Q(("statement", ""), _negated=True),
                                        ("stated_by__isnull", False),
                                        ("stated_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="value_statement_has_a_day_and_a_hand",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("hoped_by__isnull", True),
                                        ("hoped_on__isnull", True),
                                        ("hopes", ""),
                                    ),
                                    models.Q(
                                        models.Q(("hopes", ""), _negated=True),
                                        ("hoped_by__isnull", False),
                                        ("hoped_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="value_hopes_have_a_day_and_a_hand",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValueStatementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "statement",
                            models.TextField(
                                blank=True,
                                help_text="To them, in your words: what being here is worth to them. They see it.",
                                max_length=4000,
                                verbose_name="what we say they gain",
                            ),
                        ),
                        ("stated_on", models.DateField(blank=True, null=True)),
                        (
                            "hopes",
                            models.TextField(
                                blank=True,
                                help_text="In your own words: what would make being here worth your time?",
                                max_length=4000,
                                verbose_name="what we hope to gain",
                            ),
                        ),
                        ("hoped_on", models.DateField(blank=True, null=True)),
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
                            "hoped_by",
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
                                to="partners.valuestatement",
                            ),
                        ),
                        (
                            "stated_by",
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
                                name="partners_va_pgh_obj_efbc6c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_va_pgh_con_e3cfa7_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Wording",
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
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("statement", "Value statement"),
                                    ("letter", "Invitation letter"),
                                ],
                                max_length=10,
                                verbose_name="what for",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(default="en", max_length=8, verbose_name="language"),
                        ),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=200, verbose_name="subject"),
                        ),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
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
                        (
                            "sector",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="It is offered first to partners of this sector. Empty: for anybody.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.term",
                                verbose_name="for which sector",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["purpose", "position", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="wording_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.F("purpose"),
                                models.Func("name", function="plain_text"),
                                name="wording_is_named_once_per_purpose",
                                violation_error_message="There is a wording of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("purpose__in", ["statement", "letter"])),
                                name="wording_purpose_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("body", ""), _negated=True),
                                ),
                                name="wording_has_a_name_and_a_text",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("purpose", "letter"),
                                        models.Q(("subject", ""), _negated=True),
                                    ),
                                    models.Q(("purpose", "statement"), ("subject", "")),
                                    _connector="OR",
                                ),
                                name="wording_of_a_letter_has_a_subject",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerLetter",
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
                        ("language", models.CharField(default="en", max_length=8)),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
                        ("written_at", models.DateTimeField(editable=False)),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "printed_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="handed over on paper",
                            ),
                        ),
                        (
                            "discarded_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
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
                                related_name="letters",
                                to="partners.contact",
                                verbose_name="to",
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
                            "printed_by",
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
                        (
                            "wording",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The text from which it began.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partners.wording",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "letter",
                        "verbose_name_plural": "letters",
                        "ordering": ["-written_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_pa_coaliti_8cf414_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("subject", ""), _negated=True),
                                    models.Q(("body", ""), _negated=True),
                                ),
                                name="partner_letter_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", True), ("sent_by__isnull", True)),
                                    models.Q(
                                        ("sent_at__isnull", False), ("sent_by__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="partner_letter_is_sent_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("printed_by__isnull", True), ("printed_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("printed_by__isnull", False), ("printed_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="partner_letter_is_printed_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("discarded_at__isnull", True),
                                    models.Q(
                                        ("printed_on__isnull", True), ("sent_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="partner_letter_that_left_is_not_thrown_away",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerLetterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("language", models.CharField(default="en", max_length=8)),
                        ("subject", models.CharField(max_length=200, verbose_name="subject")),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
                        ("written_at", models.DateTimeField(editable=False)),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="sent"
                            ),
                        ),
                        (
                            "printed_on",
                            models.DateField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="handed over on paper",
                            ),
                        ),
                        (
                            "discarded_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
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
                                verbose_name="to",
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
                                to="partners.partnerletter",
                            ),
                        ),
                        (
                            "printed_by",
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
                        (
                            "wording",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The text from which it began.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.wording",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_pa_pgh_obj_a392c6_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_pa_pgh_con_8c23e3_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("statement", "Value statement"),
                                    ("letter", "Invitation letter"),
                                ],
                                max_length=10,
                                verbose_name="what for",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "language",
                            models.CharField(default="en", max_length=8, verbose_name="language"),
                        ),
                        (
                            "subject",
                            models.CharField(blank=True, max_length=200, verbose_name="subject"),
                        ),
                        ("body", models.TextField(max_length=10000, verbose_name="text")),
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
                                to="partners.wording",
                            ),
                        ),
                        (
                            "sector",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="It is offered first to partners of this sector. Empty: for anybody.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="for which sector",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_wo_pgh_obj_8a623a_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_wo_pgh_con_6e2910_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="b27ad9951344f6548b3291ca87653a9d13b487f4",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_131b4",
                            table="partners_benefit",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "withdrawn_on", "withdrawn_reason", "words") SELECT new_values."came", new_values."came_by_id", new_values."came_on", new_values."came_words", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."id", new_values."is_tangible", new_values."is_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."promised_by_id", new_values."promised_on", new_values."state", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="21e4fee34d0b390f4c272dade1c2d1307c2f13fa",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a83cf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "withdrawn_on", "withdrawn_reason", "words") SELECT new_values."came", new_values."came_by_id", new_values."came_on", new_values."came_words", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."id", new_values."is_tangible", new_values."is_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."promised_by_id", new_values."promised_on", new_values."state", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f6fd6506bd1b5c4e55ab7037ab178d014f508d0e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2dd12",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "withdrawn_on", "withdrawn_reason", "words") SELECT old_values."came", old_values."came_by_id", old_values."came_on", old_values."came_words", old_values."coalition_id", old_values."delivered_on", old_values."delivered_what", old_values."due_on", old_values."id", old_values."is_tangible", old_values."is_their_own_word", old_values."kind", old_values."note", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."promised_by_id", old_values."promised_on", old_values."state", old_values."withdrawn_on", old_values."withdrawn_reason", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b2becdf5a93f732a21b5a6f962835a28bb50ba95",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_41e76",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="1ac35a04174edbbbe76c4482e1a06edf13ff6b33",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_44dc7",
                            table="partners_valuestatement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT new_values."coalition_id", new_values."hoped_by_id", new_values."hoped_on", new_values."hopes", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."stated_by_id", new_values."stated_on", new_values."statement" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="83eb8c4db9249b5e59ec249586b4cc01000bcb5e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ce01",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT new_values."coalition_id", new_values."hoped_by_id", new_values."hoped_on", new_values."hopes", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."stated_by_id", new_values."stated_on", new_values."statement" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8184111fd2c91e59861d27e1fe64f7fb177e3e85",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39fc8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT old_values."coalition_id", old_values."hoped_by_id", old_values."hoped_on", old_values."hopes", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."stated_by_id", old_values."stated_on", old_values."statement" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1748ae2a1378154e567da62605347a5c73b85f42",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5fc6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wording",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_wordingevent" ("body", "coalition_id", "id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "retired_on", "sector_id", "subject") SELECT new_values."body", new_values."coalition_id", new_values."id", new_values."language", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."purpose", new_values."retired_on", new_values."sector_id", new_values."subject" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="dc998b7f86666f531cdf92d546800fbee4cc0345",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0a44",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wording",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_wordingevent" ("body", "coalition_id", "id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "retired_on", "sector_id", "subject") SELECT new_values."body", new_values."coalition_id", new_values."id", new_values."language", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."purpose", new_values."retired_on", new_values."sector_id", new_values."subject" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce3c3672a1de13734d1a1dfa4397d813621c2926",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d94ca",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wording",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_wordingevent" ("body", "coalition_id", "id", "language", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "purpose", "retired_on", "sector_id", "subject") SELECT old_values."body", old_values."coalition_id", old_values."id", old_values."language", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."purpose", old_values."retired_on", old_values."sector_id", old_values."subject" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a0e690eceea1270222c69c5891de8f16a0ad8003",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_373d2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="34243b54953176f303dcc95959033bb88376b93a",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_de59a",
                            table="partners_partnerletter",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerletterevent" ("body", "coalition_id", "contact_id", "discarded_at", "id", "language", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_by_id", "printed_on", "sent_at", "sent_by_id", "subject", "wording_id", "written_at", "written_by_id") SELECT new_values."body", new_values."coalition_id", new_values."contact_id", new_values."discarded_at", new_values."id", new_values."language", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."printed_by_id", new_values."printed_on", new_values."sent_at", new_values."sent_by_id", new_values."subject", new_values."wording_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a0451cf42ab31307857b8f6d30c2f39d5fc4f273",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5d5ad",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_partnerletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerletterevent" ("body", "coalition_id", "contact_id", "discarded_at", "id", "language", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_by_id", "printed_on", "sent_at", "sent_by_id", "subject", "wording_id", "written_at", "written_by_id") SELECT new_values."body", new_values."coalition_id", new_values."contact_id", new_values."discarded_at", new_values."id", new_values."language", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."printed_by_id", new_values."printed_on", new_values."sent_at", new_values."sent_by_id", new_values."subject", new_values."wording_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f7a59a0f55acb4b61b1a7e70d394fb300dd4ee57",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_258db",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_partnerletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_partnerletterevent" ("body", "coalition_id", "contact_id", "discarded_at", "id", "language", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "printed_by_id", "printed_on", "sent_at", "sent_by_id", "subject", "wording_id", "written_at", "written_by_id") SELECT old_values."body", old_values."coalition_id", old_values."contact_id", old_values."discarded_at", old_values."id", old_values."language", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."printed_by_id", old_values."printed_on", old_values."sent_at", old_values."sent_by_id", old_values."subject", old_values."wording_id", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3eab3dff1ab25974c7622810fed6707b9692495a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19c7e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_partnerletter",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}", parent=ORGANISATION, column="organisation_id"
                    )
                    for part in ("benefit", "valuestatement", "partnerletter")
                ),
                same_tenant(child="partners_wording", parent="partners_term", column="sector_id"),
                same_tenant(
                    child="partners_partnerletter", parent="partners_contact", column="contact_id"
                ),
                same_tenant(
                    child="partners_partnerletter", parent="partners_wording", column="wording_id"
                ),
            ]
        )
    ]
