"""Commands of the palette that know the article: go to a claim, go to a speaker, copy as, save, summary method."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.app.reading.actions import copying
from reader.app.reading.actions import panels as hiding
from reader.app.reading.actions import summary as summarising
from reader.app.reading.screen import ReadingScreen
from reader.app.screens.scene import Scene
from reader.app.state.reading import speaker_key, speaker_label
from reader.app.widgets.rows import shortened

Command = tuple[str, str, Callable[[], object]]


class Palette(CommandPalette, Scene[None]):
    """Textual's palette, which a second Enter does not leave a second time."""


class ReadingCommands(Provider):
    """Feeds Textual's command palette while an article is read."""

    def _general(self, screen: ReadingScreen) -> Iterator[Command]:
        yield "Copy summary", "the sentences of the summary", screen.action_copy_summary
        yield "Copy claim", "the current claim with its citation", screen.action_copy
        for style, remark in copying.STYLES:
            yield f"Copy claim as {style}", remark, partial(copying.copy_current, screen, style)
        yield "Copy as …", "the selection, the claim or the article in a style", screen.action_copy_as
        yield "Save …", "Markdown report, CSV or JSON", screen.action_export
        yield "Search", "find words in the article", screen.action_search
        yield "Filter claims", "by speaker, kind or confidence", screen.action_filter
        yield "Show all claims", "clear the filter", partial(screen.set_filter, screen.now.usual)
        yield "Focus mode", "dim all but the current claim", screen.action_focus_mode
        yield "Article alone", "hide or show the panels", screen.action_alone
        yield "Even right edge", "justified text on or off", screen.action_justify
        yield "Links", "the article's links", screen.action_links
        yield "Headings", "go to one of the article's headings", screen.action_headings
        yield "Wider column", "more characters on a line", partial(screen.action_measure, 4)
        yield "Narrower column", "fewer characters on a line", partial(screen.action_measure, -4)
        for panel in ("summary", "actors", "claims"):
            yield f"Show {panel}", "go to the panel", partial(screen.show_panel, panel)
            if panel not in screen.hidden:
                hidden = partial(hiding.keep_hidden, screen, screen.hidden | {panel})
                yield f"Hide {panel}", "leave the panel out, for the next sittings too", hidden
        yield "Open …", "a file, an address or the clipboard", partial(screen.app.run_action, "app.open")
        yield "Home", "what was read lately, and samples", partial(screen.app.run_action, "app.home")
        yield "Next article", "of several", partial(screen.app.run_action, "app.walk(1)")
        yield "Previous article", "of several", partial(screen.app.run_action, "app.walk(-1)")
        yield "Longer summary", "one sentence more", partial(screen.action_length, 1)
        yield "Shorter summary", "one sentence fewer", partial(screen.action_length, -1)
        yield "Summary length …", "in sentences, words or as a share", partial(summarising.ask_length, screen)
        yield "Summary about …", "what bears on words or a question", partial(summarising.ask_about, screen)
        yield "Both sides", "one line for each main speaker", partial(summarising.all_sides, screen)
        yield "What this speaker says", "all their words, in order", partial(summarising.ask_speaker, screen)
        yield "Why these lines", "why each was picked, or hide it", partial(summarising.explain, screen)
        yield "Shade sentences", "by their worth to the summary, or not", partial(summarising.shade, screen)
        if screen.now.analysis is not None:
            for method in screen.work.methods():
                yield f"Summary by {method}", "summary method", partial(summarising.use_method, screen, method)

    def _places(self, screen: ReadingScreen) -> Iterator[Command]:
        reading = screen.now
        if reading.analysis is not None:
            for actor in summarising.speakers(reading.analysis):
                title = f"What {actor.name} says"
                yield title, "all their words, in order", partial(summarising.speaker, screen, actor)
        seen: set[str] = set()
        for claim in reading.claims:
            if speaker_key(claim) not in seen:
                seen.add(speaker_key(claim))
                yield f"Go to speaker {speaker_label(claim)}", "the first claim", partial(screen.go_to, claim)
        for claim in reading.claims:
            words = shortened(reading.article.words_of(claim.content[0]).replace("\n", " "), 60)
            title = f"Go to claim {reading.numbers[claim.id]}: {speaker_label(claim)}: {words}"
            yield title, claim.kind, partial(screen.go_to, claim)

    async def discover(self) -> Hits:
        if isinstance(self.screen, ReadingScreen):
            for name, help_words, command in self._general(self.screen):
                yield DiscoveryHit(name, command, help=help_words)

    async def search(self, query: str) -> Hits:
        if not isinstance(self.screen, ReadingScreen):
            return
        matcher = self.matcher(query)
        for source in (self._general, self._places):
            for name, help_words, command in source(self.screen):
                if (score := matcher.match(name)) > 0:
                    yield Hit(score, matcher.highlight(name), command, text=name, help=help_words)
