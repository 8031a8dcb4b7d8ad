"""A summary can be read on its own: nobody is "he" without a name, and quotations are whole."""

from collections.abc import Sequence

import pytest

from reader.analysis.summary import cut, join_lines, name_lines, rank
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.ranking import Ranking
from reader.analysis.summary.readable import find_needs, leans, points_back, quote_balance
from tests.analysis.summary.conftest import Made, Make


@pytest.mark.parametrize(
    "text",
    [
        "He left the hall.",
        "But nobody knew.",
        "However, the vote stood.",
        "“They lied,” Brandt said.",
        "This was the third fire.",
        "In addition, fares will rise.",
        "The two met again in May.",
        "When the bread ran out she sent the children to the shop.",
        "As for the ferry, they never paid.",
        "Dozens of others were held for a night.",
        "Two others drowned.",
        "As before, the ferry runs once a day.",
        "In both cases the harbour paid.",
        "Since then the ferry has run once a day.",
        "Two days later, a yard rang back.",
        "A year earlier Lund had asked for a pump.",
        "I have, and I stand by it.",
        "Yes, we did.",
        "No, I couldn't.",
    ],
)
def test_pronouns_and_connectives_lean_on_what_came_before(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund left.",
        "Butter costs more.",
        "Heat killed nine.",
        "This week the court sits.",
        "Itaipu is full.",
        "When Lund left she took the keys.",
        "When she left the hall, Lund took the keys.",
        "If people stay away they pay twice.",
        "After the fire the ferry sank.",
        "Two dockers drowned while others slept.",
    ],
)
def test_other_openings_stand_alone(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    ("text", "balance"),
    [
        ("No marks at all.", (0, 0)),
        ('"It is over," she said.', (0, 0)),
        ('"We won. ', (0, 1)),
        ('Nobody listened," he said.', (1, 0)),
        ("“One” and “two", (0, 1)),
        ("He said it was “over”.", (0, 0)),
        ("«Non», dit-il.", (0, 0)),
    ],
)
def test_open_and_closed_quotations_are_counted(text: str, balance: tuple[int, int]) -> None:
    assert quote_balance(text) == balance


def asked(made: Made) -> dict[str, tuple[int, ...] | None]:
    article, sentences = made
    chosen = list_pickable(article, sentences)
    found = find_needs(article, sentences, chosen)
    return {article.words_of(sentences[index].span): found[index] for index in chosen}


def test_a_sentence_that_leans_brings_the_one_before(make: Make) -> None:
    found = asked(make([("paragraph", "Ida Lund runs the harbour. She warned of delays.")]))
    assert found == {"Ida Lund runs the harbour.": (), "She warned of delays.": (0,)}


def test_what_tells_of_another_brings_what_it_is_another_beside_but_at_the_top_of_a_story(make: Make) -> None:
    article, sentences = make(
        [("paragraph", "Another 90 jobs will go. Two yards shut in May. Another yard shut today.")]
    )
    assert find_needs(article, sentences, (0, 1, 2)) == {0: (), 1: (), 2: (1,)}


@pytest.mark.parametrize(
    "text",
    [
        "“Most of us are fitters,” he said.",
        '"It is over," they later said, "and we are glad."',
        "“I told Bob Hale to go,” she added.",
        "The wall will be built by Holm, he said.",
        "In a letter to the board, she said the wall was safe.",
        "Last year, he sold the yard.",
        "In 2010 they moved.",
        "“He is over the moon,” he claims.",
        "“Nobody asked us,” she explains, “and nobody will.”",
        "“We are shut,” jokes he.",
        "All are dear to the left.",
        "The first was a short address on the ferry.",
    ],
)
def test_who_speaks_or_acts_unnamed_points_back_from_within_a_sentence(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was cross: “It is over,” she said.",
        "Ann Lee said the wall would be built, and she said so twice.",
        "“We are shut,” said Ann Lee.",
        "On Friday, Ann Lee said she would go.",
        "Lee, who won, said he would stay.",
        "“We are shut,” explains Ann Lee.",
        "All councillors are dear to the left.",
        "The first ferry was sold.",
    ],
)
def test_who_is_named_before_in_the_sentence_does_not(text: str) -> None:
    assert not points_back(text)


def test_nobody_is_given_the_words_of_whoever_is_named_in_the_line_above(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "Counsel Rolf Dahl said the question had never come up at the Norvik site."),
            ("paragraph", "Amir Sayed, 26, a foreman, said he had learnt the language. “Most of us are new,” he said."),
        ]
    )
    assert find_needs(article, sentences, (0, 1, 2))[2] == (1,)


