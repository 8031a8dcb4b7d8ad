"""An e-mail or newsletter becomes an article: subject, sender, date, and its HTML part or else its text."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from reader.article.assemble import Facts, Piece, assemble, piece
from reader.article.formats.plain_wrapped import paragraphs_of
from reader.article.model import Article, ArticleError
from reader.article.text.decode import decode
from reader.article.text.line_kinds import is_junk
from reader.article.text.safe import safe_text

_MOST_PARTS = 500
_WROTE = re.compile(
    r"^(?:on\b.{4,120}\bwrote|.{3,80}\bwrote|-+ ?(?:original|forwarded) message ?-+)\s*:?$", re.IGNORECASE
)
_NOISE = re.compile(
    r"(?:view|read|see|open) (?:this |it )?(?:e-?mail |newsletter |message )?(?:in|on) (?:your |a |the )?(?:web ?)?"
    r"browser"
    r"|\bunsubscribe\b|(?:manage|update) (?:your )?(?:subscription|preferences)|you(?:[’']re| are) receiving this"
    r"|forwarded? this (?:e-?mail|newsletter)|was this (?:e-?mail|newsletter) forwarded",
    re.IGNORECASE,
)


def article_from_mail(data: bytes, *, source: str = "") -> Article:
    """The article of one message in RFC 5322 form. Raises ArticleError when it carries no text."""
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError):
        raise ArticleError("this mail is damaged; open it in a mail program and save its text") from None
    html = _first(parts, "text/html")
    text = _first(parts, "text/plain")
    pieces = _html_pieces(html) if html else []
    if not pieces and text:
        pieces = list(_text_pieces(text))
    if not pieces:
        raise ArticleError("the mail holds no text; open its attachment instead")
    facts = _facts(message)
    title = facts.get("title")
    for index, given in enumerate(pieces[:6]):
        if given.kind == "heading" and " ".join(given.text.split()) == title:
            del pieces[index]
            break
    head = [piece("title", title)] if title else []
    head += [piece("byline", _header(message, "from"))] if facts.get("byline") else []
    return assemble(head + pieces, facts, source=source)


def _first(parts: list[EmailMessage], kind: str) -> str:
    for part in parts:
        try:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes) and payload.strip():
                    return decode(payload, part.get_content_charset())
        except (MessageError, ValueError, LookupError, AttributeError):
            continue
    return ""


def _header(message: EmailMessage, name: str) -> str:
    try:
        return safe_text(str(message.get(name, "")), lines=False)
    except Exception:  # the standard library's header parser fails in many ways on hostile headers
        return ""


def _facts(message: EmailMessage) -> Facts:
    name, address = parseaddr(_header(message, "from"))
    facts: Facts = {"title": _header(message, "subject") or None}
    if name or address:
        facts["byline"] = (re.split(r"\s+(?:at|from|via|@)\s+|\s*[|]\s*", name)[0] or address,)
    site = re.match(r"^[^<]*", _header(message, "list-id"))
    facts["site"] = (site.group().strip(' "') if site else "") or address.rpartition("@")[2] or None
    try:
        facts["published"] = parsedate_to_datetime(_header(message, "date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        facts["published"] = None
    return facts


def _html_pieces(html: str) -> list[Piece]:
    from reader.article.html.clean import drop_hidden, parse_page, wrap_loose_lines
    from reader.article.html.visible_text import visible_pieces

    page = parse_page(html)
    drop_hidden(page)
    wrap_loose_lines(page)
    return [_settled(given) for given in visible_pieces(page)]


def _settled(given: Piece) -> Piece:
    words = " ".join(given.text.split())
    if given.kind in ("paragraph", "list-item") and len(words) < 200 and (_NOISE.search(words) or is_junk(words)):
        return Piece("other", given.runs)
    return given


def _text_pieces(text: str) -> Iterator[Piece]:
    signed = False
    for quoted, group in _by_quoting(safe_text(text).split("\n")):
        for words in paragraphs_of("\n".join(group), least=1):
            signed = signed or words == "--" or words.startswith("-- ")
            if signed or _WROTE.match(words):
                yield piece("other", words)
            else:
                yield _settled(piece("quote" if quoted else "paragraph", words))


def _by_quoting(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines that are quoted with > or are not, the signs taken off."""
    group: list[str] = []
    was = False
    for line in lines:
        quoted = line.lstrip().startswith(">") if line.strip() else was
        if line.rstrip() == "--":
            line = "\n--\n"
        if quoted != was and group:
            yield was, group
            group = []
        was = quoted
        group.append(re.sub(r"^(?:\s*>)+ ?", "", line) if quoted else line)
    if group:
        yield was, group
