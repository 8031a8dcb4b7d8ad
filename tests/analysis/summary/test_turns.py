"""The summary of a transcript or interview says who speaks, and no question stands without its answer."""

import pytest

from reader.analysis.summary import join_lines, line_spans, name_lines, rank
from reader.analysis.summary.pickable import list_pickable
from reader.analysis.summary.readable import find_needs
from tests.analysis.summary.conftest import Made, Make


@pytest.fixture
def interview(make: Make) -> Made:
    return make(
        [
            ("paragraph", "Orla Fenn mends clocks in Tarnby, where hers is the last shop of its kind."),
            ("paragraph", "Tarnby Echo: How did you begin with clocks?"),
            ("paragraph", "Orla Fenn: Thank you. My aunt left me a box of wheels. I could not throw them away."),
            ("paragraph", "Tarnby Echo: Tell us about the church clock."),
            ("paragraph", "Orla Fenn: It had stood at ten to four for thirty years. Nobody had asked it why."),
            ("paragraph", "There was a swallow's nest in it, and I waited until August."),
            ("paragraph", "Tarnby Echo: Will there be a next clockmaker here?"),
            ("paragraph", "Orla Fenn: My niece comes on Saturdays and has mended nine alarm clocks so far."),
        ]
    )


def told(made: Made, picked: tuple[int, ...]) -> list[tuple[str, str]]:
    article, sentences = made
    lines = join_lines(article, sentences, picked)
    words = [article.words_of(span) for span in line_spans(sentences, lines)]
    return list(zip(words, name_lines(article, sentences, lines), strict=True))


def number(made: Made, words: str) -> int:
    article, sentences = made
    return next(n for n, one in enumerate(sentences) if words in article.words_of(one.span))


def test_a_line_from_the_midst_of_a_turn_has_its_speaker_beside_it(interview: Made) -> None:
    found = told(interview, (number(interview, "My aunt"), number(interview, "swallow")))
    assert found == [
        ("My aunt left me a box of wheels.", "Orla Fenn"),
        ("There was a swallow's nest in it, and I waited until August.", "Orla Fenn"),
    ]


def test_a_line_that_opens_with_its_speaker_has_no_other_beside_it(interview: Made) -> None:
    assert told(interview, (0, number(interview, "My niece"))) == [
        ("Orla Fenn mends clocks in Tarnby, where hers is the last shop of its kind.", ""),
        ("Orla Fenn: My niece comes on Saturdays and has mended nine alarm clocks so far.", ""),
    ]


def test_neighbouring_sentences_of_one_turn_are_one_line(interview: Made) -> None:
    first = number(interview, "My aunt")
    assert told(interview, (first, first + 1)) == [
        ("My aunt left me a box of wheels. I could not throw them away.", "Orla Fenn")
    ]


def test_who_is_known_by_name_is_named_so(interview: Made) -> None:
    article, sentences = interview
    index = number(interview, "My aunt")
    assert name_lines(article, sentences, [(index,)], {index: "Orla Fenn of Tarnby"}) == ("Orla Fenn of Tarnby",)


def test_a_question_and_what_a_questioner_asks_for_bring_the_answer(interview: Made) -> None:
    article, sentences = interview
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    will, tell = number(interview, "Will there"), number(interview, "Tell us")
    assert needs[will] == (will + 1,)
    assert needs[tell] == (tell + 1,)


def test_what_leans_on_the_question_behind_its_label_brings_it(interview: Made) -> None:
    article, sentences = interview
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    stood = number(interview, "It had stood")
    assert needs[stood] == (stood - 1,)


def test_a_question_whose_answer_is_hardly_a_word_is_no_line(interview: Made) -> None:
    article, sentences = interview
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    assert number(interview, "Thank you") not in needs
    assert needs[number(interview, "How did you")] is None


