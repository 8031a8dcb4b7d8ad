"""A summary can be read on its own: nobody is "he" without a name, and quotations are whole."""

from collections.abc import Sequence

import pytest

from reader.analysis.summary import cut, join_lines, name_lines, rank
from reader.analysis.summary.pickable import is_junk, list_pickable
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


@pytest.mark.parametrize(
    "text",
    [
        "Read more: How the ferry burned",
        "Click here to see the pictures.",
        "Follow @portwenna on Twitter.",
        "Image copyright Getty Images",
        "© 2026 The Wenna Post. All rights reserved.",
        "Ola Strand contributed to this report.",
        "This article was originally published in May.",
        "Advertisement",
        "Related stories",
        "10:13 EST, 5 October 2012.",
        "Leave your questions in the comments below or ask them on Twitter.",
        "Comment on the bottom of this page with your school name.",
        "Lund (left) and Brandt (right) in the hall on October 5, 2026.",
        "“Halda at berth” by Nora F is licensed under CC BY 2.0",
        "Oyez, oyez, oyez.",
        "Next: How the ferry was built",
        "Where to watch: On the county's own channel from nine in the evening.",
        "Skarnpost.com: Nine islands that nobody leaves",
        "Welcome back to Tide Tables, the podcast for everybody who has missed a boat.",
        "Low Water is a weekly newsletter for islanders, sent every Friday before breakfast.",
        "Ida Lund, University of Wenna, ida.lund@wenna.example, who wrote this with two others.",
        "The harbour master has a statement and then we’ll take your questions.",
        "Read our review of the new ferry.",
        "Hey it’s Nora and welcome back to my harbour vlog.",
        "The boat was reviewed on Skarn Sound with a demonstration unit from the yard.",
        "2.3 Measures of the Depth of a Harbour",
        "I’m Lauren, harbour editor at the Wenna Post.",
        "Guided walks every Tuesday to 9 August, £6 adults, general entrance free, skarn-birds.org.uk",
        "#ferry #skarn #fire #council",
        "The hall shortly before the meeting Image: Nora Feld.",
        "Figure 3.2 The engine room as it was found, with the pump on the right.",
        "You will find three more ways to tie a bowline after the jump.",
        "Nora Feld's Nine Crossings (Harlow & Dean, £12.99) is out now.",
        "What the skipper saw on the morning of the fire was --",
    ],
)
def test_credits_links_and_labels_are_junk(text: str) -> None:
    assert is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry stopped.",
        "FIRE CREWS REACHED THE SHIP AT NOON.",
        "Police said they would follow every lead.",
        "Readers of the inquiry's report will find no blame.",
        "“I saw the video of it,” Lund said.",
        "In this year of drought the picture is bleak.",
        "Brandt (the left of the party) and Lund voted for it.",
        "The ferry sank off Halvik on February 11, 2026.",
        "Lund told the court that the yard stands empty, as it did on March 6, 2026.",
        "The minister steps down in May 2026.",
        "The tanker arrives with its load on March 6, 2026.",
        "Three things matter: time, money and luck.",
        "The next stop is Skarn, the council's engineer said: then nothing.",
        "The newsletter was printed on the ferry, where Lund found it.",
        "Lund said the image: a boat, a hand and a lamp, would stay.",
        "Lund would not take questions about the pump.",
        "I'm Norwegian by birth and have lived on this island for sixty years.",
        "The shop is now run by its only rival, Amazon.com.",
        "She was “terrified”, a neighbour told skarnpost.com.",
        "The plan was reviewed on Monday by nine members of the council.",
        "1.9 million crowns were paid to the yard.",
        "Table talk is all that the two of them agree on.",
        "The house (built for £90,000) is empty.",
        "The 90-year-old -- she was born aboard -- stayed.",
    ],
)
def test_sentences_of_the_story_are_not(text: str) -> None:
    assert not is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is an edited transcript of the last half-hour.",
        "What follows is a lightly edited excerpt from the hearing.",
        "Below is an edited and shortened version of the talk.",
        "This conversation has been edited for length and clarity.",
        "We spoke by telephone; her answers were cut for length.",
        "This piece has since been updated with a word from the harbour.",
        "A longer version of this article appeared in Monday's paper.",
        "An earlier version of this story misspelled Ms Strand's name.",
        "Some names have been changed to protect the children.",
        "Editor's note: This is a developing story.",
        "An edited version of the interview follows.",
    ],
)
def test_lines_on_how_the_text_was_made_are_junk(text: str) -> None:
    assert is_junk(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is the first transcript that the court has released in ten years.",
        "The newspaper published a transcript of the call.",
        "The review was published in a medical journal in 2014.",
        "The final version of the report will be published on Monday.",
        "This report says that the bridge was safe.",
        "The conversation was about the ferry.",
        "The TV version of the story was watched by ten million people.",
        "The article published by the weekly claims that the mayor lied.",
        "Names of streets in Halvik have changed twice.",
        "This is a story of two harbours.",
    ],
)
def test_lines_on_other_texts_are_not(text: str) -> None:
    assert not is_junk(text)


