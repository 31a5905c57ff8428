from governance.tasks import power, seats, words

__all__ = ["power", "seats", "words"]
