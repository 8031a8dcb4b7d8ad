"""Who said what, as a table for the terminal, Markdown, CSV and JSON."""

import csv
import io
from collections.abc import Sequence
from typing import Literal, get_args

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article
from reader.export.as_json import claim_as_dict, json_text
from reader.export.cells import count_cells, make_visible, pad, wrap
from reader.export.claim_words import (
    claim_number,
    claim_numbers,
    content_text,
    cue_text,
    first_role,
    is_denied,
    quoted_text,
    quotes_speaker,
    reported_words,
    source_text,
    speaker_chain,
    speaker_name,
    speaker_names,
    speaker_role,
    told_by,
)
from reader.export.markdown_text import escape

ClaimsFormat = Literal["table", "markdown", "csv", "json"]

CSV_COLUMNS = (
    "number", "id", "speaker", "role", "source", "cue", "kind", "type", "denied", "text", "start", "end",
    "confidence", "title", "site", "published", "url", "within", "as_told_by", "speaker_confidence",
    "speakers",
)  # fmt: skip


def format_claims(
    format: str,
    article: Article,
    analysis: Analysis,
    claims: Sequence[Claim] | None = None,
    *,
    columns: int = 100,
) -> str:
    """The claims (all outermost ones of the analysis where none are given) in one format, without a line end.

    `columns` is the width of the table in terminal cells; no format but the table uses it.
    Raises ValueError for an unknown format.
    """
    chosen = analysis.outer if claims is None else tuple(claims)
    if format == "table":
        return claims_as_table(article, analysis, chosen, columns=columns)
    if format == "markdown":
        return claims_as_markdown(article, analysis, chosen)
    if format == "csv":
        return claims_as_csv(article, analysis, chosen)
    if format == "json":
        return json_text([_json_claim(article, analysis, claim) for claim in chosen], indent=2)
    raise ValueError(f"unknown format {format!r}: choose one of {', '.join(get_args(ClaimsFormat))}")


def claims_as_table(article: Article, analysis: Analysis, claims: Sequence[Claim], *, columns: int = 100) -> str:
    """A table of number, speaker, cue, kind and words; words are wrapped, never cut, and no line ends in
    spaces.
    """
    if not claims:
        return "No claims."
    numbers = claim_numbers(analysis)
    rows = [("#", "WHO", "HOW", "KIND", "WHAT")]
    for number, claim in enumerate(claims, 1):
        kind = claim.kind if claim.type == "said" else f"{claim.kind}, thought"
        cells = (
            claim_number(numbers, claim, number),
            speaker_chain(analysis, claim),
            cue_text(article, claim),
            kind,
            quoted_text(article, claim),
        )
        rows.append(tuple(make_visible(cell) for cell in cells))  # type: ignore[arg-type]
    limits = (6, max(12, columns // 4), max(9, columns // 7), 17 if columns >= 100 else 9)
    widths = [min(limit, max(count_cells(row[index]) for row in rows)) for index, limit in enumerate(limits)]
    last = max(20, columns - sum(widths) - 2 * len(widths))
    lines: list[str] = []
    for row in rows:
        cells_lines = [wrap(cell, cells) for cell, cells in zip(row, [*widths, last], strict=True)]
        for height in range(max(len(cell) for cell in cells_lines)):
            pieces = [cell[height] if height < len(cell) else "" for cell in cells_lines]
            filled = [pad(piece, cells) for piece, cells in zip(pieces, [*widths, 0], strict=True)]
            lines.append("  ".join(filled).rstrip())
    return "\n".join(lines)


def claims_as_markdown(article: Article, analysis: Analysis, claims: Sequence[Claim]) -> str:
    """A Markdown list, one claim an item: number, speaker, role and words."""
    if not claims:
        return "*No claims.*"
    numbers = claim_numbers(analysis)
    return "\n".join(
        f"- \\[{claim_number(numbers, claim, number)}\\] {claim_in_markdown(article, analysis, claim)}"
        for number, claim in enumerate(claims, 1)
    )


def claim_in_markdown(article: Article, analysis: Analysis, claim: Claim, *, named: bool = True) -> str:
    """`**Speaker** (role), *cue*: “words”` where the words are the speaker's own, else the article's own account.

    Without `named` the speaker and the role are left out, since a heading says them.
    """
    role, cue = speaker_role(analysis, claim), cue_text(article, claim)
    who = f"**{escape(speaker_name(analysis, claim))}**" + (f" ({escape(role)})" if role else "")
    who += escape(told_by(analysis, claim))
    account = None if quotes_speaker(article, claim) else reported_words(article, claim)
    if account:
        return f"{who}: {escape(account)}" if named else escape(account)
    words = escape(quoted_text(article, claim))
    lead = ", ".join([who] * named + [f"*{escape(cue)}*"] * bool(cue))
    return f"{lead}: {words}" if lead else words


def claims_as_csv(article: Article, analysis: Analysis, claims: Sequence[Claim]) -> str:
    """RFC 4180 with CRLF between records and a header line; `start` and `end` are code points of the whole
    content.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises (CSV
    injection).
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    numbers = claim_numbers(analysis)
    for number, claim in enumerate(claims, 1):
        writer.writerow(
            (
                claim_number(numbers, claim, number),
                csv_cell(claim.id),
                csv_cell(speaker_name(analysis, claim) if claim.speaker or claim.speaker_name else ""),
                csv_cell(speaker_role(analysis, claim) or ""),
                csv_cell(source_text(article, claim)),
                csv_cell(cue_text(article, claim)),
                claim.kind,
                claim.type,
                "yes" if is_denied(article, claim) else "no",
                csv_cell(content_text(article, claim)),
                min((start for start, _ in claim.content), default=""),
                max((end for _, end in claim.content), default=""),
                "" if claim.confidence is None else f"{claim.confidence:.3f}",
                csv_cell(article.title or ""),
                csv_cell(article.site or ""),
                csv_cell(article.published or ""),
                csv_cell(article.url or ""),
                csv_cell(claim.within or ""),
                csv_cell(told_by(analysis, claim).removeprefix(", as told by ")),
                "" if claim.speaker_confidence is None else f"{claim.speaker_confidence:.3f}",
                csv_cell("; ".join(speaker_names(analysis, claim))),
            )
        )
    return buffer.getvalue().removesuffix("\r\n")


def csv_cell(text: str) -> str:
    """The text on one line; one that a spreadsheet would take for a formula begins with an apostrophe."""
    shown = make_visible(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")) else shown


def _json_claim(article: Article, analysis: Analysis, claim: Claim) -> dict[str, object]:
    """A claim of the schema, with the speaker's role and the words of its cue."""
    return {
        **claim_as_dict(article, claim),
        "role": first_role(analysis, claim),
        "cue_text": cue_text(article, claim) or None,
        "denied": is_denied(article, claim),
        "chain": speaker_chain(analysis, claim),
    }
