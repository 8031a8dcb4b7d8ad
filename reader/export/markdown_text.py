"""Article text inside Markdown: escaped, so that a renderer shows the very characters."""

import re

_INLINE = re.compile(r"[\\`*\[\]<|~$]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|:(?=//)|(?<=www)\.")
_FURTHER = re.compile(r"[{^]|=(?==)|%(?=%)|(?<!\w)#(?=[^\W\d])")
"""What only some renderers obey: attributes, superscripts and names of blocks, highlights, comments, tags."""
_LINE_START = re.compile(r"^(\s*)([#>]|[-+=:](?=\s|$|[-+=]))")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


def escape(text: str) -> str:
    """One line of article text as Markdown that renders as the same characters; white space is collapsed."""
    line = " ".join(text.split())
    for signs in (_INLINE, _FURTHER):
        line = signs.sub(lambda match: "\\" + match[0], line)
    line = _LINE_START.sub(r"\1\\\2", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    return re.sub(r"(?<=\s)(#+)$", r"\\\1", line)


def escape_lines(text: str) -> str:
    """Several lines of article text as one Markdown paragraph with hard line breaks."""
    return "\\\n".join(escape(line) for line in text.splitlines() if line.strip())


def write_link(words: str, url: str) -> str:
    """A Markdown link with these (unescaped) words."""
    return f"[{escape(words)}]({write_address(url)})"


def write_address(url: str) -> str:
    """The address as a Markdown link takes it: between angle brackets where it holds signs that would end it."""
    if re.search(r"[\s()<>\\]", url):
        return "<" + re.sub(r"[\s<>\\]", lambda match: f"%{ord(match[0]):02X}", url) + ">"
    return url
