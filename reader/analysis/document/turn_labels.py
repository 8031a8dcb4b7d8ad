"""The names before the turns of a transcript or interview, and the paragraphs that go on with each.

A text counts as a transcript when at least three paragraphs open so and two labels take turns, or somebody's returns.
Rubrics look like labels ("Opinion: Why the harbour must stay", "Verdict: A fine ship."), but what stands behind them
ends as titles do, or they name nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.document.lexicon import load_group
from reader.article.model import Article, Block, BlockKind, Span

_LABEL = re.compile(
    r"(?:[\"“]|(?P<open>\()(?=UN[A-Z ]+\):))?"
    r"(?P<label>(?:[A-Z][A-Z.’'\-]+|[QA])(?:[ ,]+(?:[A-Z][A-Z.’'\-]*|of|the|and|for))*"
    r"|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+){0,3})"
    r"(?(open)\))(?: ?\((?P<inner>[^()]{2,60})\))?(?P<colon>:|\.(?= ))\s+(?=\S)"
)
_TURNS: frozenset[BlockKind] = frozenset(("paragraph", "quote", "list-item"))
_STAGE = re.compile(r"[(\[].*[)\]]\.?$", re.DOTALL)
_PARTIES = frozenset(["lab", "con", "lib", "dem", "ind", "rep", "plaid", "reform"]) | load_group(
    "bodies_sorted", "party name"
)
_SHORT = 4
"""A word of so many letters at most, alone in brackets, is an abbreviation."""
_ENOUGH = 3
_GOES_ON = 3
"""Paragraphs that a turn may go on for behind its first."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A turn: the number of its first block, its label, the name in brackets behind that if any (no party), the colon,
    where what is said begins, and the numbers of the blocks that go on with it."""

    block: int
    label: Span
    inner: Span | None
    colon: Span
    begins: int
    rest: tuple[int, ...]


def find_labelled(article: Article) -> tuple[Labelled, ...]:
    """The article's turns in reading order; none where it is no transcript."""
    found = list_labelled(article)
    return found if take_turns(article, found) else ()


def take_turns(article: Article, found: Sequence[Labelled]) -> bool:
    """Whether what opens as turns do makes a transcript."""
    whole = [turn for turn in found if not _ends_as_title(article, turn)]
    kinds = {article.words_of(turn.label).lower() for turn in whole}
    if len(whole) < _ENOUGH or len(kinds) == len(whole):
        return False
    return len(kinds) > 1 or _speaks_alone(article, whole)


def _speaks_alone(article: Article, turns: Sequence[Labelled]) -> bool:
    """Whether the one label that there is names somebody whom the text names too, and who does more than ask those that
    answer without a label."""
    name = article.words_of(turns[0].label).split()[-1]
    asked = sum(article.words_of(article.blocks[turn.block].span).endswith("?") for turn in turns)
    return 2 * asked < len(turns) and re.search(rf"[a-z,] {re.escape(name.capitalize())}\b", article.text) is not None


def list_labelled(article: Article) -> tuple[Labelled, ...]:
    """Whatever opens as a turn does, be the article a transcript or not; without the labels before titles."""
    found = _list_opening(article)
    labels = [article.words_of(turn.label).lower() for turn in found]
    every = Counter(labels)
    titles = Counter(label for label, turn in zip(labels, found, strict=True) if _ends_as_title(article, turn))
    return tuple(turn for label, turn in zip(labels, found, strict=True) if 2 * titles[label] <= every[label])


def _ends_as_title(article: Article, turn: Labelled) -> bool:
    """Whether no sentence ends where a turn's first paragraph does, nor within it."""
    end = article.blocks[turn.block].span[1]
    return article.text[end - 1].isalnum() and re.search(r"[.?!…]\W", article.words_of((turn.begins, end))) is None


def _list_opening(article: Article) -> list[Labelled]:
    found: list[Labelled] = []
    for number, block in enumerate(article.blocks):
        match = _match(article, block)
        if match is not None:
            inner = match.span("inner") if match["inner"] and not _is_party(match["inner"]) else None
            rest = tuple(_find_rest(article, number))
            found.append(Labelled(number, match.span("label"), inner, match.span("colon"), match.end(), rest))
    return found


def _is_party(inner: str) -> bool:
    """Whether words in brackets tell somebody's party or state, not who somebody is: "Lab", "Lib Dem", "D-Texas"."""
    words = re.split(r"[ -]", inner)
    short = len(words) == 1 and len(inner) <= _SHORT
    letter = len(words[0]) == 1 and inner[1:2] == "-"
    return short or letter or words[0].lower() in _PARTIES


def _match(article: Article, block: Block) -> re.Match[str] | None:
    """The label that a block opens with."""
    match = _LABEL.match(article.text, *block.span) if block.kind in _TURNS else None
    return match if match and (match["colon"] == ":" or match["label"] in ("Q", "A")) else None


def _find_rest(article: Article, number: int) -> Iterable[int]:
    """The paragraphs behind a turn's first that carry no label of their own and are not what happens in the room.

    Only where another turn follows, be it under a heading of its own: what stands behind the last turn may be the
    reporter's own words again.
    """
    found: list[int] = []
    for near, block in enumerate(article.blocks[number + 1 :], number + 1):
        if block.kind == "heading" and any(_match(article, below) for below in article.blocks[near + 1 : near + 2]):
            return found
        if block.kind not in _TURNS or _STAGE.match(article.words_of(block.span)):
            return ()
        if _match(article, block) is not None:
            return found
        if len(found) == _GOES_ON:
            return ()
        found.append(near)
    return ()
