"""The head of a pasted article: title, standfirst, credit, byline and date, before the first paragraph of its body."""

import re
from collections.abc import Sequence

from reader.article.assemble import Facts, Piece, piece
from reader.article.text.bylines import byline_names, is_byline_of_nobody, names_in
from reader.article.text.datelines import dateline_end, is_place_and_date
from reader.article.text.dates import parse_date
from reader.article.text.line_kinds import (
    credit_tail,
    date_of_line,
    ends_like_a_sentence,
    headline_title,
    holds_two_sentences,
    is_credit,
    is_date_line,
    is_headline,
    is_junk,
    is_note,
)
from reader.article.text.page_words import is_button, is_contact, is_release_label, is_section
from reader.article.text.patterns import compile_later

HEAD_LINES = 12
"""How far from the top a byline or date is looked for."""

_AGO = compile_later(
    r"^(?:(?:published|updated|posted)\s*:?\s*)?\d+ (?:min(?:ute)?|hour|hr|day|week)s? ago$", re.IGNORECASE
)
_LABEL = compile_later(
    r"^(?:published|updated|last updated|posted|by|image caption|caption|image source),?:?$", re.IGNORECASE
)
_BARS = compile_later(r"\s+[|•·]\s+")
_CLOCK = compile_later(r"^(?:at )?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$", re.IGNORECASE)


def take_head(lines: Sequence[str], facts: Facts) -> tuple[list[Piece], int]:
    """The pieces of the head, and the index of the first line after it; what it says goes into `facts`."""
    pieces = _release_head(lines, facts)
    index = len(pieces)
    while index < len(lines) - 1 and _is_above_title(lines, index):
        pieces.append(piece("other", lines[index]))
        index += 1
    marks = _marks(lines[index:])
    if marks and marks[0] > 1 and _is_label(lines[index], lines[index + 1]):
        pieces.append(piece("other", lines[index]))
        index += 1
        marks = [mark - 1 for mark in marks]
    end = index + (marks[-1] + 1 if marks else 0)
    if index < len(lines) - 1 and 0 not in marks:
        if not _is_title(lines[index:], marks):
            return pieces, index
        pieces.append(piece("title", lines[index]))
        facts["title"] = headline_title(lines[index])
        index += 1
    while index < min(max(end, index + 1), len(lines)) or (index < len(lines) and _carries_on(lines[index], pieces)):
        after = lines[index + 1] if index + 1 < len(lines) else ""
        taken = _head_pieces(lines[index], pieces, facts, inside=index < end, after=after)
        if not taken:
            break
        pieces += taken
        index += 1
    return pieces, index


def _release_head(lines: Sequence[str], facts: Facts) -> list[Piece]:
    """What stands above the title of a press release: that it is one, its day, whom to ask."""
    pieces: list[Piece] = []
    for line in lines[: min(HEAD_LINES, len(lines) - 1)]:
        goes_on = bool(pieces) and (is_contact(line) or is_date_line(line))
        if not goes_on and not is_release_label(line):
            break
        if day := parse_date(line):
            facts.setdefault("published", day[0])
        pieces.append(piece("date" if is_date_line(line) else "other", line))
    return pieces


def _is_above_title(lines: Sequence[str], index: int) -> bool:
    """Whether a line that nothing of the article stands above belongs to the page, or names the article's section."""
    if is_junk(lines[index]) or is_button(lines[index]):
        return True
    if not is_section(lines[index]):
        return False
    following = next((line for line in lines[index + 1 : index + 8] if not (is_junk(line) or is_button(line))), "")
    return is_section(following) or (len(following.split()) >= 4 and _is_title([following], ()))


def _marks(lines: Sequence[str]) -> list[int]:
    """Where bylines and dates stand near the top, up to the first paragraph that neither follows closely."""
    marks: list[int] = []
    prose = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        signed = byline_names(line) or _joint_byline(line) or (index and is_byline_of_nobody(line))
        if signed or _is_dated(line) or (index and _bare_byline(lines, index)):
            marks.append(index)
            prose = 0
        elif index and (len(line) > 400 or dateline_end(line)):
            break
        elif index and len(line) >= 60 and ends_like_a_sentence(line):
            prose += 1
            if prose > (0 if marks else 1):
                break
    return marks


def _is_dated(line: str) -> bool:
    return bool(is_date_line(line) or _AGO.match(line) or is_place_and_date(line))


def _joint_byline(line: str) -> tuple[tuple[str, ...], str | None] | None:
    """Names and date of a line such as `May 4, 2026 | 9:30 am ET | By Ann Lee`."""
    parts = _BARS.split(line) if len(line) <= 160 else []
    if len(parts) < 2:
        return None
    names = next((named for part in parts if (named := byline_names(part))), ())
    date = next((dated for part in parts if (dated := date_of_line(part))), None)
    return (names, date) if names and date else None


