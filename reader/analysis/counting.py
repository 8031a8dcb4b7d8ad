"""What is counted of an article's claims, and who says most in it: one rule for every count, share and list."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article


def list_counted(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims that count: outermost, said and not only thought, and sure enough to be shown to everybody."""
    return tuple(claim for claim in analysis.outer if claim.type == "said" and not claim.is_doubtful)


def speaker_key(claim: Claim) -> str:
    """What tells one speaker of an article from another: the actor's id, else the source's own words."""
    return claim.speaker or claim.speaker_name or ""


def share_voices(article: Article, analysis: Analysis) -> dict[str, float]:
    """Each speaker's share of all quoted words (0 to 1), by `speaker_key`; of what is reported where none is quoted."""
    counted = list_counted(analysis)
    words = _quoted_words(article, counted)
    if not any(words):
        words = [sum(_words(article, start, end) for start, end in claim.content) for claim in counted]
    voices: dict[str, int] = {}
    for claim, count in zip(counted, words, strict=True):
        voices[speaker_key(claim)] = voices.get(speaker_key(claim), 0) + count
    everything = sum(voices.values())
    return {key: count / everything for key, count in voices.items()} if everything else {}


def find_leading(shares: dict[str, float]) -> str:
    """The `speaker_key` of who says most, the first of several; "" where nobody is named."""
    return max((key for key in shares if key), key=lambda key: shares[key], default="")


def _quoted_words(article: Article, claims: Sequence[Claim]) -> list[int]:
    """The words of each claim that stand in quotation marks, or are given as spoken without."""
    from reader.analysis.document import find_quotations

    mixed = [span for claim in claims if claim.kind == "mixed" for span in claim.content]
    blocks = sorted({article.block_at(place) for start, end in mixed for place in (start, end - 1)})
    inside = sorted(
        span
        for quotation in find_quotations(Article(article.text, tuple(article.blocks[index] for index in blocks)))
        if not quotation.depth
        for span in quotation.spans
    )
    starts = [start for start, _ in inside]
    counts = []
    for claim in claims:
        count = 0
        for start, end in claim.content if claim.kind != "indirect" else ():
            if claim.kind == "direct":
                count += _words(article, start, end)
                continue
            for low, high in inside[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]:
                count += _words(article, max(low, start), min(high, end))
        counts.append(count)
    return counts


def _words(article: Article, start: int, end: int) -> int:
    return len(article.text[start:end].split()) if start < end else 0