def test_a_sentence_that_leans_on_a_line_left_out_cannot_stand(make: Make) -> None:
    found = asked(make([("paragraph", "The island has no dock. Why? Because nobody would pay for one.")]))
    assert found["Because nobody would pay for one."] is None


def test_a_story_that_opens_with_a_pronoun_for_somebody_gives_that_line_away(make: Make) -> None:
    assert asked(make([("paragraph", "Her murder shocked a nation. Ida Lund was 20.")])) == {
        "Her murder shocked a nation.": None,
        "Ida Lund was 20.": (),
    }
    assert asked(make([("paragraph", "It is 13 years since the dam broke.")])) == {
        "It is 13 years since the dam broke.": ()
    }


def test_an_aside_in_brackets_brings_the_sentence_before(make: Make) -> None:
    found = asked(make([("paragraph", "Ida Lund runs the harbour. (Her father built it.)")]))
    assert found["(Her father built it.)"] == (0,)


def test_a_caption_between_two_paragraphs_hides_nothing(make: Make) -> None:
    found = asked(
        make([("paragraph", "Ida Lund spoke."), ("caption", "The pier in May."), ("paragraph", "She blamed the yard.")])
    )
    assert found["She blamed the yard."] == (0,)


def test_a_quotation_over_two_sentences_is_picked_whole(make: Make) -> None:
    found = asked(make([("paragraph", "“We asked for years. Nobody listened,” said Pelle Brandt.")]))
    assert list(found.values()) == [(1,), (0,)]


def test_a_quotation_without_its_speaker_brings_the_sentence_that_names_him(make: Make) -> None:
    found = asked(
        make(
            [("paragraph", "“The dock is full,” Lund said."), ("paragraph", "“March is the earliest we can hope for.”")]
        )
    )
    assert found["“March is the earliest we can hope for.”"] == (0,)


def test_an_exchange_in_capitals_is_told_by_its_names_though_it_is_no_transcript(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "WHITCOMBE: Your deputy wrote that. You were content with it."),
            ("paragraph", "STALLARD: No. I have no note of such a message, Dame Olu."),
            ("paragraph", "The committee rose at noon. It will meet again in May."),
        ]
    )
    assert asked((article, sentences))["I have no note of such a message, Dame Olu."] == ()
    lines = join_lines(article, sentences, (1, 3, 4))
    assert name_lines(article, sentences, lines) == ("WHITCOMBE", "STALLARD", "")


def test_a_quotation_is_not_given_to_whoever_speaks_in_the_next_paragraph(make: Make) -> None:
    found = asked(
        make([("paragraph", "“I still hear that whistle.”"), ("paragraph", "Kettering said that she had aimed well.")])
    )
    assert found["“I still hear that whistle.”"] is None


def test_a_quotation_set_apart_from_its_speaker_is_no_line_of_a_summary(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The Arbitration Board offered on Monday to hold talks."),
            ("quote", "I have settled strikes in coal, in rail and once in a circus."),
        ]
    )
    assert list_pickable(article, sentences) == (0,)


def test_a_quotation_whose_other_end_is_missing_cannot_stand(make: Make) -> None:
    found = asked(make([("paragraph", "The mayor began: “We have never seen this. The rain fell for a week.")]))
    assert found["The mayor began: “We have never seen this."] is None


def ranking(order: Sequence[int], needs: Sequence[tuple[int, tuple[int, ...] | None]] = ()) -> Ranking:
    return Ranking("news", tuple(order), (1.0,) * 6, (10,) * 6, tuple(needs))


def test_what_a_sentence_needs_comes_with_it_where_there_is_room() -> None:
    assert cut(ranking([3, 0, 1, 2], [(3, (2,))]), count=2).sentences == (2, 3)


def test_where_there_is_no_room_it_gives_way() -> None:
    assert cut(ranking([3, 0, 1, 2], [(3, (2,))]), count=1).sentences == (0,)
    assert cut(ranking([0, 3, 1, 2], [(3, (2,))]), count=2).sentences == (0, 1)


def test_a_summary_measured_in_words_is_not_filled_up_with_what_comes_far_behind() -> None:
    long_and_short = Ranking("news", tuple(range(9)), (1.0,) * 9, (20, 30, 30, 30, 30, 30, 30, 30, 8), ())
    assert cut(long_and_short, words=30).sentences == (0,)
    assert cut(long_and_short, words=50).sentences == (0, 1)


