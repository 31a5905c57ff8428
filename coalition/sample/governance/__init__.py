"""How the sample coalition works. Each part of it is written by its own module."""

from collections.abc import Callable

from coalition.sample.governance.bodies import write_bodies
from coalition.sample.governance.story import Story
from coalition.sample.governance.succession import write_succession

__all__ = ["Story", "write_governance"]

# In the order in which each builds on the others.
WRITERS: tuple[Callable[[Story], None], ...] = (write_bodies, write_succession)


def write_governance(story: Story) -> None:
    for write in WRITERS:
        write(story)
