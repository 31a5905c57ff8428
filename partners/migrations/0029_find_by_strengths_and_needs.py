"""Partners are found by what they are good at, filtered by their level of government, and asked by list
which support they need."""

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from common.database.migrating import Together

# An organisation is found by its strengths as it told them. What we noted of them stands with what only
# some members may see, so that who may not read it cannot find by it either.
WRITE = """
CREATE OR REPLACE FUNCTION partners_write_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO partners_searchentry
        (organisation_id, coalition_id, names, people, has_people, needs_people, since_on)
    SELECT o.id, o.coalition_id,
        plain_text(concat_ws(E'\\n', o.name, nullif(o.website, ''), nullif(o.email, ''),
            (SELECT string_agg(a.name, E'\\n') FROM partners_alias a WHERE a.organisation_id = o.id),
            (SELECT string_agg(t.name, E'\\n') FROM partners_classification c
                JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'tag'
                WHERE c.organisation_id = o.id),
            (SELECT string_agg(e.value, E'\\n') FROM partners_externalidentifier e
                WHERE e.organisation_id = o.id),
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, true) END%(theirs)s)),
        plain_text(concat_ws(E'\\n', p.words,
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, false) END%(ours)s))
        , p.are_there, o.kind = 'partner' AND o.retired_on IS NULL AND NOT p.are_there, o.since_on
    FROM partners_organisation o
    CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(c.left_on IS NULL), false) AS are_there,
            string_agg(concat_ws(E'\\n', c.name, nullif(c.email, ''),
                CASE WHEN c.own_values <> '{}' THEN concat_ws(E'\\n',
                    partners_own_words(c.coalition_id, 'contact', c.own_values, true),
                    partners_own_words(c.coalition_id, 'contact', c.own_values, false)) END), E'\\n')
                AS words
        FROM partners_contact c WHERE c.organisation_id = o.id) p
    WHERE o.id = ANY (ids)
    ON CONFLICT (organisation_id) DO UPDATE
        SET (names, people, has_people, needs_people, since_on) = ROW (excluded.names,
            excluded.people, excluded.has_people, excluded.needs_people, excluded.since_on)
        WHERE (partners_searchentry.names, partners_searchentry.people,
                partners_searchentry.has_people, partners_searchentry.needs_people,
                partners_searchentry.since_on)
            IS DISTINCT FROM (excluded.names,
                excluded.people, excluded.has_people, excluded.needs_people, excluded.since_on);
$$;
"""
STRENGTHS = """,
            (SELECT string_agg(concat_ws(E'\\n', r.words, nullif(r.note, '')), E'\\n')
                FROM partners_profilerow r WHERE r.organisation_id = o.id
                AND r.topic = 'strengths' AND r.voice = '{0}'),
            (SELECT nullif(a.text, '') FROM partners_profileanswer a WHERE a.organisation_id = o.id
                AND a.topic = 'strengths' AND a.voice = '{0}')"""
WITH_STRENGTHS = {side: STRENGTHS.format(side) for side in ("theirs", "ours")}
WITHOUT = {"theirs": "", "ours": ""}

FOLLOW = """
CREATE FUNCTION partners_search_of_strengths() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF current_setting('commonweal.search', true) = 'later' THEN RETURN NULL; END IF;
    touched := ARRAY(SELECT DISTINCT organisation_id FROM changed WHERE topic = 'strengths');
    IF cardinality(touched) > 0 THEN PERFORM partners_refresh_search(touched); END IF;
    RETURN NULL;
END $$;
"""
TRANSITION = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def following(table: str) -> migrations.RunSQL:
    names = {event: f"partners_search_of_strengths_after_{event.lower()}" for event in TRANSITION}
    return migrations.RunSQL(
        sql=[
            f"CREATE TRIGGER {names[event]} AFTER {event} ON {table} "
            f"REFERENCING {rows} TABLE AS changed "
            "FOR EACH STATEMENT EXECUTE FUNCTION partners_search_of_strengths()"
            for event, rows in TRANSITION.items()
        ],
        reverse_sql=[f"DROP TRIGGER {name} ON {table}" for name in names.values()],
    )


REFRESH = """
SELECT partners_refresh_search(ARRAY(
    SELECT organisation_id FROM partners_profilerow WHERE topic = 'strengths'
    UNION SELECT organisation_id FROM partners_profileanswer WHERE topic = 'strengths'))
"""

