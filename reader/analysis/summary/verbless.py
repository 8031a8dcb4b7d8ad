"""Short lines without a verb are no sentences: captions, headings, items of a list, exclamations."""

from collections.abc import Sequence
from functools import lru_cache

SHORT = 14
"""Words of the longest line that is looked at: a longer one says something, whatever it lacks."""

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VB", "MD"))
_DOER = ("NN", "PRP", "WP", "EX")


@lru_cache(maxsize=4096)
def lacks_verb(text: str) -> bool:
    """Whether a line of English, of few words and not all in capitals, has no verb that carries it."""
    if len(text.split()) > SHORT or text.isupper():
        return False
    from reader.language import tag_words, word_spans

    (tags,) = tag_words([[text[start:end] for start, end in word_spans(text)]])
    return not any(tag in _FINITE or _may_be_verb(tags, place) for place, tag in enumerate(tags))


def _may_be_verb(tags: Sequence[str], place: int) -> bool:
    """Whether a tag is such as a verb gets by mistake behind whoever does it: "the crew thwarted that", "the council
    reckons with it", "farmers on the island ship about 900 lambs"."""
    before = next((tag for tag in reversed(tags[:place]) if tag[0].isalpha()), "")
    if tags[place] == "VBN":
        return before.startswith(_DOER)
    if tags[place] == "NN" and before.startswith("NN") and "NNS" in tags[:place]:
        behind = [tag for tag in tags[place + 1 : place + 3] if tag not in ("IN", "RB")][:1]
        return behind in (["DT"], ["PRP$"], ["CD"], ["PRP"])
    return (
        tags[place] == "NNS"
        and before in ("NN", "NNP", "PRP")
        and tags[place + 1 : place + 2] not in ([], ["."], [","])
    )
