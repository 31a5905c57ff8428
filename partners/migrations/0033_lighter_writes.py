import django.db.models.deletion
from django.db import migrations, models

from common.database.migrating import Independent

# A row's versions are found by the index over its id and the moment. One more over the id alone was kept by
# every write, and no question needed it.
TRACKED = [
    "address",
    "alias",
    "applicationanswer",
    "application",
    "attachment",
    "benefit",
    "call",
    "classification",
    "compositionreport",
    "compositionsettings",
    "contact",
    "contactmerge",
    "creditedpartner",
    "creditrule",
    "criterion",
    "decisionletter",
    "defaultview",
    "depthsettings",
    "diligenceanswer",
    "diligencequestion",
    "distinctpair",
    "eventguest",
    "externalidentifier",
    "gap",
    "incidentdecision",
    "incident",
    "interviewvisit",
    "merge",
    "neededvoice",
    "nomination",
    "organisation",
    "outreach",
    "ownfield",
    "ownpriority",
    "partnerevent",
    "partnerletter",
    "phone",
    "pipelineplan",
    "pipelinerules",
    "pipelinestep",
    "profileanswer",
    "profilerow",
    "relation",
    "representation",
    "reviewer",
    "review",
    "risknote",
    "riskreader",
    "savedview",
    "score",
    "service",
    "servicefunder",
    "servicelocation",
    "serviceterm",
    "stake",
    "talkrules",
    "talktier",
    "term",
    "tie",
    "touchpointcontact",
    "touchpoint",
    "touchpointmember",
    "valuestatement",
    "verification",
    "wording",
]


def found_by_moment(tracked: str) -> migrations.AlterField:
    key = models.ForeignKey(
        db_constraint=False,
        db_index=False,
        on_delete=models.deletion.DO_NOTHING,
        related_name="events",
        to=f"partners.{tracked}",
    )
    return migrations.AlterField(f"{tracked}event", "pgh_obj", key)


# Work on many rows notes those who changed once, at its end, instead of once for each table that it writes.
NOTING = """
CREATE OR REPLACE FUNCTION partners_compare_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{later}
    INSERT INTO partners_comparisondue (coalition_id, organisation_id) SELECT coalition_id, id FROM changed;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION partners_compare_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{later}
    INSERT INTO partners_comparisondue (coalition_id, organisation_id)
        SELECT DISTINCT c.coalition_id, c.organisation_id FROM changed c
        JOIN partners_organisation o ON o.id = c.organisation_id;
    RETURN NULL;
END $$;
"""
LATER = """
    IF current_setting('commonweal.comparisons', true) = 'later' THEN RETURN NULL; END IF;"""


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0032_find_by_capacity"),
    ]

    operations = [
        migrations.RunSQL(NOTING.format(later=LATER), NOTING.format(later="")),
        Independent(
            [
                *map(found_by_moment, TRACKED),
                migrations.RemoveIndex(
                    model_name="importrow",
                    name="partners_im_coaliti_5f7524_idx",
                ),
                migrations.AlterField(
                    model_name="address",
                    name="organisation",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addresses",
                        to="partners.organisation",
                    ),
                ),
                migrations.AlterField(
                    model_name="creditedpartner",
                    name="rule",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credited",
                        to="partners.creditrule",
                    ),
                ),
                migrations.AlterField(
                    model_name="eventguest",
                    name="event",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guests",
                        to="partners.partnerevent",
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="run",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="partners.importrun",
                    ),
                ),
                migrations.AlterField(
                    model_name="incidentdecision",
                    name="incident",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="partners.incident",
                    ),
                ),
                migrations.AlterField(
                    model_name="representation",
                    name="organisation",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="representations",
                        to="partners.organisation",
                    ),
                ),
                migrations.AlterField(
                    model_name="review",
                    name="application",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to="partners.application",
                    ),
                ),
                migrations.AlterField(
                    model_name="riskreader",
                    name="note",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="partners.risknote",
                    ),
                ),
                migrations.AlterField(
                    model_name="score",
                    name="review",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="partners.review",
                    ),
                ),
                migrations.AlterField(
                    model_name="servicefunder",
                    name="service",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="funders",
                        to="partners.service",
                    ),
                ),
                migrations.AlterField(
                    model_name="serviceterm",
                    name="service",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carried",
                        to="partners.service",
                    ),
                ),
                migrations.AlterField(
                    model_name="touchpointcontact",
                    name="touchpoint",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="theirs",
                        to="partners.touchpoint",
                    ),
                ),
                migrations.AlterField(
                    model_name="touchpointmember",
                    name="touchpoint",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ours",
                        to="partners.touchpoint",
                    ),
                ),
            ]
        ),
    ]
