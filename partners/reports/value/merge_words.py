"""Merge words: “{organisation}” in a wording becomes the partner's name.

There are these words and no others, and nothing is ever run: a text is cut at its braces, each word is
looked up, and what is filled in is not looked at again.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Person
from common.refusal import Refusal
from partners.models import Benefit, Contact, Organisation, ValueStatement
from partners.reports.people.mail_merge import salutation
from partners.reports.value.amounts import amounts_among
from partners.reports.value.reasons import Reasons

# Words that a value statement knows, and what each becomes.
OF_STATEMENTS = {
    "organisation": gettext_lazy("the partner's name"),
    "coalition": gettext_lazy("the coalition's name"),
    "place": gettext_lazy("where the coalition works"),
    "goal": gettext_lazy("what the coalition sets out to change"),
    "benefits": gettext_lazy("what they were promised, a line each"),
    "amounts": gettext_lazy("what came to them in numbers, a line for each unit"),
    "own_words": gettext_lazy("what they gain, as they say it themselves"),
    "hopes": gettext_lazy("what they hope to gain, in their own words"),
    "motivation": gettext_lazy("what draws them, in their own words"),
    "why_here": gettext_lazy("why this coalition, in their own words"),
    "priorities": gettext_lazy("what comes first for them, in their order"),
    "sender": gettext_lazy("your name"),
    "today": gettext_lazy("the day on which the draft is made"),
}
# A letter has somebody to greet besides.
OF_LETTERS = {
    "contact": gettext_lazy("how the letter greets: “Marisol”, “Dr. Mehta”"),
    "full_name": gettext_lazy("the person's whole name"),
    "job_title": gettext_lazy("the person's job title"),
    "statement": gettext_lazy("what we say to them that they gain"),
    **OF_STATEMENTS,
}
# What is said of a partner at which something happened, to whoever asks.
OF_HOLDING = {key: OF_STATEMENTS[key] for key in ("organisation", "coalition", "place")} | {
    "sender": gettext_lazy("your name"),
    "today": gettext_lazy("the day on which the draft is made"),
}
BY_PURPOSE = {"statement": OF_STATEMENTS, "letter": OF_LETTERS, "holding": OF_HOLDING}
# "{organisation}" is a word; a brace that is not part of one is a slip.
WORD = re.compile(r"\{([^{}]*)\}")
BRACE = re.compile(r"[{}]")


@dataclass(frozen=True)
class Filled:
    """A text with its words filled in. Of a word in `missing` nothing is known: it still stands there."""

    text: str
    missing: tuple[str, ...] = ()


def refuse_unknown(text: str, *, known: Iterable[str]) -> None:
    """Raises Refusal, which names every word that nobody knows."""
    known = list(known)
    unknown = list(dict.fromkeys(word for word in WORD.findall(text) if word not in known))
    if unknown:
        raise Refusal(
            _("Nobody knows the merge word %(words)s. There are: %(known)s.")
            % {"words": in_braces(unknown), "known": in_braces(known)}
        )
    if BRACE.search(WORD.sub("", text)):
        raise Refusal(_("A “{” needs its “}”, with a merge word between them."))


def fill(text: str, facts: Mapping[str, str]) -> Filled:
    """Every word that `facts` tells of, in one pass."""
    missing = [word for word in WORD.findall(text) if not facts.get(word)]
    filled = WORD.sub(lambda found: facts.get(found[1]) or found[0], text)
    return Filled(filled, tuple(dict.fromkeys(missing)))


def gaps_in(text: str) -> list[str]:
    """Merge words that still stand in a text which somebody is about to send."""
    return list(dict.fromkeys(word for word in WORD.findall(text) if word in OF_LETTERS))


def in_braces(words: Iterable[str]) -> str:
    return get_text_list([f"{{{word}}}" for word in words], _("and"))


# ---------------------------------------------------------------- the facts


def facts_for_statement(
    organisation: Organisation,
    *,
    coalition: Coalition,
    benefits: Iterable[Benefit],
    said: ValueStatement,
    reasons: Reasons,
    sender: Person,
    on: date,
) -> dict[str, str]:
    """Who has not written down hopes may have said in a talk what draws them: that is their word too."""
    gained = list(benefits)
    return {
        "organisation": organisation.name,
        "coalition": coalition.name,
        "place": coalition.place,
        "goal": coalition.problem_statement.strip(),
        "benefits": lines_of(gained),
        "amounts": "\n".join(f"– {one.words}" for one in amounts_among(gained)),
        "own_words": said.own_words.strip(),
        "hopes": said.hopes.strip() or reasons.motivation,
        "motivation": reasons.motivation,
        "why_here": reasons.why_here,
        "priorities": get_text_list(list(reasons.priorities), _("and")),
        "sender": str(sender),
        "today": date_format(on),
    }


def facts_for_holding(
    organisation: Organisation, *, coalition: Coalition, sender: Person, on: date
) -> dict[str, str]:
    return {
        "organisation": organisation.name,
        "coalition": coalition.name,
        "place": coalition.place,
        "sender": str(sender),
        "today": date_format(on),
    }


def facts_for_letter(
    contact: Contact, statement_facts: Mapping[str, str], *, said: ValueStatement
) -> dict[str, str]:
    """To whom nothing was promised yet, what we say that they gain stands where the promises would."""
    statement = said.statement.strip()
    return {
        **statement_facts,
        "statement": statement,
        "benefits": statement_facts["benefits"] or statement,
        "contact": salutation(contact.name),
        "full_name": contact.name,
        "job_title": contact.title,
    }


def lines_of(benefits: Iterable[Benefit]) -> str:
    """One line for each that was not taken back: “– A stand at the fair, by June 3, 2026”."""
    return "\n".join(f"– {_line(one)}" for one in benefits if not one.is_withdrawn)


def _line(benefit: Benefit) -> str:
    words = benefit.words.rstrip(". ")
    if benefit.is_open and benefit.due_on:
        return _("%(words)s, by %(day)s") % {"words": words, "day": date_format(benefit.due_on)}
    return words
