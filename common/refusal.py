"""The one way in which an operation says no."""


class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not an error
    """Why something cannot be done now, as a translated sentence that the page shows as it is."""
