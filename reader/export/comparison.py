"""Comparisons as text, Markdown, CSV and JSON: the words of both sides with what differs marked."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from reader.analysis.denial import denial_of
from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.model import Change, Comparison, Match, Place, Quote, Spans
from reader.compare.words import tokens_of
from reader.export.as_json import json_text
from reader.export.cells import keep_visible, make_visible, wrap
from reader.export.claim_formats import csv_cell
from reader.export.claim_words import with_denial
from reader.export.markdown_text import escape

Pair = tuple[Article, Analysis]
Row = tuple[str, ...]

_MOST_LACKED = 12
"""Words of a record between two that are quoted, up to which they are shown; more are an ellipsis."""

_PLAIN = ("‹", "›")
_BOLD = ("\x02", "\x03")
"""Signs that no article has, where Markdown's ** will stand once the words between them are escaped."""


# JSON ----------------------------------------------------------------------------------------------------------


def comparison_as_json(sides: Sequence[Pair], found: Comparison) -> str:
    """One object: the articles, whether and why they are about one event, matches, and what one alone carries."""
    return json_text(
        {
            "articles": [{"source": article.source, "title": article.title} for article, _ in sides],
            "same_event": found.event.same,
            "why": list(found.event.shared if found.event.same else found.event.apart),
            "matches": [_match_as_dict(match) for match in found.matches],
            "only": [_place_as_list(place) for place in found.only],
        },
        indent=2,
    )


def _match_as_dict(match: Match) -> dict[str, object]:
    return {
        "claims": [_place_as_list(match.left), _place_as_list(match.right)],
        "relation": match.relation,
        "speakers": list(match.speakers),
        "sure": match.is_sure,
        "sureness": round(match.sureness, 2),
        "differences": [{"left": _lists(d.left), "right": _lists(d.right)} for d in match.differences],
    }


def _place_as_list(place: Place) -> list[object]:
    return [place.article, place.claim.id, _lists(place.claim.content)]


