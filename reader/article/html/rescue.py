"""Leaves that belong to an article though extraction left them out: its judgement is of boxes, this one of places."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from reader.article.html.asides import is_aside, points_away
from reader.article.html.extraction import is_prose
from reader.article.html.leaves import Leaf
from reader.article.html.notes import is_note
from reader.article.html.standfirst import STANDFIRST, key
from reader.article.text.bylines import byline_names
from reader.article.text.line_kinds import ends_like_a_sentence, is_junk

_MOST_OF_IT = 0.8
_PULLED = re.compile(r"(?:^|[\s_-])(?:pull-?)?quotes?(?:$|[\s_-])", re.IGNORECASE)
_SPOKEN = re.compile(r"^[\"“‘«„»—–]|[\"”’»][\s\w,.]{0,60}$")


class Places:
    """Where the leaves of one page stand."""

    def __init__(self, page: HtmlElement, found: Sequence[Leaf], kept: set[int]) -> None:
        self.found = found
        self.kept = kept
        self._paths: dict[HtmlElement, int] = {}
        self.core = self._core(page)
        self.scope = next((each for each in _and_above(self.core) if each.tag in ("article", "main")), page)
        prose = [at for at in kept if found[at].kind in ("paragraph", "quote", "list-item")] or list(kept)
        self.first, self.last = min(prose), max(prose)
        homes = [found[at].holder for at in kept if is_prose(found[at])]
        self.homes = {self.path(home) for home in homes}
        self.said = key(" ".join(found[at].text for at in sorted(kept)), 5_000_000)
        self.lists = {each for at in kept for each in found[at].holder.iterancestors("ul", "ol", "dl")}
        self.rooms = {room for home in homes if (room := _room(home))}

    def path(self, element: HtmlElement) -> int:
        """What stands for the tags and classes that lead to an element, the numbers in them aside."""
        found = self._paths.get(element)
        if found is None:
            parent = element.getparent()
            above = self.path(parent) if parent is not None else 0
            found = hash((above, element.tag, re.sub("[0-9]+", "", element.get("class", "")[:200])))
            self._paths[element] = found
        return found

    def _core(self, page: HtmlElement) -> HtmlElement:
        """The innermost element that holds most of what is kept."""
        sizes: Counter[HtmlElement] = Counter()
        whole = 0
        for at in self.kept:
            leaf = self.found[at]
            whole += len(leaf.text)
            for element in (leaf.holder, *leaf.holder.iterancestors()):
                sizes[element] += len(leaf.text)
        core = page
        while True:
            inner = next((child for child in core if sizes.get(child, 0) >= _MOST_OF_IT * whole), None)
            if inner is None:
                return core
            core = inner

    def at_home(self, leaf: Leaf) -> bool:
        """Whether a leaf stands just as prose that is kept does."""
        return self.path(leaf.holder) in self.homes

    def in_kept_list(self, leaf: Leaf) -> bool:
        """Whether something of the list that a leaf stands in is kept."""
        return next(leaf.holder.iterancestors("ul", "ol", "dl"), None) in self.lists

    def in_list_of_sentences(self, leaf: Leaf) -> bool:
        """Whether the items of the list that a leaf stands in are sentences, linked or not."""
        around = next(leaf.holder.iterancestors("ul", "ol"), None)
        items = around.findall(".//li") if around is not None and len(around) < 100 else []
        said = [" ".join(item.text_content().split()) for item in items]
        return len(said) > 1 and all(len(words) > 15 and words[-1:] in '.”"' for words in said)

    def in_another_room(self, leaf: Leaf) -> bool:
        """Whether a leaf stands outside the article's part of the page, in a box like those that hold the article."""
        if not is_prose(leaf) or leaf.kind in ("quote", "list-item"):
            return False
        above = list(_and_above(leaf.holder))
        if self.core in above or any(is_aside(each) for each in above):
            return False
        if self.scope in above and self.scope.tag != "html" and _room(leaf.holder) in self.rooms:
            return True
        own = next((each for each in above if each.tag == "article"), None)
        return self.at_home(leaf) and (own is None or own.find(".//h1") is None or own in _and_above(self.core))

    def inside(self, leaf: Leaf, *, named: bool = True) -> bool:
        """Whether a leaf stands in the article's part of the page, and in nothing there that is `named` an aside."""
        element: HtmlElement | None = leaf.holder
        while element is not None and element is not self.core:
            if named and is_aside(element):
                return False
            element = element.getparent()
        return element is not None


