"""The claims panel: who said what, in reading order or speaker by speaker."""

from collections.abc import Sequence
from itertools import groupby

from reader.analysis.denial import denial_of
from reader.analysis.model import Claim
from reader.app.page.marks import GUTTER
from reader.app.panels.panel import Panel
from reader.app.state.key_names import with_keys
from reader.app.state.place_words import why_no_claims
from reader.app.state.reading import Reading
from reader.app.state.speakers import speaker_key, speaker_label, voice_sign, voice_style
from reader.app.widgets.rows import HEADING, Line, RowList, numbered
from reader.app.widgets.wrapping import shortened
from reader.article.model import Article
from reader.export.claim_words import with_denial

_MOST_WORDS = 160


class ClaimRows(RowList):
    """Two lines for each claim: its number and speaker, then its first words."""

    def __init__(self) -> None:
        super().__init__(id="claims-rows")
        self.claims: list[Claim] = []
        self.places: dict[str, int] = {}
        """The row of each claim, by its id."""
        self.numbers: dict[str, int] = {}
        self.most = 0
        """The highest number."""
        self.article: Article | None = None
        self.voices: dict[str, int] = {}
        self.groups: dict[int, int] = {}
        """Speaker by speaker: the number of claims of the group that a row begins."""

    def row_height(self, index: int, width: int) -> int:
        return 2 if index not in self.groups else 3 if index == 0 else 4

    def draw_row(self, index: int, width: int) -> list[Line]:
        claim = self.claims[index]
        number = numbered(self.numbers.get(claim.id, 0), self.most)
        kind = claim.kind if claim.type == "said" else f"{claim.kind}, thought"
        voice = self.voices.get(speaker_key(claim), -1)
        speaker = shortened(speaker_label(claim), width - len(number) - len(kind) - 5)
        start, end = claim.content[0]
        article = self.article
        words = article.text[start : min(end, start + _MOST_WORDS)].replace("\n", " ") if article else ""
        more = " …" if len(claim.content) > 1 or end - start > _MOST_WORDS else ""
        open_quote, close_quote = ("“", "”") if claim.kind == "direct" else ("", "")
        denial = with_denial(denial_of(article, claim) if article else "", "")
        room = width - 6 - len(denial + open_quote + close_quote)
        group: list[Line] = []
        if count := self.groups.get(index):
            title = [(f" {shortened(speaker_label(claim), width - 8)}", HEADING), (f"  {count}", "dim")]
            group = [title] if index == 0 else [[], title]
        return [
            *group,
            [(number, "number"), (voice_sign(voice), voice_style(voice, "dim")), (" ", ""),
             (speaker, voice_style(voice, "name" if claim.speaker else "")), (f"  {kind}", "dim")],
            [("   ", ""), (GUTTER[claim.kind], voice_style(voice, "dim")), (" ", ""),
             *([(denial, "dim")] if denial else []),
             (open_quote + shortened(words + more, room) + close_quote, "")],
        ]  # fmt: skip


def groups_of(claims: Sequence[Claim]) -> dict[int, int]:
    """Where each speaker's claims begin in a list sorted by speaker, and how many they are."""
    groups: dict[int, int] = {}
    start = 0
    for _, group in groupby(claims, speaker_key):
        groups[start] = len(list(group))
        start += groups[start]
    return groups


class ClaimsPanel(Panel):
    """Shows the claims that pass the filter, the current one marked."""

    TITLE = "CLAIMS"

    def __init__(self) -> None:
        super().__init__(ClaimRows(), id="claims")

    @property
    def claim_rows(self) -> ClaimRows:
        assert isinstance(self.rows, ClaimRows)
        return self.rows

    def show(self, reading: Reading) -> None:
        before, self.reading = self.reading, reading
        rows = self.claim_rows
        if (
            before is None
            or (before.claims is not reading.claims and before.claims != reading.claims)
            or not rows.count
            or before.claim_order != reading.claim_order
        ):
            rows.article = reading.article
            rows.numbers, rows.voices = reading.numbers, reading.voices
            rows.most = max(999, *reading.numbers.values(), 0)
            rows.claims = list(reading.claims)
            if reading.claim_order == "speaker":
                first: dict[str, int] = {}
                for number, claim in enumerate(reading.claims):
                    first.setdefault(speaker_key(claim), number)
                rows.claims.sort(key=lambda claim: first[speaker_key(claim)])
            rows.places = {claim.id: place for place, claim in enumerate(rows.claims)}
            rows.groups = groups_of(rows.claims) if reading.claim_order == "speaker" else {}
            rows.set_rows(len(rows.claims), self.waiting(reading, why_no_claims(reading)))
        self.heading.update(remark=self._remark(reading))
        rows.marked = rows.places.get(reading.current or "", -1)

    @staticmethod
    def _remark(reading: Reading) -> str:
        if reading.analysis is None:
            return f"{len(reading.claims)} so far" if reading.claims else ""
        if not reading.filter_words:
            doubt = with_keys(f" · {reading.hidden} doubtful, ‹reading.doubtful› shows") if reading.hidden else ""
            return f"{len(reading.claims)}{doubt}" if reading.claims or reading.hidden else ""
        return f"{len(reading.claims)} of {len(reading.numbers)} · esc clears · {reading.filter_words}"
