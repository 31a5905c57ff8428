import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("governance", "0009_joining"),
        ("partners", "0024_areas_and_credit"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="trainingattendance",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="trainingattendance",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="trainingattendance",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="trainingattendance",
                    name="after",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 not at all"),
                            (2, "2 a little"),
                            (3, "3 fairly"),
                            (4, "4 quite"),
                            (5, "5 very"),
                        ],
                        null=True,
                        verbose_name="how sure after",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingattendance",
                    name="before",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 not at all"),
                            (2, "2 a little"),
                            (3, "3 fairly"),
                            (4, "4 quite"),
                            (5, "5 very"),
                        ],
                        null=True,
                        verbose_name="how sure before",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingattendanceevent",
                    name="after",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 not at all"),
                            (2, "2 a little"),
                            (3, "3 fairly"),
                            (4, "4 quite"),
                            (5, "5 very"),
                        ],
                        null=True,
                        verbose_name="how sure after",
                    ),
                ),
                migrations.AddField(
                    model_name="trainingattendanceevent",
                    name="before",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (1, "1 not at all"),
                            (2, "2 a little"),
                            (3, "3 fairly"),
                            (4, "4 quite"),
                            (5, "5 very"),
                        ],
                        null=True,
                        verbose_name="how sure before",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="trainingattendance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("after__isnull", True), ("before__isnull", True)),
                            models.Q(("after__range", (1, 5)), ("before__range", (1, 5))),
                            _connector="OR",
                        ),
                        name="attendance_is_rated_before_and_after",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("after", "before", "coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT new_values."after", new_values."before", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."training_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9b9e0052b43587ba229c64a0b8e2ee772c691028",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85b83",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("after", "before", "coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT new_values."after", new_values."before", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."organisation_id", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."training_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="76a547654f73d651833587fbae37a0144f1fc555",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4921d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trainingattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_trainingattendanceevent" ("after", "before", "coalition_id", "contact_id", "id", "organisation_id", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") SELECT old_values."after", old_values."before", old_values."coalition_id", old_values."contact_id", old_values."id", old_values."organisation_id", old_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."training_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f52748e03c88f4af4aabc059703f05606e43eba8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e029c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_trainingattendance",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
