"""The claim card: the claim stood at in full, who said it to whom it is owed, and how sure that is."""

from reader.analysis.denial import denial_of
from reader.analysis.model import Claim
from reader.app.panels.panel import Panel
from reader.app.state.place_words import how_sure
from reader.app.state.reading import Reading, by_the_same
from reader.app.state.speakers import speaker_key, speaker_label, voice_sign, voice_style
from reader.app.widgets.rows import Line, RowList
from reader.app.widgets.wrapping import wrap
from reader.article.model import Article
from reader.export.claim_words import cue_text, with_denial

_INDENT = 3
"""Cells before the words, for the cursor and a sign."""


class CardRows(RowList):
    """One row for the speaker, one for the words, one for each link of the chain, and one for the facts.

    `claims` holds, for each row, the claim that Enter goes to.
    """

    def __init__(self) -> None:
        super().__init__(id="card-rows")
        self.claims: list[Claim] = []
        self.pieces: list[list[tuple[str, str]]] = []
        """The styled pieces of each row, wrapped at drawing time."""
        self._lines: dict[tuple[int, int], list[Line]] = {}

    def set_rows(self, count: int, message: str = "") -> None:
        self._lines.clear()
        super().set_rows(count, message)

    def row_height(self, index: int, width: int) -> int:
        return len(self._wrapped(index, width - 1))

    def draw_row(self, index: int, width: int) -> list[Line]:
        return self._wrapped(index, width)

    def _wrapped(self, index: int, width: int) -> list[Line]:
        if (index, width) not in self._lines:
            self._lines[index, width] = self._wrap(index, width)
        return self._lines[index, width]

    def _wrap(self, index: int, width: int) -> list[Line]:
        pieces = self.pieces[index]
        text = "".join(words for words, _ in pieces)
        edges, at = [], 0
        for words, style in pieces:
            edges.append((at, at + len(words), style))
            at += len(words)
        lines: list[Line] = []
        first, hanging = (" ", " " * _INDENT) if text[:1] in _SIGNED else (" " * _INDENT,) * 2
        for start, end in wrap(text, (0, len(text)), width - _INDENT - 1):
            line: Line = [(first if not lines else hanging, "")]
            line += [(text[max(a, start) : min(b, end)], style) for a, b, style in edges if a < end and b > start]
            lines.append(line)
        return lines


_SIGNED = frozenset("●■▲◆★○·←→")


class ClaimCard(Panel):
    """Shows `Reading.current_claim`: Enter on a link of its chain goes there."""

    TITLE = "CLAIM"

    def __init__(self) -> None:
        super().__init__(CardRows(), id="card")
        self._keys: tuple[str, str] | None = None

    @property
    def card_rows(self) -> CardRows:
        assert isinstance(self.rows, CardRows)
        return self.rows

    def show(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        claim = reading.current_claim
        self.heading.update(remark=place_of(reading, claim))
        claims = reading.analysis.claims if reading.analysis else None
        known = before.analysis.claims if before and before.analysis else None
        if before is not None and claim is before.current_claim and claims is known and before.claims is reading.claims:
            return
        rows = self.card_rows
        told = card_of(reading, claim, self._keys_of_theirs()) if claim else []
        rows.claims = [each for each, _ in told]
        rows.pieces = [pieces for _, pieces in told]
        rows.set_reactive(RowList.cursor, 0)
        rows.set_rows(
            len(told),
            self.waiting(reading, "‹reading.next-claim› goes to the next claim." if reading.claims else ""),
        )
        if rows.scroll_offset.y:
            rows.scroll_to(y=0, animate=False)

    def _keys_of_theirs(self) -> tuple[str, str]:
        """The keys, as they are told, that go to the speaker's claim before and to the next one."""
        if self._keys is None:
            live = {each.binding.id: each.binding for each in self.screen.active_bindings.values()}
            before, after = (live.get(f"reading.their-{name}-claim") for name in ("previous", "next"))
            self._keys = (
                self.app.get_key_display(before) if before else "",
                self.app.get_key_display(after) if after else "",
            )
        return self._keys


def place_of(reading: Reading, claim: Claim | None) -> str:
    """ "3 of 25 · 1st of 3 by Jonas Reuter", or "" where no claim is stood at."""
    if claim is None:
        return ""
    words = f"{reading.numbers[claim.id]} of {len(reading.numbers)}"
    turn, turns = reading.turns[claim.id]
    if turns < 2 or not speaker_key(claim):
        return words
    return f"{words} · {_ordinal(turn)} of {turns} by {speaker_label(claim)}"


def _ordinal(number: int) -> str:
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def card_of(
    reading: Reading, claim: Claim, keys: tuple[str, str] = ("←", "→")
) -> list[tuple[Claim, list[tuple[str, str]]]]:
    """The rows of a claim's card: each with the claim that it leads to, and its styled pieces.

    `keys` go to the speaker's claim before and to the next one; the card tells of one of them.
    """
    analysis = reading.analysis
    chain = analysis.chain(claim) if analysis else (claim,)
    rows = [(claim, _speaker(reading, claim)), (claim, [(words_of(reading.article, claim), "words")])]
    rows += [(around, [*_speaker(reading, around, "told by ")]) for around in chain[1:]]
    for each in reading.inside.get(claim.id, ()):
        words = with_denial(denial_of(reading.article, each), words_of(reading.article, each))
        rows.append((each, [*_speaker(reading, each, "in it "), (f": {words}", "dim")]))
    rows.append((claim, [(facts_of(reading.article, claim), "dim")]))
    for direction, (key, words) in {1: (keys[1], "next"), -1: (keys[0], "before")}.items():
        if (other := by_the_same(reading, direction)) is not None:
            rows.append((other, [(f"{key} ", "mark"), (f"{words} by {speaker_label(claim)}", "")]))
            break
    return rows


def words_of(article: Article, claim: Claim) -> str:
    """All words of a claim; what stands between two of its stretches is left out, as in the article's own marks."""
    words = " … ".join(article.words_of(span).replace("\n", " ").strip() for span in claim.content)
    return f"“{words}”" if claim.kind == "direct" else words


def facts_of(article: Article, claim: Claim) -> str:
    """How it was said: the cue, the kind, and how sure words and speaker are."""
    cue = cue_text(article, claim)
    kind = claim.kind if claim.type == "said" else f"{claim.kind}, thought"
    sure = "set right by you" if claim.yours else how_sure(claim)
    return " · ".join([*([cue] if cue else []), kind, sure])


def _speaker(reading: Reading, claim: Claim, before: str = "") -> list[tuple[str, str]]:
    """Sign, name and role of the one who speaks."""
    voice = reading.voice(claim)
    actor = reading.analysis.actor(claim.speaker) if reading.analysis else None
    pieces = [(f"{voice_sign(voice)} ", voice_style(voice, "dim")), (before, "dim")]
    pieces.append((speaker_label(claim), voice_style(voice, "name" if claim.speaker else "")))
    return [*pieces, (f", {actor.role}", "dim")] if actor and actor.role else pieces
