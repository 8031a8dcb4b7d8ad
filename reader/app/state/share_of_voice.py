"""Share of voice: how much of all that an article quotes each speaker says."""

from bisect import bisect_left

from reader.analysis.model import Analysis, Claim
from reader.app.state.speakers import speaker_key
from reader.article.model import Article


def shares_of_voice(article: Article, analysis: Analysis) -> dict[str, float]:
    """Each speaker's share of all quoted words (0 to 1), by `speaker_key`; of what is reported where none is quoted."""
    said = [claim for claim in analysis.outer if claim.type == "said"]
    counts = _quoted_words(article, said)
    if not any(counts):
        counts = [sum(_words(article, start, end) for start, end in claim.content) for claim in said]
    voice: dict[str, int] = {}
    for claim, count in zip(said, counts, strict=True):
        voice[speaker_key(claim)] = voice.get(speaker_key(claim), 0) + count
    everything = sum(voice.values())
    return {key: count / everything for key, count in voice.items()} if everything else {}


def _quoted_words(article: Article, claims: list[Claim]) -> list[int]:
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
