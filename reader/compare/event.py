"""Whether articles tell of one event: by their names, figures, dates and statements in common."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reader.analysis.document.lexicon import load_words
from reader.article.model import Article
from reader.article.text.counted import listed
from reader.compare.matching import Pair
from reader.compare.model import Event, Side
from reader.compare.relation import tell_relation
from reader.compare.words import SMALL_WORDS, is_number, stem, tokens_of

_YEAR = re.compile(r"(?:19|20)\d\d")
DAYS_APART = 7
"""Days between two articles beyond which they are taken to tell of two events."""
_SAME_DAYS = 2
"""Days between two articles up to which many names in common speak for one event."""
_LEAST_NAMES = 2
_COMMON_NAMES = 4
"""Names that two events may well have in common: a judge and a court, an institute and its town."""
_NAME, _QUOTATION = 1 / 3, 1.25
"""What each further name and each quotation in common proves."""
_HEADER = frozenset(("byline", "date", "dateline"))
_CALENDAR = load_words("weekdays") | load_words("months")


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article is about: its names (stem to how they are written), its figures, and its day."""

    names: dict[str, str]
    figures: frozenset[str]
    day: date | None


def profile(article: Article) -> Profile:
    """Names and figures of an article's title and body, its byline and date lines left out."""
    names: dict[str, str] = {}
    figures: set[str] = set()
    for block in article.blocks:
        if block.kind in _HEADER:
            continue
        for token in tokens_of(article.text, (block.span,)):
            word = article.words_of(token.span)
            if is_number(token.key):
                if len(token.key) > 1 and not _YEAR.fullmatch(token.key):
                    figures.add(token.key)
            elif _is_name(article.text, token.span[0], word, token.key):
                names.setdefault(stem(token.key), word.removesuffix("’s").removesuffix("'s"))
    return Profile(names, frozenset(figures), _day(article.published))


def _is_name(text: str, start: int, word: str, key: str) -> bool:
    """A capitalised word inside a sentence, no day or month."""
    if not word[:1].isupper() or len(word) < 3 or key in SMALL_WORDS or key in _CALENDAR:
        return False
    before = text[max(0, start - 2) : start]
    return before[-1:].isspace() and before[-1:] != "\n" and before[:1] not in ".!?:”\"“…'’"


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def judge_event(sides: Sequence[Side], pairs: Sequence[Pair]) -> Event:
    """Whether articles tell of one event: each is joined to the first by articles that tell of the same one. Where some
    do not, the others are told apart from them."""
    profiles = [profile(side.article) for side in sides]
    groups = [{number} for number in range(len(sides))]
    for one, other in combinations(range(len(sides)), 2):
        if groups[one] is not groups[other]:
            between = [pair for pair in pairs if (pair.left.article, pair.right.article) == (one, other)]
            copies = sides[one].article.text == sides[other].article.text
            if copies or is_one_event(profiles[one], profiles[other], between):
                groups[one] |= groups[other]
                for number in groups[other]:
                    groups[number] = groups[one]
    same = len(groups[0]) == len(sides)
    found = tuple(tuple(sorted(group)) for number, group in enumerate(groups) if number == min(group))
    return Event(same, _shared(profiles), () if same else _apart(profiles, found), found)


def is_one_event(one: Profile, other: Profile, pairs: Sequence[Pair]) -> bool:
    """Whether two articles do: published within a week, with names in common, and with figures or quotations in common
    that nobody would say twice. Like words alone prove nothing: two floods are told in the same words."""
    return is_proved(one, other, lambda: sum(_is_quoted_alike(pair) for pair in pairs))


def is_proved(one: Profile, other: Profile, quoted_alike: Callable[[], int]) -> bool:
    """The same, where it is known how many quotations the two articles have in common; only asked where it counts.

    A quotation in common is proof enough, a figure the more the fewer others could be like it, and many names where the
    articles are known to be of the same days; more is asked of articles of which most names differ.
    """
    days = abs((one.day - other.day).days) if one.day and other.day else None
    if days is not None and days > DAYS_APART:
        return False
    names = len(one.names.keys() & other.names.keys())
    if names < _LEAST_NAMES:
        return False
    share = names / max(1, min(len(one.names), len(other.names)))
    needed = min(2.0, max(1.0, 0.5 / share))
    proof = sum(map(_rarity, one.figures & other.figures))
    if days is not None and days <= _SAME_DAYS:
        proof += max(0, names - _COMMON_NAMES) * _NAME
    return proof >= needed or proof + _QUOTATION * quoted_alike() >= needed


def _rarity(figure: str) -> float:
    """What a figure in common proves: "41,306" and "7.12" much, "45" half, "300" little."""
    digits = figure.replace(".", "").replace(":", "").lstrip("0")
    telling = digits.rstrip("0")
    if "." in figure or len(telling) > 2 or len(digits) > 4:
        return 1.0
    return 0.5 if len(telling) == 2 else 0.2


def _is_quoted_alike(pair: Pair) -> bool:
    """Whether both articles quote the same words, one of them perhaps fewer."""
    if not (pair.left.quoted and pair.right.quoted):
        return False
    relation = tell_relation(pair.left, pair.right, same_speaker=pair.same_speaker)
    return relation in ("same", "shortened", "joined")


def _shared(profiles: Sequence[Profile]) -> tuple[str, ...]:
    names = [name for key, name in profiles[0].names.items() if all(key in p.names for p in profiles[1:])]
    figures = sorted(frozenset.intersection(*(p.figures for p in profiles)), key=lambda f: (len(f), f))
    return (*names[:8], *figures[:4])


def _apart(profiles: Sequence[Profile], groups: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """Why articles are not about one event; where most of them are, which ones are not."""
    most = max(groups, key=len)
    days = [profile.day for profile in profiles if profile.day]
    if len(most) > 1:
        odd = [str(number + 1) for number in range(len(profiles)) if number not in most]
        return (f"{listed(odd)} {'has' if len(odd) == 1 else 'have'} little in common with the others",)
    if days and (max(days) - min(days)).days > DAYS_APART:
        return (f"{(max(days) - min(days)).days} days lie between them",)
    return ("few names, figures and statements in common",)
