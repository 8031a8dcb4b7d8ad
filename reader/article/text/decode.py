"""Bytes of unknown encoding to text: byte order mark, strict UTF-8, what was declared, Windows-1252."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_LATIN = frozenset(("ascii", "iso8859-1", "latin-1", "cp1252"))


def has_mark(data: bytes) -> bool:
    """Whether the bytes open with a Unicode byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration or a meta element in the first 4 KB names."""
    head = data[:4096]
    match = _XML.search(head) or _META.search(head)
    return match.group(1).decode("ascii") if match else None


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of any bytes, never an error: what cannot be decoded becomes U+FFFD. NULs are left to `safe_text`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start > len(data) - 4 and problem.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")
    for hint in (declared, declared_encoding(data)):
        codec = _text_codec(hint)
        if codec and codec not in ("utf-8", "utf-16", "utf-32"):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode("cp1252", "replace")


def _text_codec(name: str | None) -> str | None:
    """The codec for a declared name, Latin names widened to Windows-1252 as browsers do; None for no text codec."""
    try:
        info = codecs.lookup((name or "").strip("\"' "))
        if not info._is_text_encoding or info.name.startswith(("idna", "punycode", "unicode", "raw", "undefined")):
            return None
    except (LookupError, ValueError):
        return None
    return "cp1252" if info.name in _LATIN else info.name


def _mostly_utf8(data: bytes) -> bool:
    """A few broken bytes in UTF-8 are damage; Windows-1252 has hardly a valid sequence."""
    text = data[:200_000].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) > 4 * bad
