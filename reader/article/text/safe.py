"""The one place that makes text from anywhere safe to keep, to show and to write to a terminal."""

import re
import unicodedata
from urllib.parse import urljoin, urlsplit

MOST_MARKS = 6
"""Combining marks kept on one character: more than any script needs, less than any prank uses."""

_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x00-\x08\x0a-\x1f\x7f-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)"  # OSC: titles, clipboard
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x00-\x08\x0e-\x1f\x7f-\x9f]{0,4096}(?:\x1b\\|\x9c)"  # DCS, APC
    r"|\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # CSI: colours, cursor, modes
    r"|\x9b[0-9;?]{1,64}[ -/]{0,8}[@-~]"
    r"|\x1b[\]PX^_\[]"  # the start of one that never ends: only the start goes
    r"|\x1b[ -/]{0,8}[0-~]"
)
_REFERENCES = re.compile(r"&#(?:0{0,9}27|[xX]0{0,9}1[bB]);?")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0xFB50, 0xFEFF))
_JOINER = re.compile(f"[{JOINERS}]")


def safe_text(text: str, *, lines: bool = True) -> str:
    """Text without anything that acts on a terminal or hides what it says; NFC; idempotent.

    Escape sequences go whole; then control, format, surrogate, private-use and unassigned characters go
    (joiners stay where emoji or a script need them), every kind of space becomes a plain one, every line end
    "\\n", and combining marks are capped at `MOST_MARKS`. With `lines=False` line ends become spaces too: for
    titles, names, messages.
    """
    if not text.replace("\n", "").isprintable():
        text = _BREAKS.sub("\n", _ESCAPES.sub("", text))
        if not text.replace("\n", "").isprintable():
            text = _replace_characters(text)
    if not text.isascii():
        text = _compose(text)
    return " ".join(text.split()) if not lines else text


def short(text: str, most: int) -> str:
    """The beginning of a text on one line, at most so many characters and as safe as the whole: a cut may leave half
    of a joined emoji, or a space.
    """
    return safe_text(safe_text(text, lines=False)[:most], lines=False)


def can_be_shown(text: str, at: int) -> bool:
    """Whether a character prints, or belongs to those that do: joiners in emoji or words, a sign of a script."""
    character = text[at]
    return character.isprintable() or character in _VISIBLE_FORMAT or (character in JOINERS and _joins(text, at))


def without_escapes(html: str) -> str:
    """A page's source without escape sequences, also those that it writes as character references."""
    html = _REFERENCES.sub("\x1b", html) if "&#" in html else html
    return _ESCAPES.sub("", html)


def _replace_characters(text: str) -> str:
    characters = set(text)
    told = {ord(c): _replacement(c) for c in characters if not (" " <= c <= "~" or c == "\n")}
    if table := {k: v for k, v in told.items() if v is not None}:
        text = text.translate(table)
    if not characters.isdisjoint(JOINERS):
        text = _JOINER.sub(lambda m: m.group() if _joins(text, m.start()) else "", text)
    return text


def _compose(text: str) -> str:
    capped = _cap_marks(text)
    composed = unicodedata.normalize("NFC", capped)
    return capped if composed == capped else _cap_marks(composed)


def _replacement(character: str) -> str | None:
    """What takes a character's place; None keeps it."""
    if "\x80" <= character <= "\x9f":  # old pages write Windows-1252 quotes as these
        return character.encode("latin-1").decode("cp1252", "ignore")
    match unicodedata.category(character):
        case "Zs":
            return " "
        case "Cc":
            return " " if character == "\t" else ""
        case "Cf":
            return None if character in JOINERS or character in _VISIBLE_FORMAT else ""
        case "Cs" | "Co" | "Cn":
            return ""
    return None


def _joins(text: str, at: int) -> bool:
    if at == 0 or at + 1 == len(text):
        return False
    before, after = text[at - 1], text[at + 1]
    code = ord(before)
    if any(low <= code <= high for low, high in _JOINING_SCRIPTS):
        return unicodedata.category(after)[0] in "LM" or after == " "
    return text[at] == "\u200d" and _pictorial(before) and _pictorial(after)


def _pictorial(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") or character == "\ufe0f"


def _cap_marks(text: str) -> str:
    """Drops marks past `MOST_MARKS` on one character, and marks that stand on nothing."""
    marks = "".join(c for c in set(text) if c > "\u02ff" and unicodedata.category(c) in ("Mn", "Me"))
    if not marks:
        return text
    run = f"[{re.escape(marks)}]"
    piled = re.compile(f"(?:(?<=[\n ])|\\A){run}+|({run}{{{MOST_MARKS}}}){run}+")
    return piled.sub(lambda found: found.group(1) or "", text)


def safe_link(address: str, base: str | None = None) -> str | None:
    """The absolute http, https or mailto address of a link, or None where a reader must not follow it."""
    address = "".join(address.split())
    if not address or address.startswith("#") or len(address) > 2048:
        return None
    try:
        address = urljoin(base, address) if base else address
        parts = urlsplit(address)
        hostname = parts.hostname
    except ValueError:
        return None
    if safe_text(address) != address or not address.isprintable():
        return None
    address = parts.scheme + address[len(parts.scheme) :]
    if parts.scheme in ("http", "https") and hostname:
        return address
    return address if parts.scheme == "mailto" and parts.path else None
