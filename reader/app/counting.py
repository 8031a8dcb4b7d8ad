"""A number before a key: alt+3 n goes three claims on. Digits alone are the voices', so it is alt, as in readline."""

from dataclasses import dataclass

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
    "next previous step walk cursor cursor_page scroll_down scroll_up page paragraph leap_back leap_forward".split()  # noqa: SIM905
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
