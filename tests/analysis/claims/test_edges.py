"""Contents begin and end where their sentence says that they do."""

import pytest

from reader.analysis.claims.edges import mend_edges
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "broken", "whole"),
    [
        ("Moss said • was never safe.", "Moss", "said", ["was never safe"], ["was never safe"]),
        (
            "They shut the quay, which Moss said was never safe.",
            "Moss",
            "said",
            ["was never safe"],
            ["which", "was never safe"],
        ),
        (
            "Moss said Ada Hale, who built the quay, had left the yard.",
            "Moss",
            "said",
            ["had left the yard"],
            ["Ada Hale, who built the quay, had left the yard"],
        ),
        (
            "The quay, Moss told Harlow Radio, had left the yard dry.",
            "Moss",
            "told",
            ["had left the yard dry"],
            ["had left the yard dry"],
        ),
        ("If the ice holds, Moss said, the ferry will sail.", "Moss", "said", ["If the ice holds"],
         ["If the ice holds", "the ferry will sail"]),
        ("If the ice holds, Moss said, the ferry will sail.", "Moss", "said", ["the ferry will sail"],
         ["If the ice holds", "the ferry will sail"]),
        ("The ferry has, according to Moss, lost a mast.", "Moss", "according to", ["lost a mast"],
         ["The ferry has", "lost a mast"]),
        ("The ferry will, Moss said, sail in May.", "Moss", "said", ["sail in May"],
         ["The ferry will", "sail in May"]),
        ("If the ice holds, Moss said earlier this week, the ferry will sail.", "Moss", "said", ["the ferry will sail"],
         ["If the ice holds", "the ferry will sail"]),
        ("If the ice holds, Moss said of his own accord, the ferry will sail.", "Moss", "said", ["the ferry will sail"],
         ["the ferry will sail"]),
        ("They kept the oars, which Moss argued made them thieves.", "Moss", "argued", ["made them thieves"],
         ["which", "made them thieves"]),
        ("In a statement, Moss said, the ferry will sail.", "Moss", "said", ["the ferry will sail"],
         ["the ferry will sail"]),
        ("On Monday, Moss said, the ferry will sail.", "Moss", "said", ["the ferry will sail"],
         ["the ferry will sail"]),
        (
            "Moss said they lost heart at the start of the second half, and went home.",
            "Moss",
            "said",
            ["they lost heart at the start of the second"],
            ["they lost heart at the start of the second half"],
        ),
        (
            "Moss said he knew the quay long before Hale was given the keys.",
            "Moss",
            "said",
            ["he knew the quay long before Hale"],
            ["he knew the quay long before Hale was given the keys"],
        ),
        (
            "If the ice has gone by May, Moss said the ferry would sail.",
            "Moss",
            "said",
            ["the ferry would sail"],
            ["If the ice has gone by May", "the ferry would sail"],
        ),
        (
            "But unless the ice has gone, Moss warned the ferry could stay in port.",
            "Moss",
            "warned",
            ["the ferry could stay in port"],
            ["unless the ice has gone", "the ferry could stay in port"],
        ),
        (
            "If Moss was tired, he said the ferry was late.",
            "he",
            "said",
            ["the ferry was late"],
            ["the ferry was late"],
        ),
        (
            "If that was not enough, Moss said the ferry would stay in port.",
            "Moss",
            "said",
            ["the ferry would stay in port"],
            ["the ferry would stay in port"],
        ),
        (
            "For years, the yard has looked for an heir, according to Moss.",
            "Moss",
            "according to",
            ["the yard has looked for an heir"],
            ["For years, the yard has looked for an heir"],
        ),
        (
            "After the ice broke, the ferry lost its mast, Moss said.",
            "Moss",
            "said",
            ["the ferry lost its mast"],
            ["After the ice broke, the ferry lost its mast"],
        ),
        (
            "The new ferry allows the islanders to sail in winter, according to Moss.",
            "Moss",
            "according to",
            ["the islanders to sail in winter"],
            ["The new ferry allows the islanders to sail in winter"],
        ),
        (
            "While island lore holds that the ferry cannot sink, Moss said, its hull is thin.",
            "Moss",
            "said",
            ["that the ferry cannot sink", "its hull is thin"],
            ["While island lore holds that the ferry cannot sink", "its hull is thin"],
        ),
        (
            "They built a ferry that cannot sink, Moss said.",
            "Moss",
            "said",
            ["that cannot sink"],
            ["that cannot sink"],
        ),
        (
            "In a statement to the press, the ferry was called unsafe, Moss said.",
            "Moss",
            "said",
            ["the ferry was called unsafe"],
            ["the ferry was called unsafe"],
        ),
        (
            "Unlike the yard, the ferry has never been late, Moss said.",
            "Moss",
            "said",
            ["the ferry has never been late"],
            ["the ferry has never been late"],
        ),
        (
            "Moss said the ferry was paid for by large firms in the north.",
            "Moss",
            "said",
            ["the ferry was paid for by"],
            ["the ferry was paid for by large firms in the north"],
        ),
        (
            "Moss said the ferry could sail as early as May.",
            "Moss",
            "said",
            ["the ferry could sail as early"],
            ["the ferry could sail as early as May"],
        ),
        (
            "The man who said he had handed the mast to sailors left in May.",
            "The man",
            "said",
            ["he had handed the mast to"],
            ["he had handed the mast to sailors"],
        ),
        (
            "Moss said the quay was shut on Friday.",
            "Moss",
            "said",
            ["the quay was shut"],
            ["the quay was shut"],
        ),
        (
            "The quay floods in winter but can’t be closed, Moss said.",
            "Moss",
            "said",
            ["can’t be closed"],
            ["The quay floods in winter but can’t be closed"],
        ),
        (
            "Still, the council built a quay of oak for the boats, Moss said.",
            "Moss",
            "said",
            ["a quay of oak for the boats"],
            ["Still, the council built a quay of oak for the boats"],
        ),
        (
            "The council has warned a yard at the quay, Moss said.",
            "Moss",
            "said",
            ["a yard at the quay"],
            ["a yard at the quay"],
        ),
        (
            "Moss said the yard had four bids for the quay, but would not name any of them.",
            "Moss",
            "said",
            ["the yard had four bids for the quay, but would not name any of them"],
            ["the yard had four bids for the quay"],
        ),
        (
            "Moss said the yard had four bids for the quay, but would not take any of them.",
            "Moss",
            "said",
            ["the yard had four bids for the quay, but would not take any of them"],
            ["the yard had four bids for the quay, but would not take any of them"],
        ),
        (
            "Moss said he had given up the boat (to be fair, it had sunk).",
            "Moss",
            "said",
            ["he had given up the boat (to be fair"],
            ["he had given up the boat "],
        ),
        (
            "Moss sued the yard, alleging that the crane has never been able to lift a boat.",
            "Moss",
            "alleging",
            ["that the crane has"],
            ["that the crane has never been able to lift a boat"],
        ),
        (
            "A film of Moss showing the crane was put on a wall.",
            "A film of Moss",
            "showing",
            ["the crane"],
            ["the crane"],
        ),
        (
            "Moss said the quay is still dry in May, and went home.",
            "Moss",
            "said",
            ["the quay is"],
            ["the quay is still dry in May"],
        ),
        (
            "Moss spoke of a yard, and said of frost becoming the end of it.",
            "Moss",
            "said",
            ["of frost becoming"],
            ["of frost becoming the end of it"],
        ),
        (
            "Moss said they shut the quay three days after the frost.",
            "Moss",
            "said",
            ["they shut the quay"],
            ["they shut the quay"],
        ),
        (
            "Moss said: “It sank in 1917”, – she was off by a year.",
            "Moss",
            "said",
            ["It sank in 1917”, – she was off by a year"],
            ["It sank in 1917"],
        ),
        (
            "Moss said: “It sank in 1917”, and nobody was drowned.",
            "Moss",
            "said",
            ["It sank in 1917”, and nobody was drowned"],
            ["It sank in 1917”, and nobody was drowned"],
        ),
        (
            "Moss said they shut the quay hours after the frost.",
            "Moss",
            "said",
            ["they shut the quay"],
            ["they shut the quay"],
        ),
        (
            "Moss said: “You never sank it,” if he was sober.",
            "Moss",
            "said",
            ["You never sank it,” if he was sober"],
            ["You never sank it,"],
        ),
    ],
)  # fmt: skip
def test_an_edge_is_set_right(sentence: str, source: str, cue: str, broken: list[str], whole: list[str]) -> None:
    page = Page(sentence)
    one = page.say(source, cue, *broken)
    assert [page.article.words_of(part) for part in mend_edges(page.document, [one])[0].content] == whole


