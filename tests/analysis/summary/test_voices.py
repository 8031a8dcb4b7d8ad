"""A summary in which every main speaker is heard, in the article's own sentences."""

import pytest

from reader.analysis.model import Actor, Analysis, Claim
from reader.analysis.summary import add_voices, count_voices, cut, cut_suiting, explain, list_unheard, rank
from reader.article.model import Article
from tests.analysis.summary.conftest import Make


@pytest.fixture
def debate(make: Make) -> tuple[Article, Analysis]:
    """Two main speakers and one who says one thing, below a story in which nobody speaks."""
    article, sentences = make(
        [
            ("paragraph", "The council of Wenna closed the old bridge on Monday after two piers had moved."),
            ("paragraph", "The bridge carried nine thousand cars a day across the river and into the market."),
            ("paragraph", "Mayor Ida Lund said the bridge would stay closed until the spring of next year."),
            ("paragraph", "She said the county would pay. Lund added that a ferry would run for those on foot."),
            ("paragraph", "Trader Pelle Brandt said that the shops would not live through a second winter."),
            ("paragraph", "Brandt also said that nobody had asked those who live from the market."),
            ("paragraph", "A bus driver, Tor Belling, said he would take the long road round."),
        ]
    )

    def at(words: str) -> tuple[int, int]:
        start = article.text.index(words)
        return start, start + len(words)

    def claim(number: int, words: str, speaker: str) -> Claim:
        return Claim(f"c{number}", "indirect", "said", (at(words),), speaker=speaker)

    claims = (
        claim(1, "the bridge would stay closed", "a1"),
        claim(2, "the county would pay", "a1"),
        claim(3, "a ferry would run", "a1"),
        claim(4, "the shops would not live", "a2"),
        claim(5, "nobody had asked those", "a2"),
        claim(6, "he would take the long road", "a3"),
    )
    actors = (
        Actor("a1", "Ida Lund", "person", mentions=(at("Ida Lund"), at("Lund added"))),
        Actor("a2", "Pelle Brandt", "person", mentions=(at("Pelle Brandt"), at("Brandt also"))),
        Actor("a3", "Tor Belling", "person", mentions=(at("Tor Belling"),)),
    )
    return article, Analysis(sentences, actors, claims)


def test_every_main_speaker_has_a_line_that_names_them(debate: tuple[Article, Analysis]) -> None:
    article, analysis = debate
    plain = rank(article, analysis.sentences, "lead")
    ranking = add_voices(article, analysis, plain)
    picked = cut_suiting(ranking, least=count_voices(analysis, ranking))
    assert list_unheard(article, analysis, picked) == []
    assert len(picked.sentences) == count_voices(analysis, ranking) == 3
    assert picked.sentences[0] == plain.order[0]
    assert picked.method == "lead with voices"
    assert "Pelle Brandt" in explain(ranking, picked.sentences[2])


def test_within_few_words_those_who_say_most_come_first(debate: tuple[Article, Analysis]) -> None:
    article, analysis = debate
    ranking = add_voices(article, analysis, rank(article, analysis.sentences, "lead"))
    picked = cut(ranking, words=30)
    assert sum(ranking.words[index] for index in picked.sentences) <= 30
    assert list_unheard(article, analysis, picked) == ["Pelle Brandt"]


def test_where_nobody_speaks_the_summary_is_as_it_was(debate: tuple[Article, Analysis]) -> None:
    article, analysis = debate
    silent = Analysis(analysis.sentences)
    ranking = add_voices(article, silent, rank(article, silent.sentences))
    assert cut(ranking, count=2).sentences == cut(rank(article, silent.sentences), count=2).sentences
    assert count_voices(silent, ranking) == 1


def test_one_sentence_that_speaks_for_a_speaker_comes_before_a_quotation_of_three(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The council of Wenna closed the old bridge on Monday after two piers had moved."),
            (
                "paragraph",
                "“The council closed the bridge. We asked for boats in May. No boats came,” Pelle Brandt said.",
            ),
            ("paragraph", "The bridge carried nine thousand cars a day across the river and into the market."),
            ("paragraph", "Trader Brandt said that the shops would hardly live through a second winter of this kind."),
        ]
    )

    def at(words: str) -> tuple[int, int]:
        start = article.text.index(words)
        return start, start + len(words)

    quoted = at("The council closed the bridge. We asked for boats in May. No boats came")
    claims = (
        Claim("c1", "indirect", "said", (at("the shops would hardly live"),), speaker="a1"),
        Claim("c2", "direct", "said", (quoted,), speaker="a1"),
    )
    brandt = Actor("a1", "Pelle Brandt", "person", mentions=(at("Pelle Brandt"), at("Brandt said that")))
    analysis = Analysis(sentences, (brandt,), claims)
    ranking = add_voices(article, analysis, rank(article, sentences))
    assert cut_suiting(ranking, least=count_voices(analysis, ranking)).sentences == (0, 5)
