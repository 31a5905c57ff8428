import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0027_broad_sectors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="benefit",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="benefit",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="benefit",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="valuestatement",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="valuestatement",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="valuestatement",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="amount",
                    field=models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="how much or how many",
                    ),
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="first_due_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The day that was promised first, once it was moved.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="held_to_on",
                    field=models.DateField(
                        blank=True,
                        help_text="By when it was promised before it was moved without their word; else empty.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="own_unit",
                    field=models.CharField(blank=True, max_length=40, verbose_name="which unit"),
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="times_moved",
                    field=models.PositiveSmallIntegerField(default=0),
                ),
                migrations.AddField(
                    model_name="benefit",
                    name="unit",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("dollars", "Dollars"),
                            ("hours", "Hours"),
                            ("people", "People reached"),
                            ("visits", "Visits avoided"),
                            ("referrals", "Referrals"),
                            ("own", "Another unit"),
                        ],
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="amount",
                    field=models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="how much or how many",
                    ),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="first_due_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The day that was promised first, once it was moved.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="held_to_on",
                    field=models.DateField(
                        blank=True,
                        help_text="By when it was promised before it was moved without their word; else empty.",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="own_unit",
                    field=models.CharField(blank=True, max_length=40, verbose_name="which unit"),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="times_moved",
                    field=models.PositiveSmallIntegerField(default=0),
                ),
                migrations.AddField(
                    model_name="benefitevent",
                    name="unit",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("dollars", "Dollars"),
                            ("hours", "Hours"),
                            ("people", "People reached"),
                            ("visits", "Visits avoided"),
                            ("referrals", "Referrals"),
                            ("own", "Another unit"),
                        ],
                        max_length=10,
                        verbose_name="of what",
                    ),
                ),
                migrations.AddField(
                    model_name="valuestatement",
                    name="own_words",
                    field=models.TextField(
                        blank=True,
                        help_text="As you would say it yourselves: what is being here worth to you?",
                        max_length=4000,
                        verbose_name="what we gain, in our own words",
                    ),
                ),
                migrations.AddField(
                    model_name="valuestatement",
                    name="own_words_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="valuestatement",
                    name="own_words_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="valuestatementevent",
                    name="own_words",
                    field=models.TextField(
                        blank=True,
                        help_text="As you would say it yourselves: what is being here worth to you?",
                        max_length=4000,
                        verbose_name="what we gain, in our own words",
                    ),
                ),
                migrations.AddField(
                    model_name="valuestatementevent",
                    name="own_words_by",
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
                    model_name="valuestatementevent",
                    name="own_words_on",
                    field=models.DateField(blank=True, null=True),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("amount", "came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "times_moved", "unit", "withdrawn_on", "withdrawn_reason", "words") SELECT new_values."amount", new_values."came", new_values."came_by_id", new_values."came_on", new_values."came_words", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."first_due_on", new_values."held_to_on", new_values."id", new_values."is_tangible", new_values."is_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", new_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."promised_by_id", new_values."promised_on", new_values."state", new_values."times_moved", new_values."unit", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d3ec56ef46d676dfe0a4bb556275259fa528efac",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a83cf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("amount", "came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "times_moved", "unit", "withdrawn_on", "withdrawn_reason", "words") SELECT new_values."amount", new_values."came", new_values."came_by_id", new_values."came_on", new_values."came_words", new_values."coalition_id", new_values."delivered_on", new_values."delivered_what", new_values."due_on", new_values."first_due_on", new_values."held_to_on", new_values."id", new_values."is_tangible", new_values."is_their_own_word", new_values."kind", new_values."note", new_values."organisation_id", new_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."promised_by_id", new_values."promised_on", new_values."state", new_values."times_moved", new_values."unit", new_values."withdrawn_on", new_values."withdrawn_reason", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8449c326a95d8d6476999c546a90bee0d3b5b17f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2dd12",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="benefit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_benefitevent" ("amount", "came", "came_by_id", "came_on", "came_words", "coalition_id", "delivered_on", "delivered_what", "due_on", "first_due_on", "held_to_on", "id", "is_tangible", "is_their_own_word", "kind", "note", "organisation_id", "own_unit", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by_id", "promised_on", "state", "times_moved", "unit", "withdrawn_on", "withdrawn_reason", "words") SELECT old_values."amount", old_values."came", old_values."came_by_id", old_values."came_on", old_values."came_words", old_values."coalition_id", old_values."delivered_on", old_values."delivered_what", old_values."due_on", old_values."first_due_on", old_values."held_to_on", old_values."id", old_values."is_tangible", old_values."is_their_own_word", old_values."kind", old_values."note", old_values."organisation_id", old_values."own_unit", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."promised_by_id", old_values."promised_on", old_values."state", old_values."times_moved", old_values."unit", old_values."withdrawn_on", old_values."withdrawn_reason", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9dd0f69f195a2156d99015cbe93968330999aab6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_41e76",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_benefit",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "own_words", "own_words_by_id", "own_words_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT new_values."coalition_id", new_values."hoped_by_id", new_values."hoped_on", new_values."hopes", new_values."id", new_values."organisation_id", new_values."own_words", new_values."own_words_by_id", new_values."own_words_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."stated_by_id", new_values."stated_on", new_values."statement" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9daa80d18941740ef45bfbfbe32fe3082529b96c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ce01",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "own_words", "own_words_by_id", "own_words_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT new_values."coalition_id", new_values."hoped_by_id", new_values."hoped_on", new_values."hopes", new_values."id", new_values."organisation_id", new_values."own_words", new_values."own_words_by_id", new_values."own_words_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."stated_by_id", new_values."stated_on", new_values."statement" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="259217796e1128534ef0cc2788fc7271ed2d04ce",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39fc8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuestatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_valuestatementevent" ("coalition_id", "hoped_by_id", "hoped_on", "hopes", "id", "organisation_id", "own_words", "own_words_by_id", "own_words_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_by_id", "stated_on", "statement") SELECT old_values."coalition_id", old_values."hoped_by_id", old_values."hoped_on", old_values."hopes", old_values."id", old_values."organisation_id", old_values."own_words", old_values."own_words_by_id", old_values."own_words_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."stated_by_id", old_values."stated_on", old_values."statement" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3d114c630f5733d84c97844dcd737069629bbdeb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c5fc6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_valuestatement",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="benefit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("first_due_on__isnull", True),
                                ("held_to_on__isnull", True),
                                ("times_moved", 0),
                            ),
                            models.Q(("first_due_on__isnull", False), ("times_moved__gte", 1)),
                            _connector="OR",
                        ),
                        name="benefit_that_was_moved_tells_from_which_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="benefit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("held_to_on__isnull", True),
                            ("held_to_on__gte", models.F("promised_on")),
                            _connector="OR",
                        ),
                        name="benefit_is_held_to_a_day_after_it_was_promised",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="benefit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__isnull", True), ("own_unit", ""), ("unit", "")),
                            models.Q(
                                ("amount__gt", 0),
                                ("unit__in", ["dollars", "hours", "people", "visits", "referrals"]),
                                ("own_unit", ""),
                                ("state", "delivered"),
                            ),
                            models.Q(
                                ("amount__gt", 0),
                                ("state", "delivered"),
                                ("unit", "own"),
                                models.Q(("own_unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="benefit_amount_has_a_unit_and_was_delivered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="valuestatement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("own_words", ""),
                                ("own_words_by__isnull", True),
                                ("own_words_on__isnull", True),
                            ),
                            models.Q(
                                models.Q(("own_words", ""), _negated=True),
                                ("own_words_by__isnull", False),
                                ("own_words_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="value_own_words_have_a_day_and_a_hand",
                    ),
                ),
            ]
        ),
    ]
