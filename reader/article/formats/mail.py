"""An e-mail or newsletter becomes an article: subject, sender, date, and its parts of text and HTML."""

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from reader.article.assemble import Facts, Piece, assemble, piece
from reader.article.formats.mail_text import settled, text_pieces
from reader.article.model import Article, ArticleError
from reader.article.text.decode import decode
from reader.article.text.safe import safe_text

_MOST_PARTS = 500
_MOST_LEVELS = 20
_FEW_WORDS = 20
_ALMOST_ALL = 0.9
_READABLE = frozenset(("text/plain", "text/html"))


def article_from_mail(data: bytes, *, source: str = "") -> Article:
    """The article of one message in RFC 5322 form. Raises ArticleError when it carries no text."""
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        pieces = list(_part_pieces(message, _Budget(_MOST_PARTS)))
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError):
        raise ArticleError("this mail is damaged; open it in a mail program and save its text") from None
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


class _Budget:
    """How many more parts of a message are looked at."""

    def __init__(self, parts: int) -> None:
        self._left = parts

    def spend(self) -> bool:
        self._left -= 1
        return self._left >= 0


def _part_pieces(part: Message, budget: _Budget, level: int = 0) -> Iterator[Piece]:
    """The pieces of a part: of one of its alternatives, of all that it mixes, of a mail that it forwards."""
    if not budget.spend() or level > _MOST_LEVELS:
        return
    kind = part.get_content_type()
    if kind == "message/rfc822":
        for inner in _parts(part):
            yield from _forwarded_head(inner)
            yield from _part_pieces(inner, budget, level + 1)
    elif kind == "multipart/alternative":
        yield from _chosen([list(_part_pieces(inner, budget, level + 1)) for inner in _parts(part)])
    elif part.is_multipart():
        yield from _mixed([list(_part_pieces(inner, budget, level + 1)) for inner in _parts(part)])
    elif kind in _READABLE and part.get_content_disposition() != "attachment":
        yield from _text_part(part, kind)


def _parts(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [each for each in inner if isinstance(each, Message)] if isinstance(inner, list) else []


def _mixed(parts: list[list[Piece]]) -> Iterator[Piece]:
    """All parts one after the other; of two neighbours that say the same, as careless programs write, the later."""
    words = [Counter(word for given in pieces for word in given.text.casefold().split()) for pieces in parts]
    for index, pieces in enumerate(parts):
        following = words[index + 1] if index + 1 < len(parts) else Counter[str]()
        said = words[index].total()
        if said < _FEW_WORDS or (words[index] & following).total() < _ALMOST_ALL * said:
            yield from pieces


def _chosen(alternatives: list[list[Piece]]) -> list[Piece]:
    """The last alternative, which its writer likes best, unless it says far less than another."""
    sizes = [sum(len(given.text.split()) for given in pieces) for pieces in alternatives]
    for pieces, size in reversed(list(zip(alternatives, sizes, strict=True))):
        if size and 2 * size >= max(sizes):
            return pieces
    return []


def _forwarded_head(message: Message) -> Iterator[Piece]:
    """What a mail that is forwarded whole says above its text."""
    subject = _header(message, "subject")
    if subject:
        yield piece("heading", subject, level=2)
    for name in ("from", "date", "to"):
        value = _header(message, name)
        if value:
            yield piece("other", f"{name.capitalize()}: {value}")


def _text_part(part: Message, kind: str) -> Iterator[Piece]:
    try:
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            return
        text = decode(payload, part.get_content_charset())
        if kind == "text/html":
            yield from _html_pieces(text)
        else:
            flowed = str(part.get_param("format", "")).lower() == "flowed"
            delete_space = str(part.get_param("delsp", "")).lower() == "yes"
            yield from text_pieces(text, flowed=flowed, delete_space=delete_space)
    except (MessageError, ValueError, LookupError, AttributeError):
        return


def _header(message: Message, name: str) -> str:
    try:
        raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
        if isinstance(raw, str) and not raw.isascii():  # bytes that no header may hold, of a careless program
            return safe_text(decode(raw.encode("utf-8", "surrogateescape")), lines=False)
        return safe_text(str(message.get(name, "")), lines=False)
    except Exception:  # the standard library's header parser fails in many ways on hostile headers
        return ""


def _facts(message: Message) -> Facts:
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
    from reader.article.html.clean import parse_page, wrap_loose_lines
    from reader.article.html.hidden import drop_hidden
    from reader.article.html.visible_text import visible_pieces

    page = parse_page(html)
    drop_hidden(page)
    wrap_loose_lines(page)
    return [settled(given) for given in visible_pieces(page)]
