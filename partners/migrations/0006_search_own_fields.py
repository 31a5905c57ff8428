from django.db import migrations

# An organisation is found by what its coalition's own fields say in words: texts, choices and links.
# What only some members may see, and everything about people, stands with the people, so that who may
# not see it cannot find by it either. A field that is asked no more is not searched.
OWN_WORDS = """
CREATE FUNCTION partners_own_words(coalition bigint, about text, own jsonb, is_open boolean)
RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(CASE
        WHEN f.kind IN ('choice', 'choices') THEN (
            SELECT string_agg(o ->> 'label', E'\\n') FROM jsonb_array_elements(f.options) o
            WHERE own -> f.key @> (o -> 'key'))
        ELSE own ->> f.key END, E'\\n')
    FROM partners_ownfield f
    WHERE f.coalition_id = coalition AND f.subject = about AND f.retired_on IS NULL AND own ? f.key
        AND f.kind IN ('text', 'link', 'choice', 'choices')
        AND NOT (f.is_personal OR f.is_internal) = is_open
$$;
"""

REFRESH = """
CREATE OR REPLACE FUNCTION partners_refresh_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO partners_searchentry (organisation_id, coalition_id, names, people)
    SELECT o.id, o.coalition_id,
        plain_text(concat_ws(E'\\n', o.name, nullif(o.website, ''), nullif(o.email, ''),
            (SELECT string_agg(a.name, E'\\n') FROM partners_alias a WHERE a.organisation_id = o.id),
            (SELECT string_agg(t.name, E'\\n') FROM partners_classification c
                JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'tag'
                WHERE c.organisation_id = o.id),
            (SELECT string_agg(e.value, E'\\n') FROM partners_externalidentifier e
                WHERE e.organisation_id = o.id)%(of_names)s)),
        plain_text(%(people)s)
    FROM partners_organisation o WHERE o.id = ANY (ids)
    ON CONFLICT (organisation_id) DO UPDATE
        SET names = excluded.names, people = excluded.people
        WHERE (partners_searchentry.names, partners_searchentry.people)
            IS DISTINCT FROM (excluded.names, excluded.people);
$$;
"""

PEOPLE_BEFORE = """coalesce(
            (SELECT string_agg(concat_ws(E'\\n', p.name, nullif(p.email, '')), E'\\n')
                FROM partners_contact p WHERE p.organisation_id = o.id), '')"""

# Most organisations have no such values; for them nothing is looked up.
OF_NAMES = """,
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, true) END"""
PEOPLE = """concat_ws(E'\\n',
            (SELECT string_agg(concat_ws(E'\\n', p.name, nullif(p.email, ''),
                CASE WHEN p.own_values <> '{}' THEN concat_ws(E'\\n',
                    partners_own_words(p.coalition_id, 'contact', p.own_values, true),
                    partners_own_words(p.coalition_id, 'contact', p.own_values, false)) END), E'\\n')
                FROM partners_contact p WHERE p.organisation_id = o.id),
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, false) END)"""

# Where a choice gets another name, or a field is retired, every organisation that says it follows.
FOLLOW = """
CREATE FUNCTION partners_search_of_own_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM partners_refresh_search(ARRAY(
        SELECT o.id FROM changed f JOIN former b ON b.id = f.id
        JOIN partners_organisation o ON o.coalition_id = f.coalition_id
        WHERE (f.options, f.retired_on, f.is_personal, f.is_internal)
                IS DISTINCT FROM (b.options, b.retired_on, b.is_personal, b.is_internal)
            AND (f.subject = 'organisation' AND o.own_values ? f.key
                OR f.subject = 'contact' AND EXISTS (SELECT 1 FROM partners_contact p
                    WHERE p.organisation_id = o.id AND p.own_values ? f.key))));
    RETURN NULL;
END $$;
"""
TRIGGER = (
    "CREATE TRIGGER partners_search_of_own_field_after_update AFTER UPDATE ON partners_ownfield "
    "REFERENCING OLD TABLE AS former NEW TABLE AS changed "
    "FOR EACH STATEMENT EXECUTE FUNCTION partners_search_of_own_field()"
)


class Migration(migrations.Migration):
    dependencies = [("partners", "0005_views_merges_and_files")]
    operations = [
        migrations.RunSQL(
            OWN_WORDS, "DROP FUNCTION partners_own_words(bigint, text, jsonb, boolean)"
        ),
        migrations.RunSQL(
            REFRESH % {"of_names": OF_NAMES, "people": PEOPLE},
            REFRESH % {"of_names": "", "people": PEOPLE_BEFORE},
        ),
        migrations.RunSQL(FOLLOW, "DROP FUNCTION partners_search_of_own_field()"),
        migrations.RunSQL(
            TRIGGER,
            "DROP TRIGGER partners_search_of_own_field_after_update ON partners_ownfield",
        ),
    ]
