"""The walk from claim to claim, or from match to match while a search is on, and which claims are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.analysis.denial import denial_of
from reader.analysis.model import DOUBTFUL, Claim, ClaimKind
from reader.app.page.view import ArticleView
from reader.app.panels.claims import ClaimRows
from reader.app.panels.marks import MarkRows
from reader.app.panels.strip import VoiceStrip
from reader.app.reading.actions.search import SearchActions
from reader.app.reading.room import Command
from reader.app.screens.dialogs import Choice
from reader.app.state.place_words import is_analysing, why_no_claims
from reader.app.state.reading import (
    ALL_KINDS,
    Filter,
    Reading,
    by_the_same,
    filtered,
    stepped,
)
from reader.app.state.speakers import VOICES, name_of, speaker_key, speaker_keys, speaker_label
from reader.app.widgets.rows import RowList
from reader.app.widgets.wrapping import shortened
from reader.article.text.counted import many
from reader.export.claim_words import with_denial

_WALK = Binding.Group("claim", compact=True)
_THEIRS = Binding.Group("theirs", compact=True)

_KINDS: tuple[tuple[str, frozenset[ClaimKind]], ...] = (
    ("Only with words in quotation marks", frozenset(("direct", "mixed"))),
    ("Only direct quotations", frozenset(("direct",))),
    ("Only reported speech", frozenset(("indirect",))),
)
_SURE = (0.5, 0.8)


class ClaimActions(SearchActions):
    """n, N, the filter, focus mode and the order of the lists."""

    SECTION = "Claims"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", "Next claim (or match)", group=_WALK, id="reading.next-claim"),
        Binding("N", "previous", "Previous claim (or match)", group=_WALK, id="reading.previous-claim"),
        Binding("right_square_bracket", "step(1)", "Next claim, always", False, id="reading.next-claim-always"),
        Binding("left_square_bracket", "step(-1)", "Previous, always", False, id="reading.previous-claim-always"),
        Binding("right", "theirs(1)", "Their next claim", group=_THEIRS, id="reading.their-next-claim"),
        Binding("left", "theirs(-1)", "Their previous claim", group=_THEIRS, id="reading.their-previous-claim"),
        Binding("f", "filter", "filter", tooltip="Filter by speaker, kind …", id="reading.filter"),
        *(
            Binding(
                str(number),
                f"voice({number - 1})",
                f"Only the claims of voice {number}; again: all",
                False,
                id=f"reading.voice-{number}",
            )
            for number in range(1, len(VOICES) + 1)
        ),
        Binding("F", "doubtful", "Doubtful claims and actors too, or not", False, id="reading.doubtful"),
        Binding("full_stop", "focus_mode", "Focus: dim all but the claim", False, id="reading.focus-mode"),
        Binding("O", "order", "Order of claims or actors", False, id="reading.order"),
    ]

    def action_next(self) -> None:
        """The next match while a search is on, else the next claim."""
        self.step_match(1) if self.now.search else self.action_step(1)

    def action_previous(self) -> None:
        """The previous match while a search is on, else the previous claim."""
        self.step_match(-1) if self.now.search else self.action_step(-1)

    def action_step(self, direction: int) -> None:
        """Go to the next or previous claim from the current one, or from here when that is out of sight."""
        reading, view = self.now, self.article_view
        claim = reading.current_claim
        position = None if claim and view.is_shown(claim.span) else view.top_position
        found = stepped(reading, direction, position).current_claim
        self.go_to(found)
        if found is None:
            self.say(why_no_claims(reading), so_far=True)
        elif found is claim and position is None:
            so_far = " so far" if is_analysing(reading) else ""
            last = f"That was the last claim{so_far}."
            self.say(last if direction > 0 else "That was the first claim.", so_far=bool(so_far))

    def action_theirs(self, direction: int) -> None:
        """Go to the next or previous claim of the one whose claim is stood at."""
        claim = self.now.current_claim
        if claim is None:
            self.action_step(direction)
        elif not speaker_key(claim):
            self.say("The text does not name who says this.")
        elif (found := by_the_same(self.now, direction)) is None:
            self.say(f"{'Nothing more' if direction > 0 else 'Nothing before'} by {speaker_label(claim)}.")
        else:
            self.go_to(found)

    def on_article_view_claim_chosen(self, event: ArticleView.ClaimChosen) -> None:
        self.stand_at(event.claim_id)

    def on_row_list_walked(self, event: RowList.Walked) -> None:
        """Walking the list of claims, or of highlights, walks the article and the card along."""
        if isinstance(event.rows, ClaimRows):
            claim = event.rows.claims[event.index]
            self.stand_at(claim.id)
            self.article_view.bring(claim.span, is_leap=False)
        elif isinstance(event.rows, MarkRows) and (span := event.rows.marks[event.index].span) is not None:
            self.reading = self.now.but(lit=span, current=None)
            self.article_view.bring(span, is_leap=False)

    def action_voice(self, voice: int) -> None:
        """Show only the claims of one who says most, or all again."""
        reading = self.now
        key = next((key for key, each in reading.voices.items() if each == voice), None)
        if key is None:
            few = f"Only {many(len(reading.voices), 'voice')}" if reading.voices else "No voice"
            told = reading.claims and reading.analysis is not None
            self.say(f"{few} told apart here." if told else why_no_claims(reading), so_far=True)
        else:
            to = replace(reading.filter, speaker=None if reading.filter.speaker == key else key)
            self.reading = filtered(reading, to).but(followed=None, mention=-1)

    def on_voice_strip_picked(self, event: VoiceStrip.Picked) -> None:
        self.action_voice(event.voice)

    def go_along_chain(self, claim: Claim) -> None:
        """Stand at a claim around the current one or in it; where claims inside claims are hidden, show them."""
        if claim.id not in self.now.places:
            self.reading = filtered(self.now, replace(self.now.usual, inner=True))
        self.go_to(claim)

    def action_filter(self, start: int = 0) -> None:
        """Lay the filter over the reading; each choice takes effect at once, and Esc puts it away."""
        if self.now.analysis is None:
            self.say(why_no_claims(self.now), so_far=True)
            return
        rows = filter_choices(self.now)

        def chosen(index: int) -> None:
            self.reading = filtered(self.now, rows[index][1])
            if index:
                self.action_filter(index)

        remark = "enter turns on or off · esc done"
        self.ask("Show which claims?", [row[0] for row in rows], chosen, remark=remark, start=start)

    def action_doubtful(self) -> None:
        """Show the claims that are not sure enough for every reader, or hide them again."""
        now = self.now.filter
        self.reading = filtered(self.now, replace(now, least_confidence=0.0 if now.least_confidence else DOUBTFUL))

    def action_focus_mode(self) -> None:
        """Dim all but the current claim, or nothing."""
        self.reading = self.now.but(focus=not self.now.focus)

    def action_order(self) -> None:
        """Claims in reading order or by speaker, and actors by importance or name, whichever panel has the focus."""
        reading = self.now
        if self.focused is self.actors_panel.rows:
            self.reading = reading.but(actor_order="name" if reading.actor_order == "importance" else "importance")
            self.change_settings(actor_order=self.now.actor_order)
            self.say(f"✓ actors by {self.now.actor_order}")
        else:
            self.reading = reading.but(claim_order="speaker" if reading.claim_order == "reading" else "reading")
            self.change_settings(claim_order=self.now.claim_order)
            self.say("✓ claims by speaker" if self.now.claim_order == "speaker" else "✓ claims in the article's order")

    def commands(self) -> Iterator[Command]:
        reading = self.now
        if reading.filter != reading.usual:
            yield Command("Show all claims", "clear the filter", self._show_all)
        first = {speaker_key(claim): claim for claim in reversed(reading.claims)}
        for claim in sorted(first.values(), key=lambda claim: reading.numbers[claim.id]):
            yield Command(f"Go to speaker {speaker_label(claim)}", "the first claim", partial(self.go_to, claim))
        for claim in reading.claims:
            words = reading.article.words_of(claim.content[0]).replace("\n", " ")
            words = shortened(with_denial(denial_of(reading.article, claim), words), 60)
            title = f"Go to claim {reading.numbers[claim.id]}: {speaker_label(claim)}: {words}"
            yield Command(title, claim.kind, partial(self.go_to, claim))
        yield from super().commands()

    def _show_all(self) -> None:
        self.reading = filtered(self.now, self.now.usual)


def _count_more(claims: Iterable[Claim], without: Filter, including: Filter) -> int:
    """How many claims one filter shows that another leaves out."""
    return sum(including.admits(claim) and not without.admits(claim) for claim in claims)


def filter_choices(reading: Reading) -> list[tuple[Choice, Filter]]:
    """Each row of the filter, and the filter that choosing it gives."""
    now = reading.filter
    claims = reading.analysis.claims if reading.analysis else ()
    rows = [(Choice("All that was said", on=now == reading.usual), reading.usual)]
    for words, kinds in _KINDS:
        on = now.kinds == kinds
        rows.append((Choice(words, on=on), replace(now, kinds=ALL_KINDS if on else kinds)))
    if any(claim.within is not None for claim in claims):
        more = _count_more(claims, replace(now, inner=False), replace(now, inner=True))
        choice = Choice("Claims inside claims too", f"{more} more", on=now.inner)
        rows.append((choice, replace(now, inner=not now.inner)))
    if any(claim.type == "thought" for claim in claims):
        more = _count_more(claims, replace(now, thoughts=False), replace(now, thoughts=True))
        choice = Choice("What was thought, hoped or planned too", f"{more} more", on=now.thoughts)
        rows.append((choice, replace(now, thoughts=not now.thoughts)))
    if any(claim.is_doubtful for claim in claims):
        on = now.least_confidence < DOUBTFUL
        surely, whole = replace(now, least_confidence=DOUBTFUL), replace(now, least_confidence=0.0)
        more = _count_more(claims, surely, whole)
        choice = Choice("Doubtful claims too", f"{more} less than {DOUBTFUL:.0%} sure", on=on)
        rows.append((choice, surely if on else whole))
    if any(claim.confidence is not None for claim in claims):
        for sure in (one for one in _SURE if one > reading.usual.least_confidence):
            on = now.least_confidence == sure
            choice = Choice(f"Only claims that are at least {sure:.0%} sure", on=on)
            rows.append((choice, replace(now, least_confidence=0.0 if on else sure)))
    unspoken = replace(now, speaker=None)
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for claim in claims:
        if unspoken.admits(claim):
            for key in speaker_keys(claim):
                counts[key] = counts.get(key, 0) + 1
                names.setdefault(key, name_of(reading.analysis, key, claim))
    for key in sorted(counts, key=lambda key: -counts[key]):
        on = now.speaker == key
        count = counts[key]
        choice = Choice(names[key], many(count, "claim"), on=on)
        rows.append((choice, replace(now, speaker=None if on else key)))
    return rows
