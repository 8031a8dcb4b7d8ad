"""How two reports of one statement stand to each other, by their words alone."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from reader.compare.model import Difference, Relation
from reader.compare.statements import Statement
from reader.compare.words import SMALL_WORDS, Token, is_number, stem, stretch_of

NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "nobody",
        "none",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "can't",
        "don't",
        "doesn't",
        "didn't",
        "won't",
        "wouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "shan't",
        "shouldn't",
        "couldn't",
    ]
)
_STRESSED = frozenset(
    ["WILL", "WOULD", "HAD", "HAS", "HAVE", "DID", "DOES", "DO", "IS", "ARE", "WAS", "WERE", "CAN", "COULD"]
)
FEW = 3
"""Words that may be dropped inside a quotation without a sign and still count as a change of words, not as a splice."""

Block = tuple[int, int, int]
"""Equal words: where they begin on the left and on the right, and how many they are."""


def equal_blocks(left: Sequence[Token], right: Sequence[Token]) -> list[Block]:
    """Stretches of equal words in the same order on both sides, the longest found first (Ratcliff and Obershelp 1988),
    without chance hits on small words."""
    matcher = SequenceMatcher(None, [t.key for t in left], [t.key for t in right], autojunk=False)
    blocks = [(a, b, n) for a, b, n in matcher.get_matching_blocks() if n]
    solid = [_is_solid(left[a : a + n]) for a, _, n in blocks]
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        near = any(
            solid[other] and _gap(blocks[min(at, other)], blocks[max(at, other)]) <= 1
            for other in (at - 1, at + 1)
            if 0 <= other < len(blocks)
        )
        if solid[at] or near:
            kept.append(block)
    return kept


def _is_solid(words: Sequence[Token]) -> bool:
    return len(words) >= FEW or any(token.key not in SMALL_WORDS for token in words)


def _gap(one: Block, other: Block) -> int:
    return max(other[0] - one[0] - one[2], other[1] - one[1] - one[2])


def tell_relation(
    left: Statement, right: Statement, *, same_speaker: bool | None, spliced: bool = False, denied: bool = False
) -> Relation:
    """The first relation that fits. `same_speaker` is None where the articles do not tell; `spliced` says that one of
    the two runs words together that are apart elsewhere, `denied` that one of the two denies its words."""
    if is_turned(left, right, denied=denied):
        return "negated"
    if same_speaker is False:
        return "other-speaker"
    if not (left.quoted and right.quoted):
        both_plain = not left.quoted and not right.quoted
        return "same" if both_plain and _plain(left.words) == _plain(right.words) else "paraphrase"
    if _keys(left.quoted) == _keys(right.quoted):
        return "joined" if spliced else "same"
    blocks = equal_blocks(left.quoted, right.quoted)
    if not _quote_common_words(left, right, blocks):
        return "paraphrase"
    verdict = _compare_quoted(left, right, blocks, spliced)
    if verdict == "altered":
        return "altered"
    return "joined" if spliced else verdict


def _keys(words: Sequence[Token]) -> list[str]:
    return [token.key for token in words]


def _plain(words: Sequence[Token]) -> list[str]:
    keys = _keys(words)
    return keys[1:] if keys[:1] == ["that"] else keys


def _quote_common_words(left: Statement, right: Statement, blocks: Sequence[Block]) -> bool:
    """Whether the quoted words are the same ones at all, or each quotes words of its own."""
    common = sum(n for _, _, n in blocks)
    telling = sum(token.key not in SMALL_WORDS for a, _, n in blocks for token in left.quoted[a : a + n])
    shorter = min(len(left.quoted), len(right.quoted))
    stretch = max((n for _, _, n in blocks), default=0)
    return telling > 0 and (stretch >= FEW or common * 2 >= shorter)


def _compare_quoted(left: Statement, right: Statement, blocks: Sequence[Block], spliced: bool) -> Relation:
    altered = joined = shortened = False
    edges = [(0, 0, 0), *blocks, (len(left.quoted), len(right.quoted), 0)]
    for nth, ((a, b, n), (c, d, _)) in enumerate(pairwise(edges)):
        gap_left, gap_right = range(a + n, c), range(b + n, d)
        if not gap_left and not gap_right:
            continue
        first, last = nth == 0, nth == len(edges) - 2
        if first or last:
            both = bool(gap_left) and bool(gap_right)
            changed = both and not spliced and not _begins_or_ends_apart(left, right, gap_left, gap_right, first)
            altered |= changed
            shortened |= not changed
            continue
        if gap_left and gap_right:
            few = max(len(gap_left), len(gap_right)) <= FEW
            if few or not (_is_cut(left, gap_left) or _is_cut(right, gap_right)):
                altered = True
            else:
                shortened = True
            continue
        longer, shorter = (gap_left, gap_right) if gap_left else (gap_right, gap_left)
        owner = right if gap_left else left
        if _is_cut(owner, shorter):
            shortened = True
        elif len(longer) <= FEW:
            altered = True
        else:
            joined = True
    if altered:
        return "altered"
    return "joined" if joined else "shortened" if shortened else "same"


def _begins_or_ends_apart(left: Statement, right: Statement, a: range, b: range, first: bool) -> bool:
    """Whether what stands before the first (behind the last) common words are other sentences, or parts that one side
    leaves out, rather than other words in the same place."""
    if first:
        return _is_start(left, a.stop) or _is_start(right, b.stop)
    return (a.start - 1) in left.ends or (b.start - 1) in right.ends or a.start in left.cuts or b.start in right.cuts


def _is_start(statement: Statement, at: int) -> bool:
    return at == 0 or at in statement.cuts or (at - 1) in statement.ends


def _is_cut(statement: Statement, gap: range) -> bool:
    """Whether a break stands at or in a gap of a statement's quoted words."""
    return any(at in statement.cuts for at in range(gap.start, gap.stop + 1))


