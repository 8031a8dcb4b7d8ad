"""What is typed to find something in a list: words, in any order, case and accents aside."""

import unicodedata


def plain(text: str) -> str:
    """A text as it is compared, without case and accents."""
    if text.isascii():
        return text.lower()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


def holds(plain_text: str, typed: str) -> bool:
    """Whether a text (as `plain` gives it) holds every word that was typed."""
    return all(word in plain_text for word in plain(typed).split())
