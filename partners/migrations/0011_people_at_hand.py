from django.db import migrations, models
from django.db.models import Q

from common.database.migrating import Together

# What writes the words of an organisation writes beside them whether anybody is there to call, and what
# the home page asks of those where nobody is. The words are the same as before.
WRITE = """
CREATE OR REPLACE FUNCTION partners_write_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO partners_searchentry (organisation_id, coalition_id, names, people%(columns)s)
    SELECT o.id, o.coalition_id,
        plain_text(concat_ws(E'\\n', o.name, nullif(o.website, ''), nullif(o.email, ''),
            (SELECT string_agg(a.name, E'\\n') FROM partners_alias a WHERE a.organisation_id = o.id),
            (SELECT string_agg(t.name, E'\\n') FROM partners_classification c
                JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'tag'
                WHERE c.organisation_id = o.id),
            (SELECT string_agg(e.value, E'\\n') FROM partners_externalidentifier e
                WHERE e.organisation_id = o.id),
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, true) END)),
        plain_text(concat_ws(E'\\n', p.words,
            CASE WHEN o.own_values <> '{}' THEN
                partners_own_words(o.coalition_id, 'organisation', o.own_values, false) END))
        %(values)s
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
        SET (names, people%(columns)s) = ROW (excluded.names, excluded.people%(excluded)s)
        WHERE (partners_searchentry.names, partners_searchentry.people%(kept)s)
            IS DISTINCT FROM (excluded.names, excluded.people%(excluded)s);
$$;
"""
VALUES = (
    """, p.are_there, o.kind = 'partner' AND o.retired_on IS NULL AND NOT p.are_there, o.since_on"""
)


def writing(*columns: str, values: str) -> str:
    said = {
        "%(columns)s": "".join(f", {name}" for name in columns),
        "%(values)s": values,
        "%(excluded)s": "".join(f", excluded.{name}" for name in columns),
        "%(kept)s": "".join(f", partners_searchentry.{name}" for name in columns),
    }
    text = WRITE
    for blank, words in said.items():
        text = text.replace(blank, words)
    return text


FILL = """
UPDATE partners_searchentry s SET has_people = p.are_there, since_on = o.since_on,
    needs_people = o.kind = 'partner' AND o.retired_on IS NULL AND NOT p.are_there
FROM partners_organisation o CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM partners_contact c
        WHERE c.organisation_id = o.id AND c.left_on IS NULL) AS are_there) p
WHERE o.id = s.organisation_id;
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0010_own_fields_together_and_letters")]
    operations = [
        Together(
            [
                migrations.AddField(
                    "searchentry",
                    "has_people",
                    models.BooleanField(db_default=False, help_text="Somebody is there still."),
                ),
                migrations.AddField(
                    "searchentry",
                    "needs_people",
                    models.BooleanField(
                        db_default=False,
                        help_text="A partner that is not retired, and nobody is there.",
                    ),
                ),
                migrations.AddField(
                    "searchentry",
                    "since_on",
                    models.DateField(null=True, help_text="The organisation's own, for the order."),
                ),
                migrations.RunSQL(
                    writing("has_people", "needs_people", "since_on", values=VALUES),
                    writing(values=""),
                ),
                migrations.RunSQL(FILL, migrations.RunSQL.noop),
                migrations.AddIndex(
                    "searchentry",
                    models.Index(
                        fields=["coalition", "organisation"],
                        condition=Q(has_people=False),
                        name="search_without_people",
                    ),
                ),
                migrations.AddIndex(
                    "searchentry",
                    models.Index(
                        fields=["coalition", "since_on", "organisation"],
                        condition=Q(needs_people=True),
                        name="search_needing_people",
                    ),
                ),
                migrations.AddIndex(
                    "organisation",
                    models.Index(
                        fields=["coalition", "since_on", "id"],
                        condition=Q(merged_into__isnull=True, retired_on__isnull=True)
                        & Q(kind="partner", owner__isnull=True),
                        name="active_without_keeper",
                    ),
                ),
                migrations.AddIndex(
                    "contact",
                    models.Index(
                        fields=["coalition", "erasure_asked_on"],
                        condition=Q(erasure_asked_on__isnull=False, erased_on__isnull=True),
                        name="contact_asking_erasure",
                    ),
                ),
            ]
        )
    ]
