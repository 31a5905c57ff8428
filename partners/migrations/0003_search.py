from django.db import migrations

# Whoever writes, form, import or SQL, the words by which an organisation is found follow in the same
# transaction. One call serves a whole statement: the changed rows come as a transition table.
FUNCTIONS = """
CREATE FUNCTION partners_refresh_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO partners_searchentry (organisation_id, coalition_id, names, people)
    SELECT o.id, o.coalition_id,
        plain_text(concat_ws(E'\\n', o.name, nullif(o.website, ''), nullif(o.email, ''),
            (SELECT string_agg(a.name, E'\\n') FROM partners_alias a WHERE a.organisation_id = o.id),
            (SELECT string_agg(t.name, E'\\n') FROM partners_classification c
                JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'tag'
                WHERE c.organisation_id = o.id),
            (SELECT string_agg(e.value, E'\\n') FROM partners_externalidentifier e
                WHERE e.organisation_id = o.id))),
        plain_text(coalesce(
            (SELECT string_agg(concat_ws(E'\\n', p.name, nullif(p.email, '')), E'\\n')
                FROM partners_contact p WHERE p.organisation_id = o.id), ''))
    FROM partners_organisation o WHERE o.id = ANY (ids)
    ON CONFLICT (organisation_id) DO UPDATE
        SET names = excluded.names, people = excluded.people
        WHERE (partners_searchentry.names, partners_searchentry.people)
            IS DISTINCT FROM (excluded.names, excluded.people);
$$;

-- A bulk load that writes an organisation's parts one table after the other says
-- SET LOCAL commonweal.search = 'later' and calls partners_refresh_search once, at its end.
CREATE FUNCTION partners_search_of_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('commonweal.search', true) = 'later' THEN RETURN NULL; END IF;
    PERFORM partners_refresh_search(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END $$;

CREATE FUNCTION partners_search_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('commonweal.search', true) = 'later' THEN RETURN NULL; END IF;
    PERFORM partners_refresh_search(ARRAY(SELECT DISTINCT organisation_id FROM changed));
    RETURN NULL;
END $$;

CREATE FUNCTION partners_search_of_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM partners_refresh_search(ARRAY(
        SELECT DISTINCT c.organisation_id FROM partners_classification c
        JOIN changed t ON t.id = c.term_id AND t.vocabulary = 'tag'));
    RETURN NULL;
END $$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION partners_search_of_term();
DROP FUNCTION partners_search_of_part();
DROP FUNCTION partners_search_of_organisation();
DROP FUNCTION partners_refresh_search(bigint[]);
"""

TRANSITION = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def following(table: str, function: str, *events: str) -> migrations.RunSQL:
    names = {event: f"{function}_after_{event.lower()}" for event in events}
    return migrations.RunSQL(
        sql=[
            f"CREATE TRIGGER {names[event]} AFTER {event} ON {table} "
            f"REFERENCING {TRANSITION[event]} TABLE AS changed "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
            for event in events
        ],
        reverse_sql=[f"DROP TRIGGER {names[event]} ON {table}" for event in events],
    )


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_walls"), ("common", "0001_extensions")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        following("partners_organisation", "partners_search_of_organisation", "INSERT", "UPDATE"),
        *(
            following(table, "partners_search_of_part", "INSERT", "UPDATE", "DELETE")
            for table in (
                "partners_alias",
                "partners_classification",
                "partners_contact",
                "partners_externalidentifier",
            )
        ),
        following("partners_term", "partners_search_of_term", "UPDATE"),
    ]
