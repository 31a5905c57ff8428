import django.db.models.functions.comparison
from django.db import migrations, models

from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0024_areas_and_credit"),
    ]

    operations = [
        Together(
            [
                migrations.RemoveConstraint(
                    model_name="distinctpair",
                    name="distinct_pair_is_said_once",
                ),
                migrations.RemoveConstraint(
                    model_name="distinctpair",
                    name="distinct_pair_is_in_order",
                ),
                migrations.AddIndex(
                    model_name="distinctpair",
                    index=models.Index(fields=["first"], name="distinct_pair_by_first"),
                ),
                migrations.AddConstraint(
                    model_name="distinctpair",
                    constraint=models.UniqueConstraint(
                        django.db.models.functions.comparison.Least("first", "second"),
                        django.db.models.functions.comparison.Greatest("first", "second"),
                        name="distinct_pair_is_said_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="distinctpair",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first", models.F("second")), _negated=True),
                        name="distinct_pair_is_of_two",
                    ),
                ),
            ]
        ),
    ]
