"""Claims against the marked ones.

A claim is found when the words of its content, taken together, overlap a marked one's by half or more of their union;
each is paired once, best overlap first. What was marked as nested or optional is neither missed nor, where it is
found, wrong. The source is right when at least half of the smaller source's words are in the other, the speaker when
the names agree or both name nobody; both are shares of all that was marked, so that a claim found anew cannot lower
them. Claims within claims are counted by themselves.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.gate.figures import Share
from benchmarks.gate.marks import Marked, MarkedClaim, Words
from reader.analysis import Analysis, Claim
from reader.article import Article

FOUND = 0.5
"""The least overlap of a claim that counts as found."""

EXACT = 0.9
"""The least overlap of one that counts as found from its first to its last word."""

_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "the", "sir", "dame", "lord", "lady"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "his", "their", "who", "i", "we"))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; 0 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 0.0


def pairs(
    marked: Sequence[frozenset[int]], found: Sequence[frozenset[int]], least: float = FOUND
) -> dict[int, tuple[int, float]]:
    """Which found one belongs to a marked one, and their overlap: each once, best overlap first."""
    ranked = sorted(
        ((-overlap(one, other), i, j) for i, one in enumerate(marked) for j, other in enumerate(found) if one & other)
    )
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if -value >= least and i not in partner and j not in taken:
            partner[i] = j, -value
            taken.add(j)
    return partner


def name_words(text: str) -> set[str]:
    """Lower-case words of a name, titles and the possessive left out."""
    return set(re.findall(r"\w+", re.sub(r"['’]s\b", "", text.casefold()))) - _TITLES


def same_source(article: Article, claim: Claim, marked: MarkedClaim) -> bool:
    """Whether the source's words agree well enough; a claim marked without a source must have none."""
    want = name_words(" ".join(article.words_of(span) for span in marked.source))
    have = name_words(" ".join(article.words_of(span) for span in claim.source))
    if not want or not have:
        return not want and not have
    return bool(want & have) and 2 * len(want & have) >= min(len(want), len(have))


def same_speaker(claim: Claim, speakers: Sequence[str | None]) -> bool:
    """Whether the speaker is one of those marked; where nobody is named, none must be resolved."""
    if claim.speaker is None:
        return None in speakers
    have = name_words(claim.speaker_name or "")
    return bool(have) and any(
        want <= have or have <= want for want in (name_words(name) for name in speakers if name) if want
    )


@dataclass(frozen=True)
class Compared:
    """An article's claims beside the marked ones: `pairs` by index, and the claims found besides."""

    marked: Marked
    claims: tuple[Claim, ...]
    pairs: dict[int, tuple[int, float]]
    inner: tuple[Claim, ...] = ()
    inner_pairs: dict[int, tuple[int, float]] = field(default_factory=dict)

    @property
    def extra(self) -> list[Claim]:
        """What nobody marked."""
        paired = {j for j, _ in self.pairs.values()}
        return [claim for j, claim in enumerate(self.claims) if j not in paired]

    def partner(self, index: int) -> Claim | None:
        """The claim found for a marked one."""
        return self.claims[self.pairs[index][0]] if index in self.pairs else None

    def inner_partner(self, index: int) -> Claim | None:
        """The claim within a claim found for a marked one."""
        return self.inner[self.inner_pairs[index][0]] if index in self.inner_pairs else None

    @property
    def inner_extra(self) -> list[Claim]:
        """What the engine put inside other claims and nobody marked."""
        paired = {j for j, _ in self.inner_pairs.values()}
        return [claim for j, claim in enumerate(self.inner) if j not in paired]


def compare(marked: Marked, analysis: Analysis) -> Compared:
    """Pair what was found with what was marked, what is asked for before what is not, where both fit as well.

    Claims that the engine itself puts inside others are paired by themselves.
    """
    words = Words(marked.article.text)
    outer = tuple(claim for claim in analysis.claims if claim.within is None)
    inner = tuple(claim for claim in analysis.claims if claim.within is not None)

    def paired(found: Sequence[Claim], first: Callable[[MarkedClaim], bool]) -> dict[int, tuple[int, float]]:
        order = sorted(range(len(marked.claims)), key=lambda index: not first(marked.claims[index]))
        gold = [words.within(marked.claims[index].content) for index in order]
        partner = pairs(gold, [words.within(claim.content) for claim in found])
        return {order[i]: other for i, other in partner.items()}

    within = paired(inner, lambda claim: claim.within is not None and not claim.optional)
    return Compared(marked, outer, paired(outer, lambda claim: claim.asked_for), inner, within)


def figures(compared: Compared) -> dict[str, Share]:
    """The shares of one article."""
    marked, article = compared.marked.claims, compared.marked.article
    asked = [index for index, claim in enumerate(marked) if claim.asked_for]
    found = [
        (marked[index], claim, compared.pairs[index][1])
        for index in asked
        if (claim := compared.partner(index)) is not None
    ]
    named = [index for index in asked if any(marked[index].speakers)]
    quoted = [index for index in asked if marked[index].kind == "direct"]
    pronouns = [index for index in asked if _by_pronoun(article, marked[index])]

    def told(among: Sequence[int]) -> Share:
        partners = [(compared.partner(index), marked[index]) for index in among]
        right = sum(claim is not None and same_speaker(claim, want.speakers) for claim, want in partners)
        return Share(right, len(among))

    return {
        "claims: found of those marked": Share(len(found), len(asked)),
        "claims: marked of those found": Share(len(found), len(found) + len(compared.extra)),
        "claims: whole, first word to last": Share(sum(value >= EXACT for _, _, value in found), len(asked)),
        "claims: with the source": Share(
            sum(same_source(article, claim, want) for want, claim, _ in found), len(asked)
        ),
        "claims: with the speaker": told(asked),
        "claims: with the speaker, somebody named": told(named),
        "claims: with the speaker, direct quotations": told(quoted),
        "claims: with the speaker, he, she, it, they": told(pronouns),
        "claims: kind right of those found": Share(
            sum(claim.kind == want.kind for want, claim, _ in found), len(found)
        ),
        "claims: said or thought right of those found": Share(
            sum(claim.type == want.type for want, claim, _ in found), len(found)
        ),
    }


def inner_figures(compared: Compared) -> dict[str, Share]:
    """The shares of one article's claims within claims: the parent is right when it is the marked one's partner."""
    marked = compared.marked.claims
    asked = [index for index, claim in enumerate(marked) if claim.within is not None and not claim.optional]
    found = [(marked[index], claim) for index in asked if (claim := compared.inner_partner(index)) is not None]
    ids = {claim.id: index for index, claim in enumerate(marked)}

    def parents(want: MarkedClaim) -> set[str]:
        index = ids[want.within or ""]
        return {claim.id for claim in (compared.partner(index), compared.inner_partner(index)) if claim is not None}

    return {
        "inner claims: found of those marked": Share(len(found), len(asked)),
        "inner claims: marked of those found": Share(len(found), len(found) + len(compared.inner_extra)),
        "inner claims: inside the right one": Share(
            sum(claim.within in parents(want) for want, claim in found), len(asked)
        ),
        "inner claims: with the speaker": Share(
            sum(same_speaker(claim, want.speakers) for want, claim in found), len(asked)
        ),
    }


def _by_pronoun(article: Article, claim: MarkedClaim) -> bool:
    return len(claim.source) == 1 and article.words_of(claim.source[0]).casefold() in _PRONOUNS
