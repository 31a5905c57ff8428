"""The strengths of an organisation as one cell of a file, which an import takes apart again."""

from collections.abc import Callable

from common.spreadsheets.entries import Entry, in_a_cell
from partners.models import Organisation, Topic
from partners.models.depth.topics import SHAPES


def strengths_cell(voice: str) -> Callable[[Organisation], str]:
    """Of one side's words, from prefetched rows, in the language of now: files are written later."""
    levels = SHAPES[Topic.STRENGTHS].level_words

    def cell(organisation: Organisation) -> str:
        rows = [one for one in organisation.profilerows.all() if one.topic == Topic.STRENGTHS]
        return in_a_cell(
            Entry(row.words, levels.get(row.level or 0, ""), row.note)
            for row in rows
            if row.voice == voice
        )

    return cell
