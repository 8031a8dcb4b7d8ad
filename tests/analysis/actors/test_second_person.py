"""Who “you” is in what one of two who talk by turns asks."""

import pytest

from tests.analysis.conftest import Read

TALK = """The woman who counts swifts

Maud Fenn, 62, has counted swifts for three decades. She answers questions.

{}: {}

{}: I said so. You may think that I joke.

{}: Will you stop?

{}: I tell them to listen.
"""


def tellers(asks: str, answers: str, question: str) -> list[str | None]:
    """The speakers of each claim within another one whose source is “you”."""
    got = Read(TALK.format(asks, question, answers, asks, answers))
    inner = [one for one in got.analysis.claims if one.within is not None]
    return [one.speaker_name for one in inner if got.words(one.source).lower() == "you"]


@pytest.mark.parametrize(("asks", "answers"), [("Q", "A"), ("Per Vang", "Maud Fenn")])
def test_you_of_whoever_asks_is_who_answers(asks: str, answers: str) -> None:
    question = "You said in May that swifts sleep while flying. Is that so?"
    assert tellers(asks, answers, question)[:1] == ["Maud Fenn"]


def test_you_in_a_quotation_is_whoever_was_spoken_to_there() -> None:
    assert "Maud Fenn" not in tellers("Q", "A", "My neighbour told me “you said they sing”. Do they?")


def test_you_of_who_asks_nothing_is_nobody_in_particular() -> None:
    assert "Maud Fenn" not in tellers("Q", "A", "You say “what now?” and you think it is over.")
