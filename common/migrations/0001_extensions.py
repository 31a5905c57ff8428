from django.contrib.postgres.operations import (
    BtreeGistExtension,
    CITextExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

# unaccent() is only STABLE, because its dictionary could be altered. Ours never is, so this wrapper may
# call itself IMMUTABLE and stand in indexes. Example: plain_text('Lucía CASTAÑEDA') = 'lucia castaneda'.
PLAIN_TEXT = """
CREATE FUNCTION plain_text(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGistExtension(),
        CITextExtension(),
        migrations.RunSQL(PLAIN_TEXT, "DROP FUNCTION plain_text(text)"),
    ]
