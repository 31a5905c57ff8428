"""What a file can hold besides partners, and what differs with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from partners.imports.forms import UploadForm
from partners.imports.rows.starting import KnownHeading
from partners.imports.services import columns as service_columns
from partners.imports.services import starting as services
from partners.imports.services.forms import ServiceOptionsForm, ServiceUploadForm
from partners.imports.talks import columns as talk_columns
from partners.imports.talks import starting as talks
from partners.imports.talks.forms import TalkOptionsForm
from partners.imports.ties import columns as tie_columns
from partners.imports.ties import starting as ties
from partners.imports.ties.forms import TieOptionsForm
from partners.models import ImportRun


@dataclass(frozen=True)
class Words:
    """How its pages speak.

    `written` and `goes_back` take a `count`, and the `number` as people read it; `written` a `file` too.
    """

    title: Promise
    lede: Promise
    done: Promise
    where: Promise
    see: Promise
    written: Any
    goes_back: Any


@dataclass(frozen=True)
class Door:
    """`uploads` is the field of its form; `page` the address where what came in is seen."""

    subject: ImportRun.Subject
    name: str
    page: str
    upload_form: type[forms.Form]
    uploads: str
    start: Callable[..., ImportRun]
    options_form: Callable[..., TieOptionsForm | ServiceOptionsForm | TalkOptionsForm]
    fields: Mapping[str, Any]
    is_field: Callable[[str], bool]
    label_of: Callable[[str], str]
    choices_for: Callable[[str], list[tuple[str, str]]]
    missing_in: Callable[[Mapping[str, str]], str]
    known_heading: KnownHeading
    words: Words

    @property
    def start_url(self) -> str:
        return f"partners:{self.name}_start"

    @property
    def columns_url(self) -> str:
        return f"partners:{self.name}_columns"

    @property
    def apply_url(self) -> str:
        return f"partners:{self.name}_apply"

    @property
    def undo_url(self) -> str:
        return f"partners:{self.name}_undo"


TIES = Door(
    subject=ImportRun.Subject.TIES,
    name="tie_import",
    page="partners:network",
    upload_form=UploadForm,
    uploads="file",
    start=ties.start,
    options_form=TieOptionsForm,
    fields=tie_columns.LABELS,
    is_field=tie_columns.is_field,
    label_of=tie_columns.label_of,
    choices_for=tie_columns.choices_for,
    missing_in=tie_columns.missing_in,
    known_heading=tie_columns.known_key,
    words=Words(
        title=_("Bring in a spreadsheet of ties"),
        lede=_(
            "One row for each pair: two organisations, and how they are tied. You see what would happen"
            " to every row before anything is written, and you can undo all of it."
        ),
        done=_("The ties are in"),
        where=_("Network map"),
        see=_("See the network"),
        written=ngettext_lazy(
            "%(number)s tie was written from “%(file)s”.",
            "%(number)s ties were written from “%(file)s”.",
            "count",
        ),
        goes_back=ngettext_lazy(
            "%(number)s tie goes back to how it was before; what the file had added is taken away.",
            "%(number)s ties go back to how they were before; what the file had added is taken away.",
            "count",
        ),
    ),
)
SERVICES = Door(
    subject=ImportRun.Subject.SERVICES,
    name="service_import",
    page="partners:services",
    upload_form=ServiceUploadForm,
    uploads="uploads",
    start=services.start,
    options_form=ServiceOptionsForm,
    fields=service_columns.LABELS,
    is_field=service_columns.is_field,
    label_of=service_columns.label_of,
    choices_for=service_columns.choices_for,
    missing_in=service_columns.missing_in,
    known_heading=service_columns.known_key,
    words=Words(
        title=_("Bring in services"),
        lede=_(
            "One row for each service and place, or the tables of a directory such as 211 keeps (Human"
            " Services Data Specification). You see what would happen to every row before anything is"
            " written, and you can undo all of it."
        ),
        done=_("The services are in"),
        where=_("Services"),
        see=_("See the register"),
        written=ngettext_lazy(
            "%(number)s service was written from “%(file)s”.",
            "%(number)s services were written from “%(file)s”.",
            "count",
        ),
        goes_back=ngettext_lazy(
            "%(number)s service goes back to how it was before; what the file had added is taken away.",
            "%(number)s services go back to how they were before; what the file had added is taken"
            " away.",
            "count",
        ),
    ),
)
TALKS = Door(
    subject=ImportRun.Subject.TALKS,
    name="talk_import",
    page="partners:talks",
    upload_form=UploadForm,
    uploads="file",
    start=talks.start,
    options_form=TalkOptionsForm,
    fields=talk_columns.LABELS,
    is_field=talk_columns.is_field,
    label_of=talk_columns.label_of,
    choices_for=talk_columns.choices_for,
    missing_in=talk_columns.missing_in,
    known_heading=talk_columns.known_key,
    words=Words(
        title=_("Bring in talks"),
        lede=_(
            "The log you already keep, as it is: one row for each talk. You see what would happen to"
            " every row before anything is written, and you can undo all of it."
        ),
        done=_("The talks are in"),
        where=_("Talks"),
        see=_("See the talks"),
        written=ngettext_lazy(
            "%(number)s talk was written from “%(file)s”.",
            "%(number)s talks were written from “%(file)s”.",
            "count",
        ),
        goes_back=ngettext_lazy(
            "%(number)s talk is taken away.",
            "%(number)s talks are taken away.",
            "count",
        ),
    ),
)
