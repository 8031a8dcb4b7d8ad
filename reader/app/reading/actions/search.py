"""A search while it is typed, and the walk from match to match."""

from typing import TYPE_CHECKING

from reader.app.state.search import find, moved

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen


def typed(screen: "ReadingScreen", text: str, regex: bool) -> None:
    """Search from where the reader stood when the search was begun; without a match the page stays there."""
    article = screen.now.article
    block, offset = screen.search_from
    position = article.blocks[block].span[0] + offset if block < len(article.blocks) else 0
    search = find(article.text, text, regex=regex, position=position) if text.strip() else None
    screen.reading = screen.now.but(search=search)
    screen.search_bar.tell(search.words if search else "")
    if search and search.current:
        screen.article_view.bring(search.current, is_leap=False)
    else:
        screen.article_view.place = screen.search_from


def step(screen: "ReadingScreen", direction: int) -> None:
    """Go to the next (1) or previous (-1) match."""
    if screen.now.search is None:
        return
    search = moved(screen.now.search, direction)
    screen.reading = screen.now.but(search=search)
    screen.search_bar.tell(search.words)
    if search.current:
        screen.article_view.bring(search.current)
