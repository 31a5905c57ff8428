from django.db import migrations

# Whoever writes, form, import or SQL, an organisation that changed in something by which it is
# recognised is noted for comparison. Rows are only added, never merged, so that nobody waits.
FUNCTIONS = """
CREATE FUNCTION partners_compare_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO partners_comparisondue (coalition_id, organisation_id) SELECT coalition_id, id FROM changed;
    RETURN NULL;
END $$;
CREATE FUNCTION partners_compare_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO partners_comparisondue (coalition_id, organisation_id)
        SELECT DISTINCT c.coalition_id, c.organisation_id FROM changed c
        JOIN partners_organisation o ON o.id = c.organisation_id;
    RETURN NULL;
END $$;
"""
DROP = "DROP FUNCTION partners_compare_part(); DROP FUNCTION partners_compare_organisation();"
TRANSITION = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def noting(table: str, function: str, *events: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        sql=[
            f"CREATE TRIGGER {function}_after_{event.lower()} AFTER {event} ON {table} "
            f"REFERENCING {TRANSITION[event]} TABLE AS changed "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
            for event in events
        ],
        reverse_sql=[
            f"DROP TRIGGER {function}_after_{event.lower()} ON {table}" for event in events
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("partners", "0007_more_walls")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP),
        noting("partners_organisation", "partners_compare_organisation", "INSERT", "UPDATE"),
        *(
            noting(table, "partners_compare_part", "INSERT", "UPDATE", "DELETE")
            for table in (
                "partners_alias",
                "partners_phone",
                "partners_address",
                "partners_contact",
            )
        ),
        migrations.RunSQL(
            "INSERT INTO partners_comparisondue (coalition_id, organisation_id)"
            " SELECT coalition_id, id FROM partners_organisation",
            migrations.RunSQL.noop,
        ),
    ]
