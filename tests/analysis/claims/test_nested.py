"""Claims inside claims: each is found where it stands, and knows the claim around it."""

import pytest

from reader.analysis.claims.nested import mask
from reader.analysis.document.document import read_document as document_of
from reader.analysis.document.sentences import split_sentences
from reader.article import article_from_text
from tests.analysis.conftest import Read

HEADLINE = "Council closes the river path\n\n"


def chains(got: Read) -> dict[str, list[str]]:
    """The sources' own words of each inner claim and of those around it, by its content."""
    return {got.words(claim.content): got.sources(claim) for claim in got.analysis.claims if claim.within is not None}


@pytest.mark.parametrize(
    ("text", "content", "sources"),
    [
        (
            "“The ramp is safe for all,” the Gazette quoted Helga Sturm as saying.",
            "The ramp is safe for all",
            ["Helga Sturm", "the Gazette"],
        ),
        (
            "Helga Sturm, the harbour master, said the ferry company had told her that the ramp was safe.",
            "that the ramp was safe",
            ["the ferry company", "Helga Sturm, the harbour master"],
        ),
        (
            "“He told me it was closed,” said Helga Sturm. “I went home.”",
            "it was closed",
            ["He", "Helga Sturm"],
        ),
        (
            "Helga Sturm said 300 people had been told to leave the quay.",
            "to leave the quay",
            ["", "Helga Sturm"],
        ),
        (
            "“I’m told the ramp is safe,” said Helga Sturm.",
            "the ramp is safe",
            ["", "Helga Sturm"],
        ),
        (
            "“They’re warned not to row,” said Helga Sturm.",
            "not to row",
            ["", "Helga Sturm"],
        ),
        (
            "Helga Sturm said a sergeant ordered the sailors to burn their boats.",
            "the sailors to burn their boats",
            ["a sergeant", "Helga Sturm"],
        ),
        (
            "Helga Sturm said she was told her licence was to be cancelled at once.",
            "her licence was to be cancelled at once",
            ["", "Helga Sturm"],
        ),
        (
            "Helga Sturm said port boss Tom Vance had argued that the ramp was sound.",
            "that the ramp was sound",
            ["port boss Tom Vance", "Helga Sturm"],
        ),
        (
            "“The ramp is shut. I think it’s a hard year for us,” said Helga Sturm.",
            "it’s a hard year for us",
            ["I", "Helga Sturm"],
        ),
        (
            "“I know that the boats are old,” said Helga Sturm.",
            "that the boats are old",
            ["I", "Helga Sturm"],
        ),
        (
            "“They were told we were closing,” said Helga Sturm.",
            "we were closing",
            ["", "Helga Sturm"],
        ),
        (
            "“They said, ‘The ramp is safe,’ and the ramp was gone,” said Helga Sturm.",
            "The ramp is safe",
            ["They", "Helga Sturm"],
        ),
        (
            "Helga Sturm said: “The mayor wrote to me that ‘nobody is to blame’.”",
            "that ‘nobody is to blame’",
            ["The mayor", "Helga Sturm"],
        ),
        (
            "Helga Sturm told the board that “the engineer says the ramp is safe”.",
            "the ramp is safe",
            ["the engineer", "Helga Sturm"],
        ),
        (
            "Helga Sturm wrote that “my son told me ‘it is cold’ and went home”.",
            "it is cold",
            ["my son", "Helga Sturm"],
        ),
    ],
)
def test_what_others_said_inside_what_somebody_said(text: str, content: str, sources: list[str]) -> None:
    assert chains(Read(HEADLINE + text + "\n"))[content] == sources


def test_a_chain_has_as_many_links_as_the_text() -> None:
    got = Read(
        HEADLINE + "Helga Sturm said the mayor had told her that the engineer warned that the ramp would break.\n"
    )
    assert chains(got)["that the ramp would break"] == ["the engineer", "the mayor", "Helga Sturm"]


def test_what_the_reporter_says_between_two_parts_is_in_no_inner_claim() -> None:
    got = Read(HEADLINE + "“The mayor told us it was safe,” said Helga Sturm. “It was not.”\n")
    assert "it was safe" in chains(got)


