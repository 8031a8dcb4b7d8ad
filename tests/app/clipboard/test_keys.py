"""What is pasted into the terminal is a paste, whatever stands in it, and keys are keys."""

import pytest
from textual import events
from textual.driver import Driver
from textual.message import Message

from reader.app.app import ReaderApp
from reader.app.clipboard.keys import TerminalParser

PASTE = "\x1b[200~{}\x1b[201~"


def read(data: str, size: int) -> list[Message]:
    parser = TerminalParser()
    return [message for at in range(0, len(data), size) for message in parser.feed(data[at : at + size])]


def told(messages: list[Message]) -> list[str]:
    return [
        m.text if isinstance(m, events.Paste) else m.key for m in messages if isinstance(m, events.Paste | events.Key)
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 4096])
@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("quick dogs", "quick dogs"),
        ("red \x1b[31mquay\x1b[0m dd", "red quay dd"),
        ("one\x1bqx \x1b[ \x1b", "oneqx [ "),
        ("two\nlines", "two\nlines"),
        ("", ""),
    ],
)
def test_no_part_of_a_paste_is_a_key(pasted: str, text: str, size: int) -> None:
    messages = told(read("n" + PASTE.format(pasted) + "j", size))
    assert messages == ["n", *([text] if text else messages[1:-1]), "j"]
    assert not {"q", "d", "x"} & set(messages)


@pytest.mark.parametrize("size", [1, 2, 4096])
def test_keys_and_two_pastes_in_a_row(size: int) -> None:
    data = "\x1b[A" + PASTE.format("a\x1b[1m") + PASTE.format("b") + "\x1b[B" + "q"
    assert told(read(data, size)) == ["up", "a", "b", "down", "q"]


def test_an_escape_alone_is_told_when_nothing_follows_it() -> None:
    parser = TerminalParser()
    assert not list(parser.feed("\x1b"))
    assert told([*parser.feed("")]) == ["escape"]


def test_the_screen_reads_its_terminal_so() -> None:
    pytest.importorskip("termios")
    driver: type[Driver] = ReaderApp().get_driver_class()
    read_keys = getattr(driver, "run_input_thread", None)
    if read_keys is not None and driver.__name__ == "LinuxDriver":
        assert read_keys.__globals__["XTermParser"] is TerminalParser
