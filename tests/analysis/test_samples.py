"""The engine on the bundled samples, against what a careful reader marks in them."""

import json
from collections import Counter
from pathlib import Path

import pytest

from reader.analysis.engine import analyse
from reader.article import open_article
from reader.resources import bundled

GOLD = Path(__file__).parent.parent / "gold"


def _words(spans: list[str]) -> list[str]:
    return " ".join(spans).split()


def _alike(left: list[str], right: list[str]) -> float:
    """Words in common, of all the words of both."""
    common = sum((Counter(left) & Counter(right)).values())
    return common / (len(left) + len(right) - common)


def _found(sample: str) -> tuple[int, int, int]:
    """Claims marked outside other claims, those found (half of all words in common), and those with the speaker."""
    gold = json.loads((GOLD / f"{Path(sample).stem}.json").read_text(encoding="utf-8"))["claims"]
    whole = [" ".join(marked["content"]) for marked in gold]
    outer = [
        marked
        for marked, words in zip(gold, whole, strict=True)
        if not any(words in other and words != other for other in whole)
    ]
    article = open_article(str(bundled("sample_articles") / sample))
    claims = analyse(article).claims
    found = right = 0
    for marked in outer:
        best = max(
            claims,
            key=lambda claim: _alike(_words(marked["content"]), _words([article.words_of(s) for s in claim.content])),
        )
        if _alike(_words(marked["content"]), _words([article.words_of(span) for span in best.content])) >= 0.5:
            found += 1
            right += (
                marked["speaker"] is None or marked["speaker"].split()[-1].lower() in (best.speaker_name or "").lower()
            )
    return len(outer), found, right


@pytest.mark.parametrize("sample", sorted(path.name for path in bundled("sample_articles").iterdir()))
def test_most_claims_of_a_sample_are_found_with_their_speakers(sample: str) -> None:
    marked, found, right = _found(sample)
    assert found >= 0.7 * marked
    assert right >= 0.7 * found