def _bare_byline(lines: Sequence[str], index: int) -> tuple[str, ...]:
    """The names of a line without a `By` that stands beside a date: `Ann Lee in Newcastle`, `Ann Lee, columnist`."""
    line = lines[index]
    if len(line) > 80 or len(line.split()) > 9 or ends_like_a_sentence(line) or ":" in line:
        return ()
    beside = [lines[at] for at in (index - 1, index + 1) if 0 < at < len(lines)]
    names = names_in(line) if any(_is_dated(other) for other in beside) else ()
    return names if names and all(1 < len(name.split()) < 5 for name in names) else ()


def _is_label(line: str, following: str) -> bool:
    """Whether a first line only names the section: `World news`, `Opinion`."""
    return (
        len(line) <= 24
        and len(line.split()) <= 3
        and not ends_like_a_sentence(line)
        and len(following.split()) >= 4
        and is_headline(following)
        and not ends_like_a_sentence(following)
        and not byline_names(following)
    )


def _is_title(lines: Sequence[str], marks: Sequence[int]) -> bool:
    line = lines[0]
    if is_headline(line):
        return True
    if dateline_end(line) or line.endswith(":") or line[0] in "([*>-•":
        return False
    if ends_like_a_sentence(line) and holds_two_sentences(line):
        return 1 in marks and len(line) <= 250
    following = next((other for other in lines[1:4] if not is_junk(other)), "")
    return (
        (1 in marks and len(line) <= 250)
        or (len(line) <= 65 and len(following) > 2 * len(line))
        or (len(line) <= 150 and dateline_end(following) > 0)
    )


def _carries_on(line: str, pieces: Sequence[Piece]) -> bool:
    """Whether a line past the last byline or date may still belong to the head."""
    if len(pieces) >= HEAD_LINES:
        return False
    if pieces and pieces[-1].kind == "title" and pieces[-1].text.rstrip().endswith(";") and len(line) <= 200:
        return True
    return bool(
        is_junk(line)
        or is_button(line)
        or is_note(line)
        or is_credit(line)
        or _is_caption_after(pieces)
        or _LABEL.match(line)
    )


def _is_caption_after(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and pieces[-1].text.lower().rstrip(",:") in ("image caption", "caption")


def _head_pieces(line: str, before: Sequence[Piece], facts: Facts, *, inside: bool, after: str) -> list[Piece]:
    """What one line of the head is; nothing when the body begins with it. `inside`: a byline or date still follows."""
    title = facts.get("title") or ""
    joint = _joint_byline(line)
    names = byline_names(line) or (joint[0] if joint else ()) or (_bare_byline(["", line, after], 1) if inside else ())
    names = names or (_bare_byline(["", before[-1].text, line], 2) if inside and before else ())
    date = date_of_line(line) or (joint[1] if joint else None)
    if names and not facts.get("byline"):
        facts["byline"] = names
        if date:
            facts.setdefault("published", date)
        return [piece("byline", line)]
    if before and is_byline_of_nobody(line):
        return [piece("byline", line)]
    if date or is_date_line(line) or _AGO.match(line) or (inside and _CLOCK.match(line)):
        if date:
            facts.setdefault("published", date)
        return [piece("date", line)]
    if is_place_and_date(line):
        found = parse_date(line)
        if found:
            facts.setdefault("published", found[0])
        return [piece("dateline", line)]
    if is_credit(line) or _is_caption_after(before):
        return [piece("caption", line)]
    if (
        is_junk(line)
        or is_button(line)
        or is_note(line)
        or _LABEL.match(line)
        or (title and headline_title(line) == title)
    ):
        return [piece("other", line)]
    titled = bool(title) and all(found.kind in ("title", "other") for found in before)
    below = bool(before) and before[-1].kind == "title" and before[-1].text.rstrip().endswith(";")  # as archives write
    if titled and below and len(line) <= 200:
        return [piece("standfirst", line)]
    if titled and (inside or _is_standfirst(line, after)):
        at = credit_tail(line)
        if at > 0:
            return [piece("standfirst", line[:at]), piece("caption", line[at:])]
        return [piece("standfirst", line)]
    if inside and len(line) <= 300:
        return [piece("other" if len(line) < 30 else "caption", line)]
    return []


def _is_standfirst(line: str, following: str) -> bool:
    """A short line under the title, followed by a far longer paragraph."""
    if not following or dateline_end(line) or line[0] in "\"“‘'«([-•" or line.endswith(":"):
        return False
    longer = len(line) <= 90 and len(following) > 1.5 * len(line)
    return longer and (is_headline(line, limit=2.6) or dateline_end(following) > 0)
