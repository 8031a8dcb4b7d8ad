"""The months' names in many languages, as Unicode's CLDR has them (Babel ships it)."""

from functools import cache

from reader.article.text.bylines import word_set

_LANGUAGES = word_set(
    "fr de es it pt nl sv da nb fi pl cs sk hu ro tr ru uk bg sr hr sl ca gl eu id ms el ar fa hi lt lv et is af sq mk",
    "bs be he az ka hy sw",
)


def month_number(name: str, language: str | None = None) -> int | None:
    """The number of the month that a name means, in any case; None for what names none.

    Without its language, a name that means different months in different languages (listopad) is none.
    """
    word = name.lower().rstrip(".")
    if language:
        return _names(language).get(word)
    found = {number for code in _LANGUAGES if (number := _names(code).get(word))}
    return found.pop() if len(found) == 1 else None


@cache
def _names(language: str) -> dict[str, int]:
    """The names and abbreviations of the months in a language; none for one that CLDR does not know."""
    from babel.core import Locale, UnknownLocaleError

    try:
        months = Locale(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.lower().rstrip("."): number
        for use in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in months[use][width].items()
        if not name.isdecimal()
    }
