from django.db import migrations

from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people_and_coalitions")]
    operations = [
        same_tenant(
            child="accounts_invitation", parent="accounts_membership", column="membership_id"
        ),
    ]
