"""The duties and links of a body: what a form tells of them is written with as few changes as there are."""

from collections.abc import Sequence

from governance.models import Body, BodyLink, Duty, MeantOverlap


def write_duties(body: Body, words: Sequence[str]) -> None:
    """One duty a line, in their order.

    A line that says what a duty says is that duty, wherever it stands now. What is left on both sides is
    taken in its order: the first line that is new is what the first duty that is gone was changed to.
    """
    known = list(Duty.objects.of(body))
    kept = {duty.words: duty for duty in known if duty.words in words}
    gone = iter([duty for duty in known if kept.get(duty.words) is not duty])
    for position, said in enumerate(words):
        duty = kept.get(said) or next(gone, None) or Duty(coalition_id=body.coalition_id, body=body)
        _write(duty, said, position)
    for duty in gone:
        duty.delete()


def _write(duty: Duty, words: str, position: int) -> None:
    """Saved if anything changed. That it is meant to be like another one was said of the old words."""
    if duty.pk and duty.words != words:
        for note in MeantOverlap.objects.of_duties([duty.pk]):
            note.delete()
    if not duty.pk or (duty.words, duty.position) != (words, position):
        duty.words, duty.position = words, position
        duty.save()


def write_links(body: Body, links: Sequence[tuple[str, str]]) -> None:
    """Label and address of each, in their order."""
    known = {(link.label, link.address): link for link in BodyLink.objects.of(body)}
    for position, (label, address) in enumerate(links):
        link = known.pop((label, address), None) or BodyLink(
            coalition_id=body.coalition_id, body=body, label=label, address=address
        )
        if not link.pk or link.position != position:
            link.position = position
            link.save()
    for link in known.values():
        link.delete()
