import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("common", "0001_extensions"),
        ("accounts", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "device",
                    models.CharField(
                        blank=True,
                        help_text="As the browser names itself.",
                        max_length=300,
                        verbose_name="browser",
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["person", "-last_seen_at"], name="session_of_person")
                ],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coalition",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coalition",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coalition",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_is_active_once_per_coalition",
        ),
        migrations.AddField(
            model_name="coalition",
            name="second_factor_for",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("administrator", "Administrator"),
                        ("coordinator", "Coordinator"),
                        ("steering", "Steering committee"),
                        ("partner", "Partner"),
                        ("viewer", "Viewer"),
                    ],
                    max_length=16,
                ),
                blank=True,
                default=list,
                help_text="Members of these roles open the coalition only with a second factor.",
                size=None,
                verbose_name="second factor required for",
            ),
        ),
        migrations.AddField(
            model_name="coalitionevent",
            name="second_factor_for",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("administrator", "Administrator"),
                        ("coordinator", "Coordinator"),
                        ("steering", "Steering committee"),
                        ("partner", "Partner"),
                        ("viewer", "Viewer"),
                    ],
                    max_length=16,
                ),
                blank=True,
                default=list,
                help_text="Members of these roles open the coalition only with a second factor.",
                size=None,
                verbose_name="second factor required for",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="ends_on",
            field=models.DateField(
                blank=True,
                help_text="On this day their access ends by itself. Empty: no end.",
                null=True,
                verbose_name="member until",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="starts_on",
            field=models.DateField(
                blank=True,
                help_text="Until then the coalition stays closed to them. Empty: as soon as they accept.",
                null=True,
                verbose_name="member from",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="ends_on",
            field=models.DateField(
                blank=True,
                help_text="On this day their access ends by itself. Empty: no end.",
                null=True,
                verbose_name="member until",
            ),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="starts_on",
            field=models.DateField(
                blank=True,
                help_text="Until then the coalition stays closed to them. Empty: as soon as they accept.",
                null=True,
                verbose_name="member from",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="erased_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="From then on the row only stands for somebody who was here once.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="erased_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="From then on the row only stands for somebody who was here once.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="ended_on",
            field=models.DateField(
                blank=True,
                help_text="The first day without access. It may lie ahead.",
                null=True,
                verbose_name="until",
            ),
        ),
        migrations.AlterField(
            model_name="membershipevent",
            name="ended_on",
            field=models.DateField(
                blank=True,
                help_text="The first day without access. It may lie ahead.",
                null=True,
                verbose_name="until",
            ),
        ),
        migrations.AddConstraint(
            model_name="coalition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "second_factor_for__contained_by",
                        ["administrator", "coordinator", "steering", "partner", "viewer"],
                    )
                ),
                name="coalition_second_factor_is_for_known_roles",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="invitation_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("coalition", "="),
                    ("person", "="),
                    (
                        models.Func(
                            "started_on",
                            "ended_on",
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="membership_is_held_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("erased_at__isnull", True), ("is_active", False), _connector="OR"
                ),
                name="person_who_is_erased_cannot_sign_in",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_coalitionevent" ("created_at", "founded_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "problem_statement", "second_factor_for", "sector_preset", "short_name", "slug", "time_zone") SELECT new_values."created_at", new_values."founded_on", new_values."id", new_values."is_sample", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."problem_statement", new_values."second_factor_for", new_values."sector_preset", new_values."short_name", new_values."slug", new_values."time_zone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a181f9ec94cdaf8ba47b7a14ed19649c73dbaf8c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5096e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="accounts_coalition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_coalitionevent" ("created_at", "founded_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "problem_statement", "second_factor_for", "sector_preset", "short_name", "slug", "time_zone") SELECT new_values."created_at", new_values."founded_on", new_values."id", new_values."is_sample", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."problem_statement", new_values."second_factor_for", new_values."sector_preset", new_values."short_name", new_values."slug", new_values."time_zone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7ba39db3dbfa6ac5b5e83d374e3e17ad11321dbf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fea49",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="accounts_coalition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coalition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_coalitionevent" ("created_at", "founded_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "problem_statement", "second_factor_for", "sector_preset", "short_name", "slug", "time_zone") SELECT old_values."created_at", old_values."founded_on", old_values."id", old_values."is_sample", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."problem_statement", old_values."second_factor_for", old_values."sector_preset", old_values."short_name", old_values."slug", old_values."time_zone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e3104098def0a4e63244df6f90b18cf08d36220",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ce83e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="accounts_coalition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "coalition_id", "email", "ends_on", "expires_at", "full_name", "id", "invited_at", "invited_by_id", "membership_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "withdrawn_at") SELECT new_values."accepted_at", new_values."coalition_id", new_values."email", new_values."ends_on", new_values."expires_at", new_values."full_name", new_values."id", new_values."invited_at", new_values."invited_by_id", new_values."membership_id", new_values."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role", new_values."starts_on", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="94b19fd4d5bd97c91667fa9bb50957dc8cdb6e33",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c354",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "coalition_id", "email", "ends_on", "expires_at", "full_name", "id", "invited_at", "invited_by_id", "membership_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "withdrawn_at") SELECT new_values."accepted_at", new_values."coalition_id", new_values."email", new_values."ends_on", new_values."expires_at", new_values."full_name", new_values."id", new_values."invited_at", new_values."invited_by_id", new_values."membership_id", new_values."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role", new_values."starts_on", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e92180fb17d9a6f88426d0016305f4f67618d38f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4e12d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_invitationevent" ("accepted_at", "coalition_id", "email", "ends_on", "expires_at", "full_name", "id", "invited_at", "invited_by_id", "membership_id", "message", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "withdrawn_at") SELECT old_values."accepted_at", old_values."coalition_id", old_values."email", old_values."ends_on", old_values."expires_at", old_values."full_name", old_values."id", old_values."invited_at", old_values."invited_by_id", old_values."membership_id", old_values."message", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role", old_values."starts_on", old_values."withdrawn_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9ec41da9ef7a132c409e2167e60b64f77970ee67",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2c14",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="accounts_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_personevent" ("email", "erased_at", "full_name", "id", "is_active", "joined_at", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone") SELECT new_values."email", new_values."erased_at", new_values."full_name", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."time_zone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1cbf4d107d12e0359ddddd155da4e183c2a6d3d3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6b541",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="accounts_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_personevent" ("email", "erased_at", "full_name", "id", "is_active", "joined_at", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone") SELECT new_values."email", new_values."erased_at", new_values."full_name", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."time_zone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."erased_at" IS DISTINCT FROM (new_values."erased_at") OR old_values."full_name" IS DISTINCT FROM (new_values."full_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."joined_at" IS DISTINCT FROM (new_values."joined_at") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."time_zone" IS DISTINCT FROM (new_values."time_zone")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6dd79535e652380ee29ac2b1c6044c4150d0ebe9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70819",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="accounts_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "accounts_personevent" ("email", "erased_at", "full_name", "id", "is_active", "joined_at", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "time_zone") SELECT old_values."email", old_values."erased_at", old_values."full_name", old_values."id", old_values."is_active", old_values."joined_at", old_values."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."time_zone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="29044ad86b2cf5720f9c56d6f7f861fb3a479720",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_18acd",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="accounts_person",
                    when="AFTER",
                ),
            ),
        ),
    ]
