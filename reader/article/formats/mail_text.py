"""The plain text of a mail as pieces: flowed lines, what is quoted and how deep, forwarded headers, signatures."""

import re
from collections.abc import Collection, Iterator, Sequence

from reader.article.assemble import Piece, piece
from reader.article.formats.plain_wrapped import paragraphs_of
from reader.article.text.line_kinds import is_junk
from reader.article.text.safe import safe_text

_WROTE = re.compile(
    r"^(?:on\b.{4,200}\bwrote|.{3,120}\b(?:wrote|schreef|schrieb|skrev|a écrit|escribió|escreveu|ha scritto)"
    r"|(?:am|op|den)\b.{4,120}\b(?:schrieb|schreef|skrev)\b.{2,80}"
    r"|(?:begin |start of )?forwarded message|-+ ?(?:begin )?(?:original|forwarded) message ?-*)\s*:?$",
    re.IGNORECASE,
)
_DATED = re.compile(r"^(?:on|am|op|den|le|el|il|em)\b.{4,160}\d", re.IGNORECASE)
_HEADER = re.compile(
    r"^\*?(?P<name>from|sent|date|to|cc|bcc|subject|reply-to|organi[sz]ation|importance|attachments"
    r"|von|gesendet|datum|an|kopie|betreff|de|envoyé|à|objet|fecha|enviado(?: el)?|para|asunto|da|inviato|a|oggetto"
    r"|van|verzonden|aan|onderwerp)\s?:\*?(?:\s|$)",
    re.IGNORECASE,
)
_FROM = frozenset(("from", "von", "de", "da", "van"))
_RUN_TOGETHER = re.compile(
    r"^(?:-+ ?(?:forwarded|original) message ?-+\s+)?\*?(?:from|von|de|da|van)\s?:.{2,400}?"
    r"\b(?:subject|betreff|objet|asunto|oggetto|onderwerp)\s?:.{0,400}$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[_=-]{10,}$")
_LIST_FOOTER = re.compile(
    r"\bmailing list\b|\bunsubscribe\b|/mailman/listinfo|^list (?:info|archives?)\b|\bto post to this\b", re.IGNORECASE
)
_NOISE = re.compile(
    r"(?:view|read|see|open) (?:this |it )?(?:e-?mail |newsletter |message )?(?:in|on) (?:your |a |the )?(?:web ?)?"
    r"browser"
    r"|\bunsubscribe\b|(?:manage|update) (?:your )?(?:subscription|preferences)|you(?:[’']re| are) receiving this"
    r"|forwarded? this (?:e-?mail|newsletter)|was this (?:e-?mail|newsletter) forwarded|^\S+ mailing list$"
    r"|^sent from my \w+",
    re.IGNORECASE,
)
_FOOTER_LINES = 8


def text_pieces(text: str, *, flowed: bool = False, delete_space: bool = False) -> Iterator[Piece]:
    """The pieces of a text part. `flowed` and `delete_space` are its `format=flowed` and `delsp=yes` (RFC 3676)."""
    lines = safe_text(text).split("\n")
    footer = _list_footer(lines)
    for depth, group in _by_depth(lines[:footer]):
        signed = False
        headers = _headers(group)
        for words in _paragraphs(group, headers, flowed, delete_space):
            if words == "--" or words.startswith("-- "):
                signed = True
            elif _WROTE.match(words) or _HEADER.match(words):
                signed = False
            yield _kind_of(words, quoted=depth > 0, signed=signed, headed=words in headers)
    for line in lines[footer:]:
        yield piece("other", line)


def settled(given: Piece) -> Piece:
    """A piece of a mail, with the kind "other" where it only speaks of the mail itself."""
    words = " ".join(given.text.split())
    if given.kind in ("paragraph", "list-item", "quote") and (
        _WROTE.match(words) or (len(words) < 900 and _RUN_TOGETHER.match(words))
    ):
        return Piece("other", given.runs)
    if given.kind in ("paragraph", "list-item") and len(words) < 200 and (_NOISE.search(words) or is_junk(words)):
        return Piece("other", given.runs)
    return given


def _kind_of(words: str, *, quoted: bool, signed: bool, headed: bool) -> Piece:
    if signed or headed:
        return piece("other", words)
    return settled(piece("quote" if quoted else "paragraph", words))


def _list_footer(lines: Sequence[str]) -> int:
    """Where the last lines, below a rule, are those that a mailing list adds; the number of lines where none are."""
    at = len(lines)
    while at and not lines[at - 1].strip():
        at -= 1
    for index in range(at - 1, max(-1, at - 1 - _FOOTER_LINES), -1):
        if _RULE.match(lines[index].strip()):
            return index if any(_LIST_FOOTER.search(line) for line in lines[index:]) else len(lines)
    return len(lines)


def _by_depth(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are quoted equally deep, the signs taken off."""
    group: list[str] = []
    was = 0
    for line in lines:
        signs = re.match(r"(?:\s{0,3}>)*", line)
        depth = signs.group().count(">") if signs else 0
        if not line.strip():
            depth = was
        elif depth:
            line = line[signs.end() if signs else 0 :]
        if depth != was and group:
            yield was, group
            group = []
        was = depth
        group.append(line.removeprefix(" "))  # RFC 3676 stuffs a space before what could be taken for a sign
    if group:
        yield was, group


def _headers(group: Sequence[str]) -> frozenset[str]:
    """The lines of a group that are the headers of a forwarded mail, as they were pasted above it."""
    found: list[str] = []
    run: list[str] = []
    for line in [*group, ""]:
        match = _HEADER.match(line.strip())
        if match:
            run.append(line.strip())
            continue
        if line[:1].isspace() and run and line.strip():
            run.append(line.strip())
            continue
        names = [header.group("name").lower() for words in run if (header := _HEADER.match(words))]
        if len(names) >= 3 or (len(names) == 2 and names[0] in _FROM):
            found += run
        run = []
    return frozenset(found)


def _paragraphs(group: Sequence[str], headers: Collection[str], flowed: bool, delete_space: bool) -> Iterator[str]:
    """The paragraphs of a group; headers, a signature's sign and lines that say who wrote are ones of their own."""
    part: list[str] = []
    for line in _who_wrote_joined(group):
        alone = line.strip() in headers or line.rstrip() == "--" or _WROTE.match(line.strip())
        if alone:
            yield from _flow(part, flowed, delete_space)
            part = []
            yield line.strip()
        else:
            part.append(line)
    yield from _flow(part, flowed, delete_space)


def _who_wrote_joined(group: Sequence[str]) -> Iterator[str]:
    """The lines; of two that say only together who wrote what follows, one."""
    before = ""
    for line in group:
        if _DATED.match(before) and not _WROTE.match(before) and _WROTE.match(f"{before} {line.strip()}"):
            before = f"{before} {line.strip()}"
            continue
        if before:
            yield before
        before = line
        if not line:
            yield line
    if before:
        yield before


def _flow(lines: Sequence[str], flowed: bool, delete_space: bool) -> Iterator[str]:
    soft = flowed and any(line.endswith(" ") and line.strip() for line in lines[:-1])
    if not soft:  # many programs say "flowed" and wrap by hand all the same
        yield from paragraphs_of("\n".join(lines), least=1)
        return
    current = ""
    for line in lines:
        current += line
        if line.endswith(" ") and line.strip():
            current = current[:-1] if delete_space else current
            continue
        if current.strip():
            yield current.strip()
        current = ""
    if current.strip():
        yield current.strip()
