"""When work runs by itself. Every task here may run twice, or late, and changes nothing the second time."""

from typing import Any

TIMETABLE: dict[str, dict[str, Any]] = {
    "deliver the outbox": {"task": "common.tasks.deliver_outbox", "schedule": 60.0},
    "resume imports": {"task": "partners.tasks.resume_imports", "schedule": 120.0},
    "forget sessions": {"task": "accounts.tasks.forget_sessions", "schedule": 3600.0},
    "forget old imports": {"task": "partners.tasks.forget_old_imports", "schedule": 3600.0},
    "compare changed partners": {"task": "partners.tasks.compare_changed", "schedule": 300.0},
    "forget sent forms": {"task": "common.tasks.forget_sent_forms", "schedule": 3600.0},
    "resume bulk edits": {"task": "partners.tasks.resume_bulk_edits", "schedule": 120.0},
    "resume erasing accounts": {"task": "accounts.tasks.resume_erasures", "schedule": 120.0},
    "resume erasing contacts": {"task": "partners.tasks.resume_erasures", "schedule": 120.0},
    "forget unapplied bulk edits": {
        "task": "partners.tasks.forget_unapplied_bulk_edits",
        "schedule": 3600.0,
    },
    "ask holders of roles": {
        "task": "governance.tasks.seats.ask_holders_yearly",
        "schedule": 21_600.0,
    },
    "heal shared leads": {"task": "governance.tasks.power.heal_overrides", "schedule": 21_600.0},
    "sweep files that no row names": {"task": "common.tasks.sweep_files", "schedule": 21_600.0},
    "look for acronyms": {"task": "governance.tasks.words.look_for_acronyms", "schedule": 21_600.0},
}
