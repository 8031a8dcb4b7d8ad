"""Bytes of unknown encoding to text: byte order mark, strict UTF-8, what was declared, a guess, Windows-1252.

UTF-8 with words of Windows-1252 between, as two programs leave it that wrote one page or one file, is read as both.

Names of encodings mean what they mean in browsers (the WHATWG's Encoding Standard): "gb2312" is GB 18030, "latin-1"
Windows-1252.
"""

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
_WIDER = {"gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs"}
"""Python's codecs for the standard's encodings, where the codec of that name knows fewer characters."""

_SHIFTING = frozenset(("iso2022_jp", "hz", "utf-7", "iso2022_kr"))
"""Encodings in plain ASCII bytes, which are therefore valid UTF-8 too."""

_BAD_SHARE = 0.02
"""Of a text's characters may be damaged, and what was declared still holds."""

_NOUGHTS = 0.8
"""Share of high bytes that are nought in UTF-16 of a Latin script."""

_SAMPLE = 200_000
"""Bytes by which it is told whether a text is mainly UTF-8."""

_NOT_LATIN = 0.25
"""Share of bytes past ASCII from which no Latin script is likely."""


def has_mark(data: bytes) -> bool:
    """Whether the bytes open with a Unicode byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a text in a Latin script is nought, and what is read so is text."""
    sample = data[:4096]
    sample = sample[: len(sample) // 2 * 2]
    half = len(sample) // 2
    if half < 8:
        return None
    for codec, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if high.count(0) >= _NOUGHTS * half and low.count(0) == 0:
            text = sample.decode(codec, "replace")
            shown = sum(each.isprintable() or each in "\n\r\t" for each in text)
            return codec if shown >= (1 - _BAD_SHARE) * len(text) else None
    return None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration or a meta element in the first 4 KB names."""
    head = data[:4096]
    match = _XML.search(head) or _META.search(head)
    return match.group(1).decode("ascii") if match else None


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of any bytes, never an error: what cannot be decoded becomes U+FFFD. NULs are left to `safe_text`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            mixed = _with_stray_bytes(data[len(mark) :]) if mark == codecs.BOM_UTF8 else None
            return mixed if mixed is not None else data.decode(name, "replace")
    if b"\x00" in data[:64] and (codec := wide_codec(data)):
        return data.decode(codec, "replace")
    hints = [codec for hint in (declared, declared_encoding(data)) if (codec := _text_codec(hint))]
    if hints and hints[0] in _SHIFTING:
        text = data.decode(hints[0], "replace")
        if _is_mostly_whole(text):
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start > len(data) - 4 and problem.reason == "unexpected end of data":
            return data.decode("utf-8", "replace")
    if set(hints) <= {"utf-8", "cp1252"} and (mixed := _with_stray_bytes(data)) is not None:
        return mixed
    for codec in hints:
        if codec not in ("utf-8", "utf-16", "utf-32"):
            text = data.decode(codec, "replace")
            if _is_mostly_whole(text):
                return text
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode(_guessed_codec(data), "replace")


def _is_mostly_whole(text: str) -> bool:
    return text.count("\ufffd") <= _BAD_SHARE * len(text)


def _guessed_codec(data: bytes) -> str:
    """Windows-1252, or what bytes of another script look like, where nothing is declared."""
    sample = data[:20_000]
    if len(sample) < 20 or sum(byte > 0x7F for byte in sample) < _NOT_LATIN * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    codec = _text_codec(found.encoding) if found else None
    return codec if codec and _is_mostly_whole(data.decode(codec, "replace")) else "cp1252"


def _text_codec(name: str | None) -> str | None:
    """The codec for a declared name, as browsers understand it; None for no text codec."""
    import webencodings

    name = (name or "").strip("\"' ")
    known = webencodings.lookup(name)
    if known is not None and known.name != "x-user-defined":
        name = _WIDER.get(known.name, known.codec_info.name)
    try:
        info = codecs.lookup(name)
        if not info._is_text_encoding or info.name.startswith(("idna", "punycode", "unicode", "raw", "undefined")):
            return None
    except (LookupError, ValueError):
        return None
    return "cp1252" if info.name in ("ascii", "iso8859-1") else info.name


def _mostly_utf8(data: bytes) -> bool:
    """A few broken bytes in UTF-8 are damage; Windows-1252 has hardly a valid sequence."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) > 4 * bad


def _with_stray_bytes(data: bytes) -> str | None:
    """UTF-8 of a Latin script with Windows-1252 where it is no UTF-8; None for what is not mainly UTF-8, or damaged
    text of another script, whose bytes would become letters that nobody wrote."""
    text = data[:_SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    whole = [c for c in text if c > "\x7f" and c != "\ufffd"]
    latin = sum(c < "\u0250" or "\u2000" <= c < "\u2c00" for c in whole)
    return data.decode("utf-8", _STRAY) if len(whole) >= bad and latin * 2 > len(whole) else None


def _stray(problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeDecodeError)
    found = problem.object[problem.start : problem.end]
    torn = found == b"\xc2" or found.startswith(b"\xe2\x80")  # of a no-break space, of a quotation mark
    return "\ufffd" if torn else found.decode("cp1252", "replace"), problem.end


_STRAY = "reader.stray"
codecs.register_error(_STRAY, _stray)
