"""What a cell says of whether a service takes people, or of where it is."""

from partners.imports.values import BadCell, is_nothing, one_line, term_key
from partners.models import Capacity

STATES = {
    Capacity.OPEN: "open|yes|y|available|accepting|accepting clients|accepting new clients|has space|"
    "abierto|abierta|si|disponible",
    Capacity.WAITING: "waiting list|waiting|waitlist|wait list|waitlisted|lista de espera|en espera",
    Capacity.FULL: "full|no|n|at capacity|closed to new clients|not accepting|lleno|llena|completo",
    Capacity.PAUSED: "paused|on hold|suspended|temporarily closed|en pausa|pausado|suspendido",
}
STATE_OF = {word: state for state, words in STATES.items() for word in words.split("|")}
YES = frozenset({"1", "yes", "y", "x", "true", "si", "virtual", "online"})
NO = frozenset({"0", "no", "n", "false", "physical", "postal"})


def capacity(text: str) -> str:
    """ "Waitlist" is a waiting list; "" for an empty cell. Raises BadCell for what is no state."""
    if is_nothing(text):
        return ""
    told = term_key(text).rstrip(".")
    labels = {term_key(str(label)): value for value, label in Capacity.choices}
    state = STATE_OF.get(told) or labels.get(told)
    if state is None:
        raise BadCell("capacity", one_line(text))
    return str(state)


def says_yes(text: str) -> bool:
    """An empty cell says no. Raises BadCell for what is neither."""
    if is_nothing(text):
        return False
    told = term_key(text)
    if told not in YES | NO:
        raise BadCell("yes_no", one_line(text))
    return told in YES
