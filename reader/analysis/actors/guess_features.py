"""What tells whether a claim that the tagger hardly sees is one all the same: what is told of other claims, and the
words of its cue with the lists that they stand in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from reader.analysis.actors.claim_features import Reading, Told, describe_words
from reader.analysis.actors.voice_features import describe_source
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.lexicon import load_groups

_LISTS = ("asked", "doubtful", "faint", "held", "judged", "meant", "stated", "unsaid")


def describe_guess(reading: Reading, draft: Draft) -> Told:
    """What is told of a claim before it is known who speaks."""
    yield "always", 1.0
    yield from describe_words(reading, draft)
    yield from describe_source(reading, draft)
    words = {word.text.lower() for span in draft.cue for word in reading.document.list_letters(span)}
    lemmas = {lemma for word in words if (lemma := lemma_of(word)) is not None}
    yield from ((f"word: {word}", 1.0) for word in sorted(words))
    lists = _load_lists()
    yield from ((name, 1.0) for name in sorted({name for word in words | lemmas for name in lists.get(word, ())}))


@cache
def _load_lists() -> Mapping[str, Sequence[str]]:
    """The lists in which each word stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in _LISTS:
        for group, words in load_groups(f"cues_{name}").items():
            for word in dict.fromkeys(words):
                found[word].append(f"list: {name}, {group}")
    return found
