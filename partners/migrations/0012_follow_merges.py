import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from common.database.migrating import Together

# The organisation itself, or the one that has taken its place, however many merges ago. While somebody is
# merging it, this waits until they have.
HOME = """
CREATE FUNCTION partners_home(organisation bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    home bigint := organisation;
    following bigint;
BEGIN
    LOOP
        SELECT merged_into_id INTO following FROM partners_organisation
            WHERE id = home FOR KEY SHARE;
        IF following IS NULL THEN
            RETURN home;
        END IF;
        home := following;
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0011_people_at_hand"),
    ]

    operations = [
        Together(
            [
                migrations.RunSQL(HOME, "DROP FUNCTION partners_home(bigint)"),
                pgtrigger.migrations.AddTrigger(
                    model_name="address",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="b41e298032377c12696236f5d5939ccba24b0b3f",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_f94bb",
                            table="partners_address",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alias",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="d7e4b8b5b30eb96faddcc6c628cfbc76d6beb379",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_8cfd1",
                            table="partners_alias",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attachment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="c8bfb3bc3d227d1ca9b9b609ef6a1f20e51e8175",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_5958c",
                            table="partners_attachment",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="classification",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="b4db2bd4dd0bd4f61b884bdf08c6ffcae4bac63b",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_f6589",
                            table="partners_classification",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="1d54d2ab74e7d92a6d25117cc0717a62e6be6040",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_79931",
                            table="partners_contact",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="externalidentifier",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="0f58151ff6607ef3abdbe201ea134312bc8760f3",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_cce79",
                            table="partners_externalidentifier",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="phone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="5070e5e0f3f441a1bb91c865d84468cbedc53351",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_bc537",
                            table="partners_phone",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="representation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="c96b6c912106b56bf2d4b9383aa3e41ef0e62ee7",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_da55c",
                            table="partners_representation",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]