def test_an_inner_claim_is_broken_where_the_one_around_it_is() -> None:
    got = Read(HEADLINE + "“He told me that the bridge,” Helga Sturm said, “was a danger to all of us.”\n")
    assert chains(got) == {"that the bridge … was a danger to all of us": ["He", "Helga Sturm"]}


def test_inner_claims_are_not_counted_with_the_others() -> None:
    got = Read(HEADLINE + "“He told me it was closed,” said Helga Sturm. “I went home.”\n")
    assert (got.analysis.stats.direct, got.analysis.stats.indirect, got.analysis.stats.inner) == (1, 0, 1)
    assert [claim.id for claim in got.analysis.claims] == ["c1", "c1.1"]


def test_a_content_read_alone_keeps_its_places_in_the_article() -> None:
    article = article_from_text(HEADLINE + "“They said ‘the ramp is safe’,” said Helga Sturm. “It was not.”\n")
    document = document_of(article, split_sentences(article))
    start = article.text.index("They")
    end = article.text.index(",” said")
    inner = mask(document, [[(start, end)]])
    assert len(inner.article.text) == len(article.text)
    assert inner.article.text.strip() == "They said “the ramp is safe”"
    assert all(word.text == article.text[word.start : word.end] or word.text in "‘’" for word in inner.words)
    assert [quotation.depth for quotation in inner.quotations] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Helga Sturm said there was “a worrying lack of detail” in the plan of the council for the quay.",
        "Helga Sturm told the board that the ramp “will stay open” in a call that both sides described as frank.",
        "Helga Sturm said their predicted shortfall of crowns from the ferry was far too high for them.",
        "“Norvik is adding boats and the ramp is open,” said Helga Sturm.",
    ],
)
def test_what_is_no_clause_or_has_no_speaker_is_no_inner_claim(text: str) -> None:
    assert chains(Read(HEADLINE + text + "\n")) == {}


def test_what_the_claim_around_it_denies_is_doubtful() -> None:
    def sure(verb: str) -> float | None:
        got = Read(HEADLINE + f"Helga Sturm {verb} that Owen Gray had said that the ramp was safe.\n")
        return next(claim.confidence for claim in got.analysis.claims if claim.within is not None)

    told, denied = sure("confirmed"), sure("denied")
    assert told is not None
    assert denied is not None
    assert denied <= 0.5 < told


def test_no_word_of_a_cue_that_is_denied_is_told_twice() -> None:
    text = "“It is late. I don't even think I need to tell it to people at the quay. It is a plan,” Ida Moss said."
    got = Read(text)
    cues = [[got.words((span,)) for span in claim.cue] for claim in got.analysis.claims]
    assert ["don't even think"] in cues


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Helga Sturm said the ferry company planned to fight the claim.", "to fight the claim"),
        ("“Tom Lund wanted to run it in his own way,” said Helga Sturm.", "to run it in his own way"),
        ("“If Tom Lund wants to run it in his own way, he may,” said Helga Sturm.", ""),
        ("“I wanted to run it in my own way,” said Helga Sturm.", ""),
        ("“Tom Lund might want to run it in his own way,” said Helga Sturm.", ""),
    ],
)
def test_what_others_had_in_mind_by_what_somebody_said(text: str, content: str) -> None:
    got = Read(HEADLINE + text + "\n")
    inner = [claim for claim in got.analysis.claims if claim.within is not None]
    assert [got.words(claim.content) for claim in inner] == ([content] if content else [])
    assert not any(claim.is_doubtful for claim in inner)


def test_what_another_said_in_the_next_sentence_is_no_part_of_it() -> None:
    got = Read(
        "Quay\n\nQ: Fourth is the worst place to finish, people say.\n\nA: I was happy.\n\nQ: The board said last "
        "week that you would start in May. You have said you won’t. Who is right?\n\nA: Both. They said it.\n"
    )
    assert chains(got)["that you would start in May"] == ["The board", "Q"]
