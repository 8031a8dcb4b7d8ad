"""A cue holds the words that deny it, wherever they stand."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.denied_cues import take_denials
from tests.analysis.conftest import Page


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "whole"),
    [
        ("Moss did not, however, say that it rained.", "Moss", "say", ["did not", "say"]),
        ("At no time did Moss say that it rained.", "Moss", "say", ["At no time did", "say"]),
        ("The quay is shut, nor did Moss say that it rained.", "Moss", "say", ["nor did", "say"]),
        ("Without saying that it rained, Moss left.", "Moss", "saying", ["Without saying"]),
        ("Rather than say that it rained, Moss left.", "Moss", "say", ["Rather than say"]),
        ("Moss had never heard Lee say that it rained.", "Moss", "say", ["had never", "say"]),
        ("Moss neither said nor wrote that it rained.", "Moss neither", "said", ["neither said"]),
        ("Moss said that it rained.", "Moss", "said", ["said"]),
        ("Moss, who did not like rain, said that it rained.", "Moss", "said", ["said"]),
        ("No rain fell, but on Monday Moss said that it rained.", "Moss", "said", ["said"]),
    ],
)
def test_what_denies_a_cue_is_a_part_of_it(sentence: str, source: str, cue: str, whole: list[str]) -> None:
    page = Page(sentence)
    one = Attribution((page.span("that it rained"),), (page.span(cue),), (page.span(source),), 0.8)
    assert [page.article.words_of(span) for span in take_denials(page.document, [one])[0].cue] == whole
