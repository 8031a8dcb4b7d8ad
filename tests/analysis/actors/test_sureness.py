"""How sure a claim's words and its speaker are."""

from reader.analysis.model import DOUBTFUL, Claim
from tests.analysis.conftest import Read

TEXT = """\
Harbour board turns down the bridge

Ruth Adeyemi, who leads the harbour board, said that the bridge would cost too much.

“We cannot pay for it,” Adeyemi said. “Nobody can.”

They said that the ferry was no answer. The board announced a new timetable.

“Nobody asked us,” said another.
"""


def _claims() -> dict[str, Claim]:
    got = Read(TEXT)
    return {got.words(claim.content): claim for claim in got.analysis.claims}


def _find(words: str) -> Claim:
    return next(claim for content, claim in _claims().items() if words in content)


def test_every_claim_tells_how_sure_its_words_are_and_its_speaker_where_one_was_found() -> None:
    claims = _claims().values()
    assert claims
    for claim in claims:
        assert claim.confidence is not None
        assert 0 < claim.confidence < 1
        assert (claim.speaker_confidence is None) == (claim.speaker is None)


def test_what_somebody_named_says_is_surer_than_what_they_say_whoever_they_are() -> None:
    named, they = _find("cost too much"), _find("no answer")
    assert named.sureness > DOUBTFUL > they.sureness


def test_a_thing_announced_is_less_sure_than_a_quotation() -> None:
    assert _find("pay for it").sureness > _find("timetable").sureness
