import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0033_lighter_writes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="tie",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="tie",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="tie",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="tie",
                    name="own_word_first_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="tie",
                    name="own_word_first_on",
                    field=models.DateField(
                        blank=True,
                        help_text="When they told the level themselves; empty where one of us did.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="tie",
                    name="own_word_second_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="tie",
                    name="own_word_second_on",
                    field=models.DateField(
                        blank=True,
                        help_text="When they told the level themselves; empty where one of us did.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="tieevent",
                    name="own_word_first_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="tieevent",
                    name="own_word_first_on",
                    field=models.DateField(
                        blank=True,
                        help_text="When they told the level themselves; empty where one of us did.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="tieevent",
                    name="own_word_second_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="tieevent",
                    name="own_word_second_on",
                    field=models.DateField(
                        blank=True,
                        help_text="When they told the level themselves; empty where one of us did.",
                        null=True,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "own_word_first_by_id", "own_word_first_on", "own_word_second_by_id", "own_word_second_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT new_values."coalition_id", new_values."evidence", new_values."first_id", new_values."id", new_values."level_first", new_values."level_ours", new_values."level_second", new_values."note", new_values."own_word_first_by_id", new_values."own_word_first_on", new_values."own_word_second_by_id", new_values."own_word_second_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relation_id", new_values."second_id", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d6822c77f110e7319b76d83ba81cffc1c0bb6d36",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0acd9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_tie",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "own_word_first_by_id", "own_word_first_on", "own_word_second_by_id", "own_word_second_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT new_values."coalition_id", new_values."evidence", new_values."first_id", new_values."id", new_values."level_first", new_values."level_ours", new_values."level_second", new_values."note", new_values."own_word_first_by_id", new_values."own_word_first_on", new_values."own_word_second_by_id", new_values."own_word_second_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relation_id", new_values."second_id", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5d20c3056dc014f77355e5bfeeb3439da520637f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_71f1d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_tie",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "own_word_first_by_id", "own_word_first_on", "own_word_second_by_id", "own_word_second_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT old_values."coalition_id", old_values."evidence", old_values."first_id", old_values."id", old_values."level_first", old_values."level_ours", old_values."level_second", old_values."note", old_values."own_word_first_by_id", old_values."own_word_first_on", old_values."own_word_second_by_id", old_values."own_word_second_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relation_id", old_values."second_id", old_values."since_on", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="430dc361e0c755da55c04bde0f020784bfac773f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9298",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_tie",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tie",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("own_word_first_by__isnull", True),
                                ("own_word_first_on__isnull", True),
                            ),
                            models.Q(
                                ("level_first__isnull", False),
                                ("own_word_first_by__isnull", False),
                                ("own_word_first_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tie_own_word_of_first_has_a_day_and_a_hand",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tie",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("own_word_second_by__isnull", True),
                                ("own_word_second_on__isnull", True),
                            ),
                            models.Q(
                                ("level_second__isnull", False),
                                ("own_word_second_by__isnull", False),
                                ("own_word_second_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tie_own_word_of_second_has_a_day_and_a_hand",
                    ),
                ),
            ]
        ),
    ]
