"""Panels put away, for the next sittings too, and brought back."""

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen


def hide(screen: "ReadingScreen") -> None:
    """Put the panel that has the keys away, and tell which key brings it back."""
    name = next((panel.id for panel in screen.panels if panel.rows is screen.focused), None)
    if name is None:
        return
    keep_hidden(screen, screen.hidden | {name})
    screen.close_panels()
    binding = next(each for each in Binding.make_bindings(screen.BINDINGS) if each.id == f"reading.{name}")
    key = next((each.binding for each in screen.active_bindings.values() if each.binding.id == binding.id), binding)
    is_one = name == "summary"
    words = f"The {name} {'is' if is_one else 'are'} hidden"
    back = f"{screen.app.get_key_display(key)} brings {'it' if is_one else 'them'} back"
    screen.hint.tell(f"{words} · {back}", seconds=8)


def keep_hidden(screen: "ReadingScreen", names: frozenset[str]) -> None:
    """Leave out these panels and no others, now and in the next sittings."""
    leave_out(screen, names)
    screen.keep(hidden_panels=tuple(sorted(names)))
    screen.set_panel_width()


def leave_out(screen: "ReadingScreen", names: frozenset[str]) -> None:
    """Leave out these panels and no others."""
    for panel in screen.panels:
        panel.set_class((panel.id or "") in names, "-hidden")
    screen.set_class(names >= {"actors", "claims"}, "-no-who")
    screen.set_class(names >= {"summary", "actors", "claims"}, "-no-panels")
    if "claims" in names and "actors" not in names:
        screen.show_tab("actors")
    elif "actors" in names and "claims" not in names:
        screen.show_tab("claims")
