import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        ("governance", "0006_succession"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="NotAnAcronym",
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
                        ("text", models.CharField(max_length=20, verbose_name="acronym")),
                        ("said_on", models.DateField(verbose_name="said on")),
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
                            "said_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["text"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "text"), name="acronym_is_set_aside_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotAnAcronymEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("text", models.CharField(max_length=20, verbose_name="acronym")),
                        ("said_on", models.DateField(verbose_name="said on")),
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
                                to="governance.notanacronym",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_2b0178_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_f62ba8_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Word",
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
                            "term",
                            models.CharField(
                                help_text="As people write it. What has no small letter, such as WHO, is found only as it is written; everything else whatever its capitals.",
                                max_length=80,
                                verbose_name="word or acronym",
                            ),
                        ),
                        (
                            "stands_for",
                            models.CharField(
                                blank=True,
                                help_text="For an acronym: the full words. For a word leave it empty.",
                                max_length=200,
                                verbose_name="what it stands for",
                            ),
                        ),
                        (
                            "definition",
                            models.TextField(
                                help_text="As you would tell a neighbor: one or two short sentences, no other jargon.",
                                max_length=1000,
                                verbose_name="what it means",
                            ),
                        ),
                        (
                            "spellings",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="other spellings",
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="retired on"),
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
                        "ordering": [models.Func("term", function="plain_text"), "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="word_of_coalition"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("retired_on__isnull", True)),
                                fields=("coalition", "term"),
                                name="word_stands_once_in_the_glossary",
                                violation_error_message="This word is in the glossary already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("term", ""), _negated=True),
                                    models.Q(("definition", ""), _negated=True),
                                ),
                                name="word_is_written_and_explained",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "term",
                            models.CharField(
                                help_text="As people write it. What has no small letter, such as WHO, is found only as it is written; everything else whatever its capitals.",
                                max_length=80,
                                verbose_name="word or acronym",
                            ),
                        ),
                        (
                            "stands_for",
                            models.CharField(
                                blank=True,
                                help_text="For an acronym: the full words. For a word leave it empty.",
                                max_length=200,
                                verbose_name="what it stands for",
                            ),
                        ),
                        (
                            "definition",
                            models.TextField(
                                help_text="As you would tell a neighbor: one or two short sentences, no other jargon.",
                                max_length=1000,
                                verbose_name="what it means",
                            ),
                        ),
                        (
                            "spellings",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="other spellings",
                            ),
                        ),
                        (
                            "retired_on",
                            models.DateField(blank=True, null=True, verbose_name="retired on"),
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
                                to="governance.word",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_ec9eb4_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_416a5b_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FoundAcronym",
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
                        ("text", models.CharField(max_length=20, verbose_name="acronym")),
                        (
                            "times",
                            models.PositiveIntegerField(verbose_name="how often it stands there"),
                        ),
                        ("texts", models.PositiveIntegerField(verbose_name="in how many texts")),
                        (
                            "places",
                            models.JSONField(
                                default=list,
                                help_text="The first few texts: kind, row that the page shows, its name.",
                            ),
                        ),
                        (
                            "stands_for",
                            models.CharField(
                                blank=True,
                                help_text="What a text itself says it stands for.",
                                max_length=200,
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
                        "ordering": ["-times", "text"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "text"),
                                name="acronym_is_found_once_in_a_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("texts__gte", 1), ("times__gte", 1)),
                                name="acronym_stands_somewhere",
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notanacronym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_notanacronymevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "text") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."said_by_id", new_values."said_on", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="28d5f9276b2190a95b45e46ab003031fbc57110c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eada9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_notanacronym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notanacronym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_notanacronymevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "text") SELECT new_values."coalition_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."said_by_id", new_values."said_on", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="677053fe4bb55604cffd3dbb8054b3b34c463f5e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cfd4c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_notanacronym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notanacronym",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_notanacronymevent" ("coalition_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "said_on", "text") SELECT old_values."coalition_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."said_by_id", old_values."said_on", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ceced3d8bbf7ba54b3f09a27dc0547f80a0ee9ed",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e5ff5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_notanacronym",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="word",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_wordevent" ("coalition_id", "definition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "spellings", "stands_for", "term") SELECT new_values."coalition_id", new_values."definition", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on", new_values."spellings", new_values."stands_for", new_values."term" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5c13e4dcbdba3f191de9b39be06d05008f35e6f3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a4d50",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_word",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="word",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_wordevent" ("coalition_id", "definition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "spellings", "stands_for", "term") SELECT new_values."coalition_id", new_values."definition", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on", new_values."spellings", new_values."stands_for", new_values."term" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="23d117fcc69022c72873b9263c0204607a8beace",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_629ba",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_word",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="word",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_wordevent" ("coalition_id", "definition", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "spellings", "stands_for", "term") SELECT old_values."coalition_id", old_values."definition", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on", old_values."spellings", old_values."stands_for", old_values."term" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8abcdfcbd61b0981a2c292428c611a391b2d3f59",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5e26",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_word",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
