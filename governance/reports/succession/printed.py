"""The binder as `templates/governance/succession/binder.typ` reads it: plain values, and every word."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Coalition
from governance.reports.succession.bench import KeyRoleLine
from governance.reports.succession.binder import Binder, BodyPage, Reached


def printed(binder: Binder, *, coalition: Coalition, paper: str, on: date) -> dict[str, Any]:
    parts = [
        _part(_("Whom to call"), [_person(one) for one in binder.people]),
        _part(_("Key roles"), [_role(line) for line in binder.bench.lines]),
        *(_part(page.body.name, _seats(page)) for page in binder.bodies),
        _part(_("What we promised to partners"), _promises(binder)),
        _part(_("Decisions that are open"), _decisions(binder)),
        _part(_("Where things are"), _places(binder)),
    ]
    return {
        "language": (get_language() or "en").partition("-")[0],
        "paper": paper,
        "title": _("Continuity binder"),
        "coalition": coalition.name,
        "place": coalition.place,
        "date": date_format(on),
        "parts": [part for part in parts if part["lines"]],
        "words": {
            "of": _("of"),
            "page": _("page"),
            "secret": _("No passwords here. This is for those who must take over; keep it safe."),
            "missing": _("Nothing is in it yet."),
        },
    }


def _part(heading: str, lines: list[dict[str, str]]) -> dict[str, Any]:
    return {"heading": heading, "lines": lines}


def _line(margin: str, head: str, *rest: str) -> dict[str, Any]:
    return {"margin": margin, "head": head, "rest": [words for words in rest if words]}


def _person(one: Reached) -> dict[str, Any]:
    reach = " · ".join(part for part in (one.phone, one.email) if part)
    return _line(one.organisation, one.name, "; ".join(one.roles), reach)


def _role(line: KeyRoleLine) -> dict[str, Any]:
    holders = ", ".join(str(one.contact or one.organisation) for one in line.holders)
    deputies = ", ".join(
        f"{one.contact} ({one.get_willing_display()}, {one.get_ready_display()})"
        for one in line.deputies
    )
    return _line(
        line.role.where,
        line.role.title,
        _("Held by %(names)s") % {"names": holders} if holders else _("Nobody holds it."),
        _("Deputies: %(names)s") % {"names": deputies} if deputies else _("No deputy yet."),
        _("Without them: %(words)s") % {"words": line.role.if_lost},
    )


def _seats(page: BodyPage) -> list[dict[str, Any]]:
    return [
        _line(
            _("until %(day)s") % {"day": date_format(seat.until)} if seat.until else "",
            seat.title,
            _("vacant")
            if seat.is_vacant
            else ", ".join(part for part in (seat.holder, seat.organisation) if part),
        )
        for seat in page.seats
    ]


def _promises(binder: Binder) -> list[dict[str, Any]]:
    return [
        _line(
            _("by %(day)s") % {"day": date_format(one.due_on)} if one.due_on else "",
            one.organisation.name,
            one.words,
        )
        for one in binder.promises
    ]


def _decisions(binder: Binder) -> list[dict[str, Any]]:
    return [
        _line(
            _("by %(day)s") % {"day": date_format(one.due_on)},
            one.question,
            f"{one.organisation}: {one.incident}",
            _("%(name)s decides") % {"name": one.decider},
        )
        for one in binder.decisions
    ]


def _places(binder: Binder) -> list[dict[str, Any]]:
    places = [_line(one.what, one.where, one.access) for one in binder.places]
    works = [
        _line(page.body.name, link.label, link.address)
        for page in binder.where_bodies_work
        for link in page.links
    ]
    return places + works