def test_a_quotation_with_a_line_left_out_of_its_middle_cannot_stand(make: Make) -> None:
    article, sentences = make(
        [("paragraph", "Lund said: “It is over. Sign up here. We close in May.” Nobody asked why.")]
    )
    assert find_needs(article, sentences, (0, 2, 3)) == {0: None, 2: None, 3: ()}
    assert find_needs(article, sentences, (0, 1, 2, 3)) == {0: (1, 2), 1: (0, 2), 2: (0, 1), 3: ()}


def test_what_cannot_stand_gives_way_always_but_when_nothing_else_is_left() -> None:
    assert cut(ranking([3, 0, 1], [(3, None)]), count=2).sentences == (0, 1)
    assert cut(ranking([3], [(3, None)]), count=1).sentences == (3,)


def test_no_summary_of_the_story_opens_in_the_air_or_breaks_a_quotation(ferry: Made) -> None:
    article, sentences = ferry
    for count in range(1, 7):
        picked = cut(rank(article, sentences), count=count).sentences
        for index in picked:
            if leans(article.words_of(sentences[index].span)):
                assert index - 1 in picked
        assert quote_balance(" ".join(article.words_of(sentences[index].span) for index in picked)) == (0, 0)


def test_going_on_to_do_something_is_no_speech(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The yard answered on Friday."),
            ("paragraph", "“In May he left the yard. The yard has continued to help the inquiry.”"),
        ]
    )
    assert find_needs(article, sentences, list_pickable(article, sentences))[1] is None


def test_the_inside_of_a_quotation_never_stands_without_its_ends_and_its_speaker(make: Make) -> None:
    made = make(
        [("paragraph", "“It sank,” said Ola Brandt. “I ran to the pier. All my boats were gone. I wept,” he added.")]
    )
    found = asked(made)
    assert {1, 3} <= set(found["All my boats were gone."] or ())
    open_ended = make([("paragraph", "Ola Brandt wrote a letter. “I ran to the pier. All my boats were gone.")])
    assert asked(open_ended)["All my boats were gone."] is None


def test_a_quotation_in_single_marks_is_whole_and_one_line(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The hospital's ward for children will close in June for want of nurses."),
            ("paragraph", "'We have advertised for two years. We had four applicants,' said director Eva Holm."),
            ("paragraph", "‘The nurses’ rota frightened three. The fourth moved to Norway,’ said Per Ek of the union."),
            ("paragraph", "The nurses' union, 'the club', meets on Monday. Nurses' pay is Lund's too."),
        ]
    )
    needs = find_needs(article, sentences, range(len(sentences)))
    assert [needs[index] for index in range(7)] == [(), (2,), (1,), (4,), (3,), (), ()]
    assert join_lines(article, sentences, range(7)) == ((0,), (1, 2), (3, 4), (5,), (6,))


def test_a_sentence_that_leaves_a_bracket_open_stands_with_the_one_that_closes_it(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The families met in May (the town's fifth summer wedding!"),
            ("paragraph", "1) Boats first (and bridges last), said the mayor of Wenna. Smile :)"),
            ("paragraph", "The families met in May (the town's fifth wedding! They left at ten) and danced."),
        ]
    )
    needs = find_needs(article, sentences, range(len(sentences)))
    assert needs == {0: None, 1: (), 2: (), 3: (4,), 4: (3,)}
    assert join_lines(article, sentences, (3, 4)) == ((3, 4),)


def test_the_first_question_of_questions_and_answers_brings_its_answer(make: Make) -> None:
    article, sentences = make(
        [
            ("title", "What the ferry rules mean for you"),
            ("paragraph", "Q: When do the rules for the ferry begin? A: They begin on the first of May, on all boats."),
            ("paragraph", "Q: What does it cost? A: Nine crowns for an adult and thirty for a car of any length."),
        ]
    )
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    asked = [index for index, one in enumerate(sentences) if article.words_of(one.span).endswith("?")]
    assert len(asked) == 2
    assert [needs[index] for index in asked] == [(index + 1,) for index in asked]


def test_a_quotation_alone_that_is_brought_along_brings_its_speaker(make: Make) -> None:
    article, sentences = make(
        [
            ("title", "Ferry strikes mole"),
            ("paragraph", "The ferry Halda struck the mole of Port Wenna in the dark on Monday."),
            ("paragraph", "“Nobody had told us,” said Ahn. “Nobody ever tells us anything.”"),
            ("paragraph", "“They will build it again,” said Voss."),
        ]
    )
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    words = [article.words_of(one.span) for one in sentences]
    told, alone, last = (next(n for n, text in enumerate(words) if part in text) for part in ("Ahn", "ever", "Voss"))
    assert needs[alone] == (told,)
    assert needs[last] == (told, alone)
