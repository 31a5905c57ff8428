"""The one way in which services refuse: a sentence that names the remedy."""

NO_SPACE = "The disk is full. Free some space and start again; nothing that was saved is lost."


class ServicesUnavailable(Exception):  # noqa: N818 it is a state of the machine, not a mistake
    """PostgreSQL or Valkey cannot be had; the message is for the person at the keyboard."""

    @classmethod
    def because(cls, sentence: str, output: str) -> "ServicesUnavailable":
        """With what the program printed, unless that has a well-known meaning."""
        if "No space left on device" in output:
            return cls(NO_SPACE)
        return cls(f"{sentence} It said:\n{output.strip()[-1500:]}")
