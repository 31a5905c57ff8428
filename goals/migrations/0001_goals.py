import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0006_fewer_indexes"),
        ("partners", "0033_lighter_writes"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Goal",
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
                            models.CharField(
                                help_text="One sentence that a neighbor understands: what is different, where, for whom.",
                                max_length=200,
                                verbose_name="what we want to change",
                            ),
                        ),
                        (
                            "how",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="how we go about it"
                            ),
                        ),
                        (
                            "by_when",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "works_on",
                            models.CharField(
                                choices=[
                                    ("conditions", "The conditions in which people live"),
                                    ("behaviour", "What people do"),
                                    ("both", "Both: the conditions, and what people do in them"),
                                ],
                                help_text="Conditions are what makes the healthy choice the easy one: homes, food, buses, work, safety.",
                                max_length=10,
                                verbose_name="what it works on",
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[("reached", "Reached"), ("given_up", "Given up")],
                                max_length=8,
                                verbose_name="how it ended",
                            ),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="what there is to say of it",
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
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "ended_on"], name="goal_by_end")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="goal_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("statement", ""), _negated=True),
                                name="goal_says_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("works_on__in", ["conditions", "behaviour", "both"])
                                ),
                                name="goal_works_on_what_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_as", ""),
                                        ("ended_because", ""),
                                        ("ended_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_as__in", ["reached", "given_up"]),
                                        ("ended_on__isnull", False),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_ends_on_a_day_as_something_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "statement",
                            models.CharField(
                                help_text="One sentence that a neighbor understands: what is different, where, for whom.",
                                max_length=200,
                                verbose_name="what we want to change",
                            ),
                        ),
                        (
                            "how",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="how we go about it"
                            ),
                        ),
                        (
                            "by_when",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "works_on",
                            models.CharField(
                                choices=[
                                    ("conditions", "The conditions in which people live"),
                                    ("behaviour", "What people do"),
                                    ("both", "Both: the conditions, and what people do in them"),
                                ],
                                help_text="Conditions are what makes the healthy choice the easy one: homes, food, buses, work, safety.",
                                max_length=10,
                                verbose_name="what it works on",
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "ended_as",
                            models.CharField(
                                blank=True,
                                choices=[("reached", "Reached"), ("given_up", "Given up")],
                                max_length=8,
                                verbose_name="how it ended",
                            ),
                        ),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="what there is to say of it",
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
                                db_index=False,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.goal",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="goals_goale_pgh_obj_368314_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="goals_goale_pgh_con_57bf83_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalNeed",
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
                                verbose_name="kind of capacity",
                            ),
                        ),
                        (
                            "strength",
                            models.CharField(
                                blank=True,
                                help_text="As partners say it of themselves: “interpreting”, “vans”.",
                                max_length=80,
                                verbose_name="a strength, in words",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(blank=True, max_length=300, verbose_name="what for"),
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="needs",
                                to="goals.goal",
                            ),
                        ),
                        (
                            "needed",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goal_needs",
                                to="partners.neededvoice",
                                verbose_name="voice",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "goal"], name="goal_need_by_goal"),
                            models.Index(fields=["coalition", "needed"], name="goal_need_by_voice"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("needed__isnull", False), ("kind", ""), ("strength", "")
                                    ),
                                    models.Q(
                                        ("needed__isnull", True),
                                        ("strength", ""),
                                        models.Q(("kind", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("kind", ""),
                                        ("needed__isnull", True),
                                        models.Q(("strength", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_need_is_a_voice_a_capacity_or_a_strength",
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
                                name="goal_need_kind_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("goal", "needed"), name="goal_needs_a_voice_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kind", ""), _negated=True),
                                fields=("goal", "kind"),
                                name="goal_needs_a_capacity_once",
                            ),
                            models.UniqueConstraint(
                                models.F("goal"),
                                models.Func("strength", function="plain_text"),
                                condition=models.Q(("strength", ""), _negated=True),
                                name="goal_needs_a_strength_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalNeedEvent",
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
                                verbose_name="kind of capacity",
                            ),
                        ),
                        (
                            "strength",
                            models.CharField(
                                blank=True,
                                help_text="As partners say it of themselves: “interpreting”, “vans”.",
                                max_length=80,
                                verbose_name="a strength, in words",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(blank=True, max_length=300, verbose_name="what for"),
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.goal",
                            ),
                        ),
                        (
                            "needed",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.neededvoice",
                                verbose_name="voice",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_index=False,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.goalneed",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="goals_goaln_pgh_obj_cbd063_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="goals_goaln_pgh_con_4de02e_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalRole",
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
                            "letter",
                            models.CharField(
                                choices=[
                                    ("accountable", "Accountable"),
                                    ("responsible", "Responsible"),
                                    ("consulted", "Consulted"),
                                    ("informed", "Informed"),
                                ],
                                max_length=12,
                                verbose_name="their part",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what they do"
                            ),
                        ),
                        (
                            "equity",
                            models.TextField(
                                blank=True,
                                help_text="Whom they bring in who is left out elsewhere, and what they see to for them.",
                                max_length=2000,
                                verbose_name="their role in equity",
                            ),
                        ),
                        (
                            "own_words",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what they do, in their words",
                            ),
                        ),
                        (
                            "own_equity",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="their role in equity, in their words",
                            ),
                        ),
                        ("own_said_on", models.DateField(blank=True, null=True)),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="They wrote it themselves, signed in for themselves.",
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roles",
                                to="goals.goal",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goal_roles",
                                to="partners.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "own_written_by",
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
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="goals_goalr_coaliti_cc0967_idx",
                            ),
                            models.Index(fields=["coalition", "goal"], name="goal_role_by_goal"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "letter__in",
                                        ["accountable", "responsible", "consulted", "informed"],
                                    )
                                ),
                                name="goal_role_letter_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("ended_on__gte", models.F("since_on")),
                                    _connector="OR",
                                ),
                                name="goal_role_ends_after_it_began",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("goal", "organisation", "letter"),
                                name="goal_role_is_given_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("letter", "accountable")
                                ),
                                fields=("goal",),
                                name="goal_has_one_accountable",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("is_own_hand", False),
                                        ("own_equity", ""),
                                        ("own_said_on__isnull", True),
                                        ("own_words", ""),
                                        ("own_written_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("own_said_on__isnull", False),
                                        ("own_written_by__isnull", False),
                                        models.Q(
                                            ("own_equity", ""), ("own_words", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="goal_role_own_words_have_a_day_and_a_writer",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalRoleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "letter",
                            models.CharField(
                                choices=[
                                    ("accountable", "Accountable"),
                                    ("responsible", "Responsible"),
                                    ("consulted", "Consulted"),
                                    ("informed", "Informed"),
                                ],
                                max_length=12,
                                verbose_name="their part",
                            ),
                        ),
                        ("since_on", models.DateField(verbose_name="since")),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "words",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what they do"
                            ),
                        ),
                        (
                            "equity",
                            models.TextField(
                                blank=True,
                                help_text="Whom they bring in who is left out elsewhere, and what they see to for them.",
                                max_length=2000,
                                verbose_name="their role in equity",
                            ),
                        ),
                        (
                            "own_words",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what they do, in their words",
                            ),
                        ),
                        (
                            "own_equity",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="their role in equity, in their words",
                            ),
                        ),
                        ("own_said_on", models.DateField(blank=True, null=True)),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="They wrote it themselves, signed in for themselves.",
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.goal",
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
                            "own_written_by",
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
                                db_index=False,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.goalrole",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="goals_goalr_pgh_obj_00dd32_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="goals_goalr_pgh_con_1a5a63_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalTerm",
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
                            "coalition",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="carried",
                                to="goals.goal",
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
                        "ordering": ["term__vocabulary", "term__position", "term__name"],
                        "indexes": [
                            models.Index(fields=["coalition", "term", "goal"], name="goal_by_term")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("goal", "term"), name="goal_carries_a_term_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalTermEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.goal",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_index=False,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.goalterm",
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
                                name="goals_goalt_pgh_obj_846d30_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="goals_goalt_pgh_con_60e02f_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HereFor",
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
                        ("said_on", models.DateField()),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="They said so themselves, signed in for themselves.",
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="here_for",
                                to="goals.goal",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="here_for",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="goals_heref_coaliti_865e09_idx",
                            ),
                            models.Index(fields=["coalition", "goal"], name="here_for_by_goal"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "goal"),
                                name="partner_is_here_for_a_goal_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HereForEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("said_on", models.DateField()),
                        (
                            "is_own_hand",
                            models.BooleanField(
                                default=False,
                                help_text="They said so themselves, signed in for themselves.",
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
                            "goal",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="goals.goal",
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
                                db_index=False,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="goals.herefor",
                            ),
                        ),
                        (
                            "said_by",
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
                                name="goals_heref_pgh_obj_5f8aa2_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="goals_heref_pgh_con_11df19_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalevent" ("by_when", "coalition_id", "ended_as", "ended_because", "ended_on", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "works_on") SELECT new_values."by_when", new_values."coalition_id", new_values."ended_as", new_values."ended_because", new_values."ended_on", new_values."how", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."statement", new_values."works_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f9a9b14449f8bfa3ecfe305a447a8d04b5fa062",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_feafb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="goals_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalevent" ("by_when", "coalition_id", "ended_as", "ended_because", "ended_on", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "works_on") SELECT new_values."by_when", new_values."coalition_id", new_values."ended_as", new_values."ended_because", new_values."ended_on", new_values."how", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."statement", new_values."works_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e17ea29d75614bb004a34f15452de79f70325e69",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97a4d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="goals_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goal",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalevent" ("by_when", "coalition_id", "ended_as", "ended_because", "ended_on", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "works_on") SELECT old_values."by_when", old_values."coalition_id", old_values."ended_as", old_values."ended_because", old_values."ended_on", old_values."how", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."statement", old_values."works_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="479357acac40ed5da4d1c535402e72ec5650f9bf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b960f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="goals_goal",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalneed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalneedevent" ("coalition_id", "goal_id", "id", "kind", "needed_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "why") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", new_values."kind", new_values."needed_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."strength", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8c09292bbc1c6ca68fec038a9d32a0b5f1f8be25",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2fa13",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="goals_goalneed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalneed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalneedevent" ("coalition_id", "goal_id", "id", "kind", "needed_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "why") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", new_values."kind", new_values."needed_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."strength", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="39ecdf3c5519b376cdc3b56ef11167627577a625",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bbb0d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="goals_goalneed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalneed",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalneedevent" ("coalition_id", "goal_id", "id", "kind", "needed_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strength", "why") SELECT old_values."coalition_id", old_values."goal_id", old_values."id", old_values."kind", old_values."needed_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."strength", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e93834cd8b3a8daf5033c3b0dc3b8fed41687165",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19f29",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="goals_goalneed",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="f51026a83d401af9f2e7a474f628fb04980c352b",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_bfebc",
                            table="goals_goalrole",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalroleevent" ("coalition_id", "ended_on", "equity", "goal_id", "id", "is_own_hand", "letter", "organisation_id", "own_equity", "own_said_on", "own_words", "own_written_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on", "words") SELECT new_values."coalition_id", new_values."ended_on", new_values."equity", new_values."goal_id", new_values."id", new_values."is_own_hand", new_values."letter", new_values."organisation_id", new_values."own_equity", new_values."own_said_on", new_values."own_words", new_values."own_written_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."since_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee3c0e2999f861444ebfc7a3e0e8cdf5493ea9bf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7df70",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="goals_goalrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalroleevent" ("coalition_id", "ended_on", "equity", "goal_id", "id", "is_own_hand", "letter", "organisation_id", "own_equity", "own_said_on", "own_words", "own_written_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on", "words") SELECT new_values."coalition_id", new_values."ended_on", new_values."equity", new_values."goal_id", new_values."id", new_values."is_own_hand", new_values."letter", new_values."organisation_id", new_values."own_equity", new_values."own_said_on", new_values."own_words", new_values."own_written_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."since_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="086eb8e51a814de349e17a1c3038d9d59a707424",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_239db",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="goals_goalrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalrole",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goalroleevent" ("coalition_id", "ended_on", "equity", "goal_id", "id", "is_own_hand", "letter", "organisation_id", "own_equity", "own_said_on", "own_words", "own_written_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on", "words") SELECT old_values."coalition_id", old_values."ended_on", old_values."equity", old_values."goal_id", old_values."id", old_values."is_own_hand", old_values."letter", old_values."organisation_id", old_values."own_equity", old_values."own_said_on", old_values."own_words", old_values."own_written_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."since_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="34f87714988cb9ddce33e1f58be2fc7bb849ce3e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8967b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="goals_goalrole",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goaltermevent" ("coalition_id", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."term_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cbe959d78fa751b59158b511c05cae1521ed1e3a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2dd1e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="goals_goalterm",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goaltermevent" ("coalition_id", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."term_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5045bff01d0eb6e416c68e94730b0ae30524ddf0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31a4e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="goals_goalterm",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="goalterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_goaltermevent" ("coalition_id", "goal_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT old_values."coalition_id", old_values."goal_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."term_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0279353449b7bc12bc128a5c3efb666d824ab426",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8acb8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="goals_goalterm",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="herefor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="6cdf4407f98ed081e08dc1e0cd35a0cc813bcd40",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_ddefc",
                            table="goals_herefor",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="herefor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_hereforevent" ("coalition_id", "goal_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."said_by_id", new_values."said_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8165c535edab73aafbcba4e3fe2bdbc181e416b8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f012c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="goals_herefor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="herefor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_hereforevent" ("coalition_id", "goal_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on") SELECT new_values."coalition_id", new_values."goal_id", new_values."id", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."said_by_id", new_values."said_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="99d43ab06af314610235bb3bfde8a7db5155a175",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b648f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="goals_herefor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="herefor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "goals_hereforevent" ("coalition_id", "goal_id", "id", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on") SELECT old_values."coalition_id", old_values."goal_id", old_values."id", old_values."is_own_hand", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."said_by_id", old_values."said_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0983169ba2f162b3fa456506ac595a46fbaf01a1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1de93",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="goals_herefor",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(child=f"goals_{child}", parent=parent, column=f"{column}_id")
                    for child, column, parent in (
                        ("goalterm", "goal", "goals_goal"),
                        ("goalterm", "term", "partners_term"),
                        ("goalneed", "goal", "goals_goal"),
                        ("goalneed", "needed", "partners_neededvoice"),
                        ("goalrole", "goal", "goals_goal"),
                        ("goalrole", "organisation", "partners_organisation"),
                        ("herefor", "goal", "goals_goal"),
                        ("herefor", "organisation", "partners_organisation"),
                    )
                ),
            ]
        )
    ]
