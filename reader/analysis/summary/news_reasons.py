"""Why the trained summariser likes a sentence, in plain words taken from what it looks at."""

from collections import Counter
from collections.abc import Sequence

from reader.analysis.summary.news_features import NewsSentences
from reader.analysis.summary.wording import list_words

_MARKS = "\"“”'‘’«»()[]{}.,;:!?—–-"
_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def find_reasons(given: NewsSentences, places: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each of these places up to three reasons, the strongest first."""
    often = Counter(stem for stems in given.stems for stem in dict.fromkeys(stems))
    common = frozenset(stem for stem, number in often.most_common(8) if number > 2)
    return {place: tuple(_of_one(given, place, common)[:3]) for place in places}


def _of_one(given: NewsSentences, place: int, common: frozenset[str]) -> list[str]:
    """All reasons for one sentence."""
    found: list[str] = []
    if place == 0:
        found.append("it opens the article")
    elif place < len(_ORDINALS):
        found.append(f"it comes {_ORDINALS[place]}, where news puts its point")
    titled = _as_written(given, place, given.headline)
    if titled:
        found.append(f"it has words of the headline ({', '.join(titled[:4])})")
    central = [word for word in _as_written(given, place, common) if word not in titled]
    if len(central) > 1:
        found.append(f"it speaks of what the article keeps coming back to ({', '.join(central[:4])})")
    length = len(given.texts[place].split())
    if length <= 18 and found:
        found.append(f"it is short ({length} words)")
    if not found:
        found.append("it adds what the lines above it do not say")
    return found


def _as_written(given: NewsSentences, place: int, stems: frozenset[str]) -> list[str]:
    """The sentence's words, as it writes them, whose stems are among these, each once."""
    own = [stem for stem in dict.fromkeys(given.stems[place]) if stem in stems]
    if not own:
        return []
    beginnings = tuple(one[: max(3, len(one) - 1)] for one in own)
    written: dict[str, str] = {}
    for raw in given.texts[place].split():
        if not raw.lower().lstrip(_MARKS).startswith(beginnings):
            continue
        for word in list_words(raw):
            stem = next((one for one in own if word.startswith(one[: max(3, len(one) - 1)])), None)
            if stem is not None and stem not in written:
                written[stem] = raw.strip(_MARKS)
    return list(dict.fromkeys(written.values()))
