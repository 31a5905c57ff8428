from django.db import migrations

from common.tenancy import same_tenant

ORGANISATION = "partners_organisation"


class Migration(migrations.Migration):
    dependencies = [("partners", "0012_merges")]
    operations = [
        same_tenant(child=ORGANISATION, parent=ORGANISATION, column="merged_into_id"),
        same_tenant(child="partners_merge", parent=ORGANISATION, column="organisation_id"),
        same_tenant(child="partners_merge", parent=ORGANISATION, column="survivor_id"),
        same_tenant(child="partners_mergemove", parent="partners_merge", column="merge_id"),
    ]
