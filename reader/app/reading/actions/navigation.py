"""Going where an item points: panel rows, mentions, sentences, links, headings."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.app.messages import OpenSource
from reader.app.page.view import ArticleView
from reader.app.panels.actors import ActorRows
from reader.app.panels.card import CardRows
from reader.app.panels.claims import ClaimRows
from reader.app.panels.marks import MarkRows
from reader.app.panels.summary import SummaryRows
from reader.app.reading.actions.claims import ClaimActions
from reader.app.reading.actions.copying import CopyActions
from reader.app.reading.actions.panels import PanelActions
from reader.app.screens.dialogs import Choice
from reader.app.state.reading import filtered
from reader.app.widgets.rows import RowList
from reader.article.model import Span


class NavigationActions(ClaimActions, CopyActions, PanelActions):
    """Rows, sentences, links and headings."""

    SECTION = "Search, copy, save"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "select(False)", "Select the next sentence", False, id="reading.select"),
        Binding("V", "select(True)", "Select one sentence more", False, id="reading.select-more"),
        Binding("L", "links", "Links in the article", False, id="reading.links"),
        Binding("U", "browser", "The article's page in the browser", False, id="reading.browser"),
        Binding("H", "headings", "Headings in the article", False, id="reading.headings"),
    ]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to what a panel's row points at."""
        rows, index = event.rows, event.index
        if isinstance(rows, SummaryRows):
            span = rows.spans[index]
            self.reading = self.now.but(lit=span)
            self.article_view.bring(span)
        elif isinstance(rows, MarkRows):
            if (place := rows.marks[index].span) is None:
                return
            self.reading = self.now.but(lit=place, current=None)
            self.article_view.bring(place)
        elif isinstance(rows, ClaimRows):
            self.go_to(rows.claims[index])
        elif isinstance(rows, CardRows):
            self.go_along_chain(rows.claims[index])
            return
        elif isinstance(rows, ActorRows):
            self._follow_actor(rows, index)
            return
        if self.has_class("-narrow"):
            self.close_panels()

    def _follow_actor(self, rows: ActorRows, index: int) -> None:
        """The first Enter shows only this actor's claims and goes to the first mention, further ones to the next."""
        actor = rows.actors[index]
        reading = self.now
        speaks = bool(rows.counts.get(actor.id))
        if reading.followed != actor.id and reading.filter.speaker != actor.id:
            to = replace(reading.filter, speaker=actor.id if speaks else None)
            reading = filtered(reading, to).but(followed=actor.id, mention=-1)
        places: tuple[Span, ...] = tuple(sorted(actor.mentions)) or tuple(claim.span for claim in reading.claims)
        if not places:
            self.reading = reading
            return
        mention = (reading.mention + 1) % len(places)
        self.reading = reading.but(mention=mention)
        self.article_view.bring(places[mention])

    def action_select(self, more: bool) -> None:
        """Select the current claim or the first sentence in sight, then sentence after sentence; `more` keeps the
        start.
        """
        reading, view = self.now, self.article_view
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

    def action_links(self) -> None:
        """Choose one of the article's links, then how to open it."""
        article = self.now.article
        links = article.links
        if not links:
            self.say("This article has no links.")
            return
        choices = [Choice(article.words_of(link.span).replace("\n", " ")[:40], link.url) for link in links]
        self.ask("Links in this article", choices, lambda index: self._ask_how(links[index].url))

    def on_article_view_link_chosen(self, event: ArticleView.LinkChosen) -> None:
        self._ask_how(event.url)

    def _ask_how(self, url: str) -> None:
        """Choose how to open an address."""
        ways: list[tuple[str, Callable[[], object]]] = [
            ("Open it in the browser", partial(self.app.open_url, url)),
            ("Copy the address", partial(self.copy_text, url, "address")),
        ]
        if not url.startswith(("http://", "https://")):
            ways.pop(0)
        else:
            ways.insert(0, ("Read it here", lambda: self.post_message(OpenSource(url))))
        self.ask(url, [Choice(words) for words, _ in ways], lambda index: ways[index][1]())

    def action_browser(self) -> None:
        """Open the article's own page in the browser."""
        article = self.now.article
        address = article.url or (article.source if "://" in article.source else "")
        if address:
            self.app.open_url(address)
        else:
            self.say("This article has no web address to open.")

    def action_headings(self) -> None:
        """Choose one of the article's headings and go there; the one being read is where the choice begins."""
        article, view = self.now.article, self.article_view
        blocks = [block for block in article.blocks if block.kind in ("title", "heading")]
        if len(blocks) < 2:
            self.say("This article has no headings.")
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

        def chosen(index: int) -> None:
            view.leap(lambda: view.go_to_block(article.block_at(blocks[index].span[0])))

        self.ask("Headings", choices, chosen, start=here)
