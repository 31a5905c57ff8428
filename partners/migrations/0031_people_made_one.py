import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0030_trusted_is_served"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="ContactMerge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "gone",
                            models.BigIntegerField(
                                help_text="The id of the row.",
                                verbose_name="who became one with them",
                            ),
                        ),
                        (
                            "columns",
                            models.JSONField(
                                default=dict,
                                help_text="Column of who stays → [before, after], where the other told more.",
                            ),
                        ),
                        ("change_id", models.UUIDField(help_text="The history context.")),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "merge",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                help_text="The merge of their organisations, if it was part of one.",
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="people",
                                to="partners.merge",
                            ),
                        ),
                        (
                            "stays",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partners.contact",
                                verbose_name="who stays",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "stays"], name="partners_co_coaliti_e3f212_idx"
                            ),
                            models.Index(
                                fields=["coalition", "merge"], name="partners_co_coaliti_ea13ee_idx"
                            ),
                            models.Index(
                                fields=["coalition", "change_id"],
                                name="partners_co_coaliti_082949_idx",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="contact_merge_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gone", models.F("stays")), _negated=True),
                                name="contact_merge_is_of_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactMergeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "gone",
                            models.BigIntegerField(
                                help_text="The id of the row.",
                                verbose_name="who became one with them",
                            ),
                        ),
                        (
                            "columns",
                            models.JSONField(
                                default=dict,
                                help_text="Column of who stays → [before, after], where the other told more.",
                            ),
                        ),
                        ("change_id", models.UUIDField(help_text="The history context.")),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "merge",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The merge of their organisations, if it was part of one.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.merge",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.contactmerge",
                            ),
                        ),
                        (
                            "stays",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="who stays",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_co_pgh_obj_048607_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_co_pgh_con_c34df2_idx"
                            ),
                        ],
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="importrun",
                    name="import_run_subject_is_known",
                ),
                migrations.AlterField(
                    model_name="importrun",
                    name="subject",
                    field=models.CharField(
                        choices=[
                            ("partners", "Partners"),
                            ("ties", "Ties"),
                            ("services", "Services"),
                            ("talks", "Talks"),
                        ],
                        default="partners",
                        help_text="What a row tells of.",
                        max_length=12,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importrun",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("subject__in", ["partners", "ties", "services", "talks"])
                        ),
                        name="import_run_subject_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactmerge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactmergeevent" ("change_id", "coalition_id", "columns", "gone", "id", "merge_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stays_id") SELECT new_values."change_id", new_values."coalition_id", new_values."columns", new_values."gone", new_values."id", new_values."merge_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."stays_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aedfc9f23ba17e17b2adb82139a8c65a4c29b503",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e44c6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_contactmerge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactmerge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactmergeevent" ("change_id", "coalition_id", "columns", "gone", "id", "merge_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stays_id") SELECT new_values."change_id", new_values."coalition_id", new_values."columns", new_values."gone", new_values."id", new_values."merge_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."stays_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2637ee5d9907e3c342970e2a1775121a4839670b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a096c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_contactmerge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactmerge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactmergeevent" ("change_id", "coalition_id", "columns", "gone", "id", "merge_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stays_id") SELECT old_values."change_id", old_values."coalition_id", old_values."columns", old_values."gone", old_values."id", old_values."merge_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."stays_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="20622d9f2b047ec982c56adf967914120f473895",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cf699",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_contactmerge",
                            when="AFTER",
                        ),
                    ),
                ),
                same_tenant(
                    child="partners_contactmerge",
                    parent="partners_contact",
                    column="stays_id",
                    cascade=True,
                ),
                same_tenant(
                    child="partners_contactmerge",
                    parent="partners_merge",
                    column="merge_id",
                    cascade=True,
                ),
            ]
        )
    ]
