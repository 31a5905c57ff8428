"""How the sample coalition works. Each part of it is written by its own module."""

from collections.abc import Callable

from coalition.sample.governance.bodies import write_bodies
from coalition.sample.governance.charter import write_charter
from coalition.sample.governance.communication import write_communication
from coalition.sample.governance.duties import write_what_bodies_do
from coalition.sample.governance.joining import write_joining
from coalition.sample.governance.power import write_power
from coalition.sample.governance.seats import write_seats
from coalition.sample.governance.story import Story
from coalition.sample.governance.succession import write_succession
from coalition.sample.governance.words import write_words

__all__ = ["Story", "write_governance"]

# In the order in which each builds on the others.
WRITERS: tuple[Callable[[Story], None], ...] = (
    write_bodies,
    write_what_bodies_do,
    write_seats,
    write_charter,
    write_power,
    write_succession,
    write_words,
    write_communication,
    write_joining,
)


def write_governance(story: Story) -> None:
    for write in WRITERS:
        write(story)
