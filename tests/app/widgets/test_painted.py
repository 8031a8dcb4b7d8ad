"""The styles of a widget's parts are worked out when they are drawn, and again when the style sheet changes."""

from typing import Any, ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from reader.app.widgets.painted import Painted


class Sign(Painted):
    PARTS = "sign"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sign--warm", "sign--cold"}
    DEFAULT_CSS = """
    Sign { height: 1; }
    Sign > .sign--warm { color: $primary; }
    Sign.-loud > .sign--warm { text-style: bold; }
    """

    def render_line(self, y: int) -> Strip:
        return Strip.blank(self.size.width, self.base + self.part("warm"))


class Signs(App[None]):
    def compose(self) -> ComposeResult:
        yield Sign()


async def test_parts_are_worked_out_when_they_are_drawn_and_follow_classes_and_theme() -> None:
    app = Signs()
    async with app.run_test() as pilot:
        sign = app.query_one(Sign)

        def look() -> Any:
            return sign.part("warm")

        first = look()
        assert not first.bold
        assert set(sign._component_styles) == {"sign--warm"}
        sign.add_class("-loud")
        await pilot.pause()
        assert look().bold
        app.theme = "textual-light"
        await pilot.pause()
        assert look().color != first.color
        with pytest.raises(KeyError):
            sign.part("unheard")
