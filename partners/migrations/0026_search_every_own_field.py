from django.db import migrations

# An organisation is found by whatever its coalition's own fields say, as somebody would type it: a number
# also with its thousands apart (1200, 1,200, 1.200), a day also in words (2024-05-01, 5/1/2024,
# May 1, 2024, 1 de mayo de 2024), a yes or no behind the name of its field (Can host: yes). What is not of
# the kind of its field says nothing. Who sees which field stays as it was.
OWN_WORDS = """
CREATE OR REPLACE FUNCTION partners_own_words(
    coalition bigint, about text, own jsonb, is_open boolean)
RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(%(words)s, E'\\n')
    FROM partners_ownfield f
    WHERE f.coalition_id = coalition AND f.subject = about AND f.retired_on IS NULL AND own ? f.key
        %(kinds)sAND NOT (f.is_personal OR f.is_internal) = is_open
$$;
"""
CHOSEN = """CASE
        WHEN f.kind IN ('choice', 'choices') THEN (
            SELECT string_agg(o ->> 'label', E'\\n') FROM jsonb_array_elements(f.options) o
            WHERE own -> f.key @> (o -> 'key'))
        """
EVERY = (
    CHOSEN
    + """WHEN f.kind = 'number' THEN partners_number_words(own -> f.key)
        WHEN f.kind = 'date' THEN partners_day_words(own ->> f.key)
        WHEN f.kind = 'yes_no' THEN f.label || ': ' || CASE own -> f.key
            WHEN 'true' THEN 'yes' || E'\\n' || f.label || ': sí' WHEN 'false' THEN 'no' END
        ELSE own ->> f.key END"""
)
WORDS_ONLY = CHOSEN + "ELSE own ->> f.key END"
WORDY = "AND f.kind IN ('text', 'link', 'choice', 'choices')\n        "


def own_words(words: str, *, kinds: str = "") -> str:
    return OWN_WORDS.replace("%(words)s", words).replace("%(kinds)s", kinds)


NUMBER_WORDS = """
CREATE FUNCTION partners_number_words(told jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN jsonb_typeof(told) <> 'number' THEN NULL
        WHEN abs((told #>> '{}')::numeric) < 1000 THEN told #>> '{}'
        ELSE concat_ws(E'\\n', told #>> '{}',
            to_char((told #>> '{}')::numeric, 'FM999,999,999,999,999'),
            translate(to_char((told #>> '{}')::numeric, 'FM999,999,999,999,999'), ',', '.')) END
$$;
"""
# Cut from the text: a cast would stop whoever saves an organisation of which somebody has written
# a day that no calendar has.
DAY_WORDS = """
CREATE FUNCTION partners_day_words(told text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT concat_ws(E'\\n', told, d.month || '/' || d.day || '/' || d.year,
        (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
            'September', 'October', 'November', 'December'])[d.month] || ' ' || d.day || ', ' || d.year,
        d.day || ' de ' || (ARRAY['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio',
            'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'])[d.month] || ' de ' || d.year)
    FROM (SELECT split_part(told, '-', 1) AS year, split_part(told, '-', 2)::int AS month,
        split_part(told, '-', 3)::int AS day WHERE told ~ '^\\d{4}-\\d{2}-\\d{2}$') d
$$;
"""

# A yes or no is found by the name of its field, so it follows a new name too.
FOLLOW = """
CREATE OR REPLACE FUNCTION partners_search_of_own_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM partners_refresh_search(ARRAY(
        SELECT o.id FROM changed f JOIN former b ON b.id = f.id
        JOIN partners_organisation o ON o.coalition_id = f.coalition_id
        WHERE (f.options, f.retired_on, f.is_personal, f.is_internal%(new)s)
                IS DISTINCT FROM (b.options, b.retired_on, b.is_personal, b.is_internal%(old)s)
            AND (f.subject = 'organisation' AND o.own_values ? f.key
                OR f.subject = 'contact' AND EXISTS (SELECT 1 FROM partners_contact p
                    WHERE p.organisation_id = o.id AND p.own_values ? f.key))));
    RETURN NULL;
END $$;
"""
LABEL = {name: f", CASE WHEN {one}.kind = 'yes_no' THEN {one}.label END" for name, one in
         (("new", "f"), ("old", "b"))}  # fmt: skip

REFRESH = """
SELECT partners_refresh_search(ARRAY(
    SELECT id FROM partners_organisation WHERE own_values <> '{}'
    UNION SELECT organisation_id FROM partners_contact WHERE own_values <> '{}'))
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0025_pairs_told_apart_in_either_order")]
    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, REFRESH),
        migrations.RunSQL(NUMBER_WORDS, "DROP FUNCTION partners_number_words(jsonb)"),
        migrations.RunSQL(DAY_WORDS, "DROP FUNCTION partners_day_words(text)"),
        migrations.RunSQL(own_words(EVERY), own_words(WORDS_ONLY, kinds=WORDY)),
        migrations.RunSQL(FOLLOW % LABEL, FOLLOW % {"new": "", "old": ""}),
        migrations.RunSQL(REFRESH, migrations.RunSQL.noop),
    ]
