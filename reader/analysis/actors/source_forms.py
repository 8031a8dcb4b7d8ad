"""Forms that a source has around its name, none of which change who it is: when it was said, brackets, a second part of
the same person, colleagues without a name, the body somebody is of."""

import re
from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.name_at_end import DEGREE
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import PARTS_OF_DAY, is_time
from reader.analysis.document.titles import is_office, is_post
from reader.article.model import Span

Named = Sequence[tuple[Span, int]]
"""The names inside a source with their clusters, in order."""

_TOWN_AND_STATE = 2
"""So many commas stand behind a town and its state."""
_BODIES = load_words("bodies_called") | load_words("firms")
_JOINING = frozenset(["that", "when", "while", "because", "if", "although", "though", "as"])
_WHEN = PARTS_OF_DAY | {"tonight", "this", "last", "on"}
_BESIDE = (["along", "with"], ["together", "with"], ["as", "well", "as"], ["alongside"])
"""What joins others to who is named before and leaves the verb to the first: "Ann Lee, along with Bo Berg, says"."""
_OTHER = "his|her|their|other|two|three|four|several|some|many|fellow"
_OTHERS = re.compile(rf",? (?:and|&) (?:(?:its|{_OTHER}) \w|others\b|colleagues\b)")
"""Who speaks with others that have no name: "and her colleagues"."""
_WITH_OTHERS = re.compile(
    rf"(?:^|,) (?P<others>(?:and|&) (?:(?:{_OTHER}) [^,;:(]+"
    r"|others|colleagues|co-(?:authors|workers|stars)|co(?:authors|workers))) ?(?=$|[,(])"
)
_MORE = re.compile(r" (?:an?|the) [a-z]| [-–—] | (?P<office>[a-z-]+) (?:of|at|for)\b")
_ONE_OF = re.compile(r"(?:one|another)$", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"(?:one|another) of (?:them|these|those), (?:the )?", re.IGNORECASE)
_TOLD_BEHIND = re.compile(rf"(?:{DEGREE})*(?:,? (?:of|from|at|with) |, |$)")
"""What stands behind a person's name and tells more of them: degrees, of what body, an aside."""
_FOR_WHOM = re.compile(r"(?:\b(?:of|for|to|by|with|from|like|under|after)|[’']s) (?:[A-Za-z]+\.? )?$")
"""What stands before a name of somebody who tells of another."""


def count_joint(words: Sequence[Word], at: int) -> int:
    """How many words from a place on join others to who is named before: "along with", "as well as"."""
    texts = [word.text.lower() for word in words[at : at + 3]]
    return next((len(joint) for joint in _BESIDE if texts[: len(joint)] == joint), 0)


def cut_end(document: Document, source: Span) -> Span:
    """A source without what stands behind its noun and tells nothing of who it is: "Ann Lee today", "Ida Storm
    (pictured above)", "Ann Lee, along with others"."""
    words, told = document.list_words(source), document.article.words_of(source)
    if "(" in told:
        opens = next((i for i, word in enumerate(words) if i and word.text == "("), len(words))
        closes = next((i for i in range(opens, len(words)) if words[i].text == ")"), len(words) - 1)
        words = words[:opens] if opens < len(words) and closes == len(words) - 1 else words
    if "," in told:
        joints = (at for at in range(2, len(words)) if words[at - 1].text == "," and count_joint(words, at))
        words = words[: next(joints, len(words) + 1) - 1]
    if len(words) > 1 and words[-1].tag == "POS":
        words = words[:-1]
    while len(words) > 1 and (is_time(words[-1]) or words[-1].text.lower() in _WHEN or _tells_when(words)):
        words = words[:-1]
    return (source[0], words[-1].end) if words and words[-1].end < source[1] else source


def cut_begin(document: Document, source: Span, namings: Namings) -> Span:
    """A source without the conjunction that it begins with, or the town and its state: "that Mr Lee", "Harlow, Ohio,
    Fire Chief Ann Lee"."""
    words = document.list_words(source)
    if len(words) > 1 and words[0].text.lower() in _JOINING and (words[1].is_proper or words[1].tag == "PRP"):
        return words[1].start, source[1]
    if document.article.words_of(source).count(",") < _TOWN_AND_STATE:
        return source
    commas = [i for i, word in enumerate(words) if word.text == ","]
    if len(commas) < _TOWN_AND_STATE or commas[1] + 1 == len(words) or words[0].tag == "DT":
        return source
    named = all(word.text[0].isupper() for word in words[: commas[1]] if word.text != ",")
    state = words[commas[0] + 1].start
    known = any(namings.clusters[index].kind == "place" for _, index in namings.starting_with(state))
    behind = words[commas[1] + 1]
    return (behind.start, source[1]) if named and known and behind.text.lower() not in ("and", "or", "&") else source


def _tells_when(words: Sequence[Word]) -> bool:
    """Whether words end in a time that another word tells of: "Ann Lee last week"."""
    return words[-1].text.lower() in ("week", "month", "year", "season") and words[-2].text.lower() in ("last", "this")


