"""Even right edges: spaces widened at drawing time, the text left as it is."""

from collections.abc import Iterator

from rich.cells import cell_len

from reader.app.page.layout import Page

_JUSTIFIED = frozenset(("paragraph", "quote", "list-item", "standfirst"))
_MOST_BETWEEN_WORDS = 2


def widened_spaces(page: Page, line: int) -> dict[int, int]:
    """How many cells to add at each space of a line, by the space's position in the text.

    Nothing is added to the last line of a paragraph, nor to a line so short that it would get wide holes.
    """
    block = page.article.blocks[page.blocks[line]]
    start, end = page.starts[line], page.ends[line]
    text = page.article.text
    if block.kind not in _JUSTIFIED or end == block.span[1] or text[end : end + 1] == "\n":
        return {}
    spaces = [at for at in range(start, end) if text[at] == " "]
    missing = page.measure - page.indent(line) - cell_len(text[start:end])
    if not spaces or not 0 < missing <= len(spaces) * _MOST_BETWEEN_WORDS:
        return {}
    each, more = divmod(missing, len(spaces))
    step = len(spaces) / more if more else 0
    wider = {int(number * step + step / 2) for number in range(more)}
    return {at: each + (number in wider) for number, at in enumerate(spaces)}


def pieces(text: str, start: int, end: int, widened: dict[int, int]) -> Iterator[tuple[int, str]]:
    """The stretch in pieces, each with its first character's position; a widened space ends a piece."""
    left = start
    for position in range(start, end) if widened else ():
        if added := widened.get(position):
            yield left, text[left : position + 1] + " " * added
            left = position + 1
    if left < end:
        yield left, text[left:end]
