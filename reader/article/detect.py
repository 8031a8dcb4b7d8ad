"""Which format bytes are in, told by what they hold; the name only breaks ties."""

import re
from typing import Literal

from reader.article.model import ArticleError
from reader.article.text.decode import has_mark, wide_codec
from reader.article.text.patterns import compile_later

Format = Literal["plain", "markdown", "html", "mail", "epub", "pdf", "feed", "subtitles"]

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x00\x00\x00\x1cftyp", "video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format", "a database"),
)
_HTML = compile_later(
    r"<(?:!doctype html|html|head|body|article|main|section|div|p|h[1-6]|meta|title|table|span|script|style|ul|ol|"
    r"blockquote|figure|br|!--)\b[^<>]{0,300}>?",
    re.IGNORECASE,
)
_PAGE = compile_later(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
_PAGE_NAMES = (".html", ".htm", ".xhtml", "text/html", "application/xhtml+xml")
_PARAGRAPH = compile_later(r"<p[\s>].{80,}?</p>", re.IGNORECASE | re.DOTALL)
_FEED = compile_later(
    r"^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*|<!DOCTYPE\s+rss[^>]*>\s*)*"
    r"<(?:rss|(?:[A-Za-z][\w.-]{0,20}:)?(?:feed|RDF))[\s>]",
    re.DOTALL,
)
_JSON_FEED = compile_later(r'^\{[^{}]{0,400}"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org')
_SUBTITLES = compile_later(
    r"WEBVTT(?:[ \t][^\n]*)?(?:\n|$)|"
    r"(?:\d+[ \t]*\n)?[ \t]*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}"
)
_MAIL_HEADER = compile_later(
    r"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type|delivered-to|reply-to|"
    r"list-id|dkim-signature|x-[\w-]+):",
    re.IGNORECASE,
)
_MARKDOWN = (
    ("# ", compile_later(r"^#{1,6} \S", re.MULTILINE)),
    ("](", compile_later(r"\[[^\]\n]{1,200}\]\((?:https?|mailto):[^)\s]+\)")),
    ("**", compile_later(r"(?:^|\s)\*\*[^*\n]{2,120}\*\*(?:\s|[.,;:!?]|$)")),
    ("> ", compile_later(r"^> \S", re.MULTILINE)),
    ("\n", compile_later(r"^(?:[-*+]|\d\.) \S.*\n(?:[-*+]|\d\.) \S", re.MULTILINE)),
)
"""Signs of Markdown, each behind what it cannot do without."""


def binary_format(data: bytes) -> Format | None:
    """The format of bytes that are no text: EPUB or PDF; None for text; ArticleError for anything else."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data:
            return "epub"
        what = "a Word document" if b"word/" in data[:20_000] else "a zip archive"
        raise ArticleError(f"this is {what}, not an article; save it as text, HTML, EPUB or PDF first")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(f"this is {what}, not an article; open a text, HTML, e-mail, EPUB or PDF file")
    if not has_mark(data) and wide_codec(data) is None:
        sample = data[:65_536]
        controls = sum(sample.count(byte) for byte in (b"\x00", b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06"))
        if controls > max(4, len(sample) // 100):
            raise ArticleError("this is binary data, not an article; open a text, HTML, e-mail, EPUB or PDF file")
    return None


def text_format(text: str, name: str = "") -> Format:
    """The format of decoded text; `name` (a file name or media type) only helps where the text fits several."""
    head = text[:6000].lstrip("\ufeff \t\r\n")
    lowered = name.lower()
    if _FEED.match(head) or _JSON_FEED.match(head):
        return "feed"
    if _SUBTITLES.match(head.replace("\r\n", "\n")):
        return "subtitles"
    if _looks_like_mail(head):
        return "mail"
    if _PAGE.match(head):
        return "html"
    sample = text[:20_000]
    found = [needed in sample and bool(pattern.search(sample)) for needed, pattern in _MARKDOWN]
    signs = sum(found)
    if lowered.endswith((".md", ".markdown", ".mdown", "text/markdown")):
        return "markdown"
    if _looks_like_html(head, lowered):  # Markdown may open with HTML too, to set a title in the middle
        titled = found[0] and not _PARAGRAPH.search(head)
        return "markdown" if titled and signs >= 2 and not lowered.endswith(_PAGE_NAMES) else "html"
    if head.startswith("---\n") and "\n---" in head[4:]:
        return "markdown"
    return "markdown" if signs >= 2 or head.startswith("# ") else "plain"


def _looks_like_mail(head: str) -> bool:
    lines = head.splitlines()[:40]
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    named: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t" and named:
            continue
        if not re.match(r"[!-9;-~]{1,60}:", line):
            return False
        if _MAIL_HEADER.match(line):
            named.add(line.partition(":")[0].lower())
    return len(named & {"from", "to", "subject", "date", "message-id", "received", "mime-version", "content-type"}) >= 3


def _looks_like_html(head: str, name: str) -> bool:
    tags = len(_HTML.findall(head))
    if name.endswith(_PAGE_NAMES):
        return tags > 0
    return (head.startswith("<") and tags > 0) or tags >= 6