def is_turned(left: Statement, right: Statement, *, denied: bool = False) -> bool:
    """Whether one report says the opposite of the other: the same words with and without a "not", or with a "not" in
    both or in neither where one of the two is `denied`."""
    if denied and _plain(left.words) == _plain(right.words):
        return True
    one, other = (s.quoted if left.quoted and right.quoted else s.words for s in (left, right))
    return _is_turned(one, other, denied) or _is_turned(left.words, right.words, denied)


def _is_turned(left: Sequence[Token], right: Sequence[Token], denied: bool) -> bool:
    one, where_one = _bare(left)
    other, where_other = _bare(right)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for a, b, n in matcher.get_matching_blocks():
        telling = sum(word not in SMALL_WORDS for word in one[a : a + n])
        if n < 2 or not telling:
            continue
        span_left = range(where_one[a], where_one[a + n - 1] + 1)
        span_right = range(where_other[b], where_other[b + n - 1] + 1)
        if n < 4 and telling < 2 and not (_follows_not(left, span_left) or _follows_not(right, span_right)):
            continue
        if (_negations(left, span_left) + _negations(right, span_right) + denied) % 2:
            return True
    return False


def _bare(words: Sequence[Token]) -> tuple[list[str], list[int]]:
    """Stems without negations and auxiliaries of "do", and where each stood."""
    kept = [(at, token.key) for at, token in enumerate(words) if token.key not in NEGATIONS and token.key not in _DO]
    return [_plain_stem(key) for _, key in kept], [at for at, _ in kept]


def _follows_not(words: Sequence[Token], span: range) -> bool:
    return span.start > 0 and words[span.start - 1].key in NEGATIONS


_DO = frozenset(["do", "does", "did"])
_FUTURE = {
    "would": "will",
    "should": "shall",
    "had": "have",
    "has": "have",
    "was": "be",
    "is": "be",
    "are": "be",
    "were": "be",
    "am": "be",
}


def _plain_stem(key: str) -> str:
    return _FUTURE.get(key) or (key if key in SMALL_WORDS or is_number(key) else stem(key))


def _negations(words: Sequence[Token], span: range) -> int:
    """How many negations stand within a stretch of words or just before it ("no patient waited")."""
    return sum(words[at].key in NEGATIONS for at in range(max(0, span.start - _BEFORE), span.stop))


_BEFORE = 2
"""Words before a stretch in which a negation still turns it."""


def is_stressed(text: str, statement: Statement) -> bool:
    """Whether an auxiliary is set in capitals, as papers do who contradict ("she HAD seen it")."""
    return any(text[slice(*token.span)] in _STRESSED for token in statement.words)


def differences(left: Sequence[Token], right: Sequence[Token]) -> tuple[Difference, ...]:
    """The words in which two rows of words differ, in order."""
    changed = _changed(tuple(t.key for t in left), tuple(t.key for t in right))
    return tuple(Difference(stretch_of(left[a:b]), stretch_of(right[c:d])) for a, b, c, d in changed)


@lru_cache(maxsize=2048)
def _changed(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[int, int, int, int], ...]:
    """Where two rows of words differ, by their places; many papers carry the same words."""
    opcodes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return tuple((a, b, c, d) for tag, a, b, c, d in opcodes if tag != "equal")
