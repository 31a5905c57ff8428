from django.db import migrations

from common.database.tenancy import same_tenant

ORGANISATION = "partners_organisation"


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_organisations"), ("accounts", "0002_walls")]
    operations = [
        *(
            same_tenant(child=f"partners_{part}", parent=ORGANISATION, column="organisation_id")
            for part in (
                "address",
                "alias",
                "classification",
                "contact",
                "externalidentifier",
                "importrow",
                "phone",
                "representation",
            )
        ),
        same_tenant(
            child="partners_searchentry",
            parent=ORGANISATION,
            column="organisation_id",
            cascade=True,
        ),
        same_tenant(child="partners_classification", parent="partners_term", column="term_id"),
        same_tenant(child="partners_importrow", parent="partners_importrun", column="run_id"),
        same_tenant(
            child="partners_representation",
            parent="accounts_membership",
            column="membership_id",
        ),
        same_tenant(
            child="partners_representation",
            parent="accounts_invitation",
            column="invitation_id",
        ),
    ]
