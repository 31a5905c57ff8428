import django.core.validators
from django.db import migrations, models

# Whom a partner says that it is trusted by, it serves: from now on that is written when it is said. What was
# said before counts too. There is no telling afterwards what came from here, so the way back leaves it.
SERVED = """
INSERT INTO partners_classification (coalition_id, organisation_id, term_id)
SELECT DISTINCT coalition_id, organisation_id, term_id FROM partners_profilerow
WHERE topic = 'populations' AND voice = 'theirs' AND term_id IS NOT NULL
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0029_find_by_strengths_and_needs"),
    ]

    operations = [
        migrations.RunSQL(SERVED, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="compositionsettings",
            name="active_days",
            field=models.PositiveSmallIntegerField(
                default=365,
                help_text="A partner that did nothing with us for longer counts as not seen lately.",
                validators=[
                    django.core.validators.MinValueValidator(30),
                    django.core.validators.MaxValueValidator(1095),
                ],
                verbose_name="days in which something must have happened",
            ),
        ),
        migrations.AlterField(
            model_name="compositionsettingsevent",
            name="active_days",
            field=models.PositiveSmallIntegerField(
                default=365,
                help_text="A partner that did nothing with us for longer counts as not seen lately.",
                validators=[
                    django.core.validators.MinValueValidator(30),
                    django.core.validators.MaxValueValidator(1095),
                ],
                verbose_name="days in which something must have happened",
            ),
        ),
    ]
