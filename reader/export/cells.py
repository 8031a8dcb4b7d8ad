"""Text in terminal cells: wide, narrow and combining characters measured as Textual measures them."""

from rich.cells import cell_len

from reader.article.text.safe import JOINERS


def make_visible(text: str) -> str:
    """The text on one line with nothing in it that a terminal would obey: no control or direction
    characters.
    """
    return " ".join(keep_visible(text).split())


def keep_visible(text: str) -> str:
    """The same with every space where it was, as a path may want it."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    return "".join(character for character in spaced if character.isprintable() or character in JOINERS)


def count_cells(text: str) -> int:
    """How many cells a terminal gives to the text."""
    return cell_len(text)


def pad(text: str, cells: int) -> str:
    """The text filled up with spaces to `cells` cells."""
    return text + " " * max(0, cells - cell_len(text))


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells` cells, broken at spaces, inside a word only where it is longer
    than that.

    At least one line, so that an empty cell still takes its row; a character wider than `cells` gets its
    own line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and cell_len(line) + 1 + cell_len(word) <= cells:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        *full, line = _chop(word, cells)
        lines += full
    return [*lines, line] if line or not lines else lines


def _chop(word: str, cells: int) -> list[str]:
    if cell_len(word) <= cells:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and cell_len(pieces[-1] + character) > cells:
            pieces.append("")
        pieces[-1] += character
    return pieces
