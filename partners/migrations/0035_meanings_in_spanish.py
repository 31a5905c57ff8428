import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import partners.models.calls.criteria
from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_fewer_indexes"),
        ("partners", "0034_own_word_on_ties"),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="criterion",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="criterion",
                    name="meanings_es",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=200),
                        default=partners.models.calls.criteria.no_words,
                        size=5,
                        verbose_name="what 0 to 4 mean, in Spanish",
                    ),
                ),
                migrations.AddField(
                    model_name="criterionevent",
                    name="meanings_es",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=200),
                        default=partners.models.calls.criteria.no_words,
                        size=5,
                        verbose_name="what 0 to 4 mean, in Spanish",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "meanings_es", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."meanings", new_values."meanings_es", new_values."name", new_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."question", new_values."question_es", new_values."weight" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7f57b12f96812c46d874d4a69b7af5fa22e0df9f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_03f51",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "meanings_es", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT new_values."call_id", new_values."coalition_id", new_values."id", new_values."meanings", new_values."meanings_es", new_values."name", new_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."question", new_values."question_es", new_values."weight" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e164a36b489c9231849ed961d627b676125097ba",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e0c39",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criterion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_criterionevent" ("call_id", "coalition_id", "id", "meanings", "meanings_es", "name", "name_es", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "question", "question_es", "weight") SELECT old_values."call_id", old_values."coalition_id", old_values."id", old_values."meanings", old_values."meanings_es", old_values."name", old_values."name_es", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."question", old_values."question_es", old_values."weight" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8db3edf85c56529256653383032ec925ab630114",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_23b3c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_criterion",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criterion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("meanings_es__len", 5)),
                        name="criterion_has_a_place_in_spanish_for_each_step",
                    ),
                ),
            ]
        )
    ]