def find_behind_place(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> int | None:
    """The person named behind a place's comma at the beginning of a source, which is the sentence's: "In Mosul, | Ann
    Lee"."""
    if len(inside) < 2 or clusters[inside[0][1]].kind != "place" or clusters[inside[1][1]].kind != "person":
        return None
    (start, end), (following, _) = inside[0][0], inside[1][0]
    text = document.article.text
    return inside[1][1] if start == source[0] and text[end:following] == ", " else None


def find_leading(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> int | None:
    """The person whom a source names first, with what they are at most before the name, and then others without one, or
    what more they are without a comma: "the botanist Ann Lee and her colleagues", "Ann Lee a student of law", "Ann Lee
    director of music"."""
    (start, end), index = inside[0]
    before = document.list_ending((source[0], start))
    before = [word for word in before if word.text != "."]
    led = not before or is_part(before[-1])
    if clusters[index].kind != "person" or not led or any(word.text == "," or word.tag == "IN" for word in before):
        return None
    text = document.article.text
    more = _MORE.match(text, end, source[1]) if not before and " " in text[start:end] else None
    told = more is not None and (more["office"] is None or is_office(more["office"]))
    return index if told or _OTHERS.match(text, end, source[1]) else None


def find_others(document: Document, source: Span, name_end: int) -> Span | None:
    """The words for others without a name who speak in a source with whoever is named up to a place in it: "and his
    colleagues", behind what the one is too ("Ann Lee of Harlow, and colleagues")."""
    found = _WITH_OTHERS.search(document.article.text[name_end : source[1]])
    if found is None:
        return None
    start, end = (name_end + at for at in found.span("others"))
    between = document.list_words((name_end, start))
    return None if any(word.is_finite or word.tag.startswith("W") for word in between) else (start, end)


def find_seated(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> int | None:
    """The person whose name ends a source right behind the place that they sit for: "the MP for Harlow Ann Lee"."""
    if len(inside) < 2 or inside[-1][0][1] != source[1]:
        return None
    ((start, end), place), ((name, _), index) = inside[-2:]
    before = document.list_ending((source[0], start))
    seated = len(before) > 1 and before[-1].text in ("for", "of") and is_part(before[-2])
    beside = document.article.text[end:name] == " "
    kinds = clusters[place].kind == "place", clusters[index].kind == "person"
    return index if seated and beside and all(kinds) else None


def find_apposed_part(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> int | None:
    """The one person whose name ends a source behind a comma and a part with "the" or "a", where it first says of whom
    they are one, or what else they are: "One of them, the botanist Ann Lee", "The head of music, the Rev Bo Berg"."""
    (start, _), named = inside[0]
    if _ONE_OF_THEM.fullmatch(document.article.text, source[0], start):
        return named
    people = [span for span, index in inside if clusters[index].kind == "person"]
    if len(people) != 1 or people[0] != inside[-1][0] or people[0][1] != source[1]:
        return None
    words = [word for word in document.list_ending((source[0], people[0][0])) if word.text != "."]
    comma = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == ","), 0)
    part = words[comma + 1 :]
    if not comma or len(part) < 2 or part[0].text.lower() not in ("the", "a", "an"):
        return None
    plain = all(word.tag.startswith(("JJ", "NN", "HYPH", "POS", "VBN", "CD")) for word in part[1:])
    first = words[: find_core_end(words[:comma])]
    one = first[-1].tag == "NN" and (is_part(first[-1]) or (first[-1].text.islower() and is_office(first[-1].text)))
    return inside[-1][1] if plain and is_part(part[-1]) and (one or _ONE_OF.match(words[0].text)) else None


def has_two_parts(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> bool:
    """Whether a source that names one person at its end, and bodies before, tells two parts of theirs: "Rocket
    co-founder and Norvik analyst Bo Berg"; "the FBI and Director Bo Berg" are two."""
    people = [span for span, index in inside if clusters[index].kind == "person"]
    if len(people) != 1 or people[0] != inside[-1][0]:
        return False
    words = document.list_ending((source[0], people[0][0]))
    joints = [i for i, word in enumerate(words) if word.text.lower() in ("and", "&")]
    if not joints or not joints[-1] or not is_part(words[-1]):
        return False
    before = words[joints[-1] - 1]
    return not any(a <= before.start < b for (a, b), _ in inside) and (is_part(before) or before.text[0].isupper())


def is_part(word: Word) -> bool:
    """Whether a word tells what somebody is: an office, a title or another word for a person in small letters."""
    return is_post(word.text) or (word.text.islower() and is_person_noun(word.text))


def cut_behind(document: Document, source: Span, inside: Named, clusters: Sequence[Cluster]) -> tuple[Span, Named]:
    """A source that ends in what more is told of its person, without it: "one of them, Dr Ann Lee | of the Norvik
    Institute", "the head of music, Ann Lee, | MD, a clerk at Norvik"; with the names that are left."""
    at = next((i for i, (_, index) in enumerate(inside) if clusters[index].kind == "person"), None)
    if at is None:
        return source, inside
    start, end = inside[at][0]
    text = document.article.text
    full = " " in text[start:end]
    others = any(
        clusters[index].kind == "person" and not _FOR_WHOM.search(text, end, first)
        for (first, _), index in inside[at + 1 :]
    )
    if others or not full or not _TOLD_BEHIND.match(text, end, source[1]):
        return source, inside
    return (source[0], end), inside[: at + 1]


def find_body_at_end(
    document: Document,
    source: Span,
    words: Sequence[Word],
    inside: Named,
    clusters: Sequence[Cluster],
) -> int | None:
    """The body whose name ends a source behind a comma, in apposition to the one that the source begins with: "The
    company that runs the ferries, Blue Line"."""
    (start, end), index = inside[-1]
    before = [word for word in words if word.end <= start]
    head = words[find_core_end(words) - 1]
    if len(inside) > 1 or clusters[index].kind == "person" or document.article.text[end : source[1]].strip(" ,"):
        return None
    if len(before) < 2 or before[-1].text != "," or head.tag != "NN" or head.text.lower() not in _BODIES:
        return None
    return None if before[-2] is not head and before[-2].text.lower() in _BODIES else index
