"""Who stands behind a claim: the seam between finding speakers and building claims."""

from dataclasses import dataclass

from reader.article.model import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """The clusters behind a source, the first speaking for them all, and how sure that is (0 to 1).

    Where nobody is named, `words` are the article's own words for who a pronoun stands for.
    """

    clusters: tuple[int, ...] = ()
    confidence: float | None = None
    words: Span | None = None


NOBODY = Voice()
