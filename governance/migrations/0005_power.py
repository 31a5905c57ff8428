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

# How many co-leads of a body can each stand for a sector of their own on a day: each leading organisation is
# given one of its sectors, or none, in every way; the best way counts. Three organisations of the same two
# sectors are two, and one organisation of three sectors is one.
SECTORS_LEADING = """
CREATE FUNCTION governance_sectors_leading(body bigint, day date) RETURNS integer
LANGUAGE sql STABLE AS $$
WITH RECURSIVE leads AS (
    SELECT row_number() OVER (ORDER BY holders.organisation_id) AS place, ARRAY(
        SELECT c.term_id FROM partners_classification c
        JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'sector'
        WHERE c.organisation_id = holders.organisation_id
    ) AS sectors
    FROM (
        SELECT DISTINCT r.organisation_id FROM governance_roleassignment r
        JOIN governance_seat s ON s.id = r.seat_id AND s.coalition_id = r.coalition_id
        WHERE s.body_id = body AND s.closed_on IS NULL AND s.rank IN ('chair', 'co_lead')
        AND r.starts_on <= day AND (r.ends_on IS NULL OR r.ends_on >= day)
    ) AS holders
), ways (place, used) AS (
    SELECT 0::bigint, '{}'::bigint[]
    UNION
    SELECT leads.place, way.used
    FROM ways JOIN leads ON leads.place = ways.place + 1
    CROSS JOIN LATERAL (
        SELECT ways.used
        UNION ALL
        SELECT ARRAY(SELECT one FROM unnest(ways.used || sector) AS one ORDER BY one)
        FROM unnest(leads.sectors) AS sector WHERE sector <> ALL (ways.used)
    ) AS way (used)
)
SELECT coalesce(max(cardinality(used)), 0)::integer FROM ways
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        ("governance", "0004_charter"),
        ("partners", "0022_risk"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="BodyPhase",
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
                            "phase",
                            models.CharField(
                                choices=[
                                    ("define", "Define"),
                                    ("plan", "Plan"),
                                    ("act", "Act"),
                                    ("decide", "Decide"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="phases",
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
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "body", "phase"),
                                name="body_takes_part_in_a_phase_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("phase__in", ["define", "plan", "act", "decide"])
                                ),
                                name="body_phase_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BodyPhaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("define", "Define"),
                                    ("plan", "Plan"),
                                    ("act", "Act"),
                                    ("decide", "Decide"),
                                ],
                                max_length=8,
                            ),
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
                                to="governance.bodyphase",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_20852a_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_c41495_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionKind",
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
                                help_text="“Budget”, “Who joins us”, “Public statements”.",
                                max_length=120,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what belongs here"
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
                        "ordering": ["position", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="decision_kind_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("name", function="plain_text"),
                                condition=models.Q(("retired_on__isnull", True)),
                                name="decision_kind_is_named_once",
                                violation_error_message="There is a kind of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="decision_kind_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionKindEvent",
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
                                help_text="“Budget”, “Who joins us”, “Public statements”.",
                                max_length=120,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what belongs here"
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
                                to="governance.decisionkind",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_921bb2_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_1dc669_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionRule",
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
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("consent", "Consent: nobody objects with a reason"),
                                    (
                                        "consensus",
                                        "Consensus, measured on eight steps of agreement",
                                    ),
                                    ("vote", "Vote"),
                                    (
                                        "advice",
                                        "Advice: one person asks those affected and then decides",
                                    ),
                                    ("lead", "The lead decides after consultation"),
                                    ("as_coalition", "As the whole coalition decides it"),
                                ],
                                max_length=12,
                                verbose_name="how it is decided",
                            ),
                        ),
                        (
                            "participants",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("voting_seats", "Everybody with a voting seat"),
                                    ("all_seats", "Everybody with a seat, voting or not"),
                                    ("partners", "Every partner, with one voice each"),
                                    ("affected", "Those whom it affects"),
                                    ("leads", "The chair and the co-leads"),
                                ],
                                max_length=12,
                                verbose_name="who takes part",
                            ),
                        ),
                        (
                            "who_else",
                            models.CharField(
                                blank=True,
                                help_text="For example: “and two residents of the street”.",
                                max_length=300,
                                verbose_name="more exactly",
                            ),
                        ),
                        (
                            "threshold",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of a hundred who take a position. In consensus, the first three of the eight steps count as support.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share that must support it",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How many of a hundred must take part. Empty: the quorum of the body holds.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="quorum",
                            ),
                        ),
                        (
                            "block",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("stops", "The proposal does not pass"),
                                    (
                                        "returns",
                                        "The proposal is reworded and comes back at the next meeting",
                                    ),
                                    ("rises", "The body above decides"),
                                    ("noted", "It is noted, and the decision stands"),
                                ],
                                max_length=8,
                                verbose_name="what a block means",
                            ),
                        ),
                        (
                            "block_needs_harm",
                            models.BooleanField(
                                default=False,
                                help_text="It is reasoned, no matter of taste, shown by something, and the proposal is not safe to try.",
                                verbose_name="A block counts only with stated harm",
                            ),
                        ),
                        (
                            "notice_days",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="So long before the decision everybody has the proposal.",
                                validators=[django.core.validators.MaxValueValidator(90)],
                                verbose_name="days of notice",
                            ),
                        ),
                        (
                            "because",
                            models.CharField(blank=True, max_length=500, verbose_name="why so"),
                        ),
                        (
                            "is_suggested",
                            models.BooleanField(
                                default=False, help_text="As it came with the program."
                            ),
                        ),
                        ("stored_at", models.DateTimeField()),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, help_text="Taken back before it was valid.", null=True
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decision_rules",
                                to="governance.body",
                                verbose_name="in which body",
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
                            "kind",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="governance.decisionkind",
                            ),
                        ),
                        (
                            "stored_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-valid_from", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "kind", "body", "valid_from"],
                                name="rule_by_place",
                            ),
                            models.Index(fields=["coalition", "body"], name="rule_by_body"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on__isnull", True)),
                                fields=("coalition", "kind", "body", "valid_from"),
                                name="rule_begins_once_a_day",
                                nulls_distinct=False,
                                violation_error_message="Another version begins on that day already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "method__in",
                                        [
                                            "consent",
                                            "consensus",
                                            "vote",
                                            "advice",
                                            "lead",
                                            "as_coalition",
                                        ],
                                    )
                                ),
                                name="rule_method_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("method", "as_coalition"), _negated=True),
                                    ("body__isnull", False),
                                    _connector="OR",
                                ),
                                name="rule_falls_back_only_in_a_body",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("method", "as_coalition"),
                                        ("notice_days", 0),
                                        ("participants", ""),
                                    ),
                                    models.Q(
                                        models.Q(("method", "as_coalition"), _negated=True),
                                        (
                                            "participants__in",
                                            [
                                                "voting_seats",
                                                "all_seats",
                                                "partners",
                                                "affected",
                                                "leads",
                                            ],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_says_who_takes_part_unless_it_falls_back",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("method__in", ["consensus", "vote"]),
                                        ("threshold__isnull", False),
                                        ("threshold__range", (1, 100)),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("method__in", ["consensus", "vote"]), _negated=True
                                        ),
                                        ("threshold__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_has_a_threshold_where_support_is_counted",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorum__isnull", True),
                                    ("quorum__range", (1, 100)),
                                    _connector="OR",
                                ),
                                name="rule_quorum_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("block__in", ["stops", "returns", "rises", "noted"]),
                                        ("method__in", ["consent", "consensus"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("method__in", ["consent", "consensus"]), _negated=True
                                        ),
                                        ("block", ""),
                                        ("block_needs_harm", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_says_what_a_block_means_where_one_can_block",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("notice_days__lte", 90)),
                                name="rule_notice_is_no_longer_than_a_quarter",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("valid_from", models.DateField(verbose_name="valid from")),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("consent", "Consent: nobody objects with a reason"),
                                    (
                                        "consensus",
                                        "Consensus, measured on eight steps of agreement",
                                    ),
                                    ("vote", "Vote"),
                                    (
                                        "advice",
                                        "Advice: one person asks those affected and then decides",
                                    ),
                                    ("lead", "The lead decides after consultation"),
                                    ("as_coalition", "As the whole coalition decides it"),
                                ],
                                max_length=12,
                                verbose_name="how it is decided",
                            ),
                        ),
                        (
                            "participants",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("voting_seats", "Everybody with a voting seat"),
                                    ("all_seats", "Everybody with a seat, voting or not"),
                                    ("partners", "Every partner, with one voice each"),
                                    ("affected", "Those whom it affects"),
                                    ("leads", "The chair and the co-leads"),
                                ],
                                max_length=12,
                                verbose_name="who takes part",
                            ),
                        ),
                        (
                            "who_else",
                            models.CharField(
                                blank=True,
                                help_text="For example: “and two residents of the street”.",
                                max_length=300,
                                verbose_name="more exactly",
                            ),
                        ),
                        (
                            "threshold",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of a hundred who take a position. In consensus, the first three of the eight steps count as support.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share that must support it",
                            ),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="How many of a hundred must take part. Empty: the quorum of the body holds.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="quorum",
                            ),
                        ),
                        (
                            "block",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("stops", "The proposal does not pass"),
                                    (
                                        "returns",
                                        "The proposal is reworded and comes back at the next meeting",
                                    ),
                                    ("rises", "The body above decides"),
                                    ("noted", "It is noted, and the decision stands"),
                                ],
                                max_length=8,
                                verbose_name="what a block means",
                            ),
                        ),
                        (
                            "block_needs_harm",
                            models.BooleanField(
                                default=False,
                                help_text="It is reasoned, no matter of taste, shown by something, and the proposal is not safe to try.",
                                verbose_name="A block counts only with stated harm",
                            ),
                        ),
                        (
                            "notice_days",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="So long before the decision everybody has the proposal.",
                                validators=[django.core.validators.MaxValueValidator(90)],
                                verbose_name="days of notice",
                            ),
                        ),
                        (
                            "because",
                            models.CharField(blank=True, max_length=500, verbose_name="why so"),
                        ),
                        (
                            "is_suggested",
                            models.BooleanField(
                                default=False, help_text="As it came with the program."
                            ),
                        ),
                        ("stored_at", models.DateTimeField()),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, help_text="Taken back before it was valid.", null=True
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.body",
                                verbose_name="in which body",
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
                            "kind",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.decisionkind",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.decisionrule",
                            ),
                        ),
                        (
                            "stored_by",
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
                                name="governance__pgh_obj_c18e7c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_53c476_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Experiment",
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
                                help_text="“The chair goes round every quarter”.",
                                max_length=160,
                                verbose_name="what we try",
                            ),
                        ),
                        (
                            "hypothesis",
                            models.TextField(
                                help_text="If we do this, then … because …",
                                max_length=2000,
                                verbose_name="what we expect",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how we will know"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "review_on",
                            models.DateField(
                                help_text="The home page reminds you then.",
                                verbose_name="we look at it on",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("kept", "We keep it"),
                                    ("changed", "We keep it in another form"),
                                    ("dropped", "We drop it"),
                                ],
                                max_length=8,
                                verbose_name="what becomes of it",
                            ),
                        ),
                        (
                            "learned",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what we learned"
                            ),
                        ),
                        ("reviewed_on", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Empty: in the whole coalition.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="experiments",
                                to="governance.body",
                                verbose_name="in which body",
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
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["review_on", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "review_on"], name="experiment_by_review"
                            ),
                            models.Index(fields=["coalition", "body"], name="experiment_by_body"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="experiment_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="experiment_ends_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("review_on__gte", models.F("starts_on"))),
                                name="experiment_is_looked_at_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("learned", ""),
                                        ("outcome", ""),
                                        ("reviewed_by__isnull", True),
                                        ("reviewed_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("outcome__in", ["kept", "changed", "dropped"]),
                                        models.Q(("learned", ""), _negated=True),
                                        ("reviewed_by__isnull", False),
                                        ("reviewed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="experiment_is_reviewed_whole_or_not_at_all",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExperimentEvent",
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
                                help_text="“The chair goes round every quarter”.",
                                max_length=160,
                                verbose_name="what we try",
                            ),
                        ),
                        (
                            "hypothesis",
                            models.TextField(
                                help_text="If we do this, then … because …",
                                max_length=2000,
                                verbose_name="what we expect",
                            ),
                        ),
                        (
                            "measure",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="how we will know"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        (
                            "review_on",
                            models.DateField(
                                help_text="The home page reminds you then.",
                                verbose_name="we look at it on",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("kept", "We keep it"),
                                    ("changed", "We keep it in another form"),
                                    ("dropped", "We drop it"),
                                ],
                                max_length=8,
                                verbose_name="what becomes of it",
                            ),
                        ),
                        (
                            "learned",
                            models.TextField(
                                blank=True, max_length=4000, verbose_name="what we learned"
                            ),
                        ),
                        ("reviewed_on", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Empty: in the whole coalition.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.body",
                                verbose_name="in which body",
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
                                to="governance.experiment",
                            ),
                        ),
                        (
                            "reviewed_by",
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
                            "started_by",
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
                                name="governance__pgh_obj_09724f_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_37c9b9_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterestDeclaration",
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
                        ("has_interest", models.BooleanField(verbose_name="there is an interest")),
                        (
                            "interest",
                            models.TextField(blank=True, max_length=2000, verbose_name="which one"),
                        ),
                        ("declared_on", models.DateField(verbose_name="declared on")),
                        ("ends_on", models.DateField(verbose_name="holds until")),
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="interest_declarations",
                                to="partners.contact",
                                verbose_name="person",
                            ),
                        ),
                        (
                            "declared_by",
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
                                related_name="interest_declarations",
                                to="partners.organisation",
                                verbose_name="organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-declared_on", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_274156_idx",
                            ),
                            models.Index(
                                fields=["coalition", "contact"], name="interest_by_person"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="interest_declaration_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("has_interest", False), ("interest", "")),
                                    models.Q(
                                        ("has_interest", True),
                                        models.Q(("interest", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="interest_is_told_if_there_is_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gt", models.F("declared_on"))),
                                name="interest_declaration_ends_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterestDeclarationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("has_interest", models.BooleanField(verbose_name="there is an interest")),
                        (
                            "interest",
                            models.TextField(blank=True, max_length=2000, verbose_name="which one"),
                        ),
                        ("declared_on", models.DateField(verbose_name="declared on")),
                        ("ends_on", models.DateField(verbose_name="holds until")),
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
                            "declared_by",
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
                                verbose_name="organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.interestdeclaration",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_b00605_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_3c3a11_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadershipOverride",
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
                            models.CharField(
                                max_length=500, verbose_name="why it must be so for now"
                            ),
                        ),
                        ("sectors_asked", models.PositiveSmallIntegerField()),
                        ("sectors_found", models.PositiveSmallIntegerField()),
                        ("allowed_on", models.DateField()),
                        (
                            "mend_by",
                            models.DateField(
                                help_text="On that day the home page asks whether it can be mended.",
                                verbose_name="look at it again on",
                            ),
                        ),
                        ("healed_on", models.DateField(blank=True, null=True)),
                        (
                            "allowed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="leadership_overrides",
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
                    ],
                    options={
                        "ordering": ["-allowed_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "body"], name="override_by_body")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("healed_on__isnull", True)),
                                fields=("coalition", "body"),
                                name="override_stands_once_per_body",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="override_gives_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mend_by__gte", models.F("allowed_on"))),
                                name="override_is_looked_at_again_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("healed_on__isnull", True),
                                    ("healed_on__gte", models.F("allowed_on")),
                                    _connector="OR",
                                ),
                                name="override_heals_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadershipOverrideEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "reason",
                            models.CharField(
                                max_length=500, verbose_name="why it must be so for now"
                            ),
                        ),
                        ("sectors_asked", models.PositiveSmallIntegerField()),
                        ("sectors_found", models.PositiveSmallIntegerField()),
                        ("allowed_on", models.DateField()),
                        (
                            "mend_by",
                            models.DateField(
                                help_text="On that day the home page asks whether it can be mended.",
                                verbose_name="look at it again on",
                            ),
                        ),
                        ("healed_on", models.DateField(blank=True, null=True)),
                        (
                            "allowed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
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
                                to="governance.leadershipoverride",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_2a4624_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_e9897a_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadershipRule",
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
                            "sectors",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="0: nothing is asked. The chair counts as one of them.",
                                validators=[django.core.validators.MaxValueValidator(9)],
                                verbose_name="co-leads from so many different sectors",
                            ),
                        ),
                        (
                            "body_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("steering", "Steering committee"),
                                        ("working_group", "Working group"),
                                        ("lead_organisation", "Lead organisation"),
                                        ("advisory", "Advisory group"),
                                        ("other", "A kind of our own"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="for which kinds of bodies",
                            ),
                        ),
                        (
                            "because",
                            models.CharField(blank=True, max_length=500, verbose_name="why so"),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="leadership_rules",
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "body"),
                                name="leadership_rule_is_said_once_per_body",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sectors__lte", 9)),
                                name="leadership_rule_asks_for_few_sectors",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("body__isnull", True), ("body_kinds", []), _connector="OR"
                                ),
                                name="leadership_rule_of_a_body_names_no_kinds",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LeadershipRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "sectors",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="0: nothing is asked. The chair counts as one of them.",
                                validators=[django.core.validators.MaxValueValidator(9)],
                                verbose_name="co-leads from so many different sectors",
                            ),
                        ),
                        (
                            "body_kinds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("steering", "Steering committee"),
                                        ("working_group", "Working group"),
                                        ("lead_organisation", "Lead organisation"),
                                        ("advisory", "Advisory group"),
                                        ("other", "A kind of our own"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="for which kinds of bodies",
                            ),
                        ),
                        (
                            "because",
                            models.CharField(blank=True, max_length=500, verbose_name="why so"),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                to="governance.leadershiprule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_9cd352_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_279eaf_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mediator",
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
                                help_text="Of the person, or of the organisation.",
                                max_length=160,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "reach",
                            models.CharField(
                                blank=True,
                                help_text="Phone, web page, hours, who introduces you.",
                                max_length=300,
                                verbose_name="how else to reach them",
                            ),
                        ),
                        (
                            "languages",
                            models.CharField(blank=True, max_length=200, verbose_name="languages"),
                        ),
                        (
                            "good_at",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what they are good at"
                            ),
                        ),
                        (
                            "fees",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it costs"
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
                        (
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="mediators",
                                to="partners.organisation",
                                verbose_name="works at, or is, the partner",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="mediator_by_organisation",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="mediator_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="mediator_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MediatorEvent",
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
                                help_text="Of the person, or of the organisation.",
                                max_length=160,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail address"
                            ),
                        ),
                        (
                            "reach",
                            models.CharField(
                                blank=True,
                                help_text="Phone, web page, hours, who introduces you.",
                                max_length=300,
                                verbose_name="how else to reach them",
                            ),
                        ),
                        (
                            "languages",
                            models.CharField(blank=True, max_length=200, verbose_name="languages"),
                        ),
                        (
                            "good_at",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what they are good at"
                            ),
                        ),
                        (
                            "fees",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it costs"
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                                verbose_name="works at, or is, the partner",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.mediator",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_981900_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_773e15_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MediatorInterest",
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
                                help_text="“Was on their board until 2023”.",
                                max_length=300,
                                verbose_name="what ties them",
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
                            "mediator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="interests",
                                to="governance.mediator",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mediator_interests",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="governance__coaliti_2c4833_idx",
                            ),
                            models.Index(
                                fields=["coalition", "mediator"], name="mediator_interest_by_whom"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mediator", "organisation"),
                                name="mediator_interest_is_told_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="mediator_interest_is_told",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MediatorInterestEvent",
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
                                help_text="“Was on their board until 2023”.",
                                max_length=300,
                                verbose_name="what ties them",
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
                            "mediator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.mediator",
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
                                to="governance.mediatorinterest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_46a62c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_bd6f5a_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerSettings",
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
                            "most_lead",
                            models.PositiveSmallIntegerField(
                                default=40,
                                help_text="Of a hundred seats of chairs and co-leads. Beyond it the page points it out.",
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share of the lead that one organisation may hold",
                            ),
                        ),
                        (
                            "least_parity",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="50: a sector holds half of the seats that its size would give it.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="few seats: below so many percent",
                            ),
                        ),
                        (
                            "most_parity",
                            models.PositiveSmallIntegerField(
                                default=200,
                                help_text="200: a sector holds twice the seats that its size would give it.",
                                validators=[
                                    django.core.validators.MinValueValidator(100),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="many seats: above so many percent",
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
                                name="power_is_set_once_per_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("most_lead__range", (10, 100)),
                                    ("least_parity__range", (1, 100)),
                                    ("most_parity__range", (100, 1000)),
                                ),
                                name="power_settings_are_in_range",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerSettingsEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "most_lead",
                            models.PositiveSmallIntegerField(
                                default=40,
                                help_text="Of a hundred seats of chairs and co-leads. Beyond it the page points it out.",
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="share of the lead that one organisation may hold",
                            ),
                        ),
                        (
                            "least_parity",
                            models.PositiveSmallIntegerField(
                                default=50,
                                help_text="50: a sector holds half of the seats that its size would give it.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="few seats: below so many percent",
                            ),
                        ),
                        (
                            "most_parity",
                            models.PositiveSmallIntegerField(
                                default=200,
                                help_text="200: a sector holds twice the seats that its size would give it.",
                                validators=[
                                    django.core.validators.MinValueValidator(100),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="many seats: above so many percent",
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
                                to="governance.powersettings",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_2f419c_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_825e97_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bodyphase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyphaseevent" ("body_id", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase") SELECT new_values."body_id", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."phase" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ae842e410a454dad1623fd8ded5b1f37ead51d00",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ae026",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_bodyphase",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bodyphase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyphaseevent" ("body_id", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase") SELECT new_values."body_id", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."phase" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9f6e4942dd642d115bee48d3acb2c1add51a5f0a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a1190",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_bodyphase",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bodyphase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_bodyphaseevent" ("body_id", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase") SELECT old_values."body_id", old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."phase" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c916540744104f5142237206f051fb216ae14a23",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c09b0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_bodyphase",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionkindevent" ("about", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="47317371af2425bead1f5fa93cf6e97872653b1b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_88840",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_decisionkind",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionkindevent" ("about", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."about", new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ba883aab1a60ba340b2c284101049fce2798b378",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a2e7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_decisionkind",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionkind",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionkindevent" ("about", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT old_values."about", old_values."coalition_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="673408b4c41b930cb373a917f1ba2e765dee73dc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_638b0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_decisionkind",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="rule_is_never_edited",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."kind_id" IS DISTINCT FROM (NEW."kind_id") OR OLD."body_id" IS DISTINCT FROM (NEW."body_id") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."method" IS DISTINCT FROM (NEW."method") OR OLD."participants" IS DISTINCT FROM (NEW."participants") OR OLD."threshold" IS DISTINCT FROM (NEW."threshold") OR OLD."quorum" IS DISTINCT FROM (NEW."quorum") OR OLD."block" IS DISTINCT FROM (NEW."block") OR OLD."block_needs_harm" IS DISTINCT FROM (NEW."block_needs_harm") OR OLD."notice_days" IS DISTINCT FROM (NEW."notice_days") OR OLD."stored_at" IS DISTINCT FROM (NEW."stored_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9dfc93df9745ff248825bfd80e5b9e0cca0d6d3f",
                            operation="UPDATE",
                            pgid="pgtrigger_rule_is_never_edited_f6871",
                            table="governance_decisionrule",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionruleevent" ("because", "block", "block_needs_harm", "body_id", "coalition_id", "id", "is_suggested", "kind_id", "method", "notice_days", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum", "stored_at", "stored_by_id", "threshold", "valid_from", "who_else", "withdrawn_on") SELECT new_values."because", new_values."block", new_values."block_needs_harm", new_values."body_id", new_values."coalition_id", new_values."id", new_values."is_suggested", new_values."kind_id", new_values."method", new_values."notice_days", new_values."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."quorum", new_values."stored_at", new_values."stored_by_id", new_values."threshold", new_values."valid_from", new_values."who_else", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c36fd7080475d8879b8a61e52878b36195700b59",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f2739",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_decisionrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionruleevent" ("because", "block", "block_needs_harm", "body_id", "coalition_id", "id", "is_suggested", "kind_id", "method", "notice_days", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum", "stored_at", "stored_by_id", "threshold", "valid_from", "who_else", "withdrawn_on") SELECT new_values."because", new_values."block", new_values."block_needs_harm", new_values."body_id", new_values."coalition_id", new_values."id", new_values."is_suggested", new_values."kind_id", new_values."method", new_values."notice_days", new_values."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."quorum", new_values."stored_at", new_values."stored_by_id", new_values."threshold", new_values."valid_from", new_values."who_else", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="25d065ae586d91232a03dabba37dfff50982600e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fce47",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_decisionrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_decisionruleevent" ("because", "block", "block_needs_harm", "body_id", "coalition_id", "id", "is_suggested", "kind_id", "method", "notice_days", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quorum", "stored_at", "stored_by_id", "threshold", "valid_from", "who_else", "withdrawn_on") SELECT old_values."because", old_values."block", old_values."block_needs_harm", old_values."body_id", old_values."coalition_id", old_values."id", old_values."is_suggested", old_values."kind_id", old_values."method", old_values."notice_days", old_values."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."quorum", old_values."stored_at", old_values."stored_by_id", old_values."threshold", old_values."valid_from", old_values."who_else", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="05508212c6d66a4eb52f58c9cdcd4ca6fc6f06aa",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b658d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_decisionrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="experiment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_experimentevent" ("body_id", "coalition_id", "ends_on", "hypothesis", "id", "learned", "measure", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "reviewed_by_id", "reviewed_on", "started_by_id", "starts_on", "title") SELECT new_values."body_id", new_values."coalition_id", new_values."ends_on", new_values."hypothesis", new_values."id", new_values."learned", new_values."measure", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_on", new_values."reviewed_by_id", new_values."reviewed_on", new_values."started_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="647b3505abfa890fab52f2441f7d9fd934156b34",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_31437",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_experiment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="experiment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_experimentevent" ("body_id", "coalition_id", "ends_on", "hypothesis", "id", "learned", "measure", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "reviewed_by_id", "reviewed_on", "started_by_id", "starts_on", "title") SELECT new_values."body_id", new_values."coalition_id", new_values."ends_on", new_values."hypothesis", new_values."id", new_values."learned", new_values."measure", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_on", new_values."reviewed_by_id", new_values."reviewed_on", new_values."started_by_id", new_values."starts_on", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b797b4994f591b224483ba0bfb6981b7061fa786",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fbecd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_experiment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="experiment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_experimentevent" ("body_id", "coalition_id", "ends_on", "hypothesis", "id", "learned", "measure", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_on", "reviewed_by_id", "reviewed_on", "started_by_id", "starts_on", "title") SELECT old_values."body_id", old_values."coalition_id", old_values."ends_on", old_values."hypothesis", old_values."id", old_values."learned", old_values."measure", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_on", old_values."reviewed_by_id", old_values."reviewed_on", old_values."started_by_id", old_values."starts_on", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3565bdbb1a6eb02670fb3a4379f1940855c7a88c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9b4c9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_experiment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interestdeclaration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="79ff5bae3f65f200ab99be92df9c6823a06ea2f0",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_46298",
                            table="governance_interestdeclaration",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interestdeclaration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestdeclarationevent" ("coalition_id", "contact_id", "declared_by_id", "declared_on", "ends_on", "has_interest", "id", "interest", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."contact_id", new_values."declared_by_id", new_values."declared_on", new_values."ends_on", new_values."has_interest", new_values."id", new_values."interest", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2cdb8abc11e0e430bb0ebbb3d11bfbeaeefe24fe",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b160d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_interestdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interestdeclaration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestdeclarationevent" ("coalition_id", "contact_id", "declared_by_id", "declared_on", "ends_on", "has_interest", "id", "interest", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."contact_id", new_values."declared_by_id", new_values."declared_on", new_values."ends_on", new_values."has_interest", new_values."id", new_values."interest", new_values."is_own_hand", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b7f56d2d52d050f1124868f0ea3d69d651aece40",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_63d4a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_interestdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="interestdeclaration",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_interestdeclarationevent" ("coalition_id", "contact_id", "declared_by_id", "declared_on", "ends_on", "has_interest", "id", "interest", "is_own_hand", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."coalition_id", old_values."contact_id", old_values."declared_by_id", old_values."declared_on", old_values."ends_on", old_values."has_interest", old_values."id", old_values."interest", old_values."is_own_hand", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3a7e0a4b4df258cd10e803442c8d7658ac690238",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1e2fe",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_interestdeclaration",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershipoverride",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipoverrideevent" ("allowed_by_id", "allowed_on", "body_id", "coalition_id", "healed_on", "id", "mend_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "sectors_asked", "sectors_found") SELECT new_values."allowed_by_id", new_values."allowed_on", new_values."body_id", new_values."coalition_id", new_values."healed_on", new_values."id", new_values."mend_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."sectors_asked", new_values."sectors_found" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6e60f52918fb500fa905a125d13f86640c0812c7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_debaf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_leadershipoverride",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershipoverride",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipoverrideevent" ("allowed_by_id", "allowed_on", "body_id", "coalition_id", "healed_on", "id", "mend_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "sectors_asked", "sectors_found") SELECT new_values."allowed_by_id", new_values."allowed_on", new_values."body_id", new_values."coalition_id", new_values."healed_on", new_values."id", new_values."mend_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."sectors_asked", new_values."sectors_found" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c3a19026c17e6ee8c7fc58f8f7578adf9f3ac9ce",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a4433",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_leadershipoverride",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershipoverride",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipoverrideevent" ("allowed_by_id", "allowed_on", "body_id", "coalition_id", "healed_on", "id", "mend_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "sectors_asked", "sectors_found") SELECT old_values."allowed_by_id", old_values."allowed_on", old_values."body_id", old_values."coalition_id", old_values."healed_on", old_values."id", old_values."mend_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."sectors_asked", old_values."sectors_found" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5bcfeecca43eb53e0726533939ff542f4aa5ca25",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9b9e3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_leadershipoverride",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershiprule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipruleevent" ("because", "body_id", "body_kinds", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors") SELECT new_values."because", new_values."body_id", new_values."body_kinds", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."sectors" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd9fb07f5f08dee0f30f8875b2abd4604a1a52cd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2a22",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_leadershiprule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershiprule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipruleevent" ("because", "body_id", "body_kinds", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors") SELECT new_values."because", new_values."body_id", new_values."body_kinds", new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."sectors" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7e058310229d77c2b2b2fcf67315613cf2570d70",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9b0af",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_leadershiprule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="leadershiprule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_leadershipruleevent" ("because", "body_id", "body_kinds", "coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sectors") SELECT old_values."because", old_values."body_id", old_values."body_kinds", old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."sectors" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6247d2eac99158192795b969cec6167a04f98744",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5a623",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_leadershiprule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="507ee3267b5c6bc50d7bd4f7d7a87b5ee13d5fc9",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_8aca2",
                            table="governance_mediator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorevent" ("coalition_id", "email", "fees", "good_at", "id", "languages", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "retired_on") SELECT new_values."coalition_id", new_values."email", new_values."fees", new_values."good_at", new_values."id", new_values."languages", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reach", new_values."retired_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="130afba964060c13aefaa9fed82d407ce146a0e4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_98bfd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_mediator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorevent" ("coalition_id", "email", "fees", "good_at", "id", "languages", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "retired_on") SELECT new_values."coalition_id", new_values."email", new_values."fees", new_values."good_at", new_values."id", new_values."languages", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reach", new_values."retired_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8a3f0eaffdcf4efc264963b4a748ada1bf3b35b3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_afc2e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_mediator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorevent" ("coalition_id", "email", "fees", "good_at", "id", "languages", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "retired_on") SELECT old_values."coalition_id", old_values."email", old_values."fees", old_values."good_at", old_values."id", old_values."languages", old_values."name", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reach", old_values."retired_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="710267724fd4bca16b7ce71d9db0f3254036bbeb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0258a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_mediator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediatorinterest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="51d59658a0194b83885603f22e8083bf3d002635",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_faa4e",
                            table="governance_mediatorinterest",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediatorinterest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorinterestevent" ("coalition_id", "id", "mediator_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."coalition_id", new_values."id", new_values."mediator_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81d02eafbbec1e62008eb02e2943117ed53bfd07",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d600f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_mediatorinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediatorinterest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorinterestevent" ("coalition_id", "id", "mediator_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT new_values."coalition_id", new_values."id", new_values."mediator_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="690c9c545a4401d32b6c9a76288e2a2cdaab9234",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8cdbf",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_mediatorinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mediatorinterest",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_mediatorinterestevent" ("coalition_id", "id", "mediator_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") SELECT old_values."coalition_id", old_values."id", old_values."mediator_id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6d8d59180b8e71d0b21fe5559de12c164d636d35",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27e67",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_mediatorinterest",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="powersettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_powersettingsevent" ("coalition_id", "id", "least_parity", "most_lead", "most_parity", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."least_parity", new_values."most_lead", new_values."most_parity", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4f1948713cb24a10e91be3077cf7b8250eea4a53",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a57e9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_powersettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="powersettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_powersettingsevent" ("coalition_id", "id", "least_parity", "most_lead", "most_parity", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."least_parity", new_values."most_lead", new_values."most_parity", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="82119d3524be6e42b7d3921e14527036fe0095a7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7dfcc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_powersettings",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="powersettings",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_powersettingsevent" ("coalition_id", "id", "least_parity", "most_lead", "most_parity", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."coalition_id", old_values."id", old_values."least_parity", old_values."most_lead", old_values."most_parity", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7d489b52f49c366284004e6ef6416055fab1694e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_35642",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_powersettings",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"governance_{child}", parent=parent, column=f"{column}_id", **told
                    )
                    for child, column, parent, told in (
                        ("decisionrule", "kind", "governance_decisionkind", {}),
                        ("decisionrule", "body", "governance_body", {}),
                        ("leadershiprule", "body", "governance_body", {}),
                        ("leadershipoverride", "body", "governance_body", {}),
                        ("bodyphase", "body", "governance_body", {}),
                        ("experiment", "body", "governance_body", {}),
                        ("interestdeclaration", "organisation", "partners_organisation", {}),
                        ("interestdeclaration", "contact", "partners_contact", {}),
                        ("mediator", "organisation", "partners_organisation", {"forgets": True}),
                        ("mediatorinterest", "organisation", "partners_organisation", {}),
                        ("mediatorinterest", "mediator", "governance_mediator", {"cascade": True}),
                    )
                ),
                migrations.RunSQL(
                    SECTORS_LEADING, "DROP FUNCTION governance_sectors_leading(bigint, date)"
                ),
            ]
        ),
    ]
