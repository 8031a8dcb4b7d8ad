"""Summaries of what one speaker says, of all sides, and of what bears on a question."""

import pytest

from reader.analysis.model import Actor, Analysis, Claim
from reader.analysis.summary import Ranking, cut, explain, rank_query, rank_sides, rank_speaker
from reader.article.model import Article, Span
from tests.analysis.summary.conftest import Made, Make

Hearing = tuple[Article, Analysis]


@pytest.fixture
def hearing(make: Make) -> Hearing:
    """A hearing with two speakers, three claims and one thought."""
    article, sentences = make(
        [
            ("title", "Reservoir plan splits the valley"),
            ("paragraph", "The county will flood the upper valley of the Orn. Work begins in May."),
            ("paragraph", "Engineer Ruth Amadi said the wall would hold for a century. She wants a second one."),
            ("paragraph", "“The rock is sound,” Amadi said."),
            ("paragraph", "Farmer Tor Belling said nobody had asked the farms about water."),
        ]
    )

    def span(words: str) -> Span:
        start = article.text.index(words)
        return (start, start + len(words))

    claims = (
        Claim("c1", "indirect", "said", (span("the wall would hold for a century"),), speaker="a1"),
        Claim("c2", "indirect", "thought", (span("a second one"),), speaker="a1"),
        Claim("c3", "direct", "said", (span("The rock is sound"),), speaker="a1"),
        Claim("c4", "indirect", "said", (span("nobody had asked the farms about water"),), speaker="a2"),
    )
    actors = (
        Actor("a1", "Ruth Amadi", "person", aliases=("Amadi",), mentions=(span("Ruth Amadi"), span("She"))),
        Actor("a2", "Tor Belling", "person", mentions=(span("Tor Belling"),)),
    )
    return article, Analysis(sentences, actors, claims)


def lines(hearing: Hearing, ranking: Ranking, count: int) -> list[str]:
    article, analysis = hearing
    picked = cut(ranking, count=count).sentences
    return [article.words_of(analysis.sentences[index].span) for index in picked]


def test_what_a_speaker_says_in_reading_order(hearing: Hearing) -> None:
    ranking = rank_speaker(*hearing, "a1")
    assert lines(hearing, ranking, len(ranking.order)) == [
        "Engineer Ruth Amadi said the wall would hold for a century.",
        "“The rock is sound,” Amadi said.",
    ]
    assert cut(ranking, count=1).method == "what Ruth Amadi says"


def test_what_a_speaker_thinks_on_request(hearing: Hearing) -> None:
    ranking = rank_speaker(*hearing, "a1", thoughts=True)
    assert "She wants a second one." in lines(hearing, ranking, 3)


def test_an_unknown_speaker_is_an_error(hearing: Hearing) -> None:
    with pytest.raises(KeyError):
        rank_speaker(*hearing, "a9")


def test_all_sides_have_a_line_each(hearing: Hearing) -> None:
    ranking = rank_sides(*hearing)
    assert lines(hearing, ranking, 2) == [
        "Engineer Ruth Amadi said the wall would hold for a century.",
        "Farmer Tor Belling said nobody had asked the farms about water.",
    ]
    assert "Ruth Amadi is given 2 claims" in explain(ranking, ranking.order[0])


def test_words_that_the_user_types(hearing: Hearing) -> None:
    article, analysis = hearing
    ranking = rank_query(article, analysis.sentences, "Water for farms?")
    assert lines(hearing, ranking, 1) == ["Farmer Tor Belling said nobody had asked the farms about water."]
    assert "water" in explain(ranking, ranking.order[0])


def test_a_phrase_in_quotation_marks_must_be_there(hearing: Hearing) -> None:
    article, analysis = hearing
    assert lines(hearing, rank_query(article, analysis.sentences, '"upper valley"'), 1) == [
        "The county will flood the upper valley of the Orn."
    ]
    assert rank_query(article, analysis.sentences, '"valley upper"').order == ()


def test_a_name_finds_the_pronouns_that_stand_for_it(hearing: Hearing) -> None:
    article, analysis = hearing
    ranking = rank_query(article, analysis.sentences, "Amadi", actors=analysis.actors)
    assert "She wants a second one." in [article.words_of(analysis.sentences[index].span) for index in ranking.order]


def test_a_question_that_nothing_answers_gives_nothing(hearing: Hearing) -> None:
    article, analysis = hearing
    assert cut(rank_query(article, analysis.sentences, "zebra"), count=3).sentences == ()


def test_what_has_one_of_two_words_is_left_out_where_another_sentence_has_both(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The ministers agreed on an exchange of films. Two prisoner exchanges followed in May."),
            ("paragraph", "A prisoner may write home."),
        ]
    )
    assert rank_query(article, sentences, "prisoner exchanges").order == (1,)
    assert len(rank_query(article, sentences, "exchanges").order) == 2


def test_articles_in_which_nobody_speaks_have_no_sides(ferry: Made) -> None:
    article, sentences = ferry
    assert rank_sides(article, Analysis(sentences)).order == ()


def test_a_side_is_not_spoken_for_by_a_few_words(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The county met. “Of how many?” Ruth Amadi said."),
            ("paragraph", "Ruth Amadi said the wall above the village would hold for a century."),
        ]
    )
    starts = [(article.text.index(words), len(words)) for words in ("Of how many", "the wall")]
    spans = [(start, start + length) for start, length in starts]
    claims = (
        Claim("c1", "direct", "said", (spans[0],), speaker="a1"),
        Claim("c2", "indirect", "said", (spans[1],), speaker="a1"),
    )
    analysis = Analysis(sentences, (Actor("a1", "Ruth Amadi", "person"),), claims)
    ranking = rank_sides(article, analysis)
    assert "century" in article.words_of(sentences[ranking.order[0]].span)


def test_a_side_is_a_line_that_names_its_speaker_where_there_is_one(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "Engineer Ruth Amadi came to the hearing in the valley on Monday."),
            ("paragraph", "“We have never in forty years lost a wall to the river,” she said."),
            ("paragraph", "“The rock under this whole valley is as sound as any I know,” Amadi said."),
        ]
    )

    def span(words: str) -> Span:
        start = article.text.index(words)
        return (start, start + len(words))

    claims = (
        Claim("c1", "direct", "said", (span("We have never in forty years lost a wall to the river"),), speaker="a1"),
        Claim(
            "c2", "direct", "said", (span("The rock under this whole valley is as sound as any I know"),), speaker="a1"
        ),
    )
    start, _ = span("Amadi said")
    mentions = (span("Ruth Amadi"), span("she"), (start, start + len("Amadi")))
    analysis = Analysis(sentences, (Actor("a1", "Ruth Amadi", "person", mentions=mentions),), claims)
    order = rank_sides(article, analysis).order
    assert [article.words_of(sentences[index].span) for index in order] == [
        "“The rock under this whole valley is as sound as any I know,” Amadi said."
    ]
