"""Shares of voice over several articles."""

import pytest

from reader.compare.voice import NOT_TOLD, UNNAMED, shares_of_voice
from tests.compare.conftest import Pair, analysed


def test_shares_add_up_and_stand_inside_their_bounds(first: Pair, second: Pair) -> None:
    found = shares_of_voice([first, second])
    for voices in (found.speakers, found.kinds, found.naming):
        assert sum(voice.share for voice in voices) == pytest.approx(1)
        assert all(0 <= voice.low <= voice.share <= voice.high <= 1 for voice in voices)
    assert [voice.words for voice in found.speakers] == sorted((v.words for v in found.speakers), reverse=True)
    assert found == shares_of_voice([first, second])


def test_one_speaker_of_two_articles_is_one_and_who_has_no_name_is_told_apart() -> None:
    one = analysed("Boats\n\nThe minister, Ines Falkner, said the boats would stay. An official said they were old.")
    other = analysed("Ferries\n\nInes Falkner, the minister, said that she liked boats.\n\n“It is late,” said Falkner.")
    found = shares_of_voice([one, other])
    by_name = {voice.name: voice.claims for voice in found.speakers}
    assert [name for name in by_name if "Falkner" in name] == ["Ines Falkner"]
    assert by_name["Ines Falkner"] >= 2
    assert by_name[UNNAMED] >= 1
    assert {voice.name for voice in found.naming} <= {"named", UNNAMED, NOT_TOLD}


def test_articles_without_claims_have_no_voices() -> None:
    assert shares_of_voice([analysed("Rain\n\nIt rained.")] * 2).speakers == ()
