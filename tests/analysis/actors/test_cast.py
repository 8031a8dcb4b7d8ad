"""Characters beside who plays them."""

from tests.analysis.conftest import Read

SHOW = "The Salt Road, reviewed\n\nIda Kessel's drama opens with a body and a bucket of eels.\n\n"


def test_she_behind_a_character_is_the_character_and_not_who_plays_her() -> None:
    got = Read(
        SHOW + "Detective Anna Coyle (Siobhan Reade) has come home to bury her father. She tells the vicar that "
        "the boat was never hers.\n"
    )
    assert [c.speaker_name for c in got.analysis.claims if "never hers" in got.words(c.content)] == ["Anna Coyle"]


def test_a_character_is_not_whoever_plays_one_of_that_first_name() -> None:
    got = Read(
        SHOW + "Rob (Delaney) keeps the boat. Rob Delaney wrote it with a friend.\n\n"
        "“The tide is late,” says Rob. Delaney said that the boat was real.\n"
    )
    said = {got.words(claim.content): claim.speaker_name for claim in got.analysis.claims}
    assert said["The tide is late"] == "Rob"
    assert {name for words, name in said.items() if "was real" in words} == {"Rob Delaney"}
