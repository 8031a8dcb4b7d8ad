"""Which language a text is in, as CLD2 tells it, the detector that Chromium carried; it may also say that it cannot."""

from collections.abc import Iterable
from functools import lru_cache

_LOOKED_AT = 20_000
_STEP = 400
_FEW_LETTERS = 40
"""Of a text that is too short to tell."""

_MANY_LETTERS = 400
_MOST_OF_IT = 90
"""Letters, and percent of them, from which a text is believed against what its page declares."""

_CALLED = {"no": "nb", "iw": "he", "jw": "jv", "fil": "tl"}
_NEIGHBOURS: tuple[frozenset[str], ...] = (
    frozenset(("nb", "nn", "no", "da")),
    frozenset(("hr", "bs", "sr", "sh", "me", "cnr")),
    frozenset(("id", "ms", "jv", "su")),
    frozenset(("cs", "sk")),
    frozenset(("gl", "pt")),
    frozenset(("hi", "mr", "ne")),
)
"""Languages so near to each other that a page's own word counts for more."""


def likely_language(text: str, declared: str | None = None) -> str:
    """The two- or three-letter code of a text's language.

    What the source declares holds, unless it says English or nothing, or a long text clearly is something else. A text
    too short to tell, or that nobody could tell, is taken for English: `told_language` knows the difference.
    """
    told = told_language(text)
    if not declared or declared == "en":
        return told or "en"
    return told if told and _overrules(text, told, declared) else declared


def told_language(text: str) -> str | None:
    """The code of a text's language where it can be told for certain, else None."""
    sample = text[:_LOOKED_AT]
    if not _has_letters(sample, _FEW_LETTERS):
        return None
    found = _detected(sample)
    return found[0] if found else None


def is_long_enough(text: str) -> bool:
    """Whether a text has so many letters that its language should be told."""
    return _has_letters(text[:_LOOKED_AT], 4 * _FEW_LETTERS)


def _has_letters(sample: str, least: int) -> bool:
    """Whether a text has so many letters, looked at no further than until it has."""
    found = 0
    for at in range(0, len(sample), _STEP):
        found += sum(map(str.isalpha, sample[at : at + _STEP]))
        if found >= least:
            return True
    return False


def _overrules(text: str, told: str, declared: str) -> bool:
    import pycld2

    if _same_neighbourhood((told, declared)) or not _has_letters(text[:_LOOKED_AT], _MANY_LETTERS):
        return False
    known = {code.partition("-")[0].lower() for _, code in pycld2.LANGUAGES}
    found = _detected(text[:_LOOKED_AT])
    return declared in known and found is not None and found[1] >= _MOST_OF_IT


def _same_neighbourhood(codes: Iterable[str]) -> bool:
    given = set(codes)
    return len(given) == 1 or any(given <= near for near in _NEIGHBOURS)


@lru_cache(maxsize=1)  # one text is asked about several times
def _detected(sample: str) -> tuple[str, int] | None:
    """The language that most of a text is in, and the percentage; None where the detector is not sure."""
    import pycld2

    try:
        sure, _, found = pycld2.detect(sample)
    except pycld2.error:  # it takes no character that Unicode has not given out, or that only formats
        sure, _, found = pycld2.detect("".join(c if c.isprintable() else " " for c in sample))
    _, code, percent, _ = found[0]
    code = code.partition("-")[0].lower()
    return (_CALLED.get(code, code), percent) if sure and code != "un" else None
