from django.db import migrations

# An organisation that was merged into another is found no more: its names are other names of that one.
# What writes the words keeps its own body, so that this says nothing of what they are.
REFRESH = [
    "ALTER FUNCTION partners_refresh_search(bigint[]) RENAME TO partners_write_search",
    """
CREATE FUNCTION partners_refresh_search(ids bigint[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM partners_searchentry s USING partners_organisation o
    WHERE o.id = ANY (ids) AND o.merged_into_id IS NOT NULL AND s.organisation_id = o.id;
    SELECT partners_write_search(ARRAY(
        SELECT id FROM partners_organisation WHERE id = ANY (ids) AND merged_into_id IS NULL));
$$;
""",
]
BACK = [
    "DROP FUNCTION partners_refresh_search(bigint[])",
    "ALTER FUNCTION partners_write_search(bigint[]) RENAME TO partners_refresh_search",
]


class Migration(migrations.Migration):
    dependencies = [("partners", "0008_comparisons")]
    operations = [migrations.RunSQL(REFRESH, BACK)]
