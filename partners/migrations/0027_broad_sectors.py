import pgtrigger.compiler
import pgtrigger.migrations
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from common.database.migrating import Together

# The sectors of the presets, in English and Spanish, as they were called when this was written.
NAMES = {
    "government": [
        "Law enforcement", "Policía y seguridad pública",
        "State, local or tribal government", "Gobierno estatal, local o tribal",
        "Public health", "Salud pública",
        "Local government", "Gobierno local",
    ],
    "nonprofit": [
        "Youth-serving organisation", "Organización que atiende a jóvenes",
        "Religious or fraternal organisation", "Organización religiosa o fraternal",
        "Civic or volunteer group", "Grupo cívico o de voluntariado",
        "Trade union", "Sindicatos",
        "Faith", "Comunidades de fe",
        "Philanthropy", "Filantropía",
    ],
    "health": [
        "Healthcare professional", "Profesional de la salud",
        "Health care", "Atención médica",
        "Mental health and substance use", "Salud mental y consumo de sustancias",
        "Community health workers", "Promotores de salud",
    ],
    "academia": ["School", "Escuelas", "Education", "Educación", "Research", "Investigación"],
    "private": ["Business", "Empresas", "Media", "Medios de comunicación", "Employer", "Empleadores"],
    "community": [
        "Youth", "Jóvenes",
        "Parents", "Padres y madres",
        "Residents", "Residentes",
        "Older people", "Personas mayores",
        "Young people", "Personas jóvenes",
        "Disability", "Discapacidad",
    ],
}  # fmt: skip


def say_of_presets(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Only of sectors that are still called as their preset calls them: the others somebody has thought of."""
    sectors = apps.get_model("partners", "Term").objects.filter(vocabulary="sector")
    for broad, names in NAMES.items():
        sectors.filter(name__in=names).update(broad_sector=broad)


def unsay(_apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Nothing: on the way back the column goes."""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_tagline"),
        ("partners", "0026_search_every_own_field"),
    ]

    operations = [
        Together(
            [
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
                    name="broad_sector",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("government", "Government"),
                            ("nonprofit", "Nonprofits"),
                            ("health", "Health care"),
                            ("academia", "Schools and academia"),
                            ("private", "Private sector"),
                            ("community", "Community members"),
                        ],
                        help_text="Only sectors: “Local government” is part of Government.",
                        max_length=10,
                        verbose_name="broad sector",
                    ),
                ),
                migrations.AddField(
                    model_name="termevent",
                    name="broad_sector",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("government", "Government"),
                            ("nonprofit", "Nonprofits"),
                            ("health", "Health care"),
                            ("academia", "Schools and academia"),
                            ("private", "Private sector"),
                            ("community", "Community members"),
                        ],
                        help_text="Only sectors: “Local government” is part of Government.",
                        max_length=10,
                        verbose_name="broad sector",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="term",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("broad_sector", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT new_values."broad_sector", new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."vocabulary", new_values."within_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f37ece06e8e8508655d8ef63191f08dd69bcc2b6",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("broad_sector", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT new_values."broad_sector", new_values."coalition_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."vocabulary", new_values."within_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a06eea804d93d0c29f60772588fd2e094dfc347",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_termevent" ("broad_sector", "coalition_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "vocabulary", "within_id") SELECT old_values."broad_sector", old_values."coalition_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."vocabulary", old_values."within_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7a1e7da2c309e453a5eff0defce60e968fd54d35",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c0b8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_term",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="term",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("broad_sector", ""),
                            models.Q(
                                (
                                    "broad_sector__in",
                                    [
                                        "government",
                                        "nonprofit",
                                        "health",
                                        "academia",
                                        "private",
                                        "community",
                                    ],
                                ),
                                ("vocabulary", "sector"),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_sector_has_a_broad_one",
                    ),
                ),
            ]
        ),
        migrations.RunPython(say_of_presets, unsay),
    ]
