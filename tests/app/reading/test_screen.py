"""Reading an article on the screen, as a reader does it: with keys and mouse."""

import pytest

from reader.app.reading.screen import ReadingScreen
from reader.app.settings.settings import Settings
from tests.app.conftest import Bench, MakeApp, See

SIZES = [(80, 24), (100, 30), (160, 48), (240, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_article_is_there_from_its_title_on(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        lines = see.lines(screen)
        assert lines[0].strip() == "Ferry crews vote to strike over the night boats"
        assert any("Crews on the Osmund Island ferries voted" in line for line in lines)


async def test_square_brackets_of_the_article_are_shown(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 60)) as pilot:
        assert any("[sic]" in line for line in see.lines(await see.settled(pilot)))


@pytest.mark.parametrize("size", SIZES)
async def test_n_moves_article_list_and_foot_together(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "n")
        assert screen.now.current == "c2"
        assert "claim 2 of 5 · Ivo Marchetti · indirect" in see.foot(screen)
        marked = [line for line in see.lines(screen) if "▌" in line]
        assert marked
        assert "Marchetti said the strike would end" in marked[0]
        await pilot.press("N")
        assert screen.now.current == "c1"
        await pilot.press("l")
        await pilot.pause()
        rows = screen.query_one("#claims-rows")
        assert rows.claims[rows.marked].id == "c1"


async def test_direct_indirect_and_mixed_claims_have_signs_of_their_own(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 60)) as pilot:
        lines = see.lines(await see.settled(pilot))
        assert next(line for line in lines if "Nobody can steer" in line).lstrip().startswith("●")
        assert next(line for line in lines if "shift,” said union" in line).lstrip().startswith("│")
        assert next(line for line in lines if "the strike would end" in line).lstrip().startswith("●")
        assert any(line.lstrip().startswith("╎") for line in lines)
        assert any(line.lstrip().startswith("┆") for line in lines)


async def test_a_claim_comes_with_lines_of_context_above_it(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        for _ in range(4):
            await pilot.press("n")
            lines = see.lines(screen)
            first = next(i for i, line in enumerate(lines) if "▌" in line)
            assert first >= 1
            assert first < len(lines) - 1


async def test_after_scrolling_away_n_goes_on_from_here(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(60, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("n", "G", "N")
        assert screen.now.current == "c6" or screen.now.current == "c4"
        assert screen.article_view.is_shown(screen.now.current_claim.span)


async def test_a_resize_keeps_the_words_at_the_top(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 20)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("z")
        for _ in range(9):
            await pilot.press("j")
        await pilot.pause()
        place = screen.article_view.place
        position = screen.article_view.top_position
        for width in (60, 44, 200, 160):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            page = screen.article_view.page
            top = screen.article_view.scroll_offset.y
            assert page.starts[top] <= position <= page.ends[top] + 1
        assert screen.article_view.place == place


async def test_the_column_is_made_wider_and_narrower(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("z", "minus", "minus")
        assert screen.article_view.page.measure == 64
        await pilot.press("plus", "plus", "plus")
        assert screen.article_view.page.measure == 76


async def test_what_is_changed_on_the_screen_is_remembered(make_app: MakeApp, see: See) -> None:
    kept = {}
    app = make_app(remember=lambda **changes: kept.update(changes))
    async with app.run_test(size=(160, 48)) as pilot:
        await see.settled(pilot)
        await pilot.press("minus", "vertical_line", "O")
        await pilot.pause()
        app.theme = "paper"
        await pilot.pause()
    assert kept == {"measure": 68, "justify": True, "claim_order": "speaker", "theme": "paper"}


async def test_foot_masthead_and_map_move_with_the_text_and_not_after_it(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 20)) as pilot:
        screen = await see.settled(pilot)
        screen.article_view.scroll_to(y=screen.article_view.max_scroll_y, animate=False)
        assert "100%" in see.foot(screen)
        assert screen.session.share == 1
        assert "Ferry crews vote" in screen.masthead.render_line(0).text
        rows = [screen.minimap.render_line(y).text for y in range(screen.minimap.size.height)]
        assert "┃" not in rows[0]
        assert "┃" in rows[-1]


async def test_paragraph_and_page_keys(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(70, 14)) as pilot:
        screen = await see.settled(pilot)
        view = screen.article_view
        await pilot.press("right_curly_bracket")
        assert see.lines(screen)[0].strip().startswith("Three sailings")
        await pilot.press("right_curly_bracket", "left_curly_bracket", "left_curly_bracket")
        assert view.scroll_offset.y == 0
        await pilot.press("space")
        assert view.scroll_offset.y == view.size.height - 1
        await pilot.press("b", "G")
        assert view.scroll_offset.y == view.max_scroll_y
        await pilot.press("g")
        assert view.scroll_offset.y == 0


async def test_summary_lines_are_the_articles_own_sentences_and_enter_lights_one(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("s", "j", "enter")
        assert screen.article_view.reading.article.words_of(screen.now.lit or (0, 0)).startswith("“Nobody can steer")
        assert see.styled(screen, "union secretary").bgcolor is not None
        await pilot.press("escape")
        assert screen.now.lit is None


async def test_the_summary_grows_shrinks_and_changes_its_method(make_app: MakeApp, see: See, bench: Bench) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("greater_than_sign")
        await see.until(pilot, lambda: len(screen.now.analysis.summary.sentences) == 4)
        await pilot.press("less_than_sign")
        await see.until(pilot, lambda: len(screen.now.analysis.summary.sentences) == 3)
        assert bench.asked.count("rank news") == 1
        await pilot.press("m")
        await see.until(pilot, lambda: screen.now.analysis.summary.method == "lexrank")
        assert "lexrank" in screen.query_one("#summary Heading").render_line(0).text


async def test_an_actor_filters_the_claims_and_escape_clears_the_filter(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("a")
        rows = screen.query_one("#actors-rows")
        rows.cursor = [actor.id for actor in rows.actors].index("a1")
        await pilot.press("enter")
        assert [claim.id for claim in screen.now.claims] == ["c1", "c2"]
        assert screen.now.mention == 0
        await pilot.press("enter")
        assert screen.now.mention == 1
        assert "mention 2 of 2 · Ivo Marchetti · only Ivo Marchetti" in see.foot(screen)
        assert "2 claims · named 2×" in see.rows(screen, "actors")[1]
        await pilot.press("escape")
        assert len(screen.now.claims) == 5
        assert screen.now.followed is None


async def test_share_of_voice_adds_up_and_names_sources_without_a_name(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 60)) as pilot:
        screen = await see.settled(pilot)
        rows = screen.query_one("#actors-rows")
        assert sum(rows.shares.values()) == pytest.approx(1)
        assert [actor.name for actor in rows.actors][-2:] == ["a person who was told of the plan", "North Ness"]


async def test_search_finds_a_phrase_broken_by_a_line_and_escape_goes_back(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(50, 16)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("slash", *"market,”")
        assert screen.now.search.hits
        assert "match 1 of 1" in see.foot(screen)
        await pilot.press("escape")
        assert screen.now.search is None
        assert screen.article_view.scroll_offset.y == 0


async def test_n_walks_matches_while_a_search_is_on_and_brackets_walk_claims(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("slash", *"boat", "enter")
        count = len(screen.now.search.hits)
        assert count == screen.now.article.text.casefold().count("boat")
        await pilot.press("n")
        assert screen.now.search.at == 1
        await pilot.press("N", "N")
        assert screen.now.search.at == count - 1
        await pilot.press("right_square_bracket")
        assert screen.now.current is not None
        await pilot.press("escape", "n")
        assert screen.now.search is None


async def test_the_filter_is_chosen_from_a_list(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 40)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("f", "j", "j", "enter")
        assert {claim.kind for claim in screen.now.claims} == {"direct"}
        await pilot.press("escape")
        assert " · direct" in see.foot(screen)
        await pilot.press("escape")
        assert len(screen.now.claims) == 5


async def test_the_panels_slide_over_a_narrow_screen_and_escape_puts_them_away(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        panels = screen.query_one("#panels")
        assert not panels.display
        for key, name in (("s", "summary"), ("a", "actors"), ("l", "claims")):
            await pilot.press(key)
            await pilot.pause()
            assert panels.display
            assert screen.query_one(f"#{name}").region.width >= 40
            assert screen.query_one("#article").region.width > 70
            await pilot.press("escape")
            await pilot.pause()
            assert not panels.display
            assert screen.focused is screen.article_view


async def test_the_middling_screen_shows_actors_and_claims_as_tabs(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(110, 32)) as pilot:
        screen = await see.settled(pilot)
        assert screen.query_one("#claims").display
        assert not screen.query_one("#actors").display
        await pilot.press("a")
        await pilot.pause()
        assert not screen.query_one("#claims").display
        assert screen.query_one("#actors").display
        await pilot.click("SideTabs", offset=(18, 0))
        await pilot.pause()
        assert screen.query_one("#claims").display


async def test_z_leaves_the_article_alone_and_brings_the_panels_back(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("z")
        assert not screen.query_one("#panels").display
        await pilot.press("z")
        assert screen.query_one("#panels").display


async def test_focus_mode_dims_all_but_the_current_claim(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        plain = see.styled(screen, "Crews on the Osmund").color
        await pilot.press("n")
        bright = see.styled(screen, "Nobody can steer").color
        await pilot.press("full_stop")
        assert see.styled(screen, "Crews on the Osmund").color != plain
        assert see.styled(screen, "Nobody can steer").color == bright


async def test_a_click_on_a_claim_makes_it_current(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        y = next(i for i, line in enumerate(see.lines(screen)) if "the strike would end" in line)
        x = see.lines(screen)[y].index("strike")
        await pilot.click("#article", offset=(x, y))
        assert screen.now.current == "c2"


async def test_every_key_has_an_id_so_that_it_can_be_remapped() -> None:
    from textual.binding import Binding

    from reader.app.app import key_owners

    for owner in key_owners():
        for declaring in (owner, *getattr(owner, "GROUPS", ())):
            for binding in Binding.make_bindings(declaring.__dict__.get("BINDINGS", ())):
                assert binding.id, f"{declaring.__name__}: {binding.key}"


async def test_a_remapped_key_works_and_is_shown(make_app: MakeApp, see: See, settings: Settings) -> None:
    from dataclasses import replace

    app = make_app(settings=replace(settings, keys={"reading.next-claim": "x"}))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("x")
        assert screen.now.current == "c1"
        assert "x/N claim" in see.foot(screen)


async def test_what_is_told_names_the_keys_as_they_were_changed(
    make_app: MakeApp, see: See, settings: Settings
) -> None:
    from dataclasses import replace

    keys = {"reading.next-claim": "ctrl+n,f9", "reading.select": "f8"}
    async with make_app(settings=replace(settings, keys=keys)).run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)
        assert "^n goes to the next" in see.foot(screen)
        assert "^n goes to the next claim." in " ".join(see.rows(screen, "card"))
        await pilot.press("y")
        assert "No claim is current: ^n goes to the next one. f8 selects a sentence." in see.told(screen)
    async with make_app().run_test(size=(160, 48)) as pilot:
        assert "n goes to the next" in see.foot(await see.settled(pilot)).replace("^n", "")


@pytest.mark.parametrize("size", SIZES)
async def test_the_foot_names_the_keys_for_the_three_jobs(make_app: MakeApp, see: See, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        foot = see.foot(await see.settled(pilot))
        for words in ("n/N claim", "c copy summary", "? help"):
            assert words in foot


async def test_help_tells_every_key_with_its_words(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(100, 60)) as pilot:
        await see.settled(pilot)
        await pilot.press("question_mark")
        text = "\n".join(str(part.content) for part in pilot.app.screen.query("Static"))
        for words in ("Longer summary", "Page down", "Regular expression", "Focus: dim all but the claim", "Quit"):
            assert words in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_ctrl_c_without_a_selection_tells_how_to_quit(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await see.settled(pilot)
        await pilot.press("ctrl+c")
        assert see.told(screen) == "q quits."


async def test_whoever_goes_to_a_claim_reads_at_the_foot_where_it_is(make_app: MakeApp, see: See) -> None:
    async with make_app().run_test(size=(160, 48)) as pilot:
        screen = await see.settled(pilot)

        async def tell() -> None:
            screen.say("This was said before.")
            await pilot.pause()
            assert "said before" in see.told(screen)

        await tell()
        y, line = next((y, line) for y, line in enumerate(see.lines(screen)) if "steer a boat" in line)
        await pilot.click("#article", offset=(line.index("steer a boat"), y))
        await pilot.pause()
        assert screen.now.current_claim is not None
        assert "said before" not in see.told(screen)
        await pilot.press("l")
        await tell()
        clicked = screen.now.current_claim
        await pilot.press("down", "down")
        await pilot.pause()
        assert screen.now.current_claim is not clicked
        assert "said before" not in see.told(screen)
