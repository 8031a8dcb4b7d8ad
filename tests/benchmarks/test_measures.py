"""How the gate compares: words marked and found, claims paired, speakers, actors, summaries and pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.gate import actors, claims, pages, summaries
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import GOLD, Marked, MarkedActor, MarkedClaim, NotInText, Words, in_order, nearest, places
from reader.analysis import Actor, Analysis, Claim
from reader.analysis.model import Sentence, Summary
from reader.article.model import Article, Block

TEXT = "She said no. “No rain,” said Ann Lee, a farmer. She said rain would come, and he hoped so."


def test_words_are_found_whole() -> None:
    assert places("rain, rainy rain", "rain") == [(0, 4), (12, 16)]


def test_a_content_is_looked_for_from_where_the_last_one_began() -> None:
    assert in_order("no rain, no rain", ["rain"], 4) == ((12, 16),)
    assert in_order("no rain, no snow", ["rain"], 4) == ((3, 7),)
    assert in_order("a b a b", ["a", "b"], 1) == ((4, 5), (6, 7))


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(NotInText):
        in_order(TEXT, ["no snow"], 0)
    with pytest.raises(NotInText):
        nearest(TEXT, ["Bob"], [(0, 3)])


def test_a_cue_is_the_nearest_one_outside_the_content() -> None:
    content = in_order(TEXT, ["No rain,"], 0)
    assert nearest(TEXT, ["said"], content) == ((TEXT.index("said Ann"), TEXT.index("said Ann") + 4),)


def test_the_words_of_spans_leave_punctuation_out() -> None:
    words = Words("“No rain,” she said")
    assert words.within([(0, 10)]) == words.within([(1, 9)])


def ids(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


def test_each_claim_is_paired_once_best_overlap_first() -> None:
    marked = [ids(1, 2, 3, 4), ids(1, 2, 3)]
    found = [ids(1, 2, 3), ids(1, 2, 3, 4, 5), ids(9)]
    assert claims.pairs(marked, found) == {1: (0, 1.0), 0: (1, 0.8)}


def test_less_than_half_is_not_found() -> None:
    assert claims.pairs([ids(1, 2, 3)], [ids(3, 4)]) == {}
    assert claims.pairs([ids(1, 2)], [ids(2)]) == {0: (0, 0.5)}


@pytest.mark.parametrize(
    ("speaker", "name", "wanted", "right"),
    [
        ("a1", "Ann Lee", ("Ann Lee",), True),
        ("a1", "Ms Lee", ("Ann Lee",), True),
        ("a1", "Bo Lee", ("Ann Lee",), False),
        ("a1", "Ann Lee", (None,), False),
        (None, "the farmer", (None,), True),
        (None, "the farmer", ("Ann Lee",), False),
        (None, None, ("Ann Lee", None), True),
        ("a1", "Bo Berg", ("Ann Lee", "Bo Berg"), True),
        ("a1", "Lee’s", ("Ann Lee",), True),
    ],
)
def test_a_speaker_is_right(speaker: str | None, name: str | None, wanted: tuple[str | None, ...], right: bool) -> None:
    claim = Claim("c1", "direct", "said", ((0, 1),), speaker=speaker, speaker_name=name)
    assert claims.same_speaker(claim, wanted) == right


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


@pytest.fixture
def article() -> Article:
    return Article(TEXT, (Block("paragraph", (0, len(TEXT))),))


def shares(article: Article, marked: tuple[MarkedClaim, ...], found: tuple[Claim, ...]) -> dict[str, Share]:
    one = Marked("a.txt", Path("a.json"), marked, None, article)
    return claims.figures(claims.compare(one, Analysis(claims=found)))


def rain(name: str, id: str | None = "a1") -> Claim:
    return Claim("c1", "direct", "said", (span("No rain"),), (), (span("Ann Lee"),), id, name)


def test_found_claims_are_counted_on_both_sides(article: Article) -> None:
    marked = (
        MarkedClaim("c1", (span("No rain,"),), (), (span("Ann Lee"),), ("Ann Lee",), "direct", "said"),
        MarkedClaim("c2", (span("rain would come"),), (), (), (None,), "indirect", "said"),
    )
    extra = Claim("c2", "indirect", "thought", (span("so"),))
    found = shares(article, marked, (rain("Ann Lee"), extra))
    assert found["claims: found of those marked"] == Share(1, 2)
    assert found["claims: marked of those found"] == Share(1, 2)
    assert found["claims: with the source"] == Share(1, 2)
    assert found["claims: with the speaker"] == Share(1, 2)


def test_a_claim_found_anew_never_lowers_the_speakers(article: Article) -> None:
    marked = (
        MarkedClaim("c1", (span("No rain,"),), (), (), ("Ann Lee",), "direct", "said"),
        MarkedClaim("c2", (span("rain would come"),), (), (), ("Ann Lee",), "indirect", "said"),
    )
    wrong = Claim("c2", "indirect", "said", (span("rain would come"),), speaker="a2", speaker_name="Bo Berg")
    before = shares(article, marked, (rain("Ann Lee"),))["claims: with the speaker"]
    assert shares(article, marked, (rain("Ann Lee"), wrong))["claims: with the speaker"] == before


@pytest.mark.parametrize("doubtful", [{"optional": True}, {"within": "c0"}])
def test_a_nested_or_optional_claim_is_neither_missed_nor_wrong(article: Article, doubtful: dict[str, object]) -> None:
    whole = MarkedClaim("c1", (span("No rain,"),), (), (span("Ann Lee"),), ("Ann Lee",), "direct", "said")
    marked = (replace(whole, **doubtful),)  # type: ignore[arg-type]
    for found in ((), (rain("Ann Lee"),)):
        counted = shares(article, marked, found)
        assert counted["claims: found of those marked"] == Share(0, 0)
        assert counted["claims: marked of those found"] == Share(0, 0)


def test_claims_within_claims_are_counted_by_themselves(article: Article) -> None:
    outer = MarkedClaim("c1", (span("rain would come, and he hoped so"),), (), (), (None,), "indirect", "said")
    inner = MarkedClaim("c2", (span("he hoped so"),), (), (), ("Ann Lee",), "indirect", "said", within="c1")
    found = (
        Claim("k1", "indirect", "said", (span("rain would come, and he hoped so"),)),
        Claim("k2", "indirect", "said", (span("he hoped so"),), within="k1"),
        Claim("k3", "indirect", "said", (span("rain would"),), within="k1"),
    )
    one = Marked("a.txt", Path("a.json"), (outer, inner), None, article)
    compared = claims.compare(one, Analysis(claims=found))
    assert claims.figures(compared)["claims: marked of those found"] == Share(1, 1)
    counted = claims.inner_figures(compared)
    assert counted["inner claims: found of those marked"] == Share(1, 1)
    assert counted["inner claims: marked of those found"] == Share(1, 2)
    assert counted["inner claims: inside the right one"] == Share(1, 1)
    assert counted["inner claims: with the speaker"] == Share(0, 1)


def actor(name: str, kind: str = "person", role: str | None = None) -> Actor:
    return Actor("a1", name, kind, role)  # type: ignore[arg-type]


def test_a_second_actor_for_one_person_is_a_wrong_one() -> None:
    marked = (MarkedActor("Ann Lee", "person", ("farmer",), ("Annie",)),)
    found = actors.figures((actor("Lee"), actor("Ann Lee", role="a farmer")), marked)
    assert found["actors: found of those marked"] == Share(1, 1)
    assert found["actors: marked of those found"] == Share(1, 2)
    assert found["actors: fullest name"] == Share(1, 1)
    assert found["roles: found of those marked"] == Share(1, 1)


def test_a_name_that_swallows_more_is_no_actor_marked() -> None:
    assert actors.likeness("Ann Lee of Farrow", MarkedActor("Ann Lee", "person")) == 0
    assert actors.likeness("Annie", MarkedActor("Ann Lee", "person", also=("Annie",))) > 0


def test_an_optional_actor_is_neither_missed_nor_wrong() -> None:
    marked = (MarkedActor("Saint Olga", "organisation", optional=True),)
    for found in ((), (actor("Saint Olga"),)):
        assert actors.figures(found, marked)["actors: found of those marked"] == Share(0, 0)
        assert actors.figures(found, marked)["actors: marked of those found"] == Share(0, 0)


def test_a_role_is_right_when_half_its_words_are() -> None:
    assert actors.same_role("the council leader", ["council leader"])
    assert actors.same_role("leader", ["council leader"])
    assert not actors.same_role("leader of the opposition group", ["council leader"])
    assert not actors.same_role(None, ["council leader"])


def test_summary_lines_that_point_back_dangle_unless_what_they_point_to_is_there() -> None:
    text = "Ann Lee farms. She hopes. (It rained. It stopped.)"
    cuts = [(0, 14), (15, 25), (26, 37), (38, 50)]
    article = Article(text, (Block("paragraph", (0, len(text))),))
    sentences = tuple(Sentence(cut, 0) for cut in cuts)

    def found(*picked: int) -> dict[str, Share]:
        analysis = Analysis(sentences=sentences, summary=Summary("lead", picked))
        return summaries.figures(article, analysis, lengths=())

    assert found(0, 1)["summary: lines that stand alone"] == Share(2, 2)
    assert found(1)["summary: lines that stand alone"] == Share(0, 1)
    assert found(2, 3)["summary: marks that open and close"] == Share(1, 1)
    assert found(0, 2)["summary: marks that open and close"] == Share(1, 2)


@pytest.mark.parametrize("text", ["He said no.", "“But why?” she asked.", "This was new."])
def test_openings_that_point_back(text: str) -> None:
    assert summaries.dangles(text)


@pytest.mark.parametrize("text", ["Ann said no.", "The rain came.", "Butter rose.", "Italy lost."])
def test_openings_that_do_not(text: str) -> None:
    assert not summaries.dangles(text)


def test_a_page_counts_its_paragraphs_words_and_facts() -> None:
    page = pages.Page("p", "p.html", "Rain at last", ("Ann Lee",), "2026-05-01", ("It rained.", "It stopped."))
    text = "It rained.\n\nIt snowed."
    blocks = (Block("paragraph", (0, 10)), Block("paragraph", (12, 22)))
    article = Article(
        text, blocks, title="Rain, at last!", byline=("Ann Lee", "Staff"), published="2026-05-01T09:00:00Z"
    )
    found = pages.figures(page, article)
    assert found["pages: paragraphs"] == Share(0.5, 1)
    assert found["pages: words"] == Share(0.75, 1)
    assert found["pages: title"] == Share(1, 1)
    assert found["pages: authors"].per_cent == pytest.approx(66.67, abs=0.01)
    assert found["pages: date"] == Share(1, 1)


def test_a_date_line_opens_its_paragraph() -> None:
    text = "RIGA -\n\nIt rained.\n\nIt stopped."
    blocks = (Block("dateline", (0, 6)), Block("paragraph", (8, 18)), Block("paragraph", (20, 31)))
    assert pages.paragraphs(Article(text, blocks)) == ["RIGA - It rained.", "It stopped."]


def test_a_fact_counts_where_it_is_asked_for() -> None:
    assert pages.asked(None, ["en"]) == Share(0, 0)
    assert pages.asked("The Post.", ["", "the post"]) == Share(1, 1)
    assert pages.asked("The Post", []) == Share(0, 1)


def test_paragraphs_in_order_are_counted_by_neighbours() -> None:
    assert pages.in_order(["a", "b", "c"], ["a", "x", "b", "c"]) == Share(2, 2)
    assert pages.in_order(["a", "b", "c"], ["c", "a", "b"]) == Share(1, 2)
    assert pages.in_order(["a", "b"], ["x"]) == Share(0, 0)


def test_a_page_that_cannot_be_read_has_everything_wrong() -> None:
    page = pages.Page("p", str(GOLD / "pages" / "nowhere.html"), None, (), None, ())
    article = pages.opened(page)
    assert article is None
    assert {share.right for share in pages.figures(page, article).values()} == {0}