def _lists(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def changes_as_json(changes: Sequence[Change]) -> str:
    """One object: the changes, each with its spans in the old and in the new edition."""
    return json_text(
        {
            "changes": [
                {
                    "kind": c.kind,
                    "old": None if c.old is None else _lists(c.old),
                    "new": None if c.new is None else _lists(c.new),
                    **({"speakers": list(c.speakers)} if c.speakers else {}),
                }
                for c in changes
            ]
        },
        indent=2,
    )


def quotes_as_json(quotes: Sequence[Quote]) -> str:
    """One object: the quotations, each with its verdict and the record's words."""
    return json_text(
        {
            "quotes": [
                {
                    "claim": quote.claim.id,
                    "spans": _lists(quote.spans),
                    "verdict": quote.verdict,
                    "record": None if quote.record is None else _lists(quote.record),
                }
                for quote in quotes
            ]
        },
        indent=2,
    )


# Rows ----------------------------------------------------------------------------------------------------------

COMPARISON_HEAD: Row = (
    "relation",
    *(f"{side} {what}" for side in ("left", "right") for what in ("article", "speaker", "words")),
)
CHANGES_HEAD: Row = ("change", "before", "after")
QUOTES_HEAD: Row = ("verdict", "speaker", "quotation", "record")


def comparison_rows(sides: Sequence[Pair], found: Comparison, marks: tuple[str, str]) -> list[Row]:
    """A row for each match, the sure ones first, then one for each claim that a single article carries ("only")."""
    rows = []
    called = _names(sides)
    for match in _surest_first(found):
        cells = []
        apart = match.differences if match.is_sure else ()
        for place, own in ((match.left, [d.left for d in apart]), (match.right, [d.right for d in apart])):
            article = sides[place.article][0]
            words = _told(article, place.claim, [span for spans in own for span in spans], marks)
            cells += [called[place.article], place.claim.speaker_name or "", words]
        rows.append((match.label, *cells))
    for place in found.only:
        article = sides[place.article][0]
        words = _told(article, place.claim, (), marks)
        rows.append(("only", called[place.article], place.claim.speaker_name or "", words, "", "", ""))
    return rows


def _surest_first(found: Comparison) -> list[Match]:
    """The matches in order, those behind the others that may be none."""
    return sorted(found.matches, key=lambda match: not match.is_sure)


def changes_rows(old: Pair, new: Pair, changes: Sequence[Change]) -> list[Row]:
    """A row for each change: its kind, the words before and after, of claims that came or went with their speaker."""
    rows = []
    for change in changes:
        names = change.speakers or (None, None)
        cells = (_changed(old, change, change.old), _changed(new, change, change.new))
        rows.append((change.kind, *(f"{make_visible(n)}: {c}" if n else c for n, c in zip(names, cells, strict=True))))
    return rows


def _changed(side: Pair, change: Change, spans: Spans | None) -> str:
    article, analysis = side
    claim = next((c for c in analysis.claims if c.content == spans), None) if change.kind.startswith("claim") else None
    return with_denial(make_visible(denial_of(article, claim)) if claim else "", _words(article, spans))


def quotes_rows(article: Article, record: Article, quotes: Sequence[Quote], marks: tuple[str, str]) -> list[Row]:
    """A row for each quotation: the verdict, who is quoted, the words, and the record's words; those that an altered
    quotation lacks stand between marks."""
    return [
        (
            quote.verdict,
            quote.claim.speaker_name or "",
            _words(article, quote.spans),
            _recorded(article, record, quote, marks),
        )
        for quote in quotes
    ]


def _recorded(article: Article, record: Article, quote: Quote, marks: tuple[str, str]) -> str:
    spans = quote.record or ()
    if quote.verdict != "altered" or not spans:
        return _words(record, spans)
    runs: list[list[Span]] = []
    for span in spans:
        if runs and len(record.text[runs[-1][-1][1] : span[0]].split()) in range(1, _MOST_LACKED + 1):
            runs[-1].append(span)
        else:
            runs.append([span])
    start, end, around = _widen(article, record, quote)
    shown = []
    for run in runs:
        lacked = [_words_within(record, (one[1], other[0])) for one, other in pairwise(run)]
        whole = start if run is runs[0] else run[0][0], end if run is runs[-1] else run[-1][1]
        shown.append(marked_words(record, [whole], [*lacked, *around], marks))
    return " … ".join(shown)


def _widen(article: Article, record: Article, quote: Quote) -> tuple[int, int, list[Span]]:
    """Where the record's words begin and end with those that stand in the place of a quotation's first and last ones,
    as many and inside their sentence; and which of these it lacks."""
    spans = quote.record or ()
    low, high = (record.blocks[record.block_at(spans[i][0])].span for i in (0, -1))
    quoted = [token.key for token in tokens_of(article.text, quote.spans)]
    first, last = tokens_of(record.text, spans[:1])[0].key, tokens_of(record.text, spans[-1:])[-1].key
    lead = quoted.index(first) if first in quoted else 0
    tail = quoted[::-1].index(last) if last in quoted else 0
    opening = re.split(r"[.!?\n]", record.text[low[0] : spans[0][0]])[-1]
    closing = re.split(r"[.!?\n]", record.text[spans[-1][1] : high[1]])[0]
    before = tokens_of(record.text, [(spans[0][0] - len(opening), spans[0][0])])[-lead:] if lead else ()
    behind = tokens_of(record.text, [(spans[-1][1], spans[-1][1] + len(closing))])[:tail]
    kept = {*quoted[:lead], *quoted[len(quoted) - tail :]}
    lacked = [[token.span for token in tokens if token.key not in kept] for tokens in (before, behind)]
    return (
        before[0].span[0] if before else spans[0][0],
        behind[-1].span[1] if behind else spans[-1][1],
        [(each[0][0], each[-1][1]) for each in lacked if each],
    )


def _words_within(article: Article, span: Span) -> Span:
    """A span without the spaces and marks at its ends."""
    words = re.search(r"\w(?:.*\w)?", article.words_of(span), re.DOTALL)
    return (span[0] + words.start(), span[0] + words.end()) if words else span


def _names(sides: Sequence[Pair]) -> list[str]:
    """What the articles are called: their outlets, else titles, else sources; what tells them apart."""
    known = [[make_visible(name) for name in (a.site, a.title, a.source) if name] for a, _ in sides]
    return [
        next((name for name in names if sum(name in each for each in known) == 1), (names or [f"article {number}"])[0])
        for number, names in enumerate(known, 1)
    ]


def _words(article: Article, spans: Spans | None) -> str:
    return " … ".join(make_visible(article.words_of(span)) for span in spans or ())


def _told(article: Article, claim: Claim, marked: Sequence[Span], marks: tuple[str, str]) -> str:
    """A claim's words, those of `marked` between two marks; what is denied is not told without what denies it."""
    return with_denial(make_visible(denial_of(article, claim)), marked_words(article, claim.content, marked, marks))


def marked_words(article: Article, content: Sequence[Span], marked: Sequence[Span], marks: tuple[str, str]) -> str:
    """The words of spans on one line, those of `marked` between two marks."""
    pieces = []
    for start, end in content:
        text = ""
        at = start
        for a, b in sorted(span for span in marked if start <= span[0] < end):
            text += keep_visible(article.text[at:a]) + marks[0] + keep_visible(article.text[a : min(b, end)]) + marks[1]
            at = min(b, end)
        pieces.append(" ".join((text + keep_visible(article.text[at:end])).split()))
    return " … ".join(pieces)


# Text, Markdown and CSV ----------------------------------------------------------------------------------------


def rows_as_csv(head: Row, rows: Sequence[Row]) -> str:
    """The rows as CSV, no cell of which a spreadsheet takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def rows_as_markdown(head: Row, rows: Sequence[Row]) -> str:
    """The rows as a Markdown table; words between the marks of `_BOLD` are bold."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(_markdown_cell, row)) + " |" for row in rows)])


def _markdown_cell(cell: str) -> str:
    return re.sub(f"[{''.join(_BOLD)}]", "**", escape(cell)).replace("|", "\\|")


def comparison_as_text(sides: Sequence[Pair], found: Comparison, *, columns: int = 100) -> str:
    """The comparison to read: what the articles share, two by two, and what each has alone."""
    lines = [f"{number}  {name}" for number, name in enumerate(_names(sides), 1)]
    lines += ["", _event_line(found), ""]
    for match in _surest_first(found):
        lines.append(match.label if match.is_sure else f"{match.label} one statement")
        shown = match.differences if match.is_sure and match.relation not in ("paraphrase", "same") else ()
        lines += _quoted_lines(sides, match.left, [span for d in shown for span in d.left], columns)
        lines += _quoted_lines(sides, match.right, [span for d in shown for span in d.right], columns)
        lines.append("")
    for number in range(len(sides)):
        alone = [place for place in found.only if place.article == number]
        if alone:
            lines.append(f"only in {number + 1}")
            for place in alone:
                lines += _quoted_lines(sides, place, (), columns)
            lines.append("")
    return "\n".join(lines).rstrip()


def _event_line(found: Comparison) -> str:
    event = found.event
    if event.same:
        return f"one event: {', '.join(map(make_visible, event.shared))}" if event.shared else "one event"
    return f"these do not seem to be about one event: {', '.join(event.apart)}"


def _quoted_lines(sides: Sequence[Pair], place: Place, marked: Sequence[Span], columns: int) -> list[str]:
    article = sides[place.article][0]
    speaker = make_visible(place.claim.speaker_name or "speaker not named")
    words = _told(article, place.claim, marked, _PLAIN)
    first, *rest = wrap(f"{speaker}: {words}", columns - 6)
    return [f"  {place.article + 1}  {first}", *(f"     {line}" for line in rest)]


def rows_as_text(rows: Sequence[Row], nothing: str, *, columns: int = 100) -> str:
    """Rows to read: the first cell as a heading, the others below it, empty ones left out."""
    if not rows:
        return nothing
    lines: list[str] = []
    for head, *cells in rows:
        lines.append(head)
        for cell in cells:
            if cell:
                lines += [f"  {line}" for line in wrap(cell, columns - 2)]
        lines.append("")
    return "\n".join(lines).rstrip()


def rows_in(format: str, head: Row, rows: Callable[[tuple[str, str]], list[Row]], nothing: str, columns: int) -> str:
    """Rows in a format other than JSON; `rows` is asked for them with the marks of the format."""
    if format == "csv":
        return rows_as_csv(head, rows(("", "")))
    if format == "markdown":
        return rows_as_markdown(head, rows(_BOLD))
    return rows_as_text(rows(_PLAIN), nothing, columns=columns)


Found = Comparison | tuple[Change, ...] | tuple[Quote, ...]


def found_as(format: str, sides: Sequence[Pair], found: Found, *, editions: bool = False) -> str:
    """What any kind of comparison found, as "markdown", "csv" or "json"; a record is the last of the sides."""
    if isinstance(found, Comparison):
        if format == "json":
            return comparison_as_json(sides, found)
        return rows_in(format, COMPARISON_HEAD, lambda marks: comparison_rows(sides, found, marks), "", 100)
    changes = [each for each in found if isinstance(each, Change)]
    quotes = [each for each in found if isinstance(each, Quote)]
    one, other = sides[0][0], sides[-1][0]
    if editions:
        if format == "json":
            return changes_as_json(changes)
        return rows_in(format, CHANGES_HEAD, lambda _: changes_rows(sides[0], sides[-1], changes), "", 100)
    if format == "json":
        return quotes_as_json(quotes)
    return rows_in(format, QUOTES_HEAD, lambda marks: quotes_rows(one, other, quotes, marks), "", 100)