def test_what_a_speaker_adds_is_a_claim_of_its_own() -> None:
    page = Page("Moss said the quay would stay shut until May, adding that nobody had paid for it.")
    one = page.say("Moss", "said", "the quay would stay shut until May, adding that nobody had paid for it")
    found = mend_edges(page.document, [one])
    parts = [(page.article.words_of(one.cue[0]), page.article.words_of(one.content[0])) for one in found]
    assert parts == [("said", "the quay would stay shut until May"), ("adding", "that nobody had paid for it")]


@pytest.mark.parametrize(
    ("sentence", "source", "content", "whole"),
    [
        (
            "The quay is shut, the board added, according to Belt.",
            "Belt",
            "The quay is shut",
            "The quay is shut, the board added",
        ),
        (
            "According to Belt, the quay is shut, Ada Hale said.",
            "Belt",
            "the quay is shut",
            "the quay is shut, Ada Hale said",
        ),
        ("The quay is shut, on Friday, according to Belt.", "Belt", "The quay is shut", "The quay is shut"),
        ("“It is shut,” Hale said, according to Belt.", "Belt", "It is shut", "It is shut"),
    ],
)
def test_who_says_so_in_a_sources_words_stands_in_its_content(
    sentence: str, source: str, content: str, whole: str
) -> None:
    page = Page(sentence)
    one = page.say(source, "According to" if sentence.startswith("According") else "according to", content)
    assert [page.words(found.content) for found in mend_edges(page.document, [one])] == [whole]


def test_no_edge_runs_over_a_word_that_plays_a_part_elsewhere() -> None:
    page = Page("Moss said he knew the quay long before Hale was told it sank.")
    one = page.say("Moss", "said", "he knew the quay long before Hale")
    other = page.say("", "was told", "it sank")
    assert mend_edges(page.document, [one, other]) == [one, other]
