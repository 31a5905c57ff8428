from partners.operations.depth.answers import Said, answer_topic
from partners.operations.depth.interviews import begin_visit, stop_at, verify
from partners.operations.depth.settings import Comparison, save_comparison
from partners.operations.depth.stakes import Placing, move_stake, place_stake, remove_stake

__all__ = [
    "Comparison",
    "Placing",
    "Said",
    "answer_topic",
    "begin_visit",
    "move_stake",
    "place_stake",
    "remove_stake",
    "save_comparison",
    "stop_at",
    "verify",
]
