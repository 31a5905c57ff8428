"""Partners are found by what they can give: by the words of each kind of capacity of which they have some."""

from django.db import migrations

# A kind is kept as a code, and found by its words in either language of the pages. A test holds them equal
# to those that the pages show.
WORDS = """
CREATE FUNCTION capacity_words(kind text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE kind
    WHEN 'funding' THEN E'Funding\\nFinanciamiento'
    WHEN 'expertise' THEN E'Expertise\\nConocimientos especializados'
    WHEN 'networks' THEN E'Networks\\nRedes'
    WHEN 'research' THEN E'Research and data\\nInvestigación y datos'
    WHEN 'marketing' THEN E'Marketing and media\\nMercadeo y medios'
    WHEN 'outreach' THEN E'Outreach to people\\nAcercamiento a la gente'
    WHEN 'people' THEN E'Staff and volunteers\\nPersonal y voluntarios'
    WHEN 'places' THEN E'Rooms, vehicles, tools\\nEspacios, vehículos, herramientas'
    WHEN 'policy' THEN E'A say in policy\\nVoz en las políticas públicas'
END;
"""

# What they told stands with the names, what we noted with what only some members may see.
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

TOLD = """,
            (SELECT string_agg({words}, E'\\n')
                FROM partners_profilerow r WHERE r.organisation_id = o.id
                AND {rows} AND r.voice = '{voice}'),
            (SELECT nullif(a.text, '') FROM partners_profileanswer a WHERE a.organisation_id = o.id
                AND a.topic = 'strengths' AND a.voice = '{voice}')"""
STRENGTHS = {
    "words": "concat_ws(E'\\n', r.words, nullif(r.note, ''))",
    "rows": "r.topic = 'strengths'",
}
# From "some" on; "a little" is too little to be asked for it.
CAPACITIES_TOO = {
    "words": "concat_ws(E'\\n', nullif(r.words, ''), capacity_words(r.kind), nullif(r.note, ''))",
    "rows": "(r.topic = 'strengths' OR r.topic = 'capacity' AND r.level >= 2)",
}


def writing(told: dict[str, str]) -> str:
    return WRITE % {side: TOLD.format(voice=side, **told) for side in ("theirs", "ours")}


FOLLOW = """
CREATE OR REPLACE FUNCTION partners_search_of_strengths() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF current_setting('commonweal.search', true) = 'later' THEN RETURN NULL; END IF;
    touched := ARRAY(SELECT DISTINCT organisation_id FROM changed WHERE topic IN (%s));
    IF cardinality(touched) > 0 THEN PERFORM partners_refresh_search(touched); END IF;
    RETURN NULL;
END $$;
"""
REFRESH = """
SELECT partners_refresh_search(ARRAY(
    SELECT DISTINCT organisation_id FROM partners_profilerow WHERE topic = 'capacity'))
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0031_people_made_one")]

    operations = [
        migrations.RunSQL(WORDS, "DROP FUNCTION capacity_words(text)"),
        migrations.RunSQL(migrations.RunSQL.noop, REFRESH),
        migrations.RunSQL(writing(CAPACITIES_TOO), writing(STRENGTHS)),
        migrations.RunSQL(FOLLOW % "'strengths', 'capacity'", FOLLOW % "'strengths'"),
        migrations.RunSQL(REFRESH, migrations.RunSQL.noop),
    ]
