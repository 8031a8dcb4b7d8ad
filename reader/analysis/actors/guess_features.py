"""What tells whether a claim that the tagger hardly sees is one all the same: what is told of other claims, and the
words of its cue with the lists that they stand in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from reader.analysis.actors.claim_features import Reading, Told, tell_words
from reader.analysis.actors.features import Features
from reader.analysis.actors.voice_features import tell_source
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.lexicon import load_groups

_LISTS = ("asked", "doubtful", "faint", "held", "judged", "meant", "stated", "unsaid")


def describe_guess(reading: Reading, draft: Draft) -> Features:
    """What is told of a claim before it is known who speaks."""
    told: Told = {"always": 1.0}
    tell_words(told, reading, draft)
    tell_source(told, reading, draft)
    words = {word.text.lower() for span in draft.cue for word in reading.document.list_letters(span)}
    lemmas = {lemma for word in words if (lemma := lemma_of(word)) is not None}
    for word in sorted(words):
        told[f"word: {word}"] = 1.0
    lists = _load_lists()
    for name in sorted({name for word in words | lemmas for name in lists.get(word, ())}):
        told[name] = 1.0
    return told


@cache
def _load_lists() -> Mapping[str, Sequence[str]]:
    """The lists in which each word stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _LISTS:
        for group, words in load_groups(f"cues_{name}").items():
            for word in dict.fromkeys(words):
                found[word].append(f"list: {name}, {group}")
    return found