def _and_above(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _room(element: HtmlElement) -> str | None:
    """What the box around a paragraph is called; None where it has no name."""
    around = element.getparent()
    name = around.get("class", "").strip() if around is not None else ""
    return f"{around.tag}.{name}" if around is not None and name else None


def belonging(page: HtmlElement, found: Sequence[Leaf], kept: set[int]) -> set[int]:
    """The leaves that are kept, and those that belong with them; without those that headings say are other articles."""
    away = _announced(found, kept)
    kept = {at for at in kept - away if found[at].kind != "caption"}
    if not kept:
        kept = {at for at, leaf in enumerate(found) if at not in away and _may_be_told(leaf)}
    if not kept:
        return kept
    places = Places(page, found, kept)
    kept = {at for at in kept if places.inside(found[at], named=False) or _stands_alone(found[at])}
    rooms = {at for at, leaf in enumerate(found) if at not in kept | away and places.in_another_room(leaf)}
    if rooms:
        kept |= rooms
        places = Places(page, found, kept)
    kept |= set(_opening(places))
    places.first = min(places.first, *kept)
    kept |= set(_captions(places, kept)) - away
    added = {at for at, leaf in enumerate(found) if at not in kept | away and _belongs(places, at, leaf)}
    all_of_it = kept | added
    return all_of_it | {
        at for at, leaf in enumerate(found) if at not in all_of_it | away and _heads(places, at, all_of_it)
    }


def _may_be_told(leaf: Leaf) -> bool:
    """Whether a leaf is prose in no box that speaks against it: what is left where extraction finds nothing at all."""
    above = [each for each in _and_above(leaf.holder) if each.tag not in ("body", "html")]
    return is_prose(leaf) and not any(each.tag == "footer" or is_aside(each) for each in above)


def _stands_alone(leaf: Leaf) -> bool:
    """Whether a leaf outside the article's part of the page is more than a line that stands around there."""
    return is_prose(leaf) or leaf.kind in ("heading", "table", "quote")


def _belongs(places: Places, at: int, leaf: Leaf) -> bool:
    between = places.first < at < places.last
    if leaf.kind in ("heading", "caption", "table") or is_junk(leaf.text):
        return False
    if between and _is_pulled(places, leaf):
        return True
    if not places.inside(leaf):
        return False
    at_home = places.at_home(leaf)
    if leaf.kind == "quote":
        return leaf.linked < 0.9 and (is_prose(leaf) or _is_quoted(leaf))
    if any(is_note(each) for each in (leaf.holder, *leaf.holder.iterancestors())):
        return leaf.linked < 0.9
    if is_prose(leaf):
        return between or at_home
    if leaf.kind == "list-item" and between:
        return (leaf.linked < 0.5 and places.in_kept_list(leaf)) or places.in_list_of_sentences(leaf)
    if leaf.linked > 0.5:
        return between and at_home and len(leaf.text) > 40 and ends_like_a_sentence(leaf.text)
    return between and at_home and (ends_like_a_sentence(leaf.text) or bool(_SPOKEN.search(leaf.text)))


def _opening(places: Places) -> Iterator[int]:
    """The prose between the headline and the first leaf that is kept, in the same article."""
    opening: list[int] = []
    for at in range(places.first - 1, -1, -1):
        leaf = places.found[at]
        if leaf.kind == "heading":
            if leaf.level == 1:
                yield from opening
            return
        above = list(_and_above(leaf.holder))
        if places.scope not in above:
            return
        if len(leaf.text) < 120 and byline_names(next(leaf.pieces()).text.strip()):
            opening.append(at)
            continue
        if leaf.holder.tag != "p" or not is_prose(leaf) or is_junk(leaf.text):
            continue
        if any(STANDFIRST.search(f"{each.get('class', '')} {each.get('id', '')}") for each in above[:3]):
            leaf.kind = "standfirst"
        if places.scope.tag != "html" and (leaf.kind == "standfirst" or not any(map(is_aside, above))):
            opening.append(at)


def _captions(places: Places, kept: set[int]) -> Iterator[int]:
    """The captions of pictures that stand beside something kept, or between the headline and the text, each once."""
    seen: set[str] = set()
    headings = (at for at, leaf in enumerate(places.found) if leaf.kind == "heading" and leaf.level == 1)
    headline = next(headings, places.first)
    for at, leaf in enumerate(places.found):
        if leaf.kind != "caption" or not 8 <= len(leaf.text) <= 600 or key(leaf.text) in seen:
            continue
        near = (_neighbour(places, at, -1), _neighbour(places, at, 1))
        opens = headline < at < places.first and places.scope in _and_above(leaf.holder)
        if opens or any(beside in kept for beside in near):
            seen.add(key(leaf.text))
            yield at


def _neighbour(places: Places, at: int, step: int) -> int:
    """The next leaf of some length that is no caption."""
    at += step
    while 0 <= at < len(places.found):
        leaf = places.found[at]
        if leaf.kind != "caption" and len(leaf.text) >= 30:
            return at
        at += step
    return -1


def _is_pulled(places: Places, leaf: Leaf) -> bool:
    """Whether words are set beside the text as a quotation, and the text does not say them itself."""
    above = list(_and_above(leaf.holder))
    box = next((each for each in above if _PULLED.search(each.get("class", ""))), None)
    if box is None or places.core not in above or len(box.text_content()) > 600 or not _SPOKEN.search(leaf.text):
        return False
    if key(leaf.text) in places.said:
        return False
    leaf.kind = "quote"
    return True


def _is_quoted(leaf: Leaf) -> bool:
    """Whether words stand in a quotation that is more than a line set large: one that says who wrote it, or more."""
    block = next((each for each in (leaf.holder, *leaf.holder.iterancestors()) if each.tag in _QUOTES), None)
    if block is None:
        return False
    words = " ".join(block.text_content().split())
    return block.tag == "figure" or len(words) > 60 or next(block.iter("p", "cite", "footer"), None) is not None


_QUOTES = ("figure", "blockquote")


def _heads(places: Places, at: int, kept: set[int]) -> bool:
    """Whether a heading, or what a description is of, stands before words that are kept, a few short lines aside."""
    leaf = places.found[at]
    if (leaf.kind != "heading" and leaf.holder.tag != "dt") or leaf.linked > 0.5 or not places.first < at < places.last:
        return False
    if is_junk(leaf.text) or points_away(leaf.text) or not places.inside(leaf):
        return False
    return any(later in kept for later in range(at + 1, at + 4))


_BOXES = ("article", "section", "ul", "ol", "div", "aside", "table")


def _announced(found: Sequence[Leaf], kept: set[int]) -> set[int]:
    """What stands in boxes behind headings that announce other articles, and those headings."""
    dropped: set[int] = set()
    for at, leaf in enumerate(found):
        if leaf.kind not in ("heading", "paragraph") or not points_away(leaf.text):
            continue
        dropped.add(at)
        around = leaf.holder.getparent()
        before = {box for earlier in kept if earlier < at for box in found[earlier].holder.iterancestors()}
        for later in range(at + 1, len(found) if around is not None else 0):
            boxes = _inner(found[later].holder, around)
            if boxes and any(box.tag in _BOXES and box not in before for box in boxes):
                dropped.add(later)
    return dropped


def _inner(element: HtmlElement, around: HtmlElement) -> list[HtmlElement]:
    """An element and its ancestors inside another one; none where it stands elsewhere."""
    inner = []
    at: HtmlElement | None = element
    while at is not None and at is not around:
        inner.append(at)
        at = at.getparent()
    return inner if at is not None else []
