"""What the engine is not sure of: out of the way until it is asked for."""

from dataclasses import replace

from reader.analysis.model import DOUBTFUL, Actor, Analysis
from reader.app.settings.settings import Settings
from tests.app.conftest import Bench, MakeApp, See


async def test_doubtful_claims_are_hidden_behind_a_count_and_f_shows_them(
    make_app: MakeApp, bench: Bench, see: See
) -> None:
    found = bench.result
    assert not isinstance(found, Exception)
    unsure = [replace(each, confidence=0.5) if each.id == "c1" else each for each in found.claims]
    unsure = [replace(each, speaker_confidence=0.5) if each.id == "c4" else each for each in unsure]
    bench.result = replace(found, claims=tuple(unsure))
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        sure = [claim.id for claim in screen.now.claims]
        assert sure == ["c2", "c3", "c6"]
        assert screen.claims_panel.heading.remark == "3 · 2 doubtful, F shows"
        await pilot.press("n")
        assert "claim 1 of 3" in see.foot(screen)
        await pilot.press("F")
        assert [claim.id for claim in screen.now.claims] == ["c1", *sure[:2], "c4", sure[2]]
        assert "doubtful ones" in see.foot(screen)
        await pilot.press("N")
        assert "50% sure" in see.foot(screen)
        await pilot.press("F")
        assert [claim.id for claim in screen.now.claims] == sure
        await pilot.press("F", "escape")
        assert [claim.id for claim in screen.now.claims] == sure


async def test_doubtful_actors_who_speak_in_no_shown_claim_stand_behind_the_same_key(
    make_app: MakeApp, bench: Bench, see: See
) -> None:
    found = bench.result
    assert not isinstance(found, Exception)
    speaker, *others = found.actors
    strangers = [
        Actor(f"x{n}", f"Merrow {n}", "place", mentions=((0, 3),), confidence=sure) for n, sure in ((1, 0.3), (2, 0.99))
    ]
    bench.result = replace(found, actors=(replace(speaker, confidence=0.1), *others, *strangers))
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        names = [actor.name for actor in screen.actors_panel.rows.actors]
        assert speaker.name in names
        assert "Merrow 2" in names
        assert "Merrow 1" not in names
        assert "1 doubtful, F shows" in screen.actors_panel.heading.remark
        await pilot.press("F")
        assert "Merrow 1" in [actor.name for actor in screen.actors_panel.rows.actors]
        assert "doubtful" not in screen.actors_panel.heading.remark
        await pilot.press("F")
        assert [actor.name for actor in screen.actors_panel.rows.actors] == names


async def test_why_there_is_nothing_to_walk_is_true_of_the_text(
    make_app: MakeApp, bench: Bench, see: See, analysis: Analysis
) -> None:
    said, thought = analysis.claims[0], next(claim for claim in analysis.claims if claim.type == "thought")
    nobody = "Nobody is quoted or cited in this text."
    cases = (
        ((), "no claims", nobody, "no claims", nobody),
        (
            *((replace(said, confidence=0.5),), "1 doubtful claim · F shows"),
            *("Nothing but doubtful claims (1). F shows them.", "1 claim", ""),
        ),
        (
            *((thought,), "no claims", "Nothing was said, only thought, hoped or planned: f shows it."),
            *("no claim passes the filter", "No claim passes the filter (doubtful ones too). Esc clears it."),
        ),
    )
    for claims, place, why, place_with_doubtful, why_with_doubtful in cases:
        bench.result = replace(analysis, claims=claims)
        async with make_app().run_test(size=(80, 24)) as pilot:
            screen = await see.settled(pilot)
            assert place in see.foot(screen)
            await pilot.press("n")
            assert see.told(screen) == why
            await pilot.press("F")
            screen.foot.hush()
            await pilot.pause()
            assert place_with_doubtful in see.foot(screen)
            await pilot.press("n")
            assert see.told(screen) == why_with_doubtful


def test_the_setting_hides_what_is_less_sure_than_doubtful() -> None:
    assert Settings().least_confidence == DOUBTFUL
