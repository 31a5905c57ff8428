"""What letters are without their accents."""

import unicodedata


def without_marks(text: str) -> str:
    """ "Peña" is Pena, and the single letter “ﬁ” is fi. Capitals stay: some who compare mind them."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
