"""A quotation with a cue right behind it, or a name and a colon before it, is of whom these name."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.own_cues import give_own
from tests.analysis.conftest import Page, Read

Parts = tuple[list[str], str, str]


def give(text: str, found: list[Parts]) -> list[tuple[str, list[str]]]:
    """Sources and contents, found by words: the cue as it is written with its source ("said Lee")."""
    page = Page(text)
    attributions = []
    for contents, source, cue in found:
        start = page.span(cue)[0] + cue.index("said")
        attributions.append(
            Attribution(tuple(map(page.span, contents)), ((start, start + 4),), (page.span(source),), 0.8)
        )
    given = sorted(give_own(page.document, attributions), key=lambda one: one.content)
    return [(page.article.words_of(one.source[0]), [page.article.words_of(a) for a in one.content]) for one in given]


def test_each_quotation_goes_to_the_cue_beside_it() -> None:
    assert give(
        "“It was mine,” Lee said, and “it was late,” Hale said.",
        [(["It was mine", "it was late"], "Hale", "Hale said")],
    ) == [("Lee", ["It was mine,"]), ("Hale", ["it was late"])]


def test_a_source_beside_its_cue_counts_for_more_than_one_beyond_a_quotation() -> None:
    assert give(
        "“Never,” said Lee. “Always,” said Hale. “Now,” said Moss.",
        [(["Never", "Always"], "Lee", "said Hale"), (["Now"], "Hale", "said Moss")],
    ) == [("Lee", ["Never,"]), ("Hale", ["Always"]), ("Moss", ["Now"])]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“It rained,” Hale said. “It poured.”", ["It rained", "It poured."]),
        ("“It rained,” Hale said, “and it poured.”", ["It rained", "and it poured."]),
        ("Hale said: “It rained.” Lee said nothing.", ["It rained."]),
        ("The song “It Rained,” Lee said, and Hale said so.", ["The song “It Rained,"]),
    ],
)
def test_a_quotation_without_a_cue_of_its_own_stays(text: str, contents: list[str]) -> None:
    assert give(text, [(contents, "Hale", "Hale said")]) == [("Hale", contents)]


def test_names_before_colons_in_one_line_speak() -> None:
    read = Read("Talks in Brae\n\nBoth sides met on Monday.\n\nAnn Lee: “No comment.” Bob Hale: “None at all.”\n")
    assert read.said() == [("Ann Lee", "No comment."), ("Bob Hale", "None at all.")]


def test_a_quotation_in_each_kind_of_marks_has_its_own_speaker() -> None:
    for text in ("»We never were«", "„We never were“", "«We never were»", "“We never were,”"):
        other = text.replace("We never were", "We are not ready")
        read = Read(f"Talks in Brae\n\nBoth met on Monday.\n\n{other}, said Jens Holt. {text}, said Petra Kuhn.\n")
        assert read.speakers() == ["Jens Holt", "Petra Kuhn"]


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody was told at all,” Moss told reporters.",
        "Credit: Harlow News. “Nobody was told at all,” boasts Moss.",
        "“Nobody was told at all,” said Moss.",
    ],
)
def test_a_quotation_that_is_in_no_claim_is_of_the_cue_beside_it(text: str) -> None:
    page = Page(text)
    (one,) = give_own(page.document, [])
    assert (page.words(one.source), page.words(one.content)) == ("Moss", "Nobody was told at all,")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("“Stop!” cried Moss.", "Stop!"),
        ("“Why not?” Moss asked.", "Why not?"),
        ("“Goal!” screamed Moss.", "Goal!"),
        ("“Out with you!” he roared.", "Out with you!"),
        ("“Nonsense,” snapped Moss.", "Nonsense,"),
    ],
)
def test_what_is_called_out_is_said_though_it_is_no_clause(sentence: str, said: str) -> None:
    page = Page(sentence)
    (one,) = give_own(page.document, [])
    assert (page.words(one.source) in ("Moss", "he"), page.words(one.content)) == (True, said)


def test_a_title_with_a_cue_beside_it_is_no_quotation() -> None:
    assert give_own(Page("“Silent Night,” sang Moss. “The Quay,” said Moss.").document, []) == []


def test_what_the_tagger_hardly_sees_gives_way_to_a_quotation_and_its_cue() -> None:
    page = Page("“Nobody was told at all,” said Moss of a letter.")
    weak = page.say("Moss", "said", "Nobody was told at all,” said Moss of a letter", confidence=0.4)
    (one,) = give_own(page.document, [weak])
    assert page.words(one.content) == "Nobody was told at all,"
    assert (one.confidence or 0.0) > 0.5


def test_a_mark_and_a_cue_make_sure_of_what_the_tagger_half_sees() -> None:
    page = Page("“Nobody was told at all,” said Moss.")
    (one,) = give_own(page.document, [page.say("Moss", "said", "Nobody was told at all", confidence=0.5)])
    assert (one.confidence or 0.0) > 0.7


def test_a_quotation_that_somebody_is_heard_to_tell_stays_with_who_heard_it() -> None:
    page = Page("“Nobody was told at all,” Moss told the crew, according to two sailors.")
    told = page.say("two sailors", "according to", "“Nobody was told at all,” Moss told the crew")
    assert give_own(page.document, [told]) == [told]


@pytest.mark.parametrize("source", ["a guest said according to the Weir Times", "said a guest, according to the Times"])
def test_whoever_handed_words_on_is_not_whose_they_are(source: str) -> None:
    text = f"The wedding\n\n“There is no reason for them to rush,” {source}. “Both of them are happy with it.”\n"
    got = Read(text)
    ((speakers, content),) = got.chains()
    assert (speakers[0], content) == ("a guest", "There is no reason for them to rush")
    assert got.said()[1:] == [("a guest", "Both of them are happy with it.")]
