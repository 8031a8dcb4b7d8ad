"""No words are two people's."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.drafts import draft_claims
from reader.analysis.claims.parted import part_roles, part_shared
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.article import article_from_text
from reader.article.model import Span
from tests.analysis.conftest import Read

TEXT = """Quay shut

“The quay is unsafe,” said Helga Sturm. “We told the board in May.

“Nobody came to look at it.”

Owen Gray disagreed. “The quay is sound,” he said, and Ida Berg added that “it will stand for years” if it was kept.
"""
ARTICLE = article_from_text(TEXT)
DOCUMENT = read_document(ARTICLE, split_sentences(ARTICLE))


def _span(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return start, start + len(words)


SPANS = st.tuples(st.integers(0, len(ARTICLE.text) - 2), st.integers(1, 90)).map(
    lambda at: (at[0], min(at[0] + at[1], len(ARTICLE.text)))
)
ATTRIBUTIONS = st.lists(
    st.builds(
        lambda content, cue, source, sure: Attribution(tuple(sorted(content)), tuple(cue), tuple(source), sure),
        st.lists(SPANS, min_size=1, max_size=3),
        st.lists(SPANS, max_size=1),
        st.lists(SPANS, max_size=1),
        st.one_of(st.none(), st.floats(0.4, 1.0)),
    ),
    max_size=6,
)


@given(ATTRIBUTIONS)
@settings(max_examples=150)
def test_no_character_is_in_the_content_of_two_claims(found: list[Attribution]) -> None:
    for made in (part_shared(DOCUMENT, found), draft_claims(DOCUMENT, found)):
        places = [{at for span in one.content for at in range(*span)} for one in made]
        counts = Counter(at for one in places for at in one)
        assert all(count == 1 for count in counts.values())


@given(ATTRIBUTIONS)
@settings(max_examples=150)
def test_no_character_of_a_content_is_in_its_source(found: list[Attribution]) -> None:
    for one in draft_claims(DOCUMENT, found):
        assert not any(a < y and x < b for a, b in one.content for x, y in one.source)


def test_who_says_it_is_not_what_is_said_by_what_stands_before() -> None:
    cue, gray = (_span("he said"),), _span("Owen Gray")
    his = Attribution((_span("The quay is sound"),), cue, (gray,), 0.9)
    quays = Attribution((gray,), cue, (_span("Nobody"),), 0.95)
    assert part_roles([his, quays]) == [his]
    assert part_roles([quays, his]) == [his]


def test_of_two_that_put_each_other_s_source_into_a_mouth_the_surer_stays() -> None:
    cue, gray, berg = (_span("added"),), _span("Owen Gray"), _span("Ida Berg")
    first, second = Attribution((berg,), cue, (gray,), 0.4), Attribution((gray,), cue, (berg,), 0.3)
    assert part_roles([first, second]) == part_roles([second, first]) == [first]


def test_what_rules_alone_read_puts_no_source_of_a_weighed_claim_into_a_mouth() -> None:
    cue, gray, berg = (_span("added"),), _span("Owen Gray"), _span("Ida Berg")
    weighed, ruled = Attribution((berg,), cue, (gray,), 0.9), Attribution((gray,), cue, (berg,), None)
    assert part_roles([weighed, ruled]) == part_roles([ruled, weighed]) == [weighed]


def test_a_content_goes_without_the_words_of_its_own_source() -> None:
    source = _span("Owen Gray disagreed")
    one = Attribution((_span("disagreed. “The quay is sound"),), (_span("he said"),), (source,), 0.9)
    (made,) = part_roles([one])
    assert made.content == ((source[1], _span("The quay is sound")[1]),)


def test_a_quotation_is_whose_cue_stands_nearest() -> None:
    first, second = _span("The quay is unsafe"), _span("We told the board in May.")
    sturm = Attribution((first, second), (_span("said Helga"),), (), 0.9)
    gray = Attribution((second, _span("The quay is sound")), (_span("he said"),), (), 0.95)
    assert [one.content for one in part_shared(DOCUMENT, [sturm, gray])] == [
        (first, second),
        (_span("The quay is sound"),),
    ]


def test_a_quotation_mark_is_no_cue() -> None:
    words = _span("The quay is unsafe")
    marked = Attribution((words,), ((words[0] - 1, words[0]),), (), 0.99)
    told = Attribution((words,), (_span("said Helga"),), (), 0.6)
    assert part_shared(DOCUMENT, [marked, told]) == [told]


def test_what_stands_in_a_content_with_its_cue_is_left_to_the_reading_of_that_content() -> None:
    around = Attribution((_span("Ida Berg added that “it will stand for years” if it was kept"),), (), (), 0.9)
    inside = Attribution((_span("it will stand for years"),), (_span("added"),), (), 0.8)
    assert part_shared(DOCUMENT, [around, inside]) == [around]


def test_paragraphs_with_open_marks_go_to_who_speaks_before_them_and_not_behind_too() -> None:
    got = Read(
        "Quay shut\n\n“The quay is unsafe,” Helga Sturm said on Monday.\n\n“Nobody came to look at it for a year.\n\n"
        "“We wrote to them twice.”\n\nThe board is new, but Owen Gray argued that its members were tired.\n"
    )
    assert [name for name, words in got.said() if "Nobody came" in words] == ["Helga Sturm"]
    assert [words for name, words in got.said() if name == "Owen Gray"] == ["that its members were tired"]
