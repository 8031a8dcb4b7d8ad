"""Which attributions are sure enough to be shown as claims."""

import pytest

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.doubt import add_doubt, list_doubts
from reader.analysis.claims.drafts import draft_claims
from tests.analysis.conftest import Page

HEADLINE = "Harbour board turns down the bridge"
TEXT = """\
The harbour board rejected the new bridge on Monday. It plans to widen the old one. Lund is convinced that it will hold.
"""


def _kept(cue: str, content: str, confidence: float) -> bool:
    page = Page(TEXT, HEADLINE)
    one = Attribution((page.span(content),), (page.span(cue),), (), confidence)
    return bool(draft_claims(page.document, [one]))


@pytest.mark.parametrize(("cue", "content"), [("plans", "to widen the old one"), ("is convinced", "that it will hold")])
def test_what_somebody_has_in_mind_is_a_claim_when_the_tagger_is_fairly_sure(cue: str, content: str) -> None:
    assert _kept(cue, content, 0.92)
    assert not _kept(cue, content, 0.7)


def test_an_act_upon_a_thing_is_a_claim_only_when_the_tagger_has_no_doubt() -> None:
    assert not _kept("rejected", "the new bridge", 0.85)
    assert _kept("rejected", "the new bridge", 0.96)


def test_what_somebody_came_to_know_is_a_claim_only_when_the_tagger_has_no_doubt() -> None:
    for verb, kept in (("learned", False), ("believed", True)):
        page = Page(f"Lund {verb} years later that the bridge had been sold.")
        content, cue = page.span("that the bridge had been sold"), page.span(f"{verb} years later")
        assert bool(draft_claims(page.document, [Attribution((content,), (cue,), (), 0.92)])) == kept


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "whether it would hold"),
        ("took its time and then plainly said", "that it was late"),
        ("said", "which"),
    ],
)
def test_a_question_a_story_and_a_which_cast_doubt(cue: str, content: str) -> None:
    page = Page(f"Berg {cue} {content} on Monday of the quay.")
    one = Attribution((page.span(content),), (page.span(cue),), (), 0.8)
    assert add_doubt(0.8, list_doubts(page.document, one)) < 0.7


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "kind"),
    [
        ("The board revealed a new wall.", "The board", "revealed", "a new wall", "thing"),
        ("The board announced a new wall.", "The board", "announced", "a new wall", "object"),
        ("The board spoke about the wall.", "The board", "spoke about", "the wall", "topic"),
        ("The board agreed to sell the wall.", "The board", "agreed", "to sell the wall", "intent"),
        ("The board would not comment on the wall.", "The board", "would not comment on", "the wall", "unreal"),
        (
            "The board is set to announce that it will sell.",
            "The board",
            "is set to announce",
            "that it will sell",
            "unreal",
        ),
        ("I asked whether the wall would hold.", "I", "asked", "whether the wall would hold", "author"),
        ("I think the wall would hold.", "I", "think", "the wall would hold", "writer"),
        ("The camera shows a crack in it.", "The camera", "shows", "a crack in it", "no person"),
        ("The wall is estimated to be old.", "The wall", "is estimated", "to be old", "passive"),
    ],
)
def test_what_is_done_meant_or_spoken_of_is_doubtful(
    sentence: str, source: str, cue: str, content: str, kind: str
) -> None:
    assert kind in _doubts(sentence, source, cue, content)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The board said the wall that it built would hold.", "The board", "said", "the wall that it built would hold"),
        ("The board warned that the wall was old.", "The board", "warned", "that the wall was old"),
        ("The board vowed to mend the wall.", "The board", "vowed", "to mend the wall"),
        ("The board did not say that the wall was old.", "The board", "did not say", "that the wall was old"),
    ],
)
def test_what_is_said_in_a_clause_is_not(sentence: str, source: str, cue: str, content: str) -> None:
    assert _doubts(sentence, source, cue, content) == set()


def test_only_who_speaks_outside_all_quotation_marks_is_the_writer() -> None:
    assert "writer" not in _doubts("“I think the wall would hold,” she said.", "I", "think", "the wall would hold")


def _doubts(sentence: str, source: str, cue: str, content: str) -> set[str]:
    page = Page(sentence)
    one = Attribution((page.span(content),), (page.span(cue),), (page.span(source),), 0.8)
    return set(list_doubts(page.document, one))
