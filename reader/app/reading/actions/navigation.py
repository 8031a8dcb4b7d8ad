"""Going where an item points: panel rows, mentions, sentences, links."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from reader.app.panels.actors import ActorRows
from reader.app.panels.claims import ClaimRows
from reader.app.panels.summary import SummaryRows
from reader.app.screens.dialogs import Choice, Chooser
from reader.app.state.reading import filtered
from reader.app.widgets.rows import RowList
from reader.article.model import Span

if TYPE_CHECKING:
    from reader.app.reading.screen import ReadingScreen


class OpenWanted(Message):
    """A source is to be opened; the app does it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source


def follow(screen: "ReadingScreen", rows: RowList, index: int) -> None:
    """Go to what a panel's row points at."""
    if isinstance(rows, SummaryRows):
        span = rows.spans[index]
        screen.reading = screen.now.but(lit=span)
        screen.article_view.bring(span)
    elif isinstance(rows, ClaimRows):
        screen.go_to(rows.claims[index])
    elif isinstance(rows, ActorRows):
        _follow_actor(screen, rows, index)
        return
    if screen.has_class("-narrow"):
        screen.close_panels()


def _follow_actor(screen: "ReadingScreen", rows: ActorRows, index: int) -> None:
    """The first Enter shows only this actor's claims and goes to the first mention; each further one to the next."""
    actor = rows.actors[index]
    reading = screen.now
    speaks = bool(rows.counts.get(actor.id))
    if reading.followed != actor.id and reading.filter.speaker != actor.id:
        to = replace(reading.filter, speaker=actor.id if speaks else None)
        reading = filtered(reading, to).but(followed=actor.id, mention=-1)
    places: tuple[Span, ...] = tuple(sorted(actor.mentions)) or tuple(claim.span for claim in reading.claims)
    if not places:
        screen.reading = reading
        return
    mention = (reading.mention + 1) % len(places)
    screen.reading = reading.but(mention=mention)
    screen.article_view.bring(places[mention])


def select_sentence(screen: "ReadingScreen", more: bool) -> None:
    """Select the current claim or the first sentence in sight, then sentence after sentence; `more` keeps the start."""
    reading, view = screen.now, screen.article_view
    selected = view.selected_span
    claim = reading.current_claim
    if selected is None and claim is not None and view.is_shown(claim.span) and not more:
        span = (claim.content[0][0], claim.content[-1][1])
    else:
        sentences = reading.analysis.sentences if reading.analysis else ()
        spans = [sentence.span for sentence in sentences] or [block.span for block in reading.article.blocks]
        after = selected[1] if selected else view.top_position
        found = next((span for span in spans if span[0] >= after), None)
        if found is None:
            return
        span = (selected[0], found[1]) if selected and more else found
    view.select(span)
    view.bring(span)


def ask_link(screen: "ReadingScreen") -> None:
    """Choose one of the article's links, then how to open it."""
    article = screen.now.article
    links = article.links
    if not links:
        screen.notify("This article has no links.", markup=False)
        return
    choices = [Choice(article.words_of(link.span).replace("\n", " ")[:40], link.url) for link in links]

    def chosen(index: int | None) -> None:
        if index is not None:
            ask_how(screen, links[index].url)

    screen.app.push_screen(Chooser("Links in this article", choices), chosen)


def ask_how(screen: "ReadingScreen", url: str) -> None:
    """Choose how to open an address."""
    from reader.app.reading.actions import copying

    here = url.startswith(("http://", "https://"))
    ways = [*(["Read it here"] if here else []), "Open it in the browser", "Copy the address"]

    def chosen(index: int | None) -> None:
        if index is None:
            return
        if ways[index] == "Read it here":
            screen.post_message(OpenWanted(url))
        elif ways[index] == "Open it in the browser":
            screen.app.open_url(url)
        else:
            copying.copy_text(screen, url)

    screen.app.push_screen(Chooser(url, [Choice(way) for way in ways]), chosen)


def ask_heading(screen: "ReadingScreen") -> None:
    """Choose one of the article's headings and go there; the one being read is where the choice begins."""
    article, view = screen.now.article, screen.article_view
    blocks = [block for block in article.blocks if block.kind in ("title", "heading")]
    if len(blocks) < 2:
        screen.notify("This article has no headings.", markup=False)
        return
    highest = min((block.level for block in blocks if block.kind == "heading"), default=0)
    choices = [
        Choice(
            "  " * (max(0, block.level - highest) + (block.kind == "heading"))
            + article.words_of(block.span).replace("\n", " ")
        )
        for block in blocks
    ]
    here = max((number for number, block in enumerate(blocks) if block.span[0] <= view.top_position), default=0)

    def chosen(index: int | None) -> None:
        if index is not None:
            view.leap(lambda: view.go_to_block(article.block_at(blocks[index].span[0])))

    screen.app.push_screen(Chooser("Headings", choices, start=here), chosen)
