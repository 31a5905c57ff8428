from django.db import migrations

from common.database.tenancy import same_tenant

ORGANISATION = "partners_organisation"


class Migration(migrations.Migration):
    dependencies = [("partners", "0006_search_own_fields")]
    operations = [
        same_tenant(child="partners_attachment", parent=ORGANISATION, column="organisation_id"),
        same_tenant(
            child="partners_defaultview", parent="accounts_membership", column="membership_id"
        ),
        same_tenant(child="partners_defaultview", parent="partners_savedview", column="view_id"),
        same_tenant(
            child="partners_selection", parent="accounts_membership", column="membership_id"
        ),
        same_tenant(child=ORGANISATION, parent=ORGANISATION, column="merged_into_id"),
        same_tenant(child="partners_merge", parent=ORGANISATION, column="organisation_id"),
        same_tenant(child="partners_merge", parent=ORGANISATION, column="survivor_id"),
        same_tenant(child="partners_mergemove", parent="partners_merge", column="merge_id"),
        *(
            same_tenant(child=f"partners_{pair}", parent=ORGANISATION, column=side, cascade=True)
            for pair in ("likelypair", "distinctpair")
            for side in ("first_id", "second_id")
        ),
        same_tenant(
            child="partners_comparisondue",
            parent=ORGANISATION,
            column="organisation_id",
            cascade=True,
        ),
    ]
