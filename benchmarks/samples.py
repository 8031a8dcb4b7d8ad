"""The engine against the claims that a careful reader marked in the sample articles: `python -m benchmarks.samples`.

A claim is found when the characters of its content, taken together, overlap a marked one's by half or more of their
union; each is paired once, best overlap first. Its source is right when at least half of the marked source's words
are in it and no more than twice as many; its speaker is right when the names agree, or both name nobody.
`-v` prints what was missed and what was found beside it.
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.tables import show
from reader.analysis import Analysis, Claim, analyse
from reader.article import Article, open_article
from reader.resources import bundled

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"


@dataclass(frozen=True)
class Score:
    """Counts: marked claims, found claims, pairs of both, and pairs with the right source and speaker."""

    marked: int = 0
    found: int = 0
    paired: int = 0
    source: int = 0
    speaker: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, name) + getattr(other, name) for name in _COUNTS))

    def row(self, name: str) -> tuple[object, ...]:
        """The table's row: F1 of content; of content with source; of content with speaker, in per cent."""
        total = self.marked + self.found
        return (
            name,
            self.marked,
            self.found,
            *(200 * count / total if total else 0.0 for count in (self.paired, self.source, self.speaker)),
        )


_COUNTS = ("marked", "found", "paired", "source", "speaker")


def characters(article: Article, strings: list[str], after: int) -> tuple[set[int], int]:
    """Positions of these strings, one after another, the first of them from `after` on; and where the first starts."""
    taken: set[int] = set()
    first = position = after
    for number, string in enumerate(strings):
        at = article.text.find(string, position)
        at = article.text.find(string) if at < 0 else at
        first = at if number == 0 else first
        taken.update(range(at, at + len(string)))
        position = at + len(string)
    return taken, first


def overlap(one: set[int], other: set[int]) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other) if one or other else 0.0


def words(text: str) -> set[str]:
    """Lower-case words of a name, titles left out."""
    return set(re.findall(r"\w+", text.casefold())) - {"mr", "mrs", "ms", "miss", "dr", "the", "sir", "dame"}


def score(article: Article, analysis: Analysis, marked: list[dict[str, Any]], verbose: bool) -> Score:
    """Pair and count for one article."""
    gold = []
    at = 0
    for claim in marked:
        taken, at = characters(article, claim["content"], at)
        gold.append(taken)
    found = [{p for start, end in claim.content for p in range(start, end)} for claim in analysis.claims]
    pairs = sorted(
        ((overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f), reverse=True
    )
    partner: dict[int, int] = {}
    for value, i, j in pairs:
        if value >= 0.5 and i not in partner and j not in partner.values():
            partner[i] = j
    source = speaker = 0
    for i, claim in enumerate(marked):
        theirs = analysis.claims[partner[i]] if i in partner else None
        right_source = theirs is not None and same_source(article, theirs, claim["source"])
        right_speaker = theirs is not None and same_speaker(theirs, claim["speaker"])
        source += right_source
        speaker += right_speaker
        if verbose and not (right_source and right_speaker):
            print(f"  {'missed ' if theirs is None else 'source ' if not right_source else 'speaker'}", end=" ")
            print(claim["speaker"], "|", *claim["source"], "|", *claim["cue"], "|", " … ".join(claim["content"])[:70])
            if theirs is not None:
                sources = " ".join(article.words_of(span) for span in theirs.source)
                print(f"          found: {theirs.speaker_name} | {sources}")
    if verbose:
        for j, theirs in enumerate(analysis.claims):
            if j not in partner.values():
                print("  extra  ", theirs.speaker_name, "|", *(article.words_of(s)[:70] for s in theirs.content))
    return Score(len(marked), len(analysis.claims), len(partner), source, speaker)


def same_source(article: Article, claim: Claim, marked: list[str]) -> bool:
    """Whether the source's words agree well enough; a claim marked without a source must have none."""
    want = words(" ".join(marked))
    have = words(" ".join(article.words_of(span) for span in claim.source))
    if not want or not have:
        return not want and not have
    return 2 * len(want & have) >= min(len(want), len(have)) and bool(want & have)


def same_speaker(claim: Claim, marked: str | None) -> bool:
    """Whether the speaker is the marked one; where nobody is named, none must be resolved."""
    if marked is None or claim.speaker is None:
        return marked is None and claim.speaker is None
    want, have = words(marked), words(claim.speaker_name or "")
    return bool(have) and (want <= have or have <= want)


def main(verbose: bool) -> None:
    rows, total = [], Score()
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = open_article(str(bundled("sample_articles") / gold["sample"]))
        if verbose:
            print(gold["sample"])
        one = score(article, analyse(article), gold["claims"], verbose)
        rows.append(one.row(gold["sample"]))
        total += one
    rows.append(total.row("all"))
    head = ("sample", "marked", "found", "content F1", "and source", "and speaker")
    show("Claims in the samples, against a careful reader", head, rows)


if __name__ == "__main__":
    main("-v" in sys.argv[1:])
