"""The summary as text and the whole reading as Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.analysis.model import Analysis, Claim, Sentence, Summary
from reader.article.model import Article, Block, BlockKind, Link
from reader.export import report_as_markdown, summary_as_text
from reader.export.markdown_text import escape
from tests.export.conftest import OneClaim


def shown(markdown: str) -> str:
    """The characters that a Markdown renderer shows."""
    words = []
    for token in MarkdownIt().parse(markdown):
        for child in token.children or []:
            words.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(words)


def test_the_summary_is_one_sentence_a_line(article: Article, analysis: Analysis) -> None:
    assert summary_as_text(article, analysis).splitlines() == [
        "“We were told it was safe in January,” said council leader Ruth Adeyemi, “and it was not.”",
        "Officials believe the work will take two years.",
    ]


def test_a_sentence_broken_over_lines_stays_on_one(one_claim: OneClaim) -> None:
    article, analysis, _ = one_claim("“{It is over,}”\n<she> [said].")
    assert summary_as_text(article, replace(analysis, summary=Summary("lead", (0,)))) == "“It is over,” she said."


def test_a_quotation_of_several_sentences_is_one_line_with_both_its_marks(one_claim: OneClaim) -> None:
    article, analysis, _ = one_claim("“{It is over. We go home,}” she said.")
    sentences = (Sentence((0, 12), 0), Sentence((13, len(article.text)), 0))
    shown = replace(analysis, sentences=sentences, summary=Summary("lead", (0, 1)))
    assert summary_as_text(article, shown, speakers={1: "Ida Lund"}) == "“It is over. We go home,” she said. [Ida Lund]"
    assert "- “It is over. We go home,” she said.\n" in report_as_markdown(article, shown)


def test_words_left_out_of_a_sentence_are_told_by_an_ellipsis_and_never_shown(one_claim: OneClaim) -> None:
    article, analysis, _ = one_claim(
        "The ferry (the last one) will sail in May, <she> [said], {as it did}, in the rain."
    )
    places = [article.text.index(words) for words in ("The ferry", "will sail", ", in the rain")]
    spans = ((places[0], places[0] + 9), (places[1], places[2]))
    shortened = replace(
        analysis, sentences=(Sentence((0, len(article.text)), 0),), summary=Summary("news", (0,), ((0, spans),))
    )
    line = "The ferry … will sail in May, she said, as it did …"
    assert summary_as_text(article, shortened) == line
    report = report_as_markdown(article, shortened)
    assert f"- {line}\n" in report
    assert "*1 of 1 sentence, shortened where “…” stands and else as in the article (method: news).*" in report


@pytest.mark.parametrize(
    ("picked", "cut", "told"),
    [
        ((0,), 0, "1 of 3 sentences, as it stands in the article"),
        ((0, 1), 0, "2 of 3 sentences, as they stand in the article"),
        ((0, 1), 1, "2 of 3 sentences, one shortened where “…” stands, the other as it stands in the article"),
        ((0, 1, 2), 1, "3 of 3 sentences, one shortened where “…” stands, the others as they stand in the article"),
        ((0, 1), 2, "2 of 3 sentences, shortened where “…” stands and else as in the article"),
    ],
)
def test_the_report_tells_which_sentences_are_whole(picked: tuple[int, ...], cut: int, told: str) -> None:
    text = "The ferry burnt at six, in the rain. Nobody else was up. The old one sails on."
    ends = [place + 1 for place, letter in enumerate(text) if letter == "."]
    spans = [(text.index(text[start:end].strip()), end) for start, end in zip((0, *ends), ends, strict=False)]
    shorter = tuple((index, ((spans[index][0], spans[index][1] - 4),)) for index in picked[:cut])
    article = Article(text, (Block("paragraph", (0, len(text))),))
    analysis = Analysis(tuple(Sentence(span, 0) for span in spans), summary=Summary("news", picked, shorter))
    assert f"*{told} (method: news).*" in report_as_markdown(article, analysis)


def test_a_line_from_the_midst_of_a_turn_has_its_speaker_in_brackets() -> None:
    said = ("LUND: Thank you. The ferry burnt at six.", "CHAIR: Who saw it?", "LUND: I did. Nobody else was up.")
    text = "\n\n".join(said)
    blocks = tuple(Block("paragraph", (text.index(part), text.index(part) + len(part))) for part in said)
    words = ("The ferry burnt at six.", "Nobody else was up.")
    sentences = tuple(Sentence((text.index(one), text.index(one) + len(one)), 2 * n) for n, one in enumerate(words))
    article, analysis = Article(text, blocks), Analysis(sentences, summary=Summary("news", (0, 1)))
    assert summary_as_text(article, analysis).splitlines() == [f"{one} [LUND]" for one in words]
    report = shown(report_as_markdown(article, analysis))
    assert all(f"{one} [LUND]" in report for one in words)


def test_the_summary_can_say_where_it_comes_from(article: Article, analysis: Analysis) -> None:
    assert summary_as_text(article, analysis, cited=True).splitlines()[-2:] == [
        "",
        "— “Council votes to close the Mill Lane bridge”, Harlow Post, 12 March 2026, "
        "https://harlow.example/mill-lane?edition=2",
    ]


def test_the_report_has_summary_speakers_and_numbered_article(article: Article, analysis: Analysis) -> None:
    report = report_as_markdown(article, analysis)
    headings = [line for line in report.splitlines() if line.startswith("#")]
    assert headings == [
        "# Council votes to close the Mill Lane bridge",
        "## Summary",
        "## Who said what",
        "### Ruth Adeyemi, council leader",
        "### Tom Pryce",
        "### Officials",
        "## Article",
    ]
    assert "- \\[2\\] She denied that the council had \\*known\\* about it\n" in report
    assert "“and it was not.”\\[1\\] She denied that the council had \\*known\\* about it.\\[2\\]" in report


def test_a_claim_over_two_paragraphs_is_numbered_in_both(article: Article, analysis: Analysis) -> None:
    report = report_as_markdown(article, analysis)
    assert "“First we lost the ferry.\\[5\\]" in report
    assert "“Then we lost the bridge,”\\[5\\] he said." in report


def test_the_report_says_how_the_summary_was_made(article: Article, analysis: Analysis) -> None:
    assert "*2 of 7 sentences, as they stand in the article (method: lead).*" in report_as_markdown(article, analysis)


def test_the_articles_links_stay_links(article: Article, analysis: Analysis) -> None:
    words = "council leader Ruth Adeyemi"
    start = article.text.index(words)
    linked = replace(article, links=(Link((start, start + len(words)), "https://harlow.example/r_(a)"),))
    report = report_as_markdown(linked, analysis)
    assert "said [council leader Ruth Adeyemi](<https://harlow.example/r_(a)>), “and it was not.”" in report
    assert 'href="https://harlow.example/r_(a)"' in MarkdownIt().render(report)


def test_a_source_that_could_not_be_resolved_joins_the_actor_of_its_name(article: Article, analysis: Analysis) -> None:
    claims = (*analysis.claims[:1], replace(analysis.claims[1], speaker=None, speaker_name="Ruth Adeyemi"))
    report = report_as_markdown(article, replace(analysis, claims=claims))
    assert report.count("### Ruth Adeyemi") == 1


def test_remarks_on_how_the_article_was_read_are_passed_on(article: Article, analysis: Analysis) -> None:
    cut = replace(article, notes=("only the first 5 MB were read",))
    report = report_as_markdown(cut, replace(analysis, notes=("the language is not fully supported",)))
    assert report.endswith("*Note: only the first 5 MB were read.*\n\n*Note: the language is not fully supported.*")


def test_lists_and_block_quotes_stay_together_and_headings_step_down_by_one() -> None:
    parts: tuple[tuple[BlockKind, str], ...] = (
        ("heading", "Why"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("quote", "Go."),
        ("quote", "— A. Lee"),
    )
    text = "\n\n".join(words for _, words in parts)
    blocks = tuple(
        Block(kind, (text.index(words), text.index(words) + len(words)), 4 if kind == "heading" else 0)
        for kind, words in parts
    )
    report = report_as_markdown(Article(text, blocks), Analysis())
    assert report.endswith("## Article\n\n### Why\n\n- one\n- two\n\n> Go.\n>\n> — A. Lee")


def test_an_item_that_brings_its_bullet_along_gets_no_second_one() -> None:
    items = ("• one", "1. two")
    text = "\n\n".join(items)
    blocks = tuple(Block("list-item", (text.index(item), text.index(item) + len(item))) for item in items)
    assert report_as_markdown(Article(text, blocks), Analysis()).endswith("## Article\n\n- one\n- 1\\. two")


def test_a_report_of_nothing_says_so() -> None:
    report = report_as_markdown(Article("", ()), Analysis())
    assert "*Nothing to summarise.*" in report
    assert "*No claims.*" in report


@given(st.text(alphabet=st.sampled_from("ab 1.)(*_`[]<>#+-=|~!\\&;amp:/$w\n\t{}@^%\"'")))
def test_any_text_is_shown_by_a_renderer_exactly_as_it_is(text: str) -> None:
    line = " ".join(text.split())
    assert shown(escape(text)) == line
    assert shown(f"- {escape(text)}") == line


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a %%note%% b", r"a \%%note\%% b"),  # a comment in Obsidian, which shows nothing of it
        ("it was ==late==", r"it was \==late\=="),  # a highlight there and in others
        ("2^10^ ferries ^a1", r"2\^10\^ ferries \^a1"),  # raised in Pandoc; the name of a block in Obsidian
        ("Boats {.left}", r"Boats \{.left}"),  # an attribute in Pandoc and kramdown
        ("we say #SaveTheFerry", r"we say \#SaveTheFerry"),  # a tag of your own notes in Obsidian and Logseq
        (": the rest", r"\: the rest"),  # a definition of the line before in Pandoc and PHP Markdown Extra
        ("100% of C# is a=b", "100% of C# is a=b"),
    ],
)
def test_nor_does_it_become_what_some_renderers_know_beyond_markdown(words: str, written: str) -> None:
    assert escape(words) == written
    assert shown(written) == words


@given(st.text(alphabet=st.sampled_from("ab 1.*_[]<>#-|\n“”"), min_size=1))
def test_no_text_becomes_markup_in_the_report(text: str) -> None:
    blocks = (Block("paragraph", (0, len(text))),)
    claim = Claim("c1", "indirect", "said", ((0, len(text)),), speaker_name=text)
    analysis = Analysis((Sentence((0, len(text)), 0),), (), (claim,), Summary("lead", (0,)))
    kinds = {
        token.type for token in MarkdownIt().parse(report_as_markdown(Article(text, blocks, title=text), analysis))
    }
    assert not kinds & {"html_block", "code_block", "fence", "blockquote_open", "table_open", "ordered_list_open"}
