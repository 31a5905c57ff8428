from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contributions", "0001_contributions_and_support")]

    operations = [
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                fields=["coalition", "due_on"],
                condition=models.Q(state__in=["promised", "under_way"], due_on__isnull=False),
                name="contribution_due",
            ),
        ),
    ]
