"""Names mended at their edges: what a hyphen, a list, a number or an apostrophe cut off, and what does not belong."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, takewhile
from string import ascii_lowercase

from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_phrases, load_words
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.phrases import OWNING
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_given, is_office, is_title
from reader.analysis.model import ActorKind
from reader.analysis.names.by_rule import Name, is_title_case, trim_small_words
from reader.analysis.names.sites import match_site
from reader.article.model import Span

_HYPHENED = re.compile(r"[-‑](?:(?:in|on|upon|sur|le|la|de|en|by|under)[-‑])*[A-Z][^\W\d_]+(?:[-‑][A-Z]?[^\W\d_]+)*")
_HYPHENED_BEFORE = re.compile(r"(?:[A-Z][^\W\d_]*[-‑])+$")
_OWNED_BEFORE = re.compile(
    r"\b(?:King|Queen|(?:(?!The )[A-Z]\w+ )?(?:People|Women|Children|Workers|Farmers|Teachers|Students))['’]s? $"
)
_OWNED = re.compile(
    r"(?:College|Hospital|Republic|Party|Congress|School|University|Union|Board|Bank|Army|Council|Commission|Movement"
    r"|Front|Alliance|Assembly|Trust|Institute)\b"
)
_INITIALS_BEFORE = re.compile(r"(?:\b[A-Z]\.[- ]?)+$")
_SAINT_BEFORE = re.compile(r"\bSt\.? $")
_HYPHENS = ("-", "‑")
_NUMBER = re.compile(r" (?:\d{1,2}(?:FM)?|One|Two|Three|Four|Five)\b(?![-.,:]\d)")
_NUMBERED = frozenset(["channel", "radio", "formula", "bbc", "itv"])
_CAPITALS = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the))*"
_LISTED = re.compile(rf"(?:, {_CAPITALS})*,? (?:and|&) (?:the )?{_CAPITALS}")
_LISTING = re.compile(
    r"\b(?:Department|Ministry|Secretary|Office|Committee|Bureau|School|Faculty|Institute|College|Society|Academy"
    r"|Center|Centre|Forum|Survey|Commission|Council|Foundation) (?:for|of|on) "
)
_LISTING_TOO = re.compile(r"\b(?:Centers|Centres|Division|Association|Federation|Board|Borough|Agency) (?:for|of) ")
"""Bodies' nouns of which several stand beside others more often: what follows must be no name of its own."""
_LISTED_BODY = re.compile(r"((?:, [A-Z][a-z]+)+,? (?:and|&) [A-Z][a-z]+) ([A-Z][a-z]+)\b")
"""Fields and the noun of a body behind its first field: "National Sea | , River and Lake Institute"."""
_WIDE = frozenset(["National", "International", "Royal", "Federal", "European"])
_FIELDS_TOO = frozenset(["media", "works", "international"])
"""Words of bodies' names that are fields as well."""
_CREDIT = re.compile(r"(?:Getty(?: Images)?|(?:AP|Reuters|AFP)(?: Photo)?|Photo) ")
_PARTS = re.compile(r",? (?:and|&) |, ")
_AND_SONS = re.compile(r" & [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_AND_SONS_BEFORE = re.compile(r"\b[A-Z][\w’'-]* & $")
_NUMBERED_BEFORE = re.compile(r"\b\d{1,3}(?:st|nd|rd|th) $")
_COUNTED = frozenset(
    [
        "avenue",
        "street",
        "century",
        "infantry",
        "cavalry",
        "armoured",
        "armored",
        "airborne",
        "brigade",
        "regiment",
        "division",
        "battalion",
        "fleet",
        "corps",
        "circuit",
        "district",
        "army",
    ]
)
"""First words of names that are told apart by numbers: "5th Avenue Theatre", "2nd Infantry Division"."""
_WORDS_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_GLOTTAL = re.compile(r"(?:['’](?!(?:s|t|d|m|re|ve|ll|em|n)\b)[a-z]+)+\b")
_NICKNAME = r"(?:\"[^\W\d_][\w'’ -]+\"|“[^\W\d_][\w'’ -]+”|‘[^\W\d_][\w-]+’)"
_NICKNAMED = re.compile(rf" {_NICKNAME} [A-Z][^\W\d_][\w'’-]*")
_NICKNAME_ENDED = re.compile(r"[\"”] [A-Z][^\W\d_][\w'’-]*")
_NICKNAMED_BEFORE = re.compile(rf"\b[A-Z][\w'’-]+ {_NICKNAME} $")
_ABROAD = re.compile(r" (?:da|das|de|degli|del|dell|della|delle|dello|des|di|do|dos|du)(?: la| los| las)? [A-Z]\w+")
_SYLLABLE = r"(?:[bcdfghjklmnprstwyz]|ch|sh|zh|ts|hs|kw)?y?[aeiou]{1,3}(?:ng|n|k|l|m|p|t|h)?"
_GIVEN_PARTED = re.compile(rf"-{_SYLLABLE}\b(?!-)")
_ONE_SYLLABLE = re.compile(_SYLLABLE)
_ENGLISH = frozenset(["run", "set", "win", "up", "hit", "top", "fan", "man", "to", "hat", "bit", "cut", "fit"])
"""English words behind a hyphen that look like a syllable of a Korean or Chinese given name: "state-run"."""
_MADE = re.compile(r"^\S+-(?:[a-z]+ed|born|led|style|made|run|themed|only)$")
_ALL: tuple[ActorKind, ...] = ("person", "organisation", "place", "group")
_BEFORE: tuple[tuple[re.Pattern[str], tuple[str, ...], tuple[ActorKind, ...]], ...] = (
    (_SAINT_BEFORE, ("St ", "St. "), _ALL),
    (_NICKNAMED_BEFORE, ('" ', "” ", "’ "), ("person",)),
    (_OWNED_BEFORE, ("'s ", "’s ", "s' ", "s’ "), ("organisation", "place")),
    (_INITIALS_BEFORE, (".", ".-", ". "), ("person",)),
    (_HYPHENED_BEFORE, _HYPHENS, _ALL),
    (_AND_SONS_BEFORE, (" & ",), _ALL),
    (_NUMBERED_BEFORE, ("st ", "nd ", "rd ", "th "), ("organisation", "place", "group")),
    (_WORDS_BEFORE, tuple(f"{letter} " for letter in ascii_lowercase), ("organisation",)),
)
"""What may stand before a name, how that ends (seldom is one there to be looked for), and before what kinds."""
_ENDINGS: Mapping[ActorKind, tuple[str, ...]] = {
    kind: tuple(chain.from_iterable(endings for _, endings, kinds in _BEFORE if kind in kinds)) for kind in _ALL
}
_OPENING = ('"', "“", "‘")
_NO_ENDS = frozenset((*_HYPHENS, *_OPENING, " "))
"""What no name ends in."""
_FEW_INITIALS = 2
_ENDS = ("", "\n", ",", ".", ";", ":", ")")
"""What stands behind the last word of a clause; nothing where the text ends."""
_HELPING = ("is", "has")
"""Verbs that may stand behind an "'s" that nothing is owned by all the same: "a friend of Ann's has said"."""
_REACH = 120
"""So many characters behind a name are looked at."""


def mend_edges(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names grown to the whole of what they are part of ("Barrow-in-Furness", "Channel 4", "Department for Culture,
    Media and Sport", "Moody's", "Harrow & Vane"), and cut where what leads them only describes ("Gulf-owned Harbour
    Bank"). What a grown name covers is no name beside it."""
    text = document.article.text
    known = {text[slice(*name.span)] for name in names if not _stands_joined(text, name)}
    in_s = _list_names_in_s(document, names)
    called = (document.article.words_of(name.span) for name in names if name.kind == "person")
    people = {one for one in called if is_given(one.partition(" ")[0].lower())}
    mended = _part_people(document, [_mend(document, name, known, people, in_s) for name in names])
    kept: list[Name] = []
    laid: SpanIndex[None] = SpanIndex()
    for name in sorted(mended, key=lambda one: (one.span[0] - one.span[1], one.span[0])):
        for span, _ in laid.touching(name.span):
            name = name._replace(span=_cut_off(text, name.span, span))
        if name.span[0] < name.span[1]:
            laid.add(name.span, None)
            kept.append(name)
    return sorted(kept, key=lambda name: name.span)


def _part_people(document: Document, names: Sequence[Name]) -> Iterator[Name]:
    """Names with those parted that are two people's, each of whom the article names elsewhere: a comma is missing, or a
    heading's end ("Ann Lee Berg" beside "Ann Lee" and "Bo Berg"); and cut where a headline goes on with what somebody
    does ("Ann Lee Tells All")."""
    words = [tuple(document.article.words_of(name.span).split()) for name in names]
    full = {one for one, name in zip(words, names, strict=True) if name.kind == "person" and len(one) > 1}
    ends = Counter(one[-1] for one in full)
    for name, one in zip(names, words, strict=True):
        if name.kind != "person":
            yield name
            continue
        tails = [i for i in range(len(one) - 1, 1, -1) if one[:i] in full]
        first = next((i for i in tails if one[i:] in full or (i == len(one) - 1 and ends[one[i]] > 1)), None)
        swallowed = first is None and bool(tails) and _is_written_large(document, name)
        if first is None and not swallowed:
            yield name
            continue
        at = [match.span() for match in re.finditer(r"\S+", document.article.text[slice(*name.span)])]
        yield name._replace(span=(name.span[0], name.span[0] + at[(first or tails[0]) - 1][1]))
        if first is not None:
            yield name._replace(span=(name.span[0] + at[first][0], name.span[1]))


def _is_written_large(document: Document, name: Name) -> bool:
    """Whether a name stands in a sentence that is written like a headline, where other words have capitals too."""
    at = document.words_in(name.span)
    return bool(at) and is_title_case(document, document.sentence_words(document.words[at.start].sentence))


def _stands_joined(text: str, name: Name) -> bool:
    """Whether a name stands by an ampersand, or is a person's full one before a hyphen, and may be but a part."""
    start, end = name.span
    full = name.kind == "person" and " " in text[start:end]
    hyphened = full and text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isupper()
    return hyphened or text.startswith(" & ", end) or text.endswith(" & ", 0, start)


def _cut_off(text: str, span: Span, other: Span) -> Span:
    """What a name has before another one that overlaps it, else behind it; nothing where the other covers it."""
    start, end = (span[0], min(span[1], other[0])) if span[0] < other[0] else (max(span[0], other[1]), span[1])
    return trim_small_words(text, (start, end)) if start < end else (start, start)


def _mend(document: Document, name: Name, known: set[str], people: set[str], in_s: set[str]) -> Name:
    text = document.article.text
    block = document.article.blocks[document.article.block_at(name.span[0])].span
    start, end = _cut_credit(text, _cut_made(text, _trim_hyphens(text, name.span)))
    before, behind = text[max(block[0], start - _REACH) : start], text[end : min(block[1], end + _REACH)]
    site = match_site(behind) if name.kind != "person" or " " not in text[start:end] else None
    for grown in _grow(name.kind, text[start:end], behind, people, known) if site is None else (site[0],):
        whole = text[start:end] + grown
        if not _joins_known(whole, known):
            end += len(grown)
            break
    else:
        if _keeps_ending(document, name, text[start:end], end, known, in_s):
            end += 2
    for pattern, endings, kinds in _BEFORE if before.endswith(_ENDINGS[name.kind]) else ():
        led = pattern.search(before) if name.kind in kinds and before.endswith(endings) else None
        whole = "" if led is None else led[0] + text[start:end]
        if led is not None and not _joins_known(whole, known) and _may_lead(pattern, whole, known):
            start -= len(led[0])
            break
    whole = text[start:end].lower().replace("’", "'")
    firm = whole in load_words("firms_in_s") or (whole.removesuffix("'s") in in_s and whole.endswith("'s"))
    if (start, end) == name.span and not firm:
        return name
    return name._replace(span=(start, end), kind="organisation" if firm or site else name.kind)


def _trim_hyphens(text: str, span: Span) -> Span:
    """A name that ends or begins in a hyphen, or ends before a mark, without it: the rest is looked for as of any
    other."""
    start, end = span
    while end - start > 1 and text[end - 1] in _NO_ENDS:
        end -= 1
    while end - start > 1 and text[start] in _HYPHENS:
        start += 1
    return start, end


def _may_lead(pattern: re.Pattern[str], whole: str, known: set[str]) -> bool:
    """Whether what stands before a name belongs to it: a word whose letter the initials have that the article calls the
    whole by ("British Film Institute" beside "BFI"), a number that tells it apart."""
    first, second = whole.split()[:2] if " " in whole else (whole, "")
    if pattern is _NICKNAMED_BEFORE:
        return is_given(first.lower())
    if pattern is _OWNED_BEFORE:
        return _OWNED.search(whole) is not None
    if pattern is _AND_SONS_BEFORE:
        return not is_given(first.lower())
    if pattern is _NUMBERED_BEFORE:
        return second.lower() in _COUNTED
    if pattern is _WORDS_BEFORE:
        letters = "".join(word[0] for word in whole.split() if word[0].isupper())
        return len(letters) > _FEW_INITIALS and letters in known
    return True


def _cut_made(text: str, span: Span) -> Span:
    """A name without what leads it by a hyphen and a participle: "Gulf-owned"."""
    if "-" not in text[slice(*span)]:
        return span
    words = [match.span() for match in re.finditer(r"\S+", text[slice(*span)])]
    for position in range(len(words) - 1, -1, -1):
        first, last = words[position]
        word = text[span[0] + first : span[0] + last]
        if _MADE.match(word):
            if position + 1 < len(words):
                return span[0] + words[position + 1][0], span[1]
            return span[0], span[0] + first + word.rfind("-")
    return span


def _cut_credit(text: str, span: Span) -> Span:
    """A name without the picture credit that a page left before it: "| AP Photo Ann Lee"."""
    if not text.endswith("| ", 0, span[0]):
        return span
    credit = _CREDIT.match(text, *span)
    return span if credit is None else (credit.end(), span[1])


def _is_open(name: str) -> bool:
    """Whether a name ends within marks: Maria “Iron | Lady” Pons."""
    return name.count('"') % 2 == 1 or ("“" in name and "”" not in name)


def _grow(kind: ActorKind, name: str, behind: str, people: set[str], known: set[str]) -> Iterator[str]:
    """What may belong to a name of what stands behind it; in a list of fields are no `people`, and behind a noun of
    which several often stand beside others none of the names that are `known`."""
    if behind[:1] in ("'", "’") and (match := _GLOTTAL.match(behind)) is not None:
        yield match[0]
    if kind == "person" and behind[1:2] in _OPENING and (match := _NICKNAMED.match(behind)) is not None:
        yield match[0]
    if kind == "person" and behind[:1] in ('"', "”") and _is_open(name) and (match := _NICKNAME_ENDED.match(behind)):
        yield match[0]
    if behind[:2] == " d" and (match := _ABROAD.match(behind)) is not None:
        yield match[0]
    if behind[:1] in _HYPHENS and (match := _HYPHENED.match(behind)) is not None:
        yield match[0]
    if kind == "person" and behind[:1] == "-" and (match := _match_second_syllable(name, behind)) is not None:
        yield match[0]
    last = name.rpartition(" ")[2].lower()
    if last in _NUMBERED and (match := _NUMBER.match(behind)) is not None:
        yield match[0]
    goes_on = behind.startswith((",", " and ", " & "))
    listing = _LISTING.search(name) if goes_on else None
    match = _LISTED.match(behind) if listing or (goes_on and _LISTING_TOO.search(name)) else None
    bodies = load_words("organisations")
    told = "" if match is None else match[0].lower().replace("local government", "")
    if match is not None and bodies.isdisjoint({*re.findall(r"\w+", told)} - _FIELDS_TOO):
        listed = _PARTS.split(match[0])
        places = load_phrases("places").intersection(map(str.lower, listed))
        others = people if listing else people | known
        if others.isdisjoint(listed) and not places and not any(map(str.isupper, listed)):
            yield match[0]
    if kind == "organisation" and _opens_list(name) and (match := _LISTED_BODY.match(behind)) is not None:
        fields = [name.rpartition(" ")[2], *_PARTS.split(match[1])[1:]]
        plain = bodies.isdisjoint(map(str.lower, fields)) and known.isdisjoint(
            (*fields[1:], " ".join((fields[-1], match[2])))
        )
        if plain and match[2].lower() in bodies:
            yield match[0]
    if (
        behind[:2] == " &"
        and " " not in name
        and not is_given(name.lower())
        and (match := _AND_SONS.match(behind)) is not None
    ):
        partner, *more = match[0].removeprefix(" & ").split()
        tail = takewhile(lambda word: not is_title(word) and not is_office(word), more)
        yield " & " + " ".join((partner, *tail))


def _opens_list(name: str) -> bool:
    """Whether a name is a field behind how far a body reaches: "National Heart", "American Film"."""
    wide, _, field = name.partition(" ")
    return " " not in field and field != "" and (wide in _WIDE or is_of_people(wide.lower()))


def _match_second_syllable(name: str, behind: str) -> re.Match[str] | None:
    """The second syllable of a given name, which stands behind the first one in small letters: "Han Seo-yun"."""
    family, _, first = name.rpartition(" ")
    match = _GIVEN_PARTED.match(behind)
    if match is None or match[0][1:] in _ENGLISH or not family or is_given(family.lower()):
        return None
    return match if _ONE_SYLLABLE.fullmatch(first.lower()) else None


def _joins_known(whole: str, known: set[str]) -> bool:
    """Whether what would be one name is two that the article has: "Everton-Liverpool"."""
    parts = re.split(r"[-‑]| & ", whole)
    return len(parts) == 2 and all(part in known or part.lower() in load_phrases("places") for part in parts)


def _list_names_in_s(document: Document, names: Sequence[Name]) -> set[str]:
    """Words, in small letters, that the article has somewhere with an "'s" that nothing is owned by: the sentence goes
    on with a verb of now ("Wendy's says it is sorry") or with "of" ("Lloyd's of London"). They are a firm's, given
    names too. So is what ends a sentence or clause behind "according to"."""
    words, text, found = document.words, document.article.text, set()
    for name in names:
        start, stop = name.span
        said = text[start:stop]
        if not _may_end_in_s(document, said, stop):
            continue
        behind = document.words_in((stop, stop + 2)).stop
        if behind < len(words) and words[behind].text.islower():
            verb = words[behind].tag in ("VBZ", "MD") and words[behind].text not in _HELPING
            if verb or words[behind].text == "of":
                found.add(said.lower())
        elif (
            text[stop + 2 : stop + 3] in _ENDS
            and text.endswith("ccording to ", 0, start)
            and not is_given(said.lower())
        ):
            found.add(said.lower())
    return found


def _may_end_in_s(document: Document, words: str, end: int) -> bool:
    """Whether an "'s" stands behind a name of one word, or of two with an ampersand, that is not shouted."""
    owns = document.article.text.startswith(OWNING, end)
    return owns and (" " not in words or " & " in words) and not words.isupper()


def _keeps_ending(document: Document, name: Name, words: str, end: int, known: set[str], in_s: set[str]) -> bool:
    """Whether "'s" belongs to a name: a firm is called so, or no noun follows that it could have ("Harrow's cut") and
    no longer name ends in its word."""
    if not _may_end_in_s(document, words, end):
        return False
    if words.lower() in in_s:
        return True
    if is_given(words.lower()):
        return False
    if f"{words.lower().rpartition(' & ')[2]}'s" in load_words("firms_in_s"):
        return True
    at = document.words_in((end, end + 2))
    if name.kind != "organisation" or at.stop >= len(document.words) or document.words[at.start].tag != "POS":
        return False
    if any(one.endswith(f" {words}") for one in known):
        return False
    verb = document.words[at.stop]
    acts = verb.tag == "VBN" and {word.tag for word in document.words[at.stop + 1 : at.stop + 2]} <= {"DT", "PRP$"}
    return (acts or verb.tag in ("VBD", "VBZ", "MD")) and verb.text.islower()
