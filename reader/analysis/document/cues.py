"""Cue words: the verbs, nouns and phrases that report what somebody said or thought.

The lists are files of the lexicon. `said` words report an utterance, `thought` words a belief, hope, wish or plan. They
give lemmas; the forms are made from them by the rules of spelling, and those that follow none are listed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.analysis.document.lexicon import REMEMBERED, load_groups, load_words

SAID_LEMMAS = load_words("cues_said")
THOUGHT_LEMMAS = load_words("cues_thought") - SAID_LEMMAS
QUOTING = load_words("cues_quoting")
"""Lemmas that may stand behind their quotation with the subject after them ("…," said Ruth Adeyemi)."""
CLAUSAL = load_words("cues_clausal")
"""Lemmas that take a whole clause, with *that* or without."""
OBJECT = load_words("cues_object")
"""Lemmas that take a thing or a person as what is said ("called it a disgrace", "denied the charges")."""
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "no", "nor", "neither", "cannot", "hardly"])
_NOUNS = load_words("cues_nouns")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def _forms(lemma: str) -> set[str]:
    listed = load_groups("cues_forms").get(lemma)
    if listed is not None:
        return {lemma, *listed}
    if lemma.endswith("e"):
        return {lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {lemma, third, lemma + "ed", lemma + "ing"}


_LEMMAS = {form: lemma for lemma in sorted(SAID_LEMMAS | THOUGHT_LEMMAS, reverse=True) for form in _forms(lemma)}


def lemma_of(word: str) -> str | None:
    """The lemma of a cue verb's form, or None for any other word."""
    return _LEMMAS.get(word.lower())


REPORTING = frozenset([*_LEMMAS, "according"])
"""The forms of cue verbs, and "according"."""


def is_cue_noun(word: str) -> bool:
    """Whether a word in small letters is a noun, or the like, that reports speech ("statement", "remarks", "per")."""
    return word in _NOUNS or word.rstrip("s") in _NOUNS


RETORTS = frozenset(
    [
        *("shot", "shoot", "shoots", "shooting", "fired", "fire", "fires", "firing", "hit", "hits", "hitting"),
        *("snapped", "snap", "snaps", "snapping", "struck", "strikes", "bit", "bites", "barked", "barks"),
    ]
)
"""Verbs that report an answer with "back" behind them: "shot back that …"."""


def is_retort(words: Sequence[str]) -> bool:
    """Whether words of a cue, in small letters, are an answer given back: "then shot back"."""
    return any(first in RETORTS and second == "back" for first, second in pairwise(words))


@lru_cache(REMEMBERED)
def reports_utterance(cue: str) -> bool:
    """Whether a cue's words report speech (`said`) and not only thought; a bare colon or dash does."""
    words = [word.lower() for word in _WORD.findall(cue)]
    if not words:
        return True
    return is_retort(words) or any(lemma_of(word) in SAID_LEMMAS or is_cue_noun(word) for word in words)
