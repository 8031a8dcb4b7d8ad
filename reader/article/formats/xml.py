"""XML from strangers, parsed without entities, external files or the network."""

from lxml import etree


def parse_xml(data: bytes) -> etree._Element | None:
    """The root of an XML document, however damaged; None when there is none. Entities of its own stay unresolved."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str:
    """The text of the first child of one of these names."""
    for child in element:
        if local_name(child) in names:
            return "".join(child.itertext()).strip()
    return ""
