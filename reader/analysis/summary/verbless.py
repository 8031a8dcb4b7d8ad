"""Short lines without a verb are no sentences: captions, headings, items of a list, exclamations."""

from collections.abc import Callable, Mapping, Sequence

SHORT = 14
"""Words of the longest line that is looked at: a longer one says something, whatever it lacks."""

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VB", "MD"))
_DOER = ("NN", "PRP", "WP", "EX")


Tags = Callable[[int], Sequence[str]]
"""The tags of a sentence's words, by its number."""


def find_verbless(texts: Mapping[int, str], tags: Tags | None = None) -> frozenset[int]:
    """The numbers of those lines of English, of few words and not all in capitals, that no verb carries; where their
    `tags` are not known, their words are tagged together, in two fifths of the time."""
    short = [number for number, text in texts.items() if not (len(text.split()) > SHORT or text.isupper())]
    if tags is not None:
        return frozenset(number for number in short if not _has_verb(tags(number)))
    if not short:
        return frozenset()
    from reader.language import cut_words, tag_words

    words = [cut_words(texts[number])[0] for number in short]
    return frozenset(number for number, found in zip(short, tag_words(words), strict=True) if not _has_verb(found))


def _has_verb(tags: Sequence[str]) -> bool:
    return any(tag in _FINITE or _may_be_verb(tags, place) for place, tag in enumerate(tags))


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
