"""How sure a claim's words and its speaker are, and how sure an actor."""

from dataclasses import replace

import pytest

from reader.analysis.model import DOUBTFUL, Actor, Analysis, Claim
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
    assert named.sureness > DOUBTFUL
    assert named.sureness - they.sureness > 0.3


def test_a_thing_announced_is_less_sure_than_a_quotation() -> None:
    assert _find("pay for it").sureness > _find("timetable").sureness


@pytest.mark.parametrize(
    "sentence",
    [
        "Adeyemi praised the new timetable on Monday.",
        "Adeyemi condemned the closure of the path.",
        "Adeyemi made no mention of reports that the ramp had sunk.",
    ],
)
def test_what_is_judged_or_kept_silent_about_is_not_shown_as_said(sentence: str) -> None:
    got = Read(f"Harbour board turns down the bridge\n\nRuth Adeyemi leads the harbour board. {sentence}\n")
    assert all(claim.is_doubtful for claim in got.analysis.claims)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("hailed the new timetable as a fresh start", True),
        ("condemned the closure as needless", True),
        ("hailed the new timetable as well as the ramp", False),
    ],
)
def test_what_something_is_judged_to_be_is_said(sentence: str, shown: bool) -> None:
    got = Read(f"Harbour board turns down the bridge\n\nRuth Adeyemi, who leads the harbour board, {sentence}.\n")
    assert any(not claim.is_doubtful for claim in got.analysis.claims) == shown


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("The lake foundation said that the water was clean.", "Harlow Lake Foundation"),
        ("The governor said that the water was clean.", "Bo Berg"),
    ],
)
def test_words_of_a_name_or_the_only_holders_office_say_who_it_is_however_far_back_the_name_stands(
    said: str, who: str
) -> None:
    got = Read(
        "Harlow swims\n\nThe Harlow Lake Foundation opened the lake with Gov. Bo Berg.\n\n"
        "Ann Lund, a baker, swam in it. “It was cold,” Lund said.\n\nIda Moss, who sells nets, said that she was glad."
        "\n\nThe baths were shut.\n\nMoss has two boats.\n\nThey are green.\n\nNobody came.\n\n"
        f"The ferries did not sail.\n\n{said}\n"
    )
    claim = got.claim("clean")
    assert claim.speaker_name == who
    assert claim.sureness > DOUBTFUL


def test_what_a_thing_shows_is_less_sure_than_what_somebody_suggests() -> None:
    sure = []
    for source in ("The scraping of the boards", "Ruth Adeyemi, the chair of the board,"):
        got = Read(f"Harbour board turns down the bridge\n\n{source} suggested that the ramp was loose.\n")
        sure.append(next(claim.sureness for claim in got.analysis.claims))
    assert sure[0] < sure[1]
    assert sure[1] > DOUBTFUL


def _weigh(text: str) -> tuple[float, float]:
    """How sure the words and the speaker of a text's one claim are."""
    claim = Read(text).analysis.claims[0]
    return claim.confidence or 1.0, claim.speaker_confidence or claim.confidence or 1.0


def test_a_body_is_less_surely_meant_by_it_where_another_was_named_since() -> None:
    text = "The quay at Lowport\n\nThe Lowport Harbour Board met{} on Monday. It said that the quay was closed.\n"
    alone, beside = (_weigh(text.format(words))[1] for words in ("", " the Harlow Ferry Company"))
    assert alone - beside > 0.05


@pytest.mark.parametrize("who", ["Council boss", "Scottish judge", "The engineers"])
def test_somebody_without_a_name_in_a_headline_may_have_one_below_and_is_less_sure(who: str) -> None:
    above = _weigh(f"{who} says that the quay is loose\n\nThe quay is old.\n")[0]
    below = _weigh(f"The quay at Lowport\n\nThe quay is old.\n\n{who} said that the quay was loose.\n")[0]
    assert below - above > 0.15


PEOPLE = """\
Ruth Adeyemi opens the Lowport bridge

Ruth Adeyemi, the mayor of Lowport, said on Monday that the bridge was safe. Adeyemi walked over it with her son and
with the engineers of the Harrow Trust. In Lowport the bells rang.

She had read Whistling Gorse to the children on the way, and they ate Brindlepuffs.
"""


def test_every_actor_tells_how_sure_it_is() -> None:
    for actor in Read(PEOPLE).analysis.actors:
        assert actor.confidence is not None
        assert 0 < actor.confidence < 1


def test_who_is_named_often_with_a_role_and_speaks_is_surer_than_what_stands_once_in_passing() -> None:
    actors = {actor.name: actor for actor in Read(PEOPLE).analysis.actors}
    sure = actors.pop("Ruth Adeyemi")
    assert not sure.is_doubtful
    assert sure.confidence is not None
    assert all(sure.confidence > (other.confidence or 0) for other in actors.values())


def test_a_doubtful_actor_that_speaks_in_a_sure_claim_is_listed_all_the_same() -> None:
    claim = Claim("c1", "indirect", "said", ((0, 5),), speaker="a1", confidence=0.9)
    actors = tuple(Actor(f"a{n}", "Pell", "person", confidence=0.2) for n in (1, 2))
    assert Analysis(actors=actors, claims=(claim,)).doubtful_actors == {"a2"}
    assert Analysis(actors=actors, claims=(replace(claim, confidence=0.3),)).doubtful_actors == {"a1", "a2"}


def test_who_is_named_often_has_to_be_less_sure() -> None:
    once = Actor("a1", "Pell", "person", mentions=((0, 4),), confidence=0.75)
    assert once.is_doubtful
    often = replace(once, mentions=((0, 4), (9, 13), (20, 24)))
    assert not often.is_doubtful
    assert replace(often, confidence=0.6).is_doubtful
    assert not replace(often, mentions=often.mentions * 2, confidence=0.6).is_doubtful
    assert not replace(once, confidence=None).is_doubtful