def test_a_turn_goes_on_until_the_heading_above_the_next(make: Make) -> None:
    made = make(
        [
            ("paragraph", "HARBOUR MASTER LUND: The ferry burnt at six this morning."),
            ("paragraph", "I have asked the yard for a list of what was replaced in March."),
            ("heading", "From the floor"),
            ("paragraph", "REPORTER: Who had the key to the engine room?"),
            ("paragraph", "LUND: I had it, and nobody else."),
            ("paragraph", "REPORTER: Who else could have had one?"),
            ("heading", "Afterwards"),
            ("paragraph", "The meeting broke up at noon, and the hall was locked."),
        ]
    )
    assert told(made, (1, 7)) == [
        ("I have asked the yard for a list of what was replaced in March.", "HARBOUR MASTER LUND"),
        ("The meeting broke up at noon, and the hall was locked.", ""),
    ]


def test_one_letter_names_nobody(make: Make) -> None:
    made = make(
        [
            ("paragraph", "Q: Where does the ferry lie now, and who looks after it?"),
            ("paragraph", "A: It lies at Port Wenna. The harbour has it painted twice a year."),
            ("paragraph", "Q: And when will it sail again?"),
        ]
    )
    assert told(made, (2,)) == [("The harbour has it painted twice a year.", "")]


def test_labels_that_never_come_again_are_no_speakers(make: Make) -> None:
    made = make(
        [
            ("paragraph", "Place: The old mill at Orn. It is open all year."),
            ("paragraph", "Price: Nine crowns for a day. Children pay nothing."),
        ]
    )
    assert told(made, (1, 3)) == [("It is open all year.", ""), ("Children pay nothing.", "")]


def test_a_question_further_down_stands_with_what_follows_it(make: Make) -> None:
    article, sentences = make(
        [
            (
                "paragraph",
                "Is the bridge safe? Two engineers disagree about a crack as long as a hand. One of them left.",
            ),
            ("paragraph", "The other stayed with the council and measures the crack every week at low tide."),
            ("paragraph", "What would a new bridge cost? The council reckons with nine million crowns."),
            ("paragraph", "Would you walk across it today?"),
        ]
    )
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    assert needs[0] == ()
    assert needs[4] == (5,)
    assert needs[6] is None
    assert 6 in rank(article, sentences).order


def test_who_was_asked_stands_with_what_they_answered(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The ferry burnt on Monday. Nobody was hurt. The island waits for a boat of its own."),
            ("paragraph", "We asked Ida Lund, the harbour master, what happens next."),
            ("paragraph", "The yard has a dock in March, Lund said."),
            ("paragraph", "We asked for years and were told “next spring”."),
        ]
    )
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    assert needs[3] == (4,)
    assert needs[5] == ()


def test_who_asks_and_remarks_while_the_other_answers_at_length_is_told_with_the_answer_or_not_at_all(
    make: Make,
) -> None:
    made = make(
        [
            ("paragraph", "The tenor Aldo Brisk has opened a bakery beside the opera house in Tarnby."),
            ("paragraph", "ECHO: You have sung for thirty years. Few tenors have."),
            ("paragraph", "Aldo Brisk: My voice went in the winter, and I had always baked for the chorus at night."),
            ("paragraph", "ECHO: Your ovens were waiting, then."),
            ("paragraph", "Aldo Brisk: They were my father's, and they had stood cold since the year that he died."),
            ("paragraph", "ECHO: Does anybody ask you to sing?"),
            ("paragraph", "Aldo Brisk: Every morning they do, and every morning I give them a roll and not a song."),
            ("paragraph", "ECHO: What would bring you back?"),
            ("paragraph", "Aldo Brisk: Nothing would bring me back, though I listen at the stage door when it rains."),
        ]
    )
    article, sentences = made
    needs = find_needs(article, sentences, list_pickable(article, sentences))
    assert needs[number(made, "You have sung")] is None
    assert needs[number(made, "Few tenors have")] == (number(made, "My voice"),)
    assert needs[number(made, "Your ovens")] == (number(made, "my father's"),)
    assert needs[number(made, "My voice")] == ()
