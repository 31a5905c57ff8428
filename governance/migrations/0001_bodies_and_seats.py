import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0023_answers_may_come_from_files"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Body",
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
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("steering", "Steering committee"),
                                    ("working_group", "Working group"),
                                    ("lead_organisation", "Lead organisation"),
                                    ("advisory", "Advisory group"),
                                    ("other", "A kind of our own"),
                                ],
                                default="working_group",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "own_kind",
                            models.CharField(
                                blank=True,
                                help_text="For a kind of your own: “Youth council”, “Residents’ table”.",
                                max_length=80,
                                verbose_name="what you call this kind",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "cadence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weekly", "Every week"),
                                    ("fortnightly", "Every two weeks"),
                                    ("monthly", "Every month"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Twice a year"),
                                    ("yearly", "Once a year"),
                                    ("as_needed", "When there is need"),
                                ],
                                max_length=12,
                                verbose_name="meets",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How many of a hundred voting seats must be there. Empty: none is set.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="quorum",
                            ),
                        ),
                        (
                            "publication",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody, also outside the coalition"),
                                    ("members", "All members of the coalition"),
                                    ("body", "Only those who sit in it, and coordinators"),
                                ],
                                default="members",
                                max_length=8,
                                verbose_name="who may read of it",
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="since")),
                        (
                            "paused_on",
                            models.DateField(blank=True, null=True, verbose_name="paused since"),
                        ),
                        (
                            "paused_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it is paused"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "closed_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it was closed"
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
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The body that it reports to.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="governance.body",
                                verbose_name="belongs to",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="body_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("name", function="plain_text"),
                                condition=models.Q(("closed_on__isnull", True)),
                                name="body_name_is_used_once_while_it_stands",
                                violation_error_message="There is a body of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "steering",
                                            "working_group",
                                            "lead_organisation",
                                            "advisory",
                                            "other",
                                        ],
                                    )
                                ),
                                name="body_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "other"), models.Q(("own_kind", ""), _negated=True)
                                    ),
                                    models.Q(
                                        models.Q(("kind", "other"), _negated=True), ("own_kind", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="body_has_a_word_for_its_own_kind_and_only_then",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "cadence__in",
                                        [
                                            "",
                                            "weekly",
                                            "fortnightly",
                                            "monthly",
                                            "quarterly",
                                            "half_yearly",
                                            "yearly",
                                            "as_needed",
                                        ],
                                    )
                                ),
                                name="body_cadence_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorum__isnull", True),
                                    ("quorum__range", (1, 100)),
                                    _connector="OR",
                                ),
                                name="body_quorum_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("publication__in", ["public", "members", "body"])
                                ),
                                name="body_publication_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("parent__isnull", True),
                                    models.Q(("parent", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="body_is_not_its_own_parent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("paused_because", ""), ("paused_on__isnull", True)),
                                    models.Q(
                                        ("paused_on__isnull", False),
                                        models.Q(("paused_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="body_says_why_it_is_paused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_because", ""), ("closed_on__isnull", True)),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        models.Q(("closed_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="body_says_why_it_was_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("opened_on")),
                                    _connector="OR",
                                ),
                                name="body_closes_after_it_opened",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BodyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=160, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("steering", "Steering committee"),
                                    ("working_group", "Working group"),
                                    ("lead_organisation", "Lead organisation"),
                                    ("advisory", "Advisory group"),
                                    ("other", "A kind of our own"),
                                ],
                                default="working_group",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "own_kind",
                            models.CharField(
                                blank=True,
                                help_text="For a kind of your own: “Youth council”, “Residents’ table”.",
                                max_length=80,
                                verbose_name="what you call this kind",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "cadence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("weekly", "Every week"),
                                    ("fortnightly", "Every two weeks"),
                                    ("monthly", "Every month"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Twice a year"),
                                    ("yearly", "Once a year"),
                                    ("as_needed", "When there is need"),
                                ],
                                max_length=12,
                                verbose_name="meets",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How many of a hundred voting seats must be there. Empty: none is set.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="quorum",
                            ),
                        ),
                        (
                            "publication",
                            models.CharField(
                                choices=[
                                    ("public", "Everybody, also outside the coalition"),
                                    ("members", "All members of the coalition"),
                                    ("body", "Only those who sit in it, and coordinators"),
                                ],
                                default="members",
                                max_length=8,
                                verbose_name="who may read of it",
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="since")),
                        (
                            "paused_on",
                            models.DateField(blank=True, null=True, verbose_name="paused since"),
                        ),
                        (
                            "paused_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it is paused"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "closed_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it was closed"
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
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The body that it reports to.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.body",
                                verbose_name="belongs to",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.body",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_f4cb87_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_e256ee_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Function",
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
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("funds", "Raising funds"),
                                    ("programme", "Programme lead"),
                                    ("communication", "Communication"),
                                    ("data", "Data"),
                                    ("evaluation", "Evaluation"),
                                    ("fiscal_agent", "Fiscal agent"),
                                    ("equity", "Equity"),
                                    ("other", "A function of our own"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what they see to"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(
                                default=True,
                                help_text="When nobody holds it, the home page says so.",
                                verbose_name="must be held",
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
                        "ordering": ["position", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="function_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("name", function="plain_text"),
                                condition=models.Q(("retired_on__isnull", True)),
                                name="function_name_is_used_once",
                                violation_error_message="There is a function of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "funds",
                                            "programme",
                                            "communication",
                                            "data",
                                            "evaluation",
                                            "fiscal_agent",
                                            "equity",
                                            "other",
                                        ],
                                    )
                                ),
                                name="function_kind_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FunctionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("funds", "Raising funds"),
                                    ("programme", "Programme lead"),
                                    ("communication", "Communication"),
                                    ("data", "Data"),
                                    ("evaluation", "Evaluation"),
                                    ("fiscal_agent", "Fiscal agent"),
                                    ("equity", "Equity"),
                                    ("other", "A function of our own"),
                                ],
                                default="other",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what they see to"
                            ),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(
                                default=True,
                                help_text="When nobody holds it, the home page says so.",
                                verbose_name="must be held",
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
                                to="governance.function",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_422359_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_120416_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
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
                            models.CharField(
                                help_text="“Co-lead”, “Member for schools”, “Treasurer”.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "rank",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("co_lead", "Co-lead"),
                                    ("member", "Member"),
                                    ("observer", "Observer"),
                                ],
                                default="member",
                                max_length=10,
                                verbose_name="part in it",
                            ),
                        ),
                        ("is_voting", models.BooleanField(default=True, verbose_name="votes")),
                        (
                            "is_lived_experience",
                            models.BooleanField(
                                default=False,
                                help_text="For somebody who has lived with what the coalition works on.",
                                verbose_name="for lived experience",
                            ),
                        ),
                        (
                            "duties",
                            models.TextField(blank=True, max_length=2000, verbose_name="duties"),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="governance.body",
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
                            "sector",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="partners.term",
                                verbose_name="stands for the sector",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "body"], name="seat_by_body")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="seat_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rank__in", ["chair", "co_lead", "member", "observer"])
                                ),
                                name="seat_rank_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_voting", True), ("rank", "observer"), _negated=True
                                ),
                                name="seat_of_an_observer_does_not_vote",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignment",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day of the term.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                        (
                            "duties",
                            models.TextField(
                                blank=True,
                                help_text="Beyond what the seat asks of everybody.",
                                max_length=2000,
                                verbose_name="what they take on",
                            ),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it ended early"
                            ),
                        ),
                        (
                            "acknowledged_on",
                            models.DateField(blank=True, null=True, verbose_name="accepted on"),
                        ),
                        (
                            "acknowledged_how",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="how we know"
                            ),
                        ),
                        (
                            "confirmed_on",
                            models.DateField(
                                blank=True,
                                help_text="Once a year.",
                                null=True,
                                verbose_name="last confirmed on",
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
                                related_name="role_assignments",
                                to="partners.contact",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "delegate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_delegations",
                                to="partners.contact",
                                verbose_name="who comes in their place",
                            ),
                        ),
                        (
                            "function",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="governance.function",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="role_assignments",
                                to="partners.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assignments",
                                to="governance.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-starts_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_5334d1_idx",
                            ),
                            models.Index(
                                fields=["coalition", "seat", "starts_on"], name="role_by_seat"
                            ),
                            models.Index(fields=["coalition", "function"], name="role_by_function"),
                            models.Index(fields=["coalition", "ends_on"], name="role_by_end"),
                            models.Index(fields=["coalition", "contact"], name="role_by_person"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="role_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("function__isnull", True), ("seat__isnull", False)),
                                    models.Q(("function__isnull", False), ("seat__isnull", True)),
                                    _connector="OR",
                                ),
                                name="role_is_of_a_seat_or_of_a_function",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="role_ends_after_it_started",
                                violation_error_message="The term ends before it begins.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("seat__isnull", False)),
                                expressions=[
                                    ("seat", "="),
                                    (
                                        models.Func(
                                            "starts_on",
                                            "ends_on",
                                            models.Value("[]"),
                                            function="daterange",
                                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="seat_is_held_once_at_a_time",
                                violation_error_message="Somebody holds the seat in that time already.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoleAssignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day of the term.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                        (
                            "duties",
                            models.TextField(
                                blank=True,
                                help_text="Beyond what the seat asks of everybody.",
                                max_length=2000,
                                verbose_name="what they take on",
                            ),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it ended early"
                            ),
                        ),
                        (
                            "acknowledged_on",
                            models.DateField(blank=True, null=True, verbose_name="accepted on"),
                        ),
                        (
                            "acknowledged_how",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="how we know"
                            ),
                        ),
                        (
                            "confirmed_on",
                            models.DateField(
                                blank=True,
                                help_text="Once a year.",
                                null=True,
                                verbose_name="last confirmed on",
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
                                verbose_name="person",
                            ),
                        ),
                        (
                            "delegate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="who comes in their place",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.roleassignment",
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
                                name="governance__pgh_obj_017e12_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_3868a9_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(
                                help_text="“Co-lead”, “Member for schools”, “Treasurer”.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "rank",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("co_lead", "Co-lead"),
                                    ("member", "Member"),
                                    ("observer", "Observer"),
                                ],
                                default="member",
                                max_length=10,
                                verbose_name="part in it",
                            ),
                        ),
                        ("is_voting", models.BooleanField(default=True, verbose_name="votes")),
                        (
                            "is_lived_experience",
                            models.BooleanField(
                                default=False,
                                help_text="For somebody who has lived with what the coalition works on.",
                                verbose_name="for lived experience",
                            ),
                        ),
                        (
                            "duties",
                            models.TextField(blank=True, max_length=2000, verbose_name="duties"),
                        ),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="closed on"),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.body",
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
                                to="governance.seat",
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
                                verbose_name="stands for the sector",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_28b8be_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_2df9b1_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="body",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyevent" ("cadence", "closed_because", "closed_on", "coalition_id", "id", "kind", "name", "opened_on", "own_kind", "parent_id", "paused_because", "paused_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication", "purpose", "quorum") SELECT new_values."cadence", new_values."closed_because", new_values."closed_on", new_values."coalition_id", new_values."id", new_values."kind", new_values."name", new_values."opened_on", new_values."own_kind", new_values."parent_id", new_values."paused_because", new_values."paused_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."publication", new_values."purpose", new_values."quorum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c659a25c4236c59014fe91ed69fe956dd378d6b1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8eb50",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_body",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="body",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyevent" ("cadence", "closed_because", "closed_on", "coalition_id", "id", "kind", "name", "opened_on", "own_kind", "parent_id", "paused_because", "paused_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication", "purpose", "quorum") SELECT new_values."cadence", new_values."closed_because", new_values."closed_on", new_values."coalition_id", new_values."id", new_values."kind", new_values."name", new_values."opened_on", new_values."own_kind", new_values."parent_id", new_values."paused_because", new_values."paused_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."publication", new_values."purpose", new_values."quorum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6e7585cff1580c209d9fa2548e1b337f932dbccf",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9741f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_body",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="body",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyevent" ("cadence", "closed_because", "closed_on", "coalition_id", "id", "kind", "name", "opened_on", "own_kind", "parent_id", "paused_because", "paused_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publication", "purpose", "quorum") SELECT old_values."cadence", old_values."closed_because", old_values."closed_on", old_values."coalition_id", old_values."id", old_values."kind", old_values."name", old_values."opened_on", old_values."own_kind", old_values."parent_id", old_values."paused_because", old_values."paused_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."publication", old_values."purpose", old_values."quorum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="345d29e77af1ff74908855d7d184dd6cde113c89",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f10a3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_body",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="function",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_functionevent" ("about", "coalition_id", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."is_required", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="86b3fbce412eee04779230b47f5cccd2781d256f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69529",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_function",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="function",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_functionevent" ("about", "coalition_id", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."is_required", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9dc0155d38fe97e848e5025fc2267a05e2936f08",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_85ff7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_function",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="function",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_functionevent" ("about", "coalition_id", "id", "is_required", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT old_values."about", old_values."coalition_id", old_values."id", old_values."is_required", old_values."kind", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fa06e1abeb7a09cf9b1bea94a8d2684b47e45036",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15d0d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_function",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_seatevent" ("body_id", "closed_on", "coalition_id", "duties", "id", "is_lived_experience", "is_voting", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "sector_id", "title") SELECT new_values."body_id", new_values."closed_on", new_values."coalition_id", new_values."duties", new_values."id", new_values."is_lived_experience", new_values."is_voting", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."rank", new_values."sector_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9835225fbbb59d2316bf91e2a711b4a89b26011d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_368bc",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_seatevent" ("body_id", "closed_on", "coalition_id", "duties", "id", "is_lived_experience", "is_voting", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "sector_id", "title") SELECT new_values."body_id", new_values."closed_on", new_values."coalition_id", new_values."duties", new_values."id", new_values."is_lived_experience", new_values."is_voting", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."rank", new_values."sector_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d39eefadf88348d35ab00b9d55694b04a8a8dfa8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_75929",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_seatevent" ("body_id", "closed_on", "coalition_id", "duties", "id", "is_lived_experience", "is_voting", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "rank", "sector_id", "title") SELECT old_values."body_id", old_values."closed_on", old_values."coalition_id", old_values."duties", old_values."id", old_values."is_lived_experience", old_values."is_voting", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."rank", old_values."sector_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="365d3272bd78533838e04e2475f242eb4e5cb109",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5ba65",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleassignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="d63f7de817a0fe302af8d005be57ad9d5ccb4c25",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_9117b",
                            table="governance_roleassignment",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleassignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_roleassignmentevent" ("acknowledged_how", "acknowledged_on", "coalition_id", "confirmed_on", "contact_id", "delegate_id", "duties", "ended_because", "ends_on", "function_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") SELECT new_values."acknowledged_how", new_values."acknowledged_on", new_values."coalition_id", new_values."confirmed_on", new_values."contact_id", new_values."delegate_id", new_values."duties", new_values."ended_because", new_values."ends_on", new_values."function_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."seat_id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="15a8bfa46485cd4d2ce2dcf48d95f5e820b4764a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d02cf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleassignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_roleassignmentevent" ("acknowledged_how", "acknowledged_on", "coalition_id", "confirmed_on", "contact_id", "delegate_id", "duties", "ended_because", "ends_on", "function_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") SELECT new_values."acknowledged_how", new_values."acknowledged_on", new_values."coalition_id", new_values."confirmed_on", new_values."contact_id", new_values."delegate_id", new_values."duties", new_values."ended_because", new_values."ends_on", new_values."function_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."seat_id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ec1c27860b07f73f3123610e49ee63db7704353a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31daf",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="roleassignment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_roleassignmentevent" ("acknowledged_how", "acknowledged_on", "coalition_id", "confirmed_on", "contact_id", "delegate_id", "duties", "ended_because", "ends_on", "function_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "starts_on") SELECT old_values."acknowledged_how", old_values."acknowledged_on", old_values."coalition_id", old_values."confirmed_on", old_values."contact_id", old_values."delegate_id", old_values."duties", old_values."ended_because", old_values."ends_on", old_values."function_id", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."seat_id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d6818aabf040e47a9c56b115c09c8d807da6a35",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bfac0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_roleassignment",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(child=f"governance_{child}", parent=parent, column=f"{column}_id")
                    for child, column, parent in (
                        ("body", "parent", "governance_body"),
                        ("seat", "body", "governance_body"),
                        ("seat", "sector", "partners_term"),
                        ("roleassignment", "organisation", "partners_organisation"),
                        ("roleassignment", "seat", "governance_seat"),
                        ("roleassignment", "function", "governance_function"),
                        ("roleassignment", "contact", "partners_contact"),
                        ("roleassignment", "delegate", "partners_contact"),
                    )
                ),
            ]
        ),
    ]
