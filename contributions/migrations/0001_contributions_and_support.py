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
                    name="Contribution",
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
                                    ("expertise", "Expertise"),
                                    ("population", "Knowledge of a population"),
                                    ("staff", "Staff time"),
                                    ("volunteers", "Volunteers"),
                                    ("space", "Space"),
                                    ("equipment", "Equipment and materials"),
                                    ("data", "Data"),
                                    ("connections", "Connections"),
                                    ("reach", "Reach and communication"),
                                    ("training", "Training"),
                                    ("language", "Interpretation and translation"),
                                    ("money", "Money"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of contribution",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="In plain words. For example: “The hall on the second Tuesday of each month.”",
                                max_length=500,
                                verbose_name="what is given",
                            ),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Written by somebody who speaks for them, not by one of us.",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("promised", "Promised"),
                                    ("delivered", "Given"),
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
                                help_text="Without a day it does not count as given on time.",
                                null=True,
                                verbose_name="promised by",
                            ),
                        ),
                        (
                            "first_due_on",
                            models.DateField(
                                blank=True,
                                help_text="The day that was promised first, once it was moved.",
                                null=True,
                            ),
                        ),
                        (
                            "held_to_on",
                            models.DateField(
                                blank=True,
                                help_text="By when it was promised before it was moved without our word; else empty.",
                                null=True,
                            ),
                        ),
                        ("times_moved", models.PositiveSmallIntegerField(default=0)),
                        (
                            "promised_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="how much or how many was promised",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="how much or how many was given",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("hours", "Hours"),
                                    ("days", "Days"),
                                    ("people", "People"),
                                    ("dollars", "Dollars"),
                                    ("own", "Another unit"),
                                ],
                                max_length=10,
                                verbose_name="of what",
                            ),
                        ),
                        (
                            "own_unit",
                            models.CharField(blank=True, max_length=40, verbose_name="which unit"),
                        ),
                        (
                            "worth",
                            models.CharField(
                                blank=True,
                                help_text="In their own words, or as an amount. It is never worked out by us.",
                                max_length=300,
                                verbose_name="what they say it is worth",
                            ),
                        ),
                        ("is_worth_their_own_word", models.BooleanField(default=False)),
                        (
                            "delivered_on",
                            models.DateField(blank=True, null=True, verbose_name="given on"),
                        ),
                        (
                            "delivered_what",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="taken back on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it was taken back"
                            ),
                        ),
                        (
                            "is_end_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="They said themselves that it was given, or took it back.",
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
                            "told_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contribution",
                        "verbose_name_plural": "contributions",
                        "ordering": ["organisation_id", "promised_on", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="contributio_coaliti_370dd9_idx",
                            ),
                            models.Index(
                                condition=models.Q(("state", "delivered")),
                                fields=["coalition", "delivered_on"],
                                name="contribution_given",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="contribution_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "expertise",
                                            "population",
                                            "staff",
                                            "volunteers",
                                            "space",
                                            "equipment",
                                            "data",
                                            "connections",
                                            "reach",
                                            "training",
                                            "language",
                                            "money",
                                            "other",
                                        ],
                                    )
                                ),
                                name="contribution_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["promised", "delivered", "withdrawn"])
                                ),
                                name="contribution_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="contribution_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    ("due_on__gte", models.F("promised_on")),
                                    _connector="OR",
                                ),
                                name="contribution_is_due_after_it_was_promised",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("first_due_on__isnull", True),
                                        ("held_to_on__isnull", True),
                                        ("times_moved", 0),
                                    ),
                                    models.Q(
                                        ("first_due_on__isnull", False), ("times_moved__gte", 1)
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_that_was_moved_tells_from_which_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("amount__isnull", True),
                                        ("own_unit", ""),
                                        ("promised_amount__isnull", True),
                                        ("unit", ""),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("promised_amount__gt", 0),
                                            ("amount__gt", 0),
                                            _connector="OR",
                                        ),
                                        models.Q(
                                            models.Q(
                                                ("own_unit", ""),
                                                (
                                                    "unit__in",
                                                    ["hours", "days", "people", "dollars"],
                                                ),
                                            ),
                                            models.Q(
                                                ("unit", "own"),
                                                models.Q(("own_unit", ""), _negated=True),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_amounts_have_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True),
                                    ("state", "delivered"),
                                    _connector="OR",
                                ),
                                name="contribution_amount_was_given",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("worth", ""), _negated=True),
                                    ("is_worth_their_own_word", False),
                                    _connector="OR",
                                ),
                                name="contribution_worth_is_told_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("delivered_on__gte", models.F("promised_on")),
                                        ("state", "delivered"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "delivered"), _negated=True),
                                        ("delivered_on__isnull", True),
                                        ("delivered_what", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_is_given_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "withdrawn"),
                                        ("withdrawn_on__gte", models.F("promised_on")),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("withdrawn_on__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_is_withdrawn_on_a_day_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "promised"), _negated=True),
                                    ("is_end_their_own_word", False),
                                    _connector="OR",
                                ),
                                name="contribution_end_is_told_once_it_has_ended",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContributionEvent",
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
                                    ("expertise", "Expertise"),
                                    ("population", "Knowledge of a population"),
                                    ("staff", "Staff time"),
                                    ("volunteers", "Volunteers"),
                                    ("space", "Space"),
                                    ("equipment", "Equipment and materials"),
                                    ("data", "Data"),
                                    ("connections", "Connections"),
                                    ("reach", "Reach and communication"),
                                    ("training", "Training"),
                                    ("language", "Interpretation and translation"),
                                    ("money", "Money"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of contribution",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="In plain words. For example: “The hall on the second Tuesday of each month.”",
                                max_length=500,
                                verbose_name="what is given",
                            ),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Written by somebody who speaks for them, not by one of us.",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("promised", "Promised"),
                                    ("delivered", "Given"),
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
                                help_text="Without a day it does not count as given on time.",
                                null=True,
                                verbose_name="promised by",
                            ),
                        ),
                        (
                            "first_due_on",
                            models.DateField(
                                blank=True,
                                help_text="The day that was promised first, once it was moved.",
                                null=True,
                            ),
                        ),
                        (
                            "held_to_on",
                            models.DateField(
                                blank=True,
                                help_text="By when it was promised before it was moved without our word; else empty.",
                                null=True,
                            ),
                        ),
                        ("times_moved", models.PositiveSmallIntegerField(default=0)),
                        (
                            "promised_amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="how much or how many was promised",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="how much or how many was given",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("hours", "Hours"),
                                    ("days", "Days"),
                                    ("people", "People"),
                                    ("dollars", "Dollars"),
                                    ("own", "Another unit"),
                                ],
                                max_length=10,
                                verbose_name="of what",
                            ),
                        ),
                        (
                            "own_unit",
                            models.CharField(blank=True, max_length=40, verbose_name="which unit"),
                        ),
                        (
                            "worth",
                            models.CharField(
                                blank=True,
                                help_text="In their own words, or as an amount. It is never worked out by us.",
                                max_length=300,
                                verbose_name="what they say it is worth",
                            ),
                        ),
                        ("is_worth_their_own_word", models.BooleanField(default=False)),
                        (
                            "delivered_on",
                            models.DateField(blank=True, null=True, verbose_name="given on"),
                        ),
                        (
                            "delivered_what",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what came of it"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="taken back on"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="why it was taken back"
                            ),
                        ),
                        (
                            "is_end_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="They said themselves that it was given, or took it back.",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="contributions.contribution",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="contributio_pgh_obj_b0e637_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="contributio_pgh_con_7a51c1_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContributionPopulation",
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
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="populations",
                                to="contributions.contribution",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contributed_populations",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="contributio_coaliti_9cfe79_idx",
                            ),
                            models.Index(
                                fields=["coalition", "term"], name="contribution_by_population"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("contribution", "term"),
                                name="contribution_names_a_population_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContributionPopulationEvent",
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
                            "contribution",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="contributions.contribution",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="contributions.contributionpopulation",
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
                                name="contributio_pgh_obj_ccbb2c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="contributio_pgh_con_8a46b4_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupportRequest",
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
                                    ("travel", "Travel"),
                                    ("child_care", "Child care"),
                                    ("interpreter", "An interpreter"),
                                    ("pay", "Pay for time"),
                                    ("equipment", "Equipment or connection"),
                                    ("times", "Other times or places"),
                                    ("training", "Training"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of support",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="For example: “A Spanish interpreter for the evening meetings.”",
                                max_length=500,
                                verbose_name="what would help",
                            ),
                        ),
                        (
                            "needed_by",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Asked by somebody who speaks for them, not by one of us for them.",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("agreed", "Agreed"),
                                    ("declined", "Declined"),
                                    ("provided", "Provided"),
                                    ("withdrawn", "Not needed any more"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answer_words",
                            models.CharField(
                                blank=True,
                                help_text="They read this.",
                                max_length=500,
                                verbose_name="what you say to them",
                            ),
                        ),
                        (
                            "provided_on",
                            models.DateField(blank=True, null=True, verbose_name="provided on"),
                        ),
                        (
                            "provided_what",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what they got"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not needed since"
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
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
                    ],
                    options={
                        "verbose_name": "request for support",
                        "verbose_name_plural": "requests for support",
                        "ordering": ["organisation_id", "asked_on", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="contributio_coaliti_773f3a_idx",
                            ),
                            models.Index(
                                condition=models.Q(("state__in", ["asked", "agreed"])),
                                fields=["coalition", "needed_by"],
                                name="support_open",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "travel",
                                            "child_care",
                                            "interpreter",
                                            "pay",
                                            "equipment",
                                            "times",
                                            "training",
                                            "other",
                                        ],
                                    )
                                ),
                                name="support_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["asked", "agreed", "declined", "provided", "withdrawn"],
                                    )
                                ),
                                name="support_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="support_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer_words", ""),
                                        ("answered_by__isnull", True),
                                        ("answered_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("answered_by__isnull", False),
                                        ("answered_on__gte", models.F("asked_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="support_is_answered_on_a_day_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_on__isnull", True), ("state", "asked")),
                                    models.Q(
                                        ("answered_on__isnull", False),
                                        ("state__in", ["agreed", "declined", "provided"]),
                                    ),
                                    ("state", "withdrawn"),
                                    _connector="OR",
                                ),
                                name="support_that_waits_has_no_answer_and_other_has_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "declined"), _negated=True),
                                    models.Q(("answer_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="support_is_declined_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("provided_on__gte", models.F("asked_on")),
                                        ("state", "provided"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "provided"), _negated=True),
                                        ("provided_on__isnull", True),
                                        ("provided_what", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="support_is_provided_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "withdrawn"),
                                        ("withdrawn_on__gte", models.F("asked_on")),
                                    ),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("withdrawn_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="support_is_withdrawn_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SupportRequestEvent",
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
                                    ("travel", "Travel"),
                                    ("child_care", "Child care"),
                                    ("interpreter", "An interpreter"),
                                    ("pay", "Pay for time"),
                                    ("equipment", "Equipment or connection"),
                                    ("times", "Other times or places"),
                                    ("training", "Training"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                                verbose_name="what kind of support",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                help_text="For example: “A Spanish interpreter for the evening meetings.”",
                                max_length=500,
                                verbose_name="what would help",
                            ),
                        ),
                        (
                            "needed_by",
                            models.DateField(blank=True, null=True, verbose_name="by when"),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Asked by somebody who speaks for them, not by one of us for them.",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="asked on")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked for"),
                                    ("agreed", "Agreed"),
                                    ("declined", "Declined"),
                                    ("provided", "Provided"),
                                    ("withdrawn", "Not needed any more"),
                                ],
                                default="asked",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(blank=True, null=True, verbose_name="answered on"),
                        ),
                        (
                            "answer_words",
                            models.CharField(
                                blank=True,
                                help_text="They read this.",
                                max_length=500,
                                verbose_name="what you say to them",
                            ),
                        ),
                        (
                            "provided_on",
                            models.DateField(blank=True, null=True, verbose_name="provided on"),
                        ),
                        (
                            "provided_what",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what they got"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="not needed since"
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
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="asked by",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="contributions.supportrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="contributio_pgh_obj_04cd77_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="contributio_pgh_con_5e628d_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="b1dbbf38141791d2645c7c23002e3f2456db4c04",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_1d2e2",
                            table="contributions_contribution",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionevent" ("amount", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_end_their_own_word", "is_their_own_word", "is_worth_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_amount", "promised_on", "state", "times_moved", "told_by_id", "unit", "withdrawn_on", "withdrawn_reason", "words", "worth") SELECT new_values."amount", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."first_due_on", new_values."held_to_on", new_values."id", new_values."is_end_their_own_word", new_values."is_their_own_word", new_values."is_worth_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", new_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."promised_amount", new_values."promised_on", new_values."state", new_values."times_moved", new_values."told_by_id", new_values."unit", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words", new_values."worth" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9e535fa459d0aa2112081fce286fcaeaeba19633",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_09966",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contributions_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionevent" ("amount", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_end_their_own_word", "is_their_own_word", "is_worth_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_amount", "promised_on", "state", "times_moved", "told_by_id", "unit", "withdrawn_on", "withdrawn_reason", "words", "worth") SELECT new_values."amount", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."first_due_on", new_values."held_to_on", new_values."id", new_values."is_end_their_own_word", new_values."is_their_own_word", new_values."is_worth_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", new_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."promised_amount", new_values."promised_on", new_values."state", new_values."times_moved", new_values."told_by_id", new_values."unit", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words", new_values."worth" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="30ae6caf94b2a7a019391f9dd7ef2ae7f8f4cca8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7e9f1",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="contributions_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contribution",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionevent" ("amount", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_end_their_own_word", "is_their_own_word", "is_worth_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_amount", "promised_on", "state", "times_moved", "told_by_id", "unit", "withdrawn_on", "withdrawn_reason", "words", "worth") SELECT old_values."amount", old_values."coalition_id", old_values."delivered_on", old_values."delivered_what", old_values."due_on", old_values."first_due_on", old_values."held_to_on", old_values."id", old_values."is_end_their_own_word", old_values."is_their_own_word", old_values."is_worth_their_own_word", old_values."kind", old_values."note", old_values."organisation_id", old_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."promised_amount", old_values."promised_on", old_values."state", old_values."times_moved", old_values."told_by_id", old_values."unit", old_values."withdrawn_on", old_values."withdrawn_reason", old_values."words", old_values."worth" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="079925cd89bbcd4c66079d8ff86d1b577f7ad854",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2a7bd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contributions_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contributionpopulation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="0730fdcc70b33480ce3e3b22a06996e39024dfe4",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_1675a",
                            table="contributions_contributionpopulation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contributionpopulation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionpopulationevent" ("coalition_id", "contribution_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT new_values."coalition_id", new_values."contribution_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."term_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea6d7e15a1fec571b3f40e851264160739bb2364",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_67d92",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contributions_contributionpopulation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contributionpopulation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionpopulationevent" ("coalition_id", "contribution_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT new_values."coalition_id", new_values."contribution_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."term_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2fb379bf72e8f0562b093b7ca44406e55babc6e8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_794b8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="contributions_contributionpopulation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contributionpopulation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_contributionpopulationevent" ("coalition_id", "contribution_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") SELECT old_values."coalition_id", old_values."contribution_id", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."term_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="93dcb124dbc69d2e090738fbee8f7398d39c0649",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a3319",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contributions_contributionpopulation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="91e1103a4d58859d43edf63a9d3912fbf54bc8fc",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_7449a",
                            table="contributions_supportrequest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_supportrequestevent" ("answer_words", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "coalition_id", "id", "is_their_own_word", "kind", "needed_by", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provided_on", "provided_what", "state", "withdrawn_on", "words") SELECT new_values."answer_words", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."id", new_values."is_their_own_word", new_values."kind", new_values."needed_by", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."provided_on", new_values."provided_what", new_values."state", new_values."withdrawn_on", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1f2b18e221815ec81f7b4440e75a20ce2bf34317",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc20c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="contributions_supportrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_supportrequestevent" ("answer_words", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "coalition_id", "id", "is_their_own_word", "kind", "needed_by", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provided_on", "provided_what", "state", "withdrawn_on", "words") SELECT new_values."answer_words", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."coalition_id", new_values."id", new_values."is_their_own_word", new_values."kind", new_values."needed_by", new_values."note", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."provided_on", new_values."provided_what", new_values."state", new_values."withdrawn_on", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="91e11e55500fdc3e362e2d46d50383eaa07557f3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1324",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="contributions_supportrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="supportrequest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "contributions_supportrequestevent" ("answer_words", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "coalition_id", "id", "is_their_own_word", "kind", "needed_by", "note", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provided_on", "provided_what", "state", "withdrawn_on", "words") SELECT old_values."answer_words", old_values."answered_by_id", old_values."answered_on", old_values."asked_by_id", old_values."asked_on", old_values."coalition_id", old_values."id", old_values."is_their_own_word", old_values."kind", old_values."needed_by", old_values."note", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."provided_on", old_values."provided_what", old_values."state", old_values."withdrawn_on", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="55b63cebbdcd7d9eea5b83ea8969a283bd7d09de",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c10e8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="contributions_supportrequest",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"contributions_{child}", parent=parent, column=f"{column}_id"
                    )
                    for child, column, parent in (
                        ("contribution", "organisation", "partners_organisation"),
                        ("contributionpopulation", "organisation", "partners_organisation"),
                        ("contributionpopulation", "contribution", "contributions_contribution"),
                        ("contributionpopulation", "term", "partners_term"),
                        ("supportrequest", "organisation", "partners_organisation"),
                    )
                ),
            ]
        ),
    ]
