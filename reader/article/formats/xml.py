"""XML from strangers, parsed without entities, external files or the network."""

import re
from html.entities import html5

from lxml import etree

from reader.article.text.decode import decode

_DECLARATION = re.compile(r"^[\ufeff\s]*<\?xml[^>]{0,400}\?>")
_AS_IT_IS = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
_BARE_SIGN = re.compile(r"&(?!#\d|#[xX][\da-fA-F]|[A-Za-z][\w.-]*;)|<(?![A-Za-z_:/!?])|<(?![!?])(?=[^<>]*<)")
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document, however damaged; None when there is none.

    Entities that the document defines stay unresolved. A name that XML lacks is read as HTML's, and a `&` or `<` that
    opens nothing as itself.
    """
    text = _DECLARATION.sub("", _UNWRITABLE.sub("", decode(data)))
    text = "".join(
        part if number % 2 else _NAMED.sub(_as_number, _BARE_SIGN.sub(_escaped, part))
        for number, part in enumerate(_AS_IT_IS.split(text))
    )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _escaped(sign: re.Match[str]) -> str:
    return "&amp;" if sign.group() == "&" else "&lt;"


def _as_number(name: re.Match[str]) -> str:
    """A named character as numbers, which XML knows too."""
    found = html5.get(name.group(1)) if name.group(1) not in _OF_XML else None
    return "".join(f"&#{ord(c)};" for c in found) if found else name.group()


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace, declared or not; "" for what is no element."""
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str:
    """The text of the first child of one of these names."""
    for child in element:
        if local_name(child) in names:
            return "".join(child.itertext()).strip()
    return ""
