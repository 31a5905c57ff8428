import django.db.models.deletion
from django.db import migrations, models

from common.database.migrating import Independent

# A row's versions are found by the index over its id and the moment. One more over the id alone was kept by
# every write, and no question needed it.
TRACKED = [
    "askedchange",
    "body",
    "bodylink",
    "bodyphase",
    "buddy",
    "callrow",
    "charterdeferral",
    "charterrequest",
    "charterreview",
    "chartersignature",
    "charterversion",
    "checkin",
    "decisionkind",
    "decisionrule",
    "deputy",
    "duty",
    "experiment",
    "function",
    "groundrule",
    "groundrulesread",
    "handover",
    "handoverline",
    "handoverstep",
    "interestdeclaration",
    "interest",
    "joiningstep",
    "joinrequest",
    "keyrole",
    "leadershipoverride",
    "leadershiprule",
    "meantoverlap",
    "mediator",
    "mediatorinterest",
    "mentorpair",
    "notanacronym",
    "onboarding",
    "onboardingitem",
    "opendoor",
    "place",
    "powersettings",
    "regularmessage",
    "roleassignment",
    "roleletter",
    "seat",
    "sentmessage",
    "trainingattendance",
    "training",
    "urgentcall",
    "urgentmessage",
    "urgentprotocol",
    "word",
]


def found_by_moment(tracked: str) -> migrations.AlterField:
    key = models.ForeignKey(
        db_constraint=False,
        db_index=False,
        on_delete=models.deletion.DO_NOTHING,
        related_name="events",
        to=f"governance.{tracked}",
    )
    return migrations.AlterField(f"{tracked}event", "pgh_obj", key)


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0011_trainings_and_assistance"),
    ]

    operations = [
        Independent(
            [
                *map(found_by_moment, TRACKED),
                migrations.AlterField(
                    model_name="charterrequest",
                    name="version",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="governance.charterversion",
                    ),
                ),
                migrations.AlterField(
                    model_name="chartersignature",
                    name="version",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="governance.charterversion",
                    ),
                ),
                migrations.AlterField(
                    model_name="mediatorinterest",
                    name="mediator",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interests",
                        to="governance.mediator",
                    ),
                ),
                migrations.AlterField(
                    model_name="onboardingitem",
                    name="onboarding",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="governance.onboarding",
                    ),
                ),
                migrations.AlterField(
                    model_name="roleletter",
                    name="role",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="governance.roleassignment",
                    ),
                ),
            ]
        )
    ]
