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
        ("accounts", "0003_sign_in_and_terms"),
        ("accounts", "__first__"),
        ("partners", "0020_call"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Service",
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
                            "name",
                            models.CharField(
                                help_text="As people ask for it: “Food pantry”.",
                                max_length=250,
                                verbose_name="name of the service",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True,
                                help_text="In two or three sentences. Never write about people who use it.",
                                max_length=8000,
                                verbose_name="what it does",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="By which a directory or 211 knows it. An import finds it by this first.",
                                max_length=120,
                                verbose_name="number in another system",
                            ),
                        ),
                        (
                            "eligibility",
                            models.TextField(
                                blank=True,
                                help_text="For example age, place or income. Empty means everybody.",
                                max_length=2000,
                                verbose_name="who may come",
                            ),
                        ),
                        (
                            "fees",
                            models.CharField(
                                blank=True,
                                help_text="For example: free, or by income.",
                                max_length=500,
                                verbose_name="what it costs",
                            ),
                        ),
                        (
                            "how_to_refer",
                            models.TextField(
                                blank=True,
                                help_text="What to do, and what people should bring.",
                                max_length=2000,
                                verbose_name="how to send somebody",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="A line that anybody may call, not somebody’s own.",
                                max_length=120,
                                verbose_name="phone of the service",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="An address that anybody may write to, not somebody’s own.",
                                max_length=254,
                                verbose_name="e-mail of the service",
                            ),
                        ),
                        (
                            "page",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="web page of the service"
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("open", "Open"),
                                    ("waiting", "Waiting list"),
                                    ("full", "Full"),
                                    ("paused", "Paused"),
                                ],
                                max_length=8,
                                verbose_name="does it take people now?",
                            ),
                        ),
                        (
                            "capacity_on",
                            models.DateField(blank=True, null=True, verbose_name="said on"),
                        ),
                        (
                            "capacity_note",
                            models.CharField(
                                blank=True,
                                help_text="For example: about three weeks, or until the new term.",
                                max_length=200,
                                verbose_name="more about it",
                            ),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Said by somebody who speaks for them, not told to one of us.",
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
                        (
                            "capacity_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="services",
                                to="partners.contact",
                                verbose_name="whom to ask for",
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
                    ],
                    options={
                        "verbose_name": "service",
                        "verbose_name_plural": "services",
                        "ordering": ["organisation_id", "name", "pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_se_coaliti_6dd8bc_idx",
                            ),
                            models.Index(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=["coalition", "number"],
                                name="service_by_number",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="service_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("organisation"),
                                models.Func("name", function="plain_text"),
                                name="service_is_named_once_per_organisation",
                                violation_error_message="They have a service of that name already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="service_has_a_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("capacity__in", ["", "open", "waiting", "full", "paused"])
                                ),
                                name="service_capacity_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("capacity", ""),
                                        ("capacity_by__isnull", True),
                                        ("capacity_note", ""),
                                        ("capacity_on__isnull", True),
                                        ("is_their_own_word", False),
                                    ),
                                    models.Q(
                                        models.Q(("capacity", ""), _negated=True),
                                        ("capacity_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="service_capacity_was_said_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since_on__isnull", True),
                                    ("until_on__isnull", True),
                                    ("until_on__gte", models.F("since_on")),
                                    _connector="OR",
                                ),
                                name="service_ends_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "name",
                            models.CharField(
                                help_text="As people ask for it: “Food pantry”.",
                                max_length=250,
                                verbose_name="name of the service",
                            ),
                        ),
                        (
                            "description",
                            models.TextField(
                                blank=True,
                                help_text="In two or three sentences. Never write about people who use it.",
                                max_length=8000,
                                verbose_name="what it does",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="By which a directory or 211 knows it. An import finds it by this first.",
                                max_length=120,
                                verbose_name="number in another system",
                            ),
                        ),
                        (
                            "eligibility",
                            models.TextField(
                                blank=True,
                                help_text="For example age, place or income. Empty means everybody.",
                                max_length=2000,
                                verbose_name="who may come",
                            ),
                        ),
                        (
                            "fees",
                            models.CharField(
                                blank=True,
                                help_text="For example: free, or by income.",
                                max_length=500,
                                verbose_name="what it costs",
                            ),
                        ),
                        (
                            "how_to_refer",
                            models.TextField(
                                blank=True,
                                help_text="What to do, and what people should bring.",
                                max_length=2000,
                                verbose_name="how to send somebody",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="A line that anybody may call, not somebody’s own.",
                                max_length=120,
                                verbose_name="phone of the service",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="An address that anybody may write to, not somebody’s own.",
                                max_length=254,
                                verbose_name="e-mail of the service",
                            ),
                        ),
                        (
                            "page",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="web page of the service"
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("open", "Open"),
                                    ("waiting", "Waiting list"),
                                    ("full", "Full"),
                                    ("paused", "Paused"),
                                ],
                                max_length=8,
                                verbose_name="does it take people now?",
                            ),
                        ),
                        (
                            "capacity_on",
                            models.DateField(blank=True, null=True, verbose_name="said on"),
                        ),
                        (
                            "capacity_note",
                            models.CharField(
                                blank=True,
                                help_text="For example: about three weeks, or until the new term.",
                                max_length=200,
                                verbose_name="more about it",
                            ),
                        ),
                        (
                            "is_their_own_word",
                            models.BooleanField(
                                default=False,
                                help_text="Said by somebody who speaks for them, not told to one of us.",
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
                        (
                            "capacity_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written down by",
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.contact",
                                verbose_name="whom to ask for",
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
                                to="partners.service",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_se_pgh_obj_372f3e_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_se_pgh_con_8033a8_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceFunder",
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
                            "name",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="name of the funder"
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
                            "funder",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="services_funded",
                                to="partners.organisation",
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
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="funders",
                                to="partners.service",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "who pays for a service",
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_se_coaliti_8da374_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("service", "funder"),
                                name="service_names_a_listed_funder_once",
                            ),
                            models.UniqueConstraint(
                                models.F("service"),
                                models.Func("name", function="plain_text"),
                                condition=models.Q(("name", ""), _negated=True),
                                name="service_names_a_funder_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("funder__isnull", False), ("name", "")),
                                    models.Q(
                                        ("funder__isnull", True),
                                        models.Q(("name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="service_funder_is_on_the_list_or_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceFunderEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="name of the funder"
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
                            "funder",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
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
                                to="partners.servicefunder",
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.service",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_se_pgh_obj_3f11ff_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_se_pgh_con_c4603e_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceLocation",
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
                            "name",
                            models.CharField(blank=True, max_length=250, verbose_name="place"),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=250, verbose_name="street"),
                        ),
                        ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                        (
                            "region",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="state or region"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=20, verbose_name="postal code"),
                        ),
                        (
                            "is_virtual",
                            models.BooleanField(default=False, verbose_name="by phone or online"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="service_locations",
                                to="partners.term",
                                verbose_name="area",
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
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="places",
                                to="partners.service",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "place of a service",
                        "verbose_name_plural": "places of services",
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_se_coaliti_34b0d3_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("city", ""),
                                        ("name", ""),
                                        ("postcode", ""),
                                        ("region", ""),
                                        ("street", ""),
                                        _negated=True,
                                    ),
                                    ("area__isnull", False),
                                    ("is_virtual", True),
                                    _connector="OR",
                                ),
                                name="service_location_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceLocationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "name",
                            models.CharField(blank=True, max_length=250, verbose_name="place"),
                        ),
                        (
                            "street",
                            models.CharField(blank=True, max_length=250, verbose_name="street"),
                        ),
                        ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                        (
                            "region",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="state or region"
                            ),
                        ),
                        (
                            "postcode",
                            models.CharField(blank=True, max_length=20, verbose_name="postal code"),
                        ),
                        (
                            "is_virtual",
                            models.BooleanField(default=False, verbose_name="by phone or online"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                                verbose_name="area",
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
                                to="partners.servicelocation",
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.service",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_se_pgh_obj_8e0953_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_se_pgh_con_8afb26_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceTerm",
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
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="carried",
                                to="partners.service",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="service_terms",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "what a service is sorted by",
                        "ordering": ["pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_se_coaliti_1ce524_idx",
                            ),
                            models.Index(fields=["coalition", "term"], name="service_term_by_term"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("service", "term"), name="service_carries_a_term_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ServiceTermEvent",
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
                                to="partners.serviceterm",
                            ),
                        ),
                        (
                            "service",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.service",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.term",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_se_pgh_obj_73d318_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_se_pgh_con_6ecdd1_idx"
                            ),
                        ],
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="importrun",
                    name="import_run_subject_is_known",
                ),
                migrations.RemoveConstraint(
                    model_name="term",
                    name="term_vocabulary_is_known",
                ),
                migrations.AlterField(
                    model_name="importrun",
                    name="subject",
                    field=models.CharField(
                        choices=[
                            ("partners", "Partners"),
                            ("ties", "Ties"),
                            ("services", "Services"),
                        ],
                        default="partners",
                        help_text="What a row tells of.",
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="term",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                            ("priority", "Priorities"),
                            ("service", "Kinds of services"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AlterField(
                    model_name="termevent",
                    name="vocabulary",
                    field=models.CharField(
                        choices=[
                            ("sector", "Sectors"),
                            ("population", "Populations served"),
                            ("area", "Areas"),
                            ("language", "Languages"),
                            ("determinant", "Social determinants"),
                            ("tag", "Tags"),
                            ("priority", "Priorities"),
                            ("service", "Kinds of services"),
                        ],
                        max_length=12,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importrun",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("subject__in", ["partners", "ties", "services"])),
                        name="import_run_subject_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="term",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "vocabulary__in",
                                [
                                    "sector",
                                    "population",
                                    "area",
                                    "language",
                                    "determinant",
                                    "tag",
                                    "priority",
                                    "service",
                                ],
                            )
                        ),
                        name="term_vocabulary_is_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="service",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="4dcfe3269e3455dadd5b0a00044d4f16f955d52f",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_a894e",
                            table="partners_service",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="service",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_serviceevent" ("capacity", "capacity_by_id", "capacity_note", "capacity_on", "coalition_id", "contact_id", "description", "eligibility", "email", "fees", "how_to_refer", "id", "is_their_own_word", "name", "number", "organisation_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "since_on", "until_on") SELECT new_values."capacity", new_values."capacity_by_id", new_values."capacity_note", new_values."capacity_on", new_values."coalition_id", new_values."contact_id", new_values."description", new_values."eligibility", new_values."email", new_values."fees", new_values."how_to_refer", new_values."id", new_values."is_their_own_word", new_values."name", new_values."number", new_values."organisation_id", new_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."phone", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9bc44d646b17874bff4b75551c737420c81a1f5b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_12fd4",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_service",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="service",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_serviceevent" ("capacity", "capacity_by_id", "capacity_note", "capacity_on", "coalition_id", "contact_id", "description", "eligibility", "email", "fees", "how_to_refer", "id", "is_their_own_word", "name", "number", "organisation_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "since_on", "until_on") SELECT new_values."capacity", new_values."capacity_by_id", new_values."capacity_note", new_values."capacity_on", new_values."coalition_id", new_values."contact_id", new_values."description", new_values."eligibility", new_values."email", new_values."fees", new_values."how_to_refer", new_values."id", new_values."is_their_own_word", new_values."name", new_values."number", new_values."organisation_id", new_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."phone", new_values."since_on", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7a48e757737a7e0164c74639d11715608e076bb5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c645c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_service",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="service",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_serviceevent" ("capacity", "capacity_by_id", "capacity_note", "capacity_on", "coalition_id", "contact_id", "description", "eligibility", "email", "fees", "how_to_refer", "id", "is_their_own_word", "name", "number", "organisation_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "since_on", "until_on") SELECT old_values."capacity", old_values."capacity_by_id", old_values."capacity_note", old_values."capacity_on", old_values."coalition_id", old_values."contact_id", old_values."description", old_values."eligibility", old_values."email", old_values."fees", old_values."how_to_refer", old_values."id", old_values."is_their_own_word", old_values."name", old_values."number", old_values."organisation_id", old_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."phone", old_values."since_on", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2367316edba74e4640f50a1129793751b1be9782",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_18197",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_service",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicefunder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="8d1d04dafc4d12b43b553d6d85b94d552b707396",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_c438a",
                            table="partners_servicefunder",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicefunder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="funder_follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.funder_id) IS DISTINCT FROM NEW.funder_id)",
                            func="NEW.funder_id := partners_home(NEW.funder_id); RETURN NEW;",
                            hash="379b5725d124776dd6958c30a317cce2d235db5d",
                            operation='INSERT OR UPDATE OF "funder_id"',
                            pgid="pgtrigger_funder_follows_merges_3c0f6",
                            table="partners_servicefunder",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicefunder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicefunderevent" ("coalition_id", "funder_id", "id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") SELECT new_values."coalition_id", new_values."funder_id", new_values."id", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."service_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="75d37de727b2c3aaee0f04593335c9274c800417",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b9a38",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_servicefunder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicefunder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicefunderevent" ("coalition_id", "funder_id", "id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") SELECT new_values."coalition_id", new_values."funder_id", new_values."id", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."service_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="56f83f8efcc0afae45791fab96e945d06c044608",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_86353",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_servicefunder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicefunder",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicefunderevent" ("coalition_id", "funder_id", "id", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") SELECT old_values."coalition_id", old_values."funder_id", old_values."id", old_values."name", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."service_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="655af23d334dd66d202e2b5c64de30debc833023",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_29151",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_servicefunder",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicelocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="9f24f8fda8f69143557e46a5a17dd1d8f19f8a81",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_5b276",
                            table="partners_servicelocation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicelocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicelocationevent" ("area_id", "city", "coalition_id", "id", "is_virtual", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "region", "service_id", "street") SELECT new_values."area_id", new_values."city", new_values."coalition_id", new_values."id", new_values."is_virtual", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."region", new_values."service_id", new_values."street" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b5f61d5bcf9685bc709b083d8145bc9a77b0e368",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c8e23",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_servicelocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicelocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicelocationevent" ("area_id", "city", "coalition_id", "id", "is_virtual", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "region", "service_id", "street") SELECT new_values."area_id", new_values."city", new_values."coalition_id", new_values."id", new_values."is_virtual", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."postcode", new_values."region", new_values."service_id", new_values."street" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f7814b8bda54531903660e59d9c9d3978e4e82f8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_39a85",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_servicelocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="servicelocation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicelocationevent" ("area_id", "city", "coalition_id", "id", "is_virtual", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "region", "service_id", "street") SELECT old_values."area_id", old_values."city", old_values."coalition_id", old_values."id", old_values."is_virtual", old_values."name", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."region", old_values."service_id", old_values."street" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="92d007ecce222537c95a86207f30ecd9e3ab3bb3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c89f6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_servicelocation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="serviceterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="follows_merges",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id)",
                            func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
                            hash="a3439d8bfc9570e8da5e3f3a97f022e970701017",
                            operation='INSERT OR UPDATE OF "organisation_id"',
                            pgid="pgtrigger_follows_merges_b04be",
                            table="partners_serviceterm",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="serviceterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicetermevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "term_id") SELECT new_values."coalition_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."service_id", new_values."term_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="76d9a8aa07a90ee44bbeeecddee0a33f1ff6f2f1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39b4f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_serviceterm",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="serviceterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicetermevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "term_id") SELECT new_values."coalition_id", new_values."id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."service_id", new_values."term_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fa10efcc6768e33986d32d85709ea58d7fd6e06c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6e012",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_serviceterm",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="serviceterm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_servicetermevent" ("coalition_id", "id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "term_id") SELECT old_values."coalition_id", old_values."id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."service_id", old_values."term_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c1ef71d00653757841bb156a77e8e6ec0674f5b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7142a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_serviceterm",
                            when="AFTER",
                        ),
                    ),
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}",
                        parent="partners_organisation",
                        column="organisation_id",
                    )
                    for part in ("service", "servicelocation", "serviceterm", "servicefunder")
                ),
                *(
                    same_tenant(
                        child=f"partners_{part}", parent="partners_service", column="service_id"
                    )
                    for part in ("servicelocation", "serviceterm", "servicefunder")
                ),
                *(
                    same_tenant(
                        child=f"partners_{child}",
                        parent=f"partners_{parent}",
                        column=f"{column}_id",
                    )
                    for child, column, parent in (
                        ("service", "contact", "contact"),
                        ("servicelocation", "area", "term"),
                        ("serviceterm", "term", "term"),
                        ("servicefunder", "funder", "organisation"),
                    )
                ),
            ]
        )
    ]
