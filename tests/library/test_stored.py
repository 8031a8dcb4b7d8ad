"""An analysis comes out of the library's file as it went in."""

import json
from dataclasses import replace

import pytest

from reader.analysis.model import Analysis, Sentence, Summary
from reader.library.stored import NotStored, analysis_as_dict, analysis_from_dict

TEXT = "The ferry burnt on Friday, while the crew slept. Nobody was hurt."
FOUND = Analysis((Sentence((0, 48), 0), Sentence((49, 65), 0)), summary=Summary("news", (0,)))


@pytest.mark.parametrize("shortened", [(), ((0, ((0, 25),)),), ((0, ((0, 9), (16, 25))),)])
def test_a_summary_keeps_what_is_shown_of_its_sentences(
    shortened: tuple[tuple[int, tuple[tuple[int, int], ...]], ...],
) -> None:
    found = replace(FOUND, summary=Summary("news", (0,), shortened))
    assert analysis_from_dict(json.loads(json.dumps(analysis_as_dict(found))), TEXT) == found


def test_a_summary_that_was_kept_before_sentences_were_shortened_is_read() -> None:
    kept = analysis_as_dict(FOUND)
    del kept["summary"]["shortened"]
    assert analysis_from_dict(kept, TEXT) == FOUND


@pytest.mark.parametrize("broken", [[[1, [[0, 9]]]], [[0, []]], [[0, [[0, 900]]]], ["0"], [[0]]])
def test_what_is_no_shortened_sentence_of_the_summary_is_not_taken(broken: object) -> None:
    kept = analysis_as_dict(FOUND)
    kept["summary"]["shortened"] = broken
    with pytest.raises(NotStored):
        analysis_from_dict(kept, TEXT)
