import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        ("accounts", "__first__"),
        ("partners", "0017_mutual_value"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Relation",
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
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(
                                blank=True,
                                help_text="Kept where it is used, but offered no more.",
                                null=True,
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="relation_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("name", function="plain_text"),
                                name="relation_is_named_once",
                                violation_error_message="There is a kind of tie of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="relation_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RelationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0, help_text="The order in which lists show it."
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(
                                blank=True,
                                help_text="Kept where it is used, but offered no more.",
                                null=True,
                            ),
                        ),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.relation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_re_pgh_obj_35e492_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_re_pgh_con_936007_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tie",
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
                            "level_first",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as the first sees it",
                            ),
                        ),
                        (
                            "level_second",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as the second sees it",
                            ),
                        ),
                        (
                            "level_ours",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as we see it",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True,
                                help_text="For example a shared project, an agreement, a survey.",
                                verbose_name="what shows it",
                            ),
                        ),
                        ("since_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        (
                            "until_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day, if it is over.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
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
                            "first",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ties_as_first",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ties",
                                to="partners.relation",
                                verbose_name="kind of tie",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ties_as_second",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "relation"], name="tie_by_relation"),
                            models.Index(fields=["coalition", "first"], name="tie_by_first"),
                            models.Index(fields=["coalition", "second"], name="tie_by_second"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Least("first", "second"),
                                django.db.models.functions.comparison.Greatest("first", "second"),
                                models.F("relation"),
                                name="tie_is_told_once_per_pair_and_relation",
                                violation_error_message="These two are tied in this way already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first", models.F("second")), _negated=True),
                                name="tie_is_of_two",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("level_first__lte", 5),
                                    ("level_second__lte", 5),
                                    ("level_ours__lte", 5),
                                ),
                                name="tie_levels_are_from_0_to_5",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since_on__isnull", True),
                                    ("until_on__isnull", True),
                                    ("until_on__gte", models.F("since_on")),
                                    _connector="OR",
                                ),
                                name="tie_ends_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TieEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "level_first",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as the first sees it",
                            ),
                        ),
                        (
                            "level_second",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as the second sees it",
                            ),
                        ),
                        (
                            "level_ours",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (0, "0 none"),
                                    (1, "1 networking: they know of each other"),
                                    (2, "2 cooperation: they tell each other what they do"),
                                    (3, "3 coordination: they fit what they do together"),
                                    (4, "4 coalition: they share ideas, means and decisions"),
                                    (5, "5 collaboration: they act as one"),
                                ],
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                                verbose_name="level as we see it",
                            ),
                        ),
                        (
                            "evidence",
                            models.TextField(
                                blank=True,
                                help_text="For example a shared project, an agreement, a survey.",
                                verbose_name="what shows it",
                            ),
                        ),
                        ("since_on", models.DateField(blank=True, null=True, verbose_name="since")),
                        (
                            "until_on",
                            models.DateField(
                                blank=True,
                                help_text="The last day, if it is over.",
                                null=True,
                                verbose_name="until",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="note")),
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
                            "first",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.tie",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.relation",
                                verbose_name="kind of tie",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ti_pgh_obj_7408a9_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ti_pgh_con_094ac7_idx"
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
                        choices=[("partners", "Partners"), ("ties", "Ties")],
                        default="partners",
                        help_text="What a row tells of.",
                        max_length=12,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importrun",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("subject__in", ["partners", "ties"])),
                        name="import_run_subject_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f27b0506ed1972adb32145e49223db3aa98e46fb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_63cf8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ba6469ecc53710cdd3de02df7453a49cdaf525f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2f73d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_relationevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") SELECT old_values."coalition_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e1c3013b0731d0e1dd9c744091dfaa3c4aad53c6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4abee",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="tie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT new_values."coalition_id", new_values."evidence", new_values."first_id", new_values."id", new_values."level_first", new_values."level_ours", new_values."level_second", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relation_id", new_values."second_id", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81fea6c3fb8b307c0c8f27b8791a4ac45389e88e",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT new_values."coalition_id", new_values."evidence", new_values."first_id", new_values."id", new_values."level_first", new_values."level_ours", new_values."level_second", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relation_id", new_values."second_id", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="98dfd9be0cb6d95789d95e4cae30c7d8ce68047e",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_tieevent" ("coalition_id", "evidence", "first_id", "id", "level_first", "level_ours", "level_second", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "second_id", "since_on", "until_on") SELECT old_values."coalition_id", old_values."evidence", old_values."first_id", old_values."id", old_values."level_first", old_values."level_ours", old_values."level_second", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relation_id", old_values."second_id", old_values."since_on", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e20a1ea80827e88a6c632a5ea4470c8c497bc3cb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9298",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_tie",
                            when="AFTER",
                        ),
                    ),
                ),
                same_tenant(child="partners_tie", parent="partners_relation", column="relation_id"),
                *(
                    same_tenant(child="partners_tie", parent="partners_organisation", column=side)
                    for side in ("first_id", "second_id")
                ),
            ]
        )
    ]
