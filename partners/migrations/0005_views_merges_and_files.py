import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.lookups
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import common.files.stored
from common.database.migrating import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_and_terms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("partners", "0004_name_words"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Attachment",
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
                            "stored",
                            models.FileField(
                                editable=False, upload_to=common.files.stored.random_name
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As the person knows it.",
                                max_length=255,
                                verbose_name="file name",
                            ),
                        ),
                        ("size", models.PositiveBigIntegerField(help_text="In bytes.")),
                        (
                            "sha256",
                            models.CharField(
                                help_text="Of its content, as hexadecimal digits.", max_length=64
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(help_text="Told by its content.", max_length=100),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False,
                                help_text="Whoever signs in for this organisation sees the file on its page.",
                                verbose_name="their own people may open it",
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(verbose_name="added")),
                        (
                            "removed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="removed"),
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
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-uploaded_at", "-pk"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_at_coaliti_fc5d7b_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("stored",), name="partners_attachment_is_stored_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("size__gt", 0),
                                    models.Q(("name", ""), _negated=True),
                                    models.Q(("stored", ""), _negated=True),
                                ),
                                name="partners_attachment_is_not_empty",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttachmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "stored",
                            models.FileField(
                                editable=False, upload_to=common.files.stored.random_name
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="As the person knows it.",
                                max_length=255,
                                verbose_name="file name",
                            ),
                        ),
                        ("size", models.PositiveBigIntegerField(help_text="In bytes.")),
                        (
                            "sha256",
                            models.CharField(
                                help_text="Of its content, as hexadecimal digits.", max_length=64
                            ),
                        ),
                        (
                            "content_type",
                            models.CharField(help_text="Told by its content.", max_length=100),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False,
                                help_text="Whoever signs in for this organisation sees the file on its page.",
                                verbose_name="their own people may open it",
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(verbose_name="added")),
                        (
                            "removed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="removed"),
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
                                to="partners.attachment",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="added by",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_at_pgh_obj_3c6dad_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_at_pgh_con_54aeab_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BulkEdit",
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
                            "action",
                            models.CharField(
                                choices=[
                                    ("owner", "Who looks after them"),
                                    ("kind", "Kind"),
                                    ("retire", "Retire"),
                                    ("reinstate", "Take back into the list"),
                                    ("add", "Add entries of a list"),
                                    ("remove", "Remove entries of a list"),
                                    ("replace", "Replace entries of a list"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "vocabulary",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sector", "Sectors"),
                                    ("population", "Populations served"),
                                    ("area", "Areas"),
                                    ("language", "Languages"),
                                    ("tag", "Tags"),
                                ],
                                help_text="Whose entries come or go.",
                                max_length=12,
                            ),
                        ),
                        (
                            "values",
                            models.JSONField(
                                default=dict,
                                help_text="What is wanted: owner, kind, reason and on, or terms and new names.",
                            ),
                        ),
                        (
                            "ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                help_text="The organisations that were selected, in order.",
                                size=None,
                            ),
                        ),
                        (
                            "back",
                            models.CharField(
                                blank=True,
                                help_text="The filters of the list that the person came from.",
                                max_length=2000,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("prepared", "Not applied"),
                                    ("applying", "Being applied"),
                                    ("applied", "Applied"),
                                    ("undoing", "Being undone"),
                                    ("undone", "Undone"),
                                    ("failed", "Stopped by a problem"),
                                ],
                                default="prepared",
                                max_length=10,
                            ),
                        ),
                        (
                            "counts",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="How many were changed, stood so already, or could not.",
                            ),
                        ),
                        (
                            "kept",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                blank=True,
                                default=list,
                                help_text="Those that an undo left as they were, because somebody changed them since.",
                                size=None,
                            ),
                        ),
                        (
                            "problem",
                            models.TextField(
                                blank=True, help_text="Why it stopped, as a sentence for people."
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(
                                help_text="When the work that goes on now was asked for."
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "change_id",
                            models.UUIDField(
                                blank=True,
                                help_text="The history context under which it was written.",
                                null=True,
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "-created_at"], name="bulk_edit_by_moment"
                            ),
                            models.Index(fields=["change_id"], name="bulk_edit_by_change"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="bulk_edit_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "action__in",
                                        [
                                            "owner",
                                            "kind",
                                            "retire",
                                            "reinstate",
                                            "add",
                                            "remove",
                                            "replace",
                                        ],
                                    )
                                ),
                                name="bulk_edit_action_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "prepared",
                                            "applying",
                                            "applied",
                                            "undoing",
                                            "undone",
                                            "failed",
                                        ],
                                    )
                                ),
                                name="bulk_edit_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("action__in", ["add", "remove", "replace"]),
                                        models.Q(("vocabulary", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("action__in", ["add", "remove", "replace"]),
                                            _negated=True,
                                        ),
                                        ("vocabulary", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="bulk_edit_names_a_list_exactly_when_it_changes_entries",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ComparisonDue",
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
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "comparisons due",
                        "indexes": [
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_co_coaliti_141332_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DistinctPair",
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
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-said_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "said_at"], name="distinct_pair_by_moment"
                            ),
                            models.Index(fields=["second"], name="distinct_pair_by_second"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("first", "second"), name="distinct_pair_is_said_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first__lt", models.F("second"))),
                                name="distinct_pair_is_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DistinctPairEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                                to="partners.distinctpair",
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
                                name="partners_di_pgh_obj_b724f1_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_di_pgh_con_239c32_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DuplicateSearch",
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
                            "state",
                            models.CharField(
                                choices=[("waiting", "Waiting"), ("done", "Done")],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "organisations",
                            models.PositiveIntegerField(
                                default=0, help_text="How many were compared."
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
                        "verbose_name_plural": "duplicate searches",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition",),
                                include=("state",),
                                name="duplicate_search_is_one_a_coalition",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["waiting", "done"])),
                                name="duplicate_search_state_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LikelyPair",
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
                        ("score", models.FloatField(help_text="From 0 to 1.")),
                        (
                            "reasons",
                            models.JSONField(
                                default=list,
                                help_text="[kind, what is shared], as likeness tells them.",
                            ),
                        ),
                        ("found_at", models.DateTimeField()),
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="partners.organisation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-score", "first_id", "second_id"],
                        "indexes": [
                            models.Index(
                                models.F("coalition"),
                                models.OrderBy(models.F("score"), descending=True),
                                models.F("first"),
                                models.F("second"),
                                name="likely_pair_by_score",
                            ),
                            models.Index(fields=["second"], name="likely_pair_by_second"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("first", "second"), name="likely_pair_is_found_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first__lt", models.F("second"))),
                                name="likely_pair_is_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__range", (0, 1))),
                                name="likely_pair_score_is_from_0_to_1",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
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
                            "columns",
                            models.JSONField(
                                default=dict,
                                help_text="Column of the survivor → [before, after], where it took this one's value.",
                            ),
                        ),
                        (
                            "change_id",
                            models.UUIDField(
                                help_text="The history context: organisations merged at once share it.",
                                null=True,
                            ),
                        ),
                        ("merged_at", models.DateTimeField(verbose_name="merged")),
                        (
                            "taken_apart_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken apart"),
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
                            "merged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="merges",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "survivor",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="merges_into_it",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "taken_apart_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-merged_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "survivor", "taken_apart_at"],
                                name="partners_me_coaliti_c93750_idx",
                            ),
                            models.Index(
                                fields=["coalition", "organisation"],
                                name="partners_me_coaliti_02954c_idx",
                            ),
                            models.Index(
                                fields=["change_id"], name="partners_me_change__552e41_idx"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="merge_of_coalition"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("taken_apart_at__isnull", True)),
                                fields=("organisation",),
                                name="organisation_is_merged_into_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("organisation", models.F("survivor")), _negated=True
                                ),
                                name="merge_is_of_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MergeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "columns",
                            models.JSONField(
                                default=dict,
                                help_text="Column of the survivor → [before, after], where it took this one's value.",
                            ),
                        ),
                        (
                            "change_id",
                            models.UUIDField(
                                help_text="The history context: organisations merged at once share it.",
                                null=True,
                            ),
                        ),
                        ("merged_at", models.DateTimeField(verbose_name="merged")),
                        (
                            "taken_apart_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken apart"),
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
                            "merged_by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                                to="partners.merge",
                            ),
                        ),
                        (
                            "survivor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.organisation",
                            ),
                        ),
                        (
                            "taken_apart_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                                name="partners_me_pgh_obj_161c84_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_me_pgh_con_5fb7a9_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MergeMove",
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
                            "what",
                            models.CharField(
                                choices=[
                                    ("moved", "Came along"),
                                    ("set_aside", "Was there already"),
                                    ("added", "Was added"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("model", models.CharField(help_text="app.Model", max_length=120)),
                        ("row", models.CharField(help_text="The id of the row.", max_length=40)),
                        (
                            "column",
                            models.CharField(help_text="The column that pointed.", max_length=63),
                        ),
                        (
                            "came_from",
                            models.CharField(
                                help_text="The id that it pointed at before.", max_length=40
                            ),
                        ),
                        (
                            "went_to",
                            models.CharField(
                                help_text="The id that it points at since.", max_length=40
                            ),
                        ),
                        (
                            "twin",
                            models.CharField(
                                blank=True,
                                help_text="For what was set aside: the row that says the same.",
                                max_length=40,
                            ),
                        ),
                        (
                            "kept",
                            models.TextField(
                                blank=True,
                                help_text="For what is not in its table as it was: the whole row, as JSON.",
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
                            "merge",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="partners.merge",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "merge", "what"],
                                name="partners_me_coaliti_900835_idx",
                            ),
                            models.Index(
                                fields=["merge", "model"], name="partners_me_merge_i_fa184f_idx"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("what__in", ["moved", "set_aside", "added"])),
                                name="merge_move_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("what", "moved"),
                                    models.Q(("kept", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="merge_move_keeps_what_it_took",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnField",
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
                            "subject",
                            models.CharField(
                                choices=[("organisation", "Organisations"), ("contact", "People")],
                                max_length=12,
                                verbose_name="about",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                help_text="Under which values are kept: it stays when the name changes.",
                                max_length=48,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "A line of text"),
                                    ("long_text", "Several lines of text"),
                                    ("number", "A number"),
                                    ("date", "A date"),
                                    ("choice", "One of several choices"),
                                    ("choices", "Any of several choices"),
                                    ("yes_no", "Yes or no"),
                                    ("link", "A web address"),
                                ],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        ("label", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "help_text",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="explanation"
                            ),
                        ),
                        (
                            "options",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text="[{key, label, is_retired}]: the choices, in order.",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="must be answered"),
                        ),
                        (
                            "is_asked_first",
                            models.BooleanField(
                                default=True, verbose_name="asked when somebody is added"
                            ),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(
                                default=False, verbose_name="a column and a filter of the list"
                            ),
                        ),
                        (
                            "is_personal",
                            models.BooleanField(default=False, verbose_name="personal data"),
                        ),
                        (
                            "is_internal",
                            models.BooleanField(default=False, verbose_name="internal"),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "retired_on",
                            models.DateField(
                                blank=True,
                                help_text="Asked no more; its values stay where they are.",
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
                        "ordering": ["subject", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="own_field_of_coalition"
                            ),
                            models.UniqueConstraint(
                                fields=("coalition", "subject", "key"),
                                name="own_field_has_a_key_of_its_own",
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.F("subject"),
                                models.Func("label", function="plain_text"),
                                name="own_field_is_named_once_per_subject",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("subject__in", ["organisation", "contact"])),
                                name="own_field_subject_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "text",
                                            "long_text",
                                            "number",
                                            "date",
                                            "choice",
                                            "choices",
                                            "yes_no",
                                            "link",
                                        ],
                                    )
                                ),
                                name="own_field_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("label", ""), _negated=True),
                                name="own_field_has_a_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("key__regex", "^[a-z0-9_]+$")),
                                name="own_field_key_is_plain",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind__in", ["choice", "choices"]),
                                        models.Q(("options", []), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("kind__in", ["choice", "choices"]), _negated=True
                                        ),
                                        ("options", []),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_field_offers_choices_exactly_when_it_asks_for_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnFieldEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "subject",
                            models.CharField(
                                choices=[("organisation", "Organisations"), ("contact", "People")],
                                max_length=12,
                                verbose_name="about",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                help_text="Under which values are kept: it stays when the name changes.",
                                max_length=48,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "A line of text"),
                                    ("long_text", "Several lines of text"),
                                    ("number", "A number"),
                                    ("date", "A date"),
                                    ("choice", "One of several choices"),
                                    ("choices", "Any of several choices"),
                                    ("yes_no", "Yes or no"),
                                    ("link", "A web address"),
                                ],
                                max_length=9,
                                verbose_name="kind",
                            ),
                        ),
                        ("label", models.CharField(max_length=80, verbose_name="name")),
                        (
                            "help_text",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="explanation"
                            ),
                        ),
                        (
                            "options",
                            models.JSONField(
                                blank=True,
                                default=list,
                                help_text="[{key, label, is_retired}]: the choices, in order.",
                            ),
                        ),
                        (
                            "is_required",
                            models.BooleanField(default=False, verbose_name="must be answered"),
                        ),
                        (
                            "is_asked_first",
                            models.BooleanField(
                                default=True, verbose_name="asked when somebody is added"
                            ),
                        ),
                        (
                            "is_listed",
                            models.BooleanField(
                                default=False, verbose_name="a column and a filter of the list"
                            ),
                        ),
                        (
                            "is_personal",
                            models.BooleanField(default=False, verbose_name="personal data"),
                        ),
                        (
                            "is_internal",
                            models.BooleanField(default=False, verbose_name="internal"),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "retired_on",
                            models.DateField(
                                blank=True,
                                help_text="Asked no more; its values stay where they are.",
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
                                to="partners.ownfield",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_ow_pgh_obj_ddabe5_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_ow_pgh_con_ee5965_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedView",
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
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "description",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False, verbose_name="shared with the coalition"
                            ),
                        ),
                        ("query", models.JSONField(default=dict)),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0,
                                help_text="The order in which the tabs of its owner stand.",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kept by",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="saved_view_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.F("owner"),
                                models.Func("name", function="plain_text"),
                                name="saved_view_is_named_once_per_owner",
                                violation_error_message="You already have a view of that name.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="saved_view_has_a_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DefaultView",
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
                            "membership",
                            models.OneToOneField(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "view",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="defaults",
                                to="partners.savedview",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["coalition", "membership", "view"],
                                name="default_view_of_member",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DefaultViewEvent",
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
                            "membership",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.defaultview",
                            ),
                        ),
                        (
                            "view",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="partners.savedview",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_de_pgh_obj_f40fbb_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_de_pgh_con_08c305_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedViewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=60, verbose_name="name")),
                        (
                            "description",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="what it is for"
                            ),
                        ),
                        (
                            "is_shared",
                            models.BooleanField(
                                default=False, verbose_name="shared with the coalition"
                            ),
                        ),
                        ("query", models.JSONField(default=dict)),
                        (
                            "position",
                            models.PositiveIntegerField(
                                default=0,
                                help_text="The order in which the tabs of its owner stand.",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, editable=False),
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
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kept by",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="partners.savedview",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="partners_sa_pgh_obj_7df481_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="partners_sa_pgh_con_51c572_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Selection",
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
                            "ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                default=list,
                                help_text="Of organisations; some may be gone by the time they are used.",
                                size=None,
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
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
                            "membership",
                            models.OneToOneField(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="selection",
                                to="accounts.membership",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["coalition", "membership"],
                                name="partners_se_coaliti_2125b4_idx",
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="contact",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="organisation",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="organisation",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="organisation",
                    name="delete_delete",
                ),
                migrations.RemoveConstraint(
                    model_name="importrow",
                    name="import_row_decision_is_known",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_name",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_kind",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_kind_falling",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_since",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_creation",
                ),
                migrations.RemoveIndex(
                    model_name="organisation",
                    name="active_by_newest",
                ),
                migrations.AddField(
                    model_name="contact",
                    name="erased_by",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="erased by",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="erased_on",
                    field=models.DateField(
                        blank=True, editable=False, null=True, verbose_name="erased on"
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="erasure_asked_on",
                    field=models.DateField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="asked to be forgotten on",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="listing_consent",
                    field=models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("asked", "Asked, no answer yet"),
                            ("yes", "Yes"),
                            ("no", "No"),
                        ],
                        db_default="not_asked",
                        default="not_asked",
                        help_text="Only who said yes is named in the printed directory of partners.",
                        max_length=12,
                        verbose_name="may be listed in the directory",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="listing_consent_how",
                    field=models.CharField(
                        blank=True,
                        db_default="",
                        help_text="For example: by e-mail, on the sign-up sheet of the June meeting.",
                        max_length=200,
                        verbose_name="how we know",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="listing_consent_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The day of the last word.",
                        null=True,
                        verbose_name="asked or answered on",
                    ),
                ),
                migrations.AddField(
                    model_name="contact",
                    name="own_values",
                    field=models.JSONField(
                        blank=True, db_default={}, default=dict, verbose_name="own fields"
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="erased_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="erased by",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="erased_on",
                    field=models.DateField(
                        blank=True, editable=False, null=True, verbose_name="erased on"
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="erasure_asked_on",
                    field=models.DateField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="asked to be forgotten on",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="listing_consent",
                    field=models.CharField(
                        choices=[
                            ("not_asked", "Not asked yet"),
                            ("asked", "Asked, no answer yet"),
                            ("yes", "Yes"),
                            ("no", "No"),
                        ],
                        db_default="not_asked",
                        default="not_asked",
                        help_text="Only who said yes is named in the printed directory of partners.",
                        max_length=12,
                        verbose_name="may be listed in the directory",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="listing_consent_how",
                    field=models.CharField(
                        blank=True,
                        db_default="",
                        help_text="For example: by e-mail, on the sign-up sheet of the June meeting.",
                        max_length=200,
                        verbose_name="how we know",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="listing_consent_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The day of the last word.",
                        null=True,
                        verbose_name="asked or answered on",
                    ),
                ),
                migrations.AddField(
                    model_name="contactevent",
                    name="own_values",
                    field=models.JSONField(
                        blank=True, db_default={}, default=dict, verbose_name="own fields"
                    ),
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="is_left_out_of_directory",
                    field=models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="The printed directory of partners does not name them.",
                        verbose_name="left out of the directory",
                    ),
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        help_text="The organisation that has taken its place.",
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="merged",
                        to="partners.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="organisation",
                    name="own_values",
                    field=models.JSONField(
                        blank=True, db_default={}, default=dict, verbose_name="own fields"
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="is_left_out_of_directory",
                    field=models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="The printed directory of partners does not name them.",
                        verbose_name="left out of the directory",
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="merged_into",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="The organisation that has taken its place.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.organisation",
                    ),
                ),
                migrations.AddField(
                    model_name="organisationevent",
                    name="own_values",
                    field=models.JSONField(
                        blank=True, db_default={}, default=dict, verbose_name="own fields"
                    ),
                ),
                migrations.AlterField(
                    model_name="importrow",
                    name="decision",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("update", "Same: add what is new"),
                            ("new", "Different partner"),
                            ("later", "Decide later"),
                            ("skip", "Leave out"),
                        ],
                        max_length=8,
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        fields=["coalition", "sort_name", "id"],
                        name="active_by_name",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        fields=["coalition", "kind", "sort_name", "id"],
                        name="active_by_kind",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        fields=["coalition", "-kind", "sort_name", "id"],
                        name="active_by_kind_falling",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        fields=["coalition", "since_on", "sort_name", "id"],
                        name="active_by_since",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        fields=["coalition", "created_at", "id"],
                        name="active_by_creation",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        models.F("coalition"),
                        models.OrderBy(models.F("since_on"), descending=True, nulls_last=True),
                        models.F("sort_name"),
                        models.F("id"),
                        condition=models.Q(
                            ("merged_into__isnull", True), ("retired_on__isnull", True)
                        ),
                        name="active_by_newest",
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["own_values"], name="organisation_by_own_values"
                    ),
                ),
                migrations.AddIndex(
                    model_name="organisation",
                    index=models.Index(
                        condition=models.Q(("merged_into__isnull", False)),
                        fields=["coalition", "merged_into"],
                        name="organisation_merged",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("listing_consent__in", ["not_asked", "asked", "yes", "no"])
                        ),
                        name="contact_listing_consent_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("listing_consent", "not_asked"),
                                ("listing_consent_how", ""),
                                ("listing_consent_on__isnull", True),
                            ),
                            models.Q(
                                models.Q(("listing_consent", "not_asked"), _negated=True),
                                ("listing_consent_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="contact_listing_consent_has_a_day_once_asked",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                models.F("own_values"),
                                function="jsonb_typeof",
                                output_field=models.CharField(),
                            ),
                            models.Value("object"),
                        ),
                        name="contact_own_values_are_an_object",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("erased_by__isnull", True), ("erased_on__isnull", True)),
                            models.Q(("erased_by__isnull", False), ("erased_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_is_erased_on_a_day_by_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="contact",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("erased_on__isnull", True),
                            models.Q(("email", ""), ("phone", ""), ("title", "")),
                            _connector="OR",
                        ),
                        name="contact_who_is_erased_has_no_address",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importrow",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["", "update", "new", "later", "skip"])
                        ),
                        name="import_row_decision_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="organisation_is_not_merged_into_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                models.F("own_values"),
                                function="jsonb_typeof",
                                output_field=models.CharField(),
                            ),
                            models.Value("object"),
                        ),
                        name="organisation_own_values_are_an_object",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactevent" ("coalition_id", "email", "erased_by_id", "erased_on", "erasure_asked_on", "id", "left_on", "listing_consent", "listing_consent_how", "listing_consent_on", "name", "organisation_id", "own_values", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "role", "since_on", "title") SELECT new_values."coalition_id", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."erasure_asked_on", new_values."id", new_values."left_on", new_values."listing_consent", new_values."listing_consent_how", new_values."listing_consent_on", new_values."name", new_values."organisation_id", new_values."own_values", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."phone", new_values."preferred_channel", new_values."role", new_values."since_on", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="efcbb06fe3906e67b82d9083efe27610c9655163",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0e407",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactevent" ("coalition_id", "email", "erased_by_id", "erased_on", "erasure_asked_on", "id", "left_on", "listing_consent", "listing_consent_how", "listing_consent_on", "name", "organisation_id", "own_values", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "role", "since_on", "title") SELECT new_values."coalition_id", new_values."email", new_values."erased_by_id", new_values."erased_on", new_values."erasure_asked_on", new_values."id", new_values."left_on", new_values."listing_consent", new_values."listing_consent_how", new_values."listing_consent_on", new_values."name", new_values."organisation_id", new_values."own_values", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."phone", new_values."preferred_channel", new_values."role", new_values."since_on", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7c550b0f1a4a816b90a0a88bc421dc029015b958",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8aa2f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_contactevent" ("coalition_id", "email", "erased_by_id", "erased_on", "erasure_asked_on", "id", "left_on", "listing_consent", "listing_consent_how", "listing_consent_on", "name", "organisation_id", "own_values", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "preferred_channel", "role", "since_on", "title") SELECT old_values."coalition_id", old_values."email", old_values."erased_by_id", old_values."erased_on", old_values."erasure_asked_on", old_values."id", old_values."left_on", old_values."listing_consent", old_values."listing_consent_how", old_values."listing_consent_on", old_values."name", old_values."organisation_id", old_values."own_values", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."phone", old_values."preferred_channel", old_values."role", old_values."since_on", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e5b1bed894f55da2a19e3a265c1f3886b56d69c6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c013c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_organisationevent" ("coalition_id", "created_at", "description", "email", "id", "is_left_out_of_directory", "kind", "merged_into_id", "name", "own_values", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "retired_reason", "since_on", "website") SELECT new_values."coalition_id", new_values."created_at", new_values."description", new_values."email", new_values."id", new_values."is_left_out_of_directory", new_values."kind", new_values."merged_into_id", new_values."name", new_values."own_values", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on", new_values."retired_reason", new_values."since_on", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="447644925bbb47bf24afe2d16b202ae7c3b9b8d0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ce7ac",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_organisationevent" ("coalition_id", "created_at", "description", "email", "id", "is_left_out_of_directory", "kind", "merged_into_id", "name", "own_values", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "retired_reason", "since_on", "website") SELECT new_values."coalition_id", new_values."created_at", new_values."description", new_values."email", new_values."id", new_values."is_left_out_of_directory", new_values."kind", new_values."merged_into_id", new_values."name", new_values."own_values", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on", new_values."retired_reason", new_values."since_on", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."coalition_id" IS DISTINCT FROM (new_values."coalition_id") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."description" IS DISTINCT FROM (new_values."description") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_left_out_of_directory" IS DISTINCT FROM (new_values."is_left_out_of_directory") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."merged_into_id" IS DISTINCT FROM (new_values."merged_into_id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."own_values" IS DISTINCT FROM (new_values."own_values") OR old_values."owner_id" IS DISTINCT FROM (new_values."owner_id") OR old_values."retired_on" IS DISTINCT FROM (new_values."retired_on") OR old_values."retired_reason" IS DISTINCT FROM (new_values."retired_reason") OR old_values."since_on" IS DISTINCT FROM (new_values."since_on") OR old_values."website" IS DISTINCT FROM (new_values."website")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="509f4624f1851ab7619f7f9efe05e084d7f590f8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8fb0e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_organisationevent" ("coalition_id", "created_at", "description", "email", "id", "is_left_out_of_directory", "kind", "merged_into_id", "name", "own_values", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "retired_reason", "since_on", "website") SELECT old_values."coalition_id", old_values."created_at", old_values."description", old_values."email", old_values."id", old_values."is_left_out_of_directory", old_values."kind", old_values."merged_into_id", old_values."name", old_values."own_values", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on", old_values."retired_reason", old_values."since_on", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f6e2ecd787a0427611dfc0663e879b234214ca25",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d3a7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attachment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_attachmentevent" ("coalition_id", "content_type", "id", "is_shared", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "stored", "uploaded_at", "uploaded_by_id") SELECT new_values."coalition_id", new_values."content_type", new_values."id", new_values."is_shared", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."removed_at", new_values."sha256", new_values."size", new_values."stored", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8f70020d2b08d8d3ea4e8163fe720c06a1c6a1f8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0cba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attachment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_attachmentevent" ("coalition_id", "content_type", "id", "is_shared", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "stored", "uploaded_at", "uploaded_by_id") SELECT new_values."coalition_id", new_values."content_type", new_values."id", new_values."is_shared", new_values."name", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."removed_at", new_values."sha256", new_values."size", new_values."stored", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f2ee15122021914d357a73d967039c389f3d6f4e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6812f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attachment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_attachmentevent" ("coalition_id", "content_type", "id", "is_shared", "name", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "sha256", "size", "stored", "uploaded_at", "uploaded_by_id") SELECT old_values."coalition_id", old_values."content_type", old_values."id", old_values."is_shared", old_values."name", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."removed_at", old_values."sha256", old_values."size", old_values."stored", old_values."uploaded_at", old_values."uploaded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a235d03388536f007cefc346a523cac46504a1f7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ae09a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_attachment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinctpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_distinctpairevent" ("coalition_id", "first_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "second_id") SELECT new_values."coalition_id", new_values."first_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."said_at", new_values."second_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="716254c4aa1d163b1c4b7908dd9a8e5bc2f9873a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_403f3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_distinctpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinctpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_distinctpairevent" ("coalition_id", "first_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "second_id") SELECT new_values."coalition_id", new_values."first_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."said_at", new_values."second_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8dd72d73489d8d9c0567d03e7c144003cd2eee53",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_294c4",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_distinctpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="distinctpair",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_distinctpairevent" ("coalition_id", "first_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "second_id") SELECT old_values."coalition_id", old_values."first_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."said_at", old_values."second_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0889b3b7cf5a5857ef52c6eea8d9ed1381a9542a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_69507",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_distinctpair",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_mergeevent" ("change_id", "coalition_id", "columns", "id", "merged_at", "merged_by_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "survivor_id", "taken_apart_at", "taken_apart_by_id") SELECT new_values."change_id", new_values."coalition_id", new_values."columns", new_values."id", new_values."merged_at", new_values."merged_by_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."survivor_id", new_values."taken_apart_at", new_values."taken_apart_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="77bfc0cf790e9820300107ad9253d54d65a4049a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_15e40",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_mergeevent" ("change_id", "coalition_id", "columns", "id", "merged_at", "merged_by_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "survivor_id", "taken_apart_at", "taken_apart_by_id") SELECT new_values."change_id", new_values."coalition_id", new_values."columns", new_values."id", new_values."merged_at", new_values."merged_by_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."survivor_id", new_values."taken_apart_at", new_values."taken_apart_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="788728b5769861c97ef2c545fc165e1ca88834c1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cff52",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="merge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_mergeevent" ("change_id", "coalition_id", "columns", "id", "merged_at", "merged_by_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "survivor_id", "taken_apart_at", "taken_apart_by_id") SELECT old_values."change_id", old_values."coalition_id", old_values."columns", old_values."id", old_values."merged_at", old_values."merged_by_id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."survivor_id", old_values."taken_apart_at", old_values."taken_apart_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d83c63fc98cfa827ac06ae7f2d37522e92487d71",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cc95",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_merge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownfield",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownfieldevent" ("coalition_id", "help_text", "id", "is_asked_first", "is_internal", "is_listed", "is_personal", "is_required", "key", "kind", "label", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "subject") SELECT new_values."coalition_id", new_values."help_text", new_values."id", new_values."is_asked_first", new_values."is_internal", new_values."is_listed", new_values."is_personal", new_values."is_required", new_values."key", new_values."kind", new_values."label", new_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."retired_on", new_values."subject" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4172be34e5b57a3e3bf4ddcf1f3131e1dead416f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_21902",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_ownfield",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownfield",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownfieldevent" ("coalition_id", "help_text", "id", "is_asked_first", "is_internal", "is_listed", "is_personal", "is_required", "key", "kind", "label", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "subject") SELECT new_values."coalition_id", new_values."help_text", new_values."id", new_values."is_asked_first", new_values."is_internal", new_values."is_listed", new_values."is_personal", new_values."is_required", new_values."key", new_values."kind", new_values."label", new_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."retired_on", new_values."subject" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6642b947d151633f0dc9edd06290ea49a82b36c2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_73fef",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_ownfield",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ownfield",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_ownfieldevent" ("coalition_id", "help_text", "id", "is_asked_first", "is_internal", "is_listed", "is_personal", "is_required", "key", "kind", "label", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "subject") SELECT old_values."coalition_id", old_values."help_text", old_values."id", old_values."is_asked_first", old_values."is_internal", old_values."is_listed", old_values."is_personal", old_values."is_required", old_values."key", old_values."kind", old_values."label", old_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."retired_on", old_values."subject" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b85a261272840d4ed864037e57857a0667e982d5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0c805",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_ownfield",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="savedview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_savedviewevent" ("coalition_id", "created_at", "description", "id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "query") SELECT new_values."coalition_id", new_values."created_at", new_values."description", new_values."id", new_values."is_shared", new_values."name", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."query" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f1b812d68750ec66513a0b2627ce5f9236a86442",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1c6de",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_savedview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="savedview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_savedviewevent" ("coalition_id", "created_at", "description", "id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "query") SELECT new_values."coalition_id", new_values."created_at", new_values."description", new_values."id", new_values."is_shared", new_values."name", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."query" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="55920b498e0e842badfc296a4374ad785b7fee8d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c36ac",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_savedview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="savedview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_savedviewevent" ("coalition_id", "created_at", "description", "id", "is_shared", "name", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "query") SELECT old_values."coalition_id", old_values."created_at", old_values."description", old_values."id", old_values."is_shared", old_values."name", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."query" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="28f2a92843a4b1c093b0fdd53e93a246f309895b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d5c3f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_savedview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="defaultview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_defaultviewevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "view_id") SELECT new_values."coalition_id", new_values."id", new_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."view_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0d2770542768db967d04164b55370d44135f516f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3fc87",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="partners_defaultview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="defaultview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_defaultviewevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "view_id") SELECT new_values."coalition_id", new_values."id", new_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."view_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c980b17e54efca03aacb2652868580b8023398b1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_57f12",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="partners_defaultview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="defaultview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "partners_defaultviewevent" ("coalition_id", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "view_id") SELECT old_values."coalition_id", old_values."id", old_values."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."view_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a87a56ded7956cd1572427bf185468c6e98054d0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c06be",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="partners_defaultview",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        )
    ]
