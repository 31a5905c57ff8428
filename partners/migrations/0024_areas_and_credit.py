import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from common.database.migrating import Together
from common.database.tenancy import same_tenant


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0023_answers_may_come_from_files"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="CreditRule",
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
                            "on_what",
                            models.CharField(
                                help_text="For example: news releases and posters",
                                max_length=200,
                                verbose_name="on what",
                            ),
                        ),
                        (
                            "named",
                            models.CharField(
                                choices=[
                                    ("everybody", "Every partner of the coalition"),
                                    ("took_part", "The partners who took part"),
                                    ("coalition", "The coalition alone"),
                                    ("chosen", "The partners chosen here"),
                                ],
                                max_length=10,
                                verbose_name="who is named",
                            ),
                        ),
                        (
                            "how",
                            models.TextField(
                                blank=True,
                                help_text="For example: by the alphabet, each with its logo, all of one size.",
                                max_length=1000,
                                verbose_name="how",
                            ),
                        ),
                        ("agreed_on", models.DateField(verbose_name="agreed on")),
                        (
                            "agreed_with",
                            models.CharField(
                                help_text="For example: the steering committee",
                                max_length=200,
                                verbose_name="agreed with",
                            ),
                        ),
                        ("retired_on", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "rule for credit",
                        "verbose_name_plural": "rules for credit",
                        "ordering": ["on_what", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="credit_rule_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("named__in", ["everybody", "took_part", "coalition", "chosen"])
                                ),
                                name="credit_rule_names_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("on_what", ""), _negated=True),
                                    models.Q(("agreed_with", ""), _negated=True),
                                ),
                                name="credit_rule_says_on_what_and_with_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CreditedPartner",
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
                            "coalition",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.coalition",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="credited",
                                to="partners.creditrule",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_cr_coaliti_399e52_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rule", "organisation"),
                                name="credit_rule_names_a_partner_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CreditedPartnerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
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
                            "organisation",
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
                                to="partners.creditedpartner",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.creditrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_cr_pgh_obj_fb3564_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_cr_pgh_con_f16300_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CreditRuleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "on_what",
                            models.CharField(
                                help_text="For example: news releases and posters",
                                max_length=200,
                                verbose_name="on what",
                            ),
                        ),
                        (
                            "named",
                            models.CharField(
                                choices=[
                                    ("everybody", "Every partner of the coalition"),
                                    ("took_part", "The partners who took part"),
                                    ("coalition", "The coalition alone"),
                                    ("chosen", "The partners chosen here"),
                                ],
                                max_length=10,
                                verbose_name="who is named",
                            ),
                        ),
                        (
                            "how",
                            models.TextField(
                                blank=True,
                                help_text="For example: by the alphabet, each with its logo, all of one size.",
                                max_length=1000,
                                verbose_name="how",
                            ),
                        ),
                        ("agreed_on", models.DateField(verbose_name="agreed on")),
                        (
                            "agreed_with",
                            models.CharField(
                                help_text="For example: the steering committee",
                                max_length=200,
                                verbose_name="agreed with",
                            ),
                        ),
                        ("retired_on", models.DateField(blank=True, null=True)),
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
                                to="partners.creditrule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_cr_pgh_obj_8967ae_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_cr_pgh_con_bc99c1_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="term",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="term",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="term",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="term",
                    name="within",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Only areas: a town lies in its county.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="partners.term",
                        verbose_name="lies in",
                    ),
                ),
                migrations.AddField(
                    model_name="termevent",
                    name="within",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Only areas: a town lies in its county.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.term",
                        verbose_name="lies in",
                    ),
                ),
                migrations.AddIndex(
                    model_name="term",
                    index=models.Index(
                        condition=models.Q(("within__isnull", False)),
                        fields=["coalition", "within"],
                        name="term_parts_of_an_area",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="term",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("within__isnull", True), ("vocabulary", "area"), _connector="OR"
                        ),
                        name="only_an_area_lies_in_another",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="lies_in_no_circle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.within_id IS NOT NULL)",
                            constraint="CONSTRAINT",
                            declare="DECLARE circle boolean;",
                            func="\n        PERFORM 1 FROM accounts_coalition WHERE id = NEW.coalition_id FOR NO KEY UPDATE;\n        WITH RECURSIVE above(id) AS (\n            SELECT within_id FROM partners_term WHERE id = NEW.id AND within_id IS NOT NULL\n            UNION\n            SELECT term.within_id FROM partners_term term JOIN above ON term.id = above.id\n            WHERE term.within_id IS NOT NULL\n        )\n        SELECT EXISTS (SELECT 1 FROM above WHERE id = NEW.id) INTO circle;\n        IF circle THEN\n            RAISE EXCEPTION 'an area lies in itself'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'area_lies_in_no_circle';\n        END IF;\n        IF EXISTS (\n            SELECT 1 FROM partners_term term\n            LEFT JOIN partners_term larger ON larger.id = term.within_id AND larger.vocabulary = 'area'\n            WHERE term.id = NEW.id AND term.within_id IS NOT NULL AND larger.id IS NULL\n        ) THEN\n            RAISE EXCEPTION 'an area lies in what is no area'\n            USING ERRCODE = 'check_violation', CONSTRAINT = 'area_lies_in_an_area';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="4282407e7392a29ae99539be7e66cd148324b454",
                            operation='INSERT OR UPDATE OF "within_id"',
                            pgid="pgtrigger_lies_in_no_circle_60f43",
                            table="partners_term",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."vocabulary", new_values."within_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="839d02b3e58cdd929a7971a613983c8b4383298c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6e1c2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."vocabulary", new_values."within_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="de90297041c3f04a104afff10f8c4888d1ad571e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5ec76",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT old_values."coalition_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."vocabulary", old_values."within_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="009893568dc57caa79cd953fd3e2efab1ed2d27d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c0b8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_term",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditruleevent" ("agreed_on", "agreed_with", "coalition_id", "how", "id", "named", "on_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on") SELECT new_values."agreed_on", new_values."agreed_with", new_values."coalition_id", new_values."how", new_values."id", new_values."named", new_values."on_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aaa60c72c08c974ef3ac42d5b933a605519a4b3e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0864",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_creditrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditruleevent" ("agreed_on", "agreed_with", "coalition_id", "how", "id", "named", "on_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on") SELECT new_values."agreed_on", new_values."agreed_with", new_values."coalition_id", new_values."how", new_values."id", new_values."named", new_values."on_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="263e9be29d163a6e73008adfb6e114be0224a8a0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_399a9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_creditrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditrule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditruleevent" ("agreed_on", "agreed_with", "coalition_id", "how", "id", "named", "on_what", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on") SELECT old_values."agreed_on", old_values."agreed_with", old_values."coalition_id", old_values."how", old_values."id", old_values."named", old_values."on_what", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="65bbdb379e83440431b1dc1d812c9339bba35e29",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2a88b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_creditrule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditedpartner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="8a468d620cd026fc2bf446791af7ae4db24d3478",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_9204a",
                            table="partners_creditedpartner",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditedpartner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditedpartnerevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id") SELECT new_values."coalition_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."rule_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b148c88e0f260dca67623f1f134fc8c935dab945",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba45e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_creditedpartner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditedpartner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditedpartnerevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id") SELECT new_values."coalition_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."rule_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f2b9228a28681b127ae61c2d79f3f655595b218a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_49a8b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_creditedpartner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="creditedpartner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_creditedpartnerevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id") SELECT old_values."coalition_id", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."rule_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd2195a4ecdb2e991d5f8319f776ca2d84cdc234",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1676c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_creditedpartner",
                            when="AFTER",
                        ),
                    ),
                ),
                same_tenant(
                    child="partners_creditedpartner",
                    parent="partners_organisation",
                    column="organisation_id",
                ),
                same_tenant(
                    child="partners_creditedpartner",
                    parent="partners_creditrule",
                    column="rule_id",
                    cascade=True,
                ),
                same_tenant(child="partners_term", parent="partners_term", column="within_id"),
            ]
        ),
    ]
