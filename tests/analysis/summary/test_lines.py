"""The lines of a summary: a quotation over several sentences is one line."""

from reader.analysis.summary import join_lines, line_spans
from tests.analysis.summary.conftest import Make


def test_the_sentences_of_one_quotation_are_one_line_with_both_its_marks(make: Make) -> None:
    article, sentences = make(
        [
            ("paragraph", '"Ida Lund stressed the need for a dock. The yard is full," Brandt said. He then left.'),
            ("paragraph", "“We asked for years. Nobody listened."),
            ("paragraph", "“Nobody will,” he said."),
        ]
    )
    everything = range(len(sentences))
    lines = join_lines(article, sentences, everything)
    assert lines == ((0, 1), (2,), (3, 4), (5,))
    shown = [article.words_of(span) for span in line_spans(sentences, lines)]
    assert shown[0] == '"Ida Lund stressed the need for a dock. The yard is full," Brandt said.'


def test_sentences_that_do_not_touch_stay_apart(make: Make) -> None:
    article, sentences = make([("paragraph", "“We asked for years. Nobody listened. It burnt,” said Brandt.")])
    assert join_lines(article, sentences, (0, 2)) == ((0,), (2,))
    assert join_lines(article, sentences, ()) == ()
