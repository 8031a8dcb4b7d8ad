"""What every screen of ours has in common: it knows whether it is there to be drawn on, and is left only once."""

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen, ScreenResultType

from reader.app.state.key_names import with_keys

_SECONDS = 8.0
"""That words stay which have no room at the foot."""


class Scene(Screen[ScreenResultType]):
    """A screen that results, timers and keys may reach at any time, also before it is laid out and after it is left.

    What they bring goes to the screen's state; it is drawn where `is_there`, and else when the screen is mounted.
    """

    TELLS: ClassVar[bool] = False
    """Whether the screen has a foot and a hint to tell things at."""

    GROUPS: ClassVar[tuple[type[DOMNode], ...]] = ()
    """The classes that a screen's keys are declared by, where it is made of several, in the order of the help."""

    _to_tell = ""

    def on_mount(self) -> None:
        """Take the layout of the terminal's width from the first line drawn on; Textual does so only after that."""
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if self.app.size.width >= least]
        self.add_class(*fitting[-1:], update=False)  # all is styled anew when the screen is shown, after this
        if self._to_tell:
            self.call_after_refresh(self.tell, self._to_tell)

    def tell(self, words: str) -> None:
        """Say something in passing: at the foot where it has room, else on lines of its own over it.

        While the screen is not laid out yet, it is said when it is. Keys may stand in it as `with_keys` takes them.
        """
        words = with_keys(words)
        if not self.is_there:
            self._to_tell = f"{self._to_tell}\n{words}".strip()
            return
        from reader.app.widgets.foot import Foot
        from reader.app.widgets.hint import Hint

        is_covered = isinstance(self.app.screen, ModalScreen)
        if is_covered or not any(foot.tell(words) for foot in self.query(Foot)):
            for hint in self.query(Hint):
                hint.say(words, seconds=_SECONDS)

    def put_away(self) -> None:
        """Called before another screen is shown in this one's place."""

    @property
    def is_there(self) -> bool:
        """Whether the screen is laid out and has not been left."""
        return bool(self.children) and self in self.app.screen_stack

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give a result and go; only the screen on top can, so that a second Enter takes no other screen away."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