# On the way back what was told in rows of the list becomes words, as it was told before.
NEEDS_AS_WORDS = [
    """
UPDATE partners_profileanswer a
SET choice = '', text = concat_ws(E'\\n', nullif(a.text, ''), told.words,
    CASE WHEN a.choice <> '' THEN 'Nothing for now' END)
FROM partners_profileanswer b LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(': ', coalesce(t.name, r.words), nullif(r.note, '')), E'\\n'
        ORDER BY r.position) AS words
    FROM partners_profilerow r LEFT JOIN partners_term t ON t.id = r.term_id
    WHERE r.organisation_id = b.organisation_id AND r.topic = 'support' AND r.voice = b.voice
) told ON true
WHERE a.id = b.id AND a.topic = 'support' AND (a.choice <> '' OR told.words IS NOT NULL)
""",
    "DELETE FROM partners_profilerow WHERE topic = 'support'",
    "DELETE FROM partners_term WHERE vocabulary = 'support'",
    "SET CONSTRAINTS ALL IMMEDIATE",
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0028_promises_moved_and_counted"),
    ]

    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, REFRESH),
        migrations.RunSQL(WRITE % WITH_STRENGTHS, WRITE % WITHOUT),
        migrations.RunSQL(FOLLOW, "DROP FUNCTION partners_search_of_strengths()"),
        following("partners_profilerow"),
        following("partners_profileanswer"),
        Together(
            [
                migrations.RemoveConstraint(
                    model_name="profileanswer",
                    name="answer_says_something_or_dates_its_rows",
                ),
                migrations.RemoveConstraint(
                    model_name="profilerow",
                    name="profile_row_topic_has_rows",
                ),
                migrations.RemoveConstraint(
                    model_name="term",
                    name="term_vocabulary_is_known",
                ),
                migrations.AlterField(
                    model_name="term",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                            ("priority", "Priorities"),
                            ("service", "Kinds of services"),
                            ("support", "Kinds of support"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="termevent",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                            ("priority", "Priorities"),
                            ("service", "Kinds of services"),
                            ("support", "Kinds of support"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AddIndex(
                    model_name="profileanswer",
                    index=models.Index(
                        fields=["coalition", "topic", "choice", "organisation"],
                        name="answer_by_choice",
                    ),
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="profilerow",
                    name="update_update",
                ),
                migrations.AddField(
                    model_name="profilerow",
                    name="plain_words",
                    field=models.GeneratedField(
                        db_persist=True,
                        expression=models.Func("words", function="plain_text"),
                        output_field=models.TextField(),
                    ),
                ),
                migrations.AddIndex(
                    model_name="profilerow",
                    index=django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("topic", "strengths")),
                        fields=["plain_words"],
                        name="strength_by_words",
                        opclasses=["gin_trgm_ops"],
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="profilerow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_profilerowevent" ("coalition_id", "id", "kind", "level", "note", "organisation_id", "period", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "term_id", "topic", "voice", "words") SELECT new_values."coalition_id", new_values."id", new_values."kind", new_values."level", new_values."note", new_values."organisation_id", new_values."period", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."term_id", new_values."topic", new_values."voice", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."coalition_id" IS DISTINCT FROM (new_values."coalition_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."level" IS DISTINCT FROM (new_values."level") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."organisation_id" IS DISTINCT FROM (new_values."organisation_id") OR old_values."period" IS DISTINCT FROM (new_values."period") OR old_values."position" IS DISTINCT FROM (new_values."position") OR old_values."term_id" IS DISTINCT FROM (new_values."term_id") OR old_values."topic" IS DISTINCT FROM (new_values."topic") OR old_values."voice" IS DISTINCT FROM (new_values."voice") OR old_values."words" IS DISTINCT FROM (new_values."words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b0d2f6a8adc45a4466646f171cde3b2b3d875cdf",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_95e07",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_profilerow",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="profileanswer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", ""), ("text", ""), _negated=True),
                            (
                                "topic__in",
                                [
                                    "strengths",
                                    "priorities",
                                    "populations",
                                    "collaborations",
                                    "capacity",
                                    "support",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="answer_says_something_or_dates_its_rows",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="profilerow",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "topic__in",
                                [
                                    "strengths",
                                    "priorities",
                                    "populations",
                                    "collaborations",
                                    "capacity",
                                    "support",
                                ],
                            )
                        ),
                        name="profile_row_topic_has_rows",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="term",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "vocabulary__in",
                                [
                                    "sector",
                                    "population",
                                    "area",
                                    "language",
                                    "determinant",
                                    "tag",
                                    "priority",
                                    "service",
                                    "support",
                                ],
                            )
                        ),
                        name="term_vocabulary_is_known",
                    ),
                ),
            ]
        ),
        migrations.RunSQL(migrations.RunSQL.noop, NEEDS_AS_WORDS),
        migrations.RunSQL(REFRESH, migrations.RunSQL.noop),
    ]
