"""What holds of any two texts that are laid side by side, whatever stands in them and whoever is said to have said it.

Articles and their claims are made up word by word, so that the engine's own choices play no part: claims that share
words, speakers named, described, meant or missing, quotations broken, cut and bracketed, and letters of any kind.
"""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import Actor, Analysis, Claim, Sentence
from reader.article import article_from_text
from reader.article.model import Article, Span
from reader.compare import Change, check_record, compare, compare_editions
from reader.compare.model import Spans
from tests.compare.conftest import FIRST, SECOND, Pair, analysed

WORDS = (
    *("the", "boat", "boats", "sank", "sinks", "not", "never", "nobody", "will", "won't", "would", "harbour", "harbor"),
    *(
        "12",
        "twelve",
        "6,200",
        "%",
        "per",
        "cent",
        "and",
        "of",
        "it",
        "she",
        "told",
        "a",
        "’s",
        "…",
        "[the]",
        "...",
        "THE",
    ),
)
PEOPLE = ("Ada Poll", "Bram Keel", "Poll", "Harbour Board")
HEAD = ("What was seen on the quay that night", "By Ole Writer", "3 June 2026")
SOURCES = (*PEOPLE, "she", "he", "the harbour master", "a spokeswoman for the Harbour Board", "it", "")

PHRASES = (
    "nobody told the crew that the harbour burned for nine hours",
    "somebody told the crew that the harbour burned for 9 hours",
    "the boat sank at 6,200 metres and we will never realise why",
    "the boat sank at 6,800 metres … we will realize why",
    "the crew will not go back",
    "we will go back, the [whole] crew will",
)
loose = st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=6), min_size=1, max_size=9).map(" ".join)
cut = st.tuples(st.sampled_from(PHRASES), st.integers(0, 6), st.integers(3, 12), loose | st.just(""))
words = (
    st.sampled_from(PHRASES)
    | loose
    | cut.map(lambda drawn: f"{' '.join(drawn[0].split()[slice(*drawn[1:3])])} {drawn[3]}")
)
"""Words of all kinds, and stretches of a few phrases that two papers may both have, with more behind them."""
plain = st.lists(st.sampled_from([word for word in WORDS if word.isalpha()]), min_size=3, max_size=9).map(" ".join)
Said = tuple[str, str, str, bool]
"""Who, the words, a second part behind the cue ("" where there is none), and whether they are quoted."""


def papers(content: st.SearchStrategy[str], most: int = 5) -> st.SearchStrategy[Pair]:
    """Articles of some paragraphs, each a claim or the paper's own words."""
    said = st.tuples(st.sampled_from(SOURCES), content, st.just("") | content, st.booleans())
    return st.lists(st.one_of(said, said, content), min_size=1, max_size=most).map(paper)


def paper(parts: list[Said | str]) -> Pair:
    """An article and what was found in it, every span set by hand."""
    lines: list[str] = []
    kept: list[Said | None] = []
    for part in parts:
        who, first, second, quoted = part if isinstance(part, tuple) else ("", part, "", False)
        own = not isinstance(part, tuple)
        first, second = (" ".join(words.split()) for words in (first, second))
        line = (
            first if own else f"“{first},” said {who}. “{second}”" if quoted else f"{who} said that {first}. {second}"
        )
        lines.append(" ".join(line.split()))
        kept.append(None if own else (who, first, second, quoted))
    article = article_from_text("\n\n".join([*HEAD, *lines]))
    actors = {name: Actor(f"a{at}", name, "person" if at < 3 else "organisation") for at, name in enumerate(PEOPLE)}
    claims: list[Claim] = []
    at = article.text.find(HEAD[-1])
    for said in kept:
        if said is None:
            continue
        spans = []
        for piece in said[1:3]:
            found = article.text.find(piece, at) if piece else -1
            if found >= 0:
                spans.append((found, found + len(piece)))
                at = found + len(piece)
        if spans:
            claims.append(_claim(article, f"c{len(claims)}", said, tuple(spans), actors))
    sentences = tuple(Sentence(block.span, number) for number, block in enumerate(article.blocks))
    return article, Analysis(sentences=sentences, actors=tuple(actors.values()), claims=tuple(claims))


def _claim(article: Article, id: str, said: Said, content: Spans, actors: dict[str, Actor]) -> Claim:
    who, _, _, quoted = said
    near = article.text.find(who, max(0, content[0][0] - len(who) - 40)) if who else -1
    actor = actors.get(who)
    return Claim(
        id,
        "direct" if quoted else "indirect",
        "said",
        content,
        source=((near, near + len(who)),) if near >= 0 else (),
        speaker=actor.id if actor else None,
        speaker_name=who or None,
    )


