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
        ("governance", "0007_words"),
        ("partners", "0022_risk"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="RegularMessage",
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
                                help_text="For example: “What the committee decided”.",
                                max_length=160,
                                verbose_name="what is told",
                            ),
                        ),
                        ("audience", models.CharField(max_length=200, verbose_name="to whom")),
                        (
                            "about",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what belongs into it"
                            ),
                        ),
                        (
                            "cadence",
                            models.CharField(
                                choices=[
                                    ("weekly", "Every week"),
                                    ("fortnightly", "Every two weeks"),
                                    ("monthly", "Every month"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Twice a year"),
                                    ("yearly", "Once a year"),
                                    ("as_needed", "When there is need"),
                                ],
                                max_length=12,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="through which channel",
                            ),
                        ),
                        (
                            "channel_note",
                            models.CharField(
                                blank=True,
                                help_text="The name of the list, the group, the page.",
                                max_length=200,
                                verbose_name="where exactly",
                            ),
                        ),
                        (
                            "first_due_on",
                            models.DateField(
                                blank=True,
                                help_text="The day from which the rhythm counts.",
                                null=True,
                                verbose_name="counted from",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="next due"),
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
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="regular_messages",
                                to="accounts.membership",
                                verbose_name="who sees to it",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["what", "pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "due_on"], name="message_by_due"),
                            models.Index(fields=["coalition", "owner"], name="message_by_owner"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="message_of_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("audience", ""), _negated=True),
                                ),
                                name="message_says_what_to_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "cadence__in",
                                        [
                                            "weekly",
                                            "fortnightly",
                                            "monthly",
                                            "quarterly",
                                            "half_yearly",
                                            "yearly",
                                            "as_needed",
                                        ],
                                    )
                                ),
                                name="message_cadence_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "channel__in",
                                        [
                                            "email",
                                            "newsletter",
                                            "phone",
                                            "text",
                                            "chat",
                                            "meeting",
                                            "letter",
                                            "web",
                                            "other",
                                        ],
                                    )
                                ),
                                name="message_channel_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cadence", "as_needed"),
                                        ("due_on__isnull", True),
                                        ("first_due_on__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("cadence", "as_needed"), _negated=True),
                                        ("due_on__gte", models.F("first_due_on")),
                                        ("first_due_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="message_has_a_next_day_unless_it_is_sent_as_needed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegularMessageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "what",
                            models.CharField(
                                help_text="For example: “What the committee decided”.",
                                max_length=160,
                                verbose_name="what is told",
                            ),
                        ),
                        ("audience", models.CharField(max_length=200, verbose_name="to whom")),
                        (
                            "about",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="what belongs into it"
                            ),
                        ),
                        (
                            "cadence",
                            models.CharField(
                                choices=[
                                    ("weekly", "Every week"),
                                    ("fortnightly", "Every two weeks"),
                                    ("monthly", "Every month"),
                                    ("quarterly", "Every three months"),
                                    ("half_yearly", "Twice a year"),
                                    ("yearly", "Once a year"),
                                    ("as_needed", "When there is need"),
                                ],
                                max_length=12,
                                verbose_name="how often",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="through which channel",
                            ),
                        ),
                        (
                            "channel_note",
                            models.CharField(
                                blank=True,
                                help_text="The name of the list, the group, the page.",
                                max_length=200,
                                verbose_name="where exactly",
                            ),
                        ),
                        (
                            "first_due_on",
                            models.DateField(
                                blank=True,
                                help_text="The day from which the rhythm counts.",
                                null=True,
                                verbose_name="counted from",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="next due"),
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
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
                                verbose_name="who sees to it",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.regularmessage",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_5c3588_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_c43807_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SentMessage",
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
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                help_text="What was next due before it was sent.",
                                null=True,
                            ),
                        ),
                        (
                            "missed",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="How many occasions had gone by unsent before the one it was sent for.",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="what it said, in a few words",
                            ),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="where it can be read"
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
                            "message",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sent",
                                to="governance.regularmessage",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-sent_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "message", "sent_on"], name="sent_by_message"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SentMessageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("sent_on", models.DateField(verbose_name="sent on")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True,
                                help_text="What was next due before it was sent.",
                                null=True,
                            ),
                        ),
                        (
                            "missed",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="How many occasions had gone by unsent before the one it was sent for.",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="what it said, in a few words",
                            ),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True, max_length=500, verbose_name="where it can be read"
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
                            "message",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.regularmessage",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.sentmessage",
                            ),
                        ),
                        (
                            "sent_by",
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
                                name="governance__pgh_obj_f2f1b7_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_692b20_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentProtocol",
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
                            "title",
                            models.CharField(
                                help_text="For example: “Heat wave”, “A clinic closes”.",
                                max_length=160,
                                verbose_name="for what",
                            ),
                        ),
                        (
                            "when_to_use",
                            models.TextField(
                                help_text="What must have happened, and who may say so.",
                                max_length=1000,
                                verbose_name="when it begins",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="through which channel",
                            ),
                        ),
                        (
                            "fallback",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="and if that fails",
                            ),
                        ),
                        (
                            "frame",
                            models.TextField(
                                help_text="What happened. What we know and do not know. What to do now. When we call again.",
                                max_length=2000,
                                verbose_name="frame of the message",
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
                        "ordering": ["title", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="protocol_of_coalition"
                            ),
                            models.UniqueConstraint(
                                models.F("coalition"),
                                models.Func("title", function="plain_text"),
                                condition=models.Q(("retired_on__isnull", True)),
                                name="protocol_stands_once",
                                violation_error_message="There is a protocol for this already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "channel__in",
                                        [
                                            "email",
                                            "newsletter",
                                            "phone",
                                            "text",
                                            "chat",
                                            "meeting",
                                            "letter",
                                            "web",
                                            "other",
                                        ],
                                    ),
                                    (
                                        "fallback__in",
                                        [
                                            "",
                                            "email",
                                            "newsletter",
                                            "phone",
                                            "text",
                                            "chat",
                                            "meeting",
                                            "letter",
                                            "web",
                                            "other",
                                        ],
                                    ),
                                ),
                                name="protocol_channels_are_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallRow",
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
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="For example: “Calls at night are fine”, “speaks Spanish”.",
                                max_length=200,
                                verbose_name="good to know",
                            ),
                        ),
                        ("removed_on", models.DateField(blank=True, null=True)),
                        (
                            "called_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calls",
                                to="governance.callrow",
                                verbose_name="is called by",
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
                                related_name="urgent_calls",
                                to="partners.contact",
                                verbose_name="person of a partner",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="urgent_calls",
                                to="accounts.membership",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "protocol",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calls",
                                to="governance.urgentprotocol",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "protocol", "position"],
                                name="call_by_protocol",
                            ),
                            models.Index(fields=["coalition", "contact"], name="call_by_contact"),
                            models.Index(fields=["coalition", "member"], name="call_by_member"),
                            models.Index(fields=["coalition", "called_by"], name="call_by_caller"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="call_row_of_coalition"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("contact__isnull", False), ("removed_on__isnull", True)
                                ),
                                fields=("coalition", "protocol", "contact"),
                                name="contact_is_called_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("member__isnull", False), ("removed_on__isnull", True)
                                ),
                                fields=("coalition", "protocol", "member"),
                                name="member_is_called_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("contact__isnull", False), ("member__isnull", True)),
                                    models.Q(("contact__isnull", True), ("member__isnull", False)),
                                    _connector="OR",
                                ),
                                name="call_row_is_a_contact_or_a_member",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("called_by__isnull", True),
                                    models.Q(("called_by", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_calls_themselves",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentMessage",
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
                        ("words", models.TextField(max_length=2000, verbose_name="what we tell")),
                        ("started_at", models.DateTimeField(verbose_name="started")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended"),
                        ),
                        (
                            "learned",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what we do better next time",
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
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "protocol",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to="governance.urgentprotocol",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-started_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["coalition", "protocol"], name="urgent_by_protocol"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "id"), name="urgent_message_of_coalition"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("coalition", "protocol"),
                                name="protocol_runs_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="urgent_message_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True), ("ended_by__isnull", True)
                                    ),
                                    models.Q(
                                        ("ended_at__gte", models.F("started_at")),
                                        ("ended_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="urgent_message_is_ended_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentCall",
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
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("waiting", "Not called yet"),
                                    ("reached", "Reached"),
                                    ("left_word", "Left word"),
                                    ("no_answer", "No answer"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
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
                        (
                            "row",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="made",
                                to="governance.callrow",
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calls",
                                to="governance.urgentmessage",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["coalition", "row"], name="urgent_call_by_row")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "message", "row"),
                                name="somebody_is_called_once_in_a_message",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "outcome__in",
                                        ["waiting", "reached", "left_word", "no_answer"],
                                    )
                                ),
                                name="urgent_call_outcome_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("at__isnull", True),
                                        ("by__isnull", True),
                                        ("outcome", "waiting"),
                                    ),
                                    models.Q(
                                        models.Q(("outcome", "waiting"), _negated=True),
                                        ("at__isnull", False),
                                        ("by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="urgent_call_is_dated_once_it_was_made",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentCallEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("waiting", "Not called yet"),
                                    ("reached", "Reached"),
                                    ("left_word", "Left word"),
                                    ("no_answer", "No answer"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField(blank=True, null=True)),
                        (
                            "by",
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
                                to="governance.urgentcall",
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.callrow",
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.urgentmessage",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_39f35b_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_880900_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentMessageEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("words", models.TextField(max_length=2000, verbose_name="what we tell")),
                        ("started_at", models.DateTimeField(verbose_name="started")),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ended"),
                        ),
                        (
                            "learned",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what we do better next time",
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
                            "ended_by",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.urgentmessage",
                            ),
                        ),
                        (
                            "started_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "protocol",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.urgentprotocol",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_ea633d_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_3e8417_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CallRowEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="For example: “Calls at night are fine”, “speaks Spanish”.",
                                max_length=200,
                                verbose_name="good to know",
                            ),
                        ),
                        ("removed_on", models.DateField(blank=True, null=True)),
                        (
                            "called_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.callrow",
                                verbose_name="is called by",
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
                                verbose_name="person of a partner",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.membership",
                                verbose_name="member",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="governance.callrow",
                            ),
                        ),
                        (
                            "protocol",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="governance.urgentprotocol",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_038b1f_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_c497ab_idx"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UrgentProtocolEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "title",
                            models.CharField(
                                help_text="For example: “Heat wave”, “A clinic closes”.",
                                max_length=160,
                                verbose_name="for what",
                            ),
                        ),
                        (
                            "when_to_use",
                            models.TextField(
                                help_text="What must have happened, and who may say so.",
                                max_length=1000,
                                verbose_name="when it begins",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="through which channel",
                            ),
                        ),
                        (
                            "fallback",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("email", "E-mail"),
                                    ("newsletter", "Newsletter"),
                                    ("phone", "Phone call"),
                                    ("text", "Text message"),
                                    ("chat", "Group chat"),
                                    ("meeting", "In a meeting"),
                                    ("letter", "Letter"),
                                    ("web", "Web page or social media"),
                                    ("other", "Another way"),
                                ],
                                max_length=10,
                                verbose_name="and if that fails",
                            ),
                        ),
                        (
                            "frame",
                            models.TextField(
                                help_text="What happened. What we know and do not know. What to do now. When we call again.",
                                max_length=2000,
                                verbose_name="frame of the message",
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
                                to="governance.urgentprotocol",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["pgh_obj_id", "pgh_created_at"],
                                name="governance__pgh_obj_ee1ef4_idx",
                            ),
                            models.Index(
                                fields=["pgh_context_id"], name="governance__pgh_con_1d1f5a_idx"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="regularmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_regularmessageevent" ("about", "audience", "cadence", "channel", "channel_note", "coalition_id", "due_on", "first_due_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what") SELECT new_values."about", new_values."audience", new_values."cadence", new_values."channel", new_values."channel_note", new_values."coalition_id", new_values."due_on", new_values."first_due_on", new_values."id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="aca43af0faf3090dd67f549aba0d3bb05d5b4e4e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_be844",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_regularmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="regularmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_regularmessageevent" ("about", "audience", "cadence", "channel", "channel_note", "coalition_id", "due_on", "first_due_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what") SELECT new_values."about", new_values."audience", new_values."cadence", new_values."channel", new_values."channel_note", new_values."coalition_id", new_values."due_on", new_values."first_due_on", new_values."id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="71694aeafabf1f87e99b20418fb395e4d04ce72e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dcb24",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_regularmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="regularmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_regularmessageevent" ("about", "audience", "cadence", "channel", "channel_note", "coalition_id", "due_on", "first_due_on", "id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "what") SELECT old_values."about", old_values."audience", old_values."cadence", old_values."channel", old_values."channel_note", old_values."coalition_id", old_values."due_on", old_values."first_due_on", old_values."id", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="88a2824a0b3fb1b1006960d639283c62a2b1c87a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c212",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_regularmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_sentmessageevent" ("coalition_id", "due_on", "id", "link", "message_id", "missed", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_by_id", "sent_on") SELECT new_values."coalition_id", new_values."due_on", new_values."id", new_values."link", new_values."message_id", new_values."missed", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."sent_by_id", new_values."sent_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1b9a430409a1bb9ebfb97f695848bddb478b763a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b5e41",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_sentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_sentmessageevent" ("coalition_id", "due_on", "id", "link", "message_id", "missed", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_by_id", "sent_on") SELECT new_values."coalition_id", new_values."due_on", new_values."id", new_values."link", new_values."message_id", new_values."missed", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."sent_by_id", new_values."sent_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="061e15df3a82ccbf362936667dd616ed18288bc8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_503bc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_sentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_sentmessageevent" ("coalition_id", "due_on", "id", "link", "message_id", "missed", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_by_id", "sent_on") SELECT old_values."coalition_id", old_values."due_on", old_values."id", old_values."link", old_values."message_id", old_values."missed", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."sent_by_id", old_values."sent_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e063d1e5382682421f5129fcb57e3fe3e27b1837",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5c8f0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_sentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentcall",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentcallevent" ("at", "by_id", "coalition_id", "id", "message_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_id") SELECT new_values."at", new_values."by_id", new_values."coalition_id", new_values."id", new_values."message_id", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."row_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="97fcf079dddf12e1605384f6b1ad681a016ebf2a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66937",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_urgentcall",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentcall",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentcallevent" ("at", "by_id", "coalition_id", "id", "message_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_id") SELECT new_values."at", new_values."by_id", new_values."coalition_id", new_values."id", new_values."message_id", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."row_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="39cb607ccec23fcf53d977000d6624e57e7670e1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54575",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_urgentcall",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentcall",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentcallevent" ("at", "by_id", "coalition_id", "id", "message_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_id") SELECT old_values."at", old_values."by_id", old_values."coalition_id", old_values."id", old_values."message_id", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."row_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="eed453c87efde0e18dd714a69cf85e498d6c3605",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_78203",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_urgentcall",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentprotocol",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentprotocolevent" ("channel", "coalition_id", "fallback", "frame", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "title", "when_to_use") SELECT new_values."channel", new_values."coalition_id", new_values."fallback", new_values."frame", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."retired_on", new_values."title", new_values."when_to_use" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1e2329d6e3c8436fbffb5f2d448ac721c8282ad3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b1407",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_urgentprotocol",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentprotocol",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentprotocolevent" ("channel", "coalition_id", "fallback", "frame", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "title", "when_to_use") SELECT new_values."channel", new_values."coalition_id", new_values."fallback", new_values."frame", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."retired_on", new_values."title", new_values."when_to_use" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9e1a2b16a0f6e10b801632692756309a11b82939",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bc045",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_urgentprotocol",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentprotocol",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentprotocolevent" ("channel", "coalition_id", "fallback", "frame", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_on", "title", "when_to_use") SELECT old_values."channel", old_values."coalition_id", old_values."fallback", old_values."frame", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."retired_on", old_values."title", old_values."when_to_use" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="80827bcc1bf0c9f43ff740c3df08cf116a790f84",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0d2c7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_urgentprotocol",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentmessageevent" ("coalition_id", "ended_at", "ended_by_id", "id", "learned", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "started_at", "started_by_id", "words") SELECT new_values."coalition_id", new_values."ended_at", new_values."ended_by_id", new_values."id", new_values."learned", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."protocol_id", new_values."started_at", new_values."started_by_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6fa5249f2154382f7a671caffbfde3e4c49ebc62",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dbccf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_urgentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentmessageevent" ("coalition_id", "ended_at", "ended_by_id", "id", "learned", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "started_at", "started_by_id", "words") SELECT new_values."coalition_id", new_values."ended_at", new_values."ended_by_id", new_values."id", new_values."learned", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."protocol_id", new_values."started_at", new_values."started_by_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bd6d588ce2d9875a6d9914d200fff7d46467f617",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc4ca",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_urgentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="urgentmessage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_urgentmessageevent" ("coalition_id", "ended_at", "ended_by_id", "id", "learned", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "protocol_id", "started_at", "started_by_id", "words") SELECT old_values."coalition_id", old_values."ended_at", old_values."ended_by_id", old_values."id", old_values."learned", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."protocol_id", old_values."started_at", old_values."started_by_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9c6d26f1e3462e57dbc01f75938e0e140b289de9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_880d4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_urgentmessage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="callrow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_callrowevent" ("called_by_id", "coalition_id", "contact_id", "id", "member_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "protocol_id", "removed_on") SELECT new_values."called_by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."member_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."protocol_id", new_values."removed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="697ff682b530bb3ae41af50407e19ed28428cba0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_004a0",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="governance_callrow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="callrow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_callrowevent" ("called_by_id", "coalition_id", "contact_id", "id", "member_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "protocol_id", "removed_on") SELECT new_values."called_by_id", new_values."coalition_id", new_values."contact_id", new_values."id", new_values."member_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."protocol_id", new_values."removed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6d49f80964f1c201abae790510fa2dee740f6379",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e2cc8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="governance_callrow",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="callrow",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "governance_callrowevent" ("called_by_id", "coalition_id", "contact_id", "id", "member_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "protocol_id", "removed_on") SELECT old_values."called_by_id", old_values."coalition_id", old_values."contact_id", old_values."id", old_values."member_id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."protocol_id", old_values."removed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="392477a1db22297d5496c5aded3db23b8c69652a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1147c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="governance_callrow",
                            when="AFTER",
                        ),
                    ),
                ),
                same_tenant(
                    child="governance_regularmessage",
                    parent="accounts_membership",
                    column="owner_id",
                ),
                same_tenant(
                    child="governance_sentmessage",
                    parent="governance_regularmessage",
                    column="message_id",
                    cascade=True,
                ),
                same_tenant(
                    child="governance_callrow",
                    parent="governance_urgentprotocol",
                    column="protocol_id",
                    cascade=True,
                ),
                same_tenant(
                    child="governance_callrow", parent="partners_contact", column="contact_id"
                ),
                same_tenant(
                    child="governance_callrow", parent="accounts_membership", column="member_id"
                ),
                same_tenant(
                    child="governance_callrow", parent="governance_callrow", column="called_by_id"
                ),
                same_tenant(
                    child="governance_urgentmessage",
                    parent="governance_urgentprotocol",
                    column="protocol_id",
                ),
                same_tenant(
                    child="governance_urgentcall",
                    parent="governance_urgentmessage",
                    column="message_id",
                    cascade=True,
                ),
                same_tenant(
                    child="governance_urgentcall", parent="governance_callrow", column="row_id"
                ),
            ]
        ),
    ]
