"""Why a partner is here, as it said itself: what draws it, why this coalition, what comes first for it."""

from dataclasses import dataclass

from partners.models import Organisation, ProfileAnswer, ProfileRow, Topic, Voice

IN_WORDS = (Topic.MOTIVATION, Topic.WHY_HERE)


@dataclass(frozen=True)
class Reasons:
    """Their own words only: nobody is told in a letter what we noted of them."""

    motivation: str = ""
    why_here: str = ""
    priorities: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        return bool(self.motivation or self.why_here or self.priorities)


def reasons_of(organisation: Organisation) -> Reasons:
    """Two queries: their answers, and their priorities in their order."""
    answers = ProfileAnswer.objects.of(organisation.pk).in_voice(Voice.THEIRS)
    told = dict(answers.filter(topic__in=IN_WORDS).values_list("topic", "text"))
    rows = ProfileRow.objects.of(organisation.pk).about(Topic.PRIORITIES).in_voice(Voice.THEIRS)
    return Reasons(
        motivation=told.get(Topic.MOTIVATION, "").strip(),
        why_here=told.get(Topic.WHY_HERE, "").strip(),
        priorities=tuple(row.name for row in rows.in_order()),
    )
