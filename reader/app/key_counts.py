"""A number before a key: alt+3 n goes three claims on. Digits alone are the voices', so it is alt, as in readline."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

MOST = 999

_DIGITS = {f"alt+{digit}": digit for digit in range(10)} | {
    name: digit
    for digit, name in enumerate(
        [
            "º",
            "inverted_exclamation_mark",
            "trade_mark_sign",
            "pound_sign",
            "cent_sign",
            "infinity",
            "section_sign",
            "pilcrow_sign",
            "bullet",
            "ª",
        ]
    )
}
"""The keys of a number. Where a terminal sends alt as an escape before the digit, Textual takes both for what a Mac's
keyboard types with that key."""

COUNTED = frozenset(
    "next previous step walk cursor cursor_page scroll_down scroll_up page paragraph leap_back leap_forward".split()
)
"""Actions that are done as often as the number says; any other drops it."""


@dataclass(frozen=True, slots=True)
class Count:
    """The number typed so far, 0 for none."""

    number: int = 0

    def with_key(self, key: str) -> "Count | None":
        """The number after one more key; None where the key is no digit of it."""
        digit = _DIGITS.get(key)
        return None if digit is None else Count(min(MOST, self.number * 10 + digit))

    @property
    def times(self) -> int:
        """How often a counted action is done."""
        return max(1, self.number)


class CountedKeys(App[None]):
    """An app in which a number may stand before a key; `times` is how often the action at work is wanted."""

    count = Count()
    times = 1

    def takes_number(self, event: events.Event) -> bool:
        """Whether a key is a digit of the number that stands before the next one."""
        if not isinstance(event, events.Key) or isinstance(self.focused, Input):
            return False
        count = self.count.with_key(event.key)
        if count is None:
            return False
        self.count = count
        self.notify(f"{count.number} × the next key", markup=False)
        return True

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key or a click asks, as often as the number before it says."""
        name = (action.partition("(")[0] if isinstance(action, str) else action[1]).rpartition(".")[2]
        if self.count.number:
            from reader.app.widgets.foot import Foot

            for foot in self.screen.query(Foot):
                foot.hush()
        self.times, self.count = (self.count.times if name in COUNTED else 1), Count()
        done = await super().run_action(action, default_namespace, namespaces)
        for _ in range(self.times - 1 if done and name != "walk" else 0):
            await super().run_action(action, default_namespace, namespaces)
        return done