def test_no_summary_of_the_story_opens_in_the_air_or_breaks_a_quotation(ferry: Made) -> None:
    article, sentences = ferry
    for count in range(1, 7):
        picked = cut(rank(article, sentences), count=count).sentences
        for index in picked:
            if leans(article.words_of(sentences[index].span)):
                assert index - 1 in picked
        assert quote_balance(" ".join(article.words_of(sentences[index].span) for index in picked)) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "In this photo released by the county, engineers stand on the dam.",
        "The hotel stands on the lake; pictured is its dining room in May.",
        "Here is what the first visitors said:",
        "5. Aid for the islands and its price",
        "A ferry is seen at the pier of Halvik on Feb. 11, 2026 in Wenna County.",
        "Prime Minister Tomas Brandt speaks to dockers at the fish market, in Halvik, Karelund, March 6, 2026.",
        "The tanker Orion arrives in the strait, in Halvik, Karelund, March 6, 2026.",
        "HALVIK, KARELUND - MARCH 16: A lorry waits beside a pump that shows the price of diesel.",
        "MARCH 16: A lorry waits beside a pump that shows the price of diesel.",
        "Genre: Sea story - Length: two hours - Director: Ida Holm - Cast: Lena Osei, Mark Tolliver",
    ],
)
def test_captions_in_the_text_list_headings_and_what_only_leads_on_are_junk(text: str) -> None:
    assert is_junk(text)


def test_a_paragraph_without_a_closing_mark_is_no_line_where_the_others_have_one(make: Make) -> None:
    loose = [
        ("paragraph", "From the first crossing to the last, what the islanders remember of their ferry"),
        ("paragraph", "The ferry burnt on Monday. Nobody was hurt."),
        ("paragraph", "Emperor of the sound, in his old uniform, on the bridge in 1970 or earlier"),
        ("paragraph", "She will be towed to the yard on Friday.”"),
        ("paragraph", "Nobody knows whether she will come back. [12] [13]"),
        ("paragraph", "Captain Ida Lund: the yard says that it may take a year"),
        *[("paragraph", f"Islander number {number} said that she would miss the ferry.") for number in range(9)],
    ]
    article, sentences = make(loose)
    assert not {3, 6} & set(list_pickable(article, sentences))
    assert {0, 1, 2, 4, 5} <= set(list_pickable(article, sentences))
    article, sentences = make(loose[:4])
    assert {0, 3} <= set(list_pickable(article, sentences))


def test_going_on_to_do_something_is_no_speech(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", "The yard answered on Friday."),
            ("paragraph", "“In May he left the yard. The yard has continued to help the inquiry.”"),
        ]
    )
    assert find_needs(article, sentences, list_pickable(article, sentences))[1] is None


def test_the_headline_again_in_the_text_is_no_line(make: Make) -> None:
    article, sentences = make(
        [
            ("title", "Island ferry burns at its berth"),
            ("paragraph", "Island ferry burns at its berth."),
            ("paragraph", "The island ferry Halda burnt at its berth in Port Wenna on Monday night."),
        ]
    )
    assert list_pickable(article, sentences) == (2,)


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