def stand_in(article: Article, spans: Spans | None) -> bool:
    """Whether all spans hold something of the text."""
    return all(0 <= start < end <= len(article.text) for start, end in spans or ())


def told(changes: tuple[Change, ...]) -> Counter[str]:
    return Counter(change.kind for change in changes)


@settings(max_examples=30)
@given(papers(words))
def test_an_article_with_itself_is_the_same_throughout(side: Pair) -> None:
    found = compare([side, side])
    own = [match for match in found.matches if match.left.claim == match.right.claim]
    assert found.event.same
    assert {match.relation for match in own} <= {"same"}
    assert found.only == ()
    assert compare_editions(side, side) == ()


@settings(max_examples=30)
@given(papers(words, 4), papers(words, 4))
def test_swapping_the_sides_mirrors_every_relation(one: Pair, other: Pair) -> None:
    pairs = [_as_one_event(one), _as_one_event(other)]
    there, back = compare(pairs), compare(pairs[::-1])
    assert there.event.same == back.event.same
    assert {(m.left.claim.id, m.right.claim.id, m.relation, m.speakers) for m in there.matches} == {
        (m.right.claim.id, m.left.claim.id, m.relation, m.speakers[::-1]) for m in back.matches
    }
    assert {place.key for place in there.only} == {(1 - place.article, place.claim.id) for place in back.only}


def _as_one_event(side: Pair) -> Pair:
    """The article with a last line of names and figures by which any two of these are about one event."""
    text = side[0].text + "\n\nThe boat Ada Poll and Bram Keel and Harbour Board at 6,201 and 7,303 metres."
    article = article_from_text(text)
    moved = article.text == text
    return (article, side[1]) if moved else side


@settings(max_examples=30)
@given(papers(words, 4), papers(words, 4), papers(words, 3))
def test_all_that_is_told_stands_in_the_texts(one: Pair, other: Pair, third: Pair) -> None:
    sides = [_as_one_event(one), _as_one_event(other), third]
    for some in (sides[:2], sides):
        found = compare(some)
        for match in found.matches:
            for place in (match.left, match.right):
                assert stand_in(some[place.article][0], place.claim.content)
            for difference in match.differences:
                assert difference.left or difference.right
                assert stand_in(some[match.left.article][0], difference.left)
                assert stand_in(some[match.right.article][0], difference.right)
    for change in compare_editions(one, other):
        assert change.old or change.new
        assert stand_in(one[0], change.old)
        assert stand_in(other[0], change.new)
    for quote in check_record(one, other[0]):
        assert stand_in(one[0], quote.spans)
        assert stand_in(other[0], quote.record)
        assert (quote.record is None) == (quote.verdict == "not-found")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_at_all(one: str, other: str) -> None:
    articles = [article_from_text(text) for text in (one, other)]
    sides = [(article, Analysis(claims=_whole(article))) for article in articles]
    for match in compare(sides).matches:
        assert all(stand_in(articles[place.article], place.claim.content) for place in (match.left, match.right))
    for change in compare_editions(sides[0], sides[1]):
        assert stand_in(articles[0], change.old)
        assert stand_in(articles[1], change.new)


def _whole(article: Article) -> tuple[Claim, ...]:
    """Each block as one claim of nobody's."""
    spans: list[Span] = [block.span for block in article.blocks]
    return tuple(Claim(f"c{number}", "direct", "said", (span,)) for number, span in enumerate(spans))


@given(st.lists(plain, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_shuffled_paragraphs_are_moves_alone(paragraphs: list[str], random: Random) -> None:
    shuffled = paragraphs[:]
    random.shuffle(shuffled)
    changes = compare_editions(paper(_alternately(paragraphs)), paper(_alternately(shuffled)))
    assert set(told(changes)) <= {"moved"}
    assert len(changes) < max(1, len(paragraphs))


def _alternately(paragraphs: list[str]) -> list[Said | str]:
    """Paragraphs, those of an even length said by somebody; one is what it is wherever it stands."""
    return [(PEOPLE[len(p) % 4], p, "", True) if len(p.split()) % 2 else p for p in paragraphs]


@pytest.mark.parametrize("text", [FIRST, SECOND])
def test_the_same_of_an_article_that_the_engine_read(text: str) -> None:
    side = analysed(text)
    found = compare([side, side])
    assert {m.relation for m in found.matches if m.left.claim == m.right.claim} == {"same"}
    assert found.only == ()
    assert compare_editions(side, side) == ()
    undated = replace(side[0], published=None), side[1]
    assert [m.relation for m in compare([undated, side]).matches] == [m.relation for m in found.matches]
