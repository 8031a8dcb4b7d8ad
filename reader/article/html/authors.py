"""Who wrote a page: from JSON-LD, meta elements, and the byline that readers see."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from reader.article.html.linked_data import Author
from reader.article.text.bylines import byline_names, known_agency, names_in
from reader.article.text.safe import safe_text

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|writers?|contributors?|creator)(?:[_-]*(?:names?|links?|text|wrapper|list|info))?(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_BYLINE = re.compile(
    r"comment|related|bio\b|image|avatar|photo|social|share|follow|sidebar|footer|(?<!v)card", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:admin|administrator|web ?master|user|guest|unknown|anonymous|editor)\b", re.IGNORECASE)
_DESK = re.compile(
    r"^[\w.&' -]{2,40}\b(?:staff|desk|team|newsroom|editorial|bureau|correspondents?|reporters?)$", re.IGNORECASE
)
_LEAD_IN = re.compile(r"^\s*(?:by|written by|posted by|words by|author|authors)\b\s*:?\s*", re.IGNORECASE)


def authors(
    page: HtmlElement, linked: Sequence[Author], meta: dict[str, list[str]], site: str | None, publisher: str | None
) -> tuple[str, ...]:
    """The authors of a page, people before desks and publishers; empty where none is named."""
    marked = _marked(page)
    whole = [name for author in linked if author.person for name in _person(author.name)] + marked
    sources = [
        [author.name for author in linked],
        meta.get("author", []) + meta.get("article:author", []),
        meta.get("parsely-author", []) + meta.get("sailthru.author", []) + meta.get("byl", []),
        meta.get("dc.creator", []) + meta.get("dcterms.creator", []),
        marked or list(_visible(page)),
    ]
    houses = [name for name in (site, publisher) if name]
    desks: tuple[str, ...] = ()
    for found in sources:
        people, others = _sort(found, houses, whole)
        if people:
            return people
        if any(_DESK.match(name) for name in others):
            return others
        desks = desks or others
    return desks


def _sort(
    found: Sequence[str], houses: Sequence[str], whole: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people in some entries, and the desks and publishers; names that stand for one person are taken whole."""
    people: list[str] = []
    others: list[str] = []
    for entry in found:
        if "://" in entry or len(entry) > 300:
            continue
        entry = _LEAD_IN.sub("", entry).strip()
        one = _person(entry)
        names = one if one and set(one) <= set(whole) else names_in(entry)
        if not names and _DESK.match(entry):
            others.append(entry)
        for name in names:
            if _NOBODY.search(name) or name in people:
                continue
            if any(alike(name, house) for house in houses) or known_agency(name) or name.endswith("Associated Press"):
                others.append(name)
            else:
                people.append(name)
    return tuple(people[:12]), tuple(dict.fromkeys(others))[:2]


_CREDENTIALS = re.compile(
    r"\s*,\s*(?:(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?S\.?c|B\.?S\.?c|B\.?A|M\.?B\.?A|M\.?P\.?H|R\.?N|D\.?D\.?S|J\.?D|LL\.?[BM]|CPA|CFA"
    r"|DVM|Ed\.?D|MPhil|DPhil|FRS|OBE|MBE|CBE|QC|KC|Esq)\.?)(?=$|\s*,)"
)


def _person(name: str) -> tuple[str, ...]:
    """The name of one person, without `By` and degrees; the names of several where it plainly lists them."""
    name = _CREDENTIALS.sub("", _LEAD_IN.sub("", name).strip(" ,;|")).strip(" ,")
    if not name or "://" in name or len(name) > 80 or not any(c.isalpha() for c in name):
        return ()
    if re.search(r",|;|&|\band\b", name):
        several = names_in(name)
        if len(several) > 1 and all(" " in each for each in several):
            return several
        name = name.split(",")[0] if several and "," in name else name
    if name.isupper() and " " in name:
        return names_in(name) or (name,)
    return (name,)


def alike(one: str, other: str) -> bool:
    """Whether two names are those of one publication: the same, or the one within the other."""
    a, b = ("".join(re.findall(r"\w+", name.casefold())).removeprefix("the") for name in (one, other))
    if not a or not b:
        return False
    shared = one.casefold().split()[0] == other.casefold().split()[0] and len(other.split()) * len(one.split()) < 3
    return a == b or shared or (min(len(a), len(b)) > 3 and (a in b or b in a))


def _visible(page: HtmlElement) -> Iterator[str]:
    """The words of elements marked as byline: those after the headline first, innermost once."""
    before: list[str] = []
    after: list[str] = []
    headed = False
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in (
            "script",
            "style",
            "body",
            "html",
            "head",
            "meta",
            "link",
        ):
            continue
        headed = headed or element.tag == "h1"
        marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
        rel = (element.get("rel") or "").split()
        if "author" in rel or (_BYLINE.search(marks) and not _NOT_BYLINE.search(marks)):
            words = spaced_text(element)
            if 2 < len(words) < 200:
                (after if headed else before).append(words)
        if len(after) > 20:
            break
    for group in (after, before):
        named = [words for words in group if byline_names(words)]
        found = named[:1] or [words for words in group if names_in(_LEAD_IN.sub("", words))][:1]
        if found:
            yield from found
            return


_ONE_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")


def _marked(page: HtmlElement) -> list[str]:
    """The names in the first byline, `By` and phrases each marked as an author: whatever letters they begin with."""
    for element in page.iter("a", "span", "b", "strong"):
        around = element.getparent()
        if not _is_author(element) or around is None or not _LEAD_IN.match(around.text_content()[:40]):
            continue
        names = [safe_text(each.text_content()[:200], lines=False) for each in around if _is_author(each)]
        if len(around.text_content()) < 200 and all(map(_ONE_NAME.fullmatch, names)):
            return names
    return []


def _is_author(element: HtmlElement) -> bool:
    return "author" in (element.get("rel") or "").split() or "author" in (element.get("class") or "").split()


def spaced_text(element: HtmlElement) -> str:
    """An element's words, with a bar where one child ends and the next begins."""
    parts = [safe_text(part, lines=False) for part in element.itertext(with_tail=False)]
    text = ""
    for part in parts:
        if not part:
            continue
        glue = " " if not text or re.search(r"(?:\bby|\band|,|&|:)$", text, re.IGNORECASE) else " | "
        glue = " " if part[0] in ",;&" or part.lower().startswith("and ") or part == "and" else glue
        text = f"{text}{glue}{part}" if text else part
    return text
