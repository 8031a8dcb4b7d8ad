"""One naming on its way to an actor: its span without titles and possessives, its words, its kind."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final
from unicodedata import combining, normalize

from reader.analysis.actors.genders import Gender
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import REMEMBERED, is_legal_form, load_group, load_phrases, load_words
from reader.analysis.document.peoples import is_of_people, is_people
from reader.analysis.document.phrases import OWNING
from reader.analysis.document.things import load_things
from reader.analysis.document.titles import is_given, is_office, is_post, is_title, read_before, tell_gender
from reader.analysis.model import ActorKind
from reader.analysis.names import PEERS
from reader.analysis.names.by_rule import Name
from reader.analysis.names.sites import cut_domain
from reader.analysis.names.sureness import UNKNOWN
from reader.article.model import Span

_CHIEFS = frozenset(["ceo", "cfo", "coo", "cto", "cmo", "cio", "mp", "mep", "msp"])
_SUFFIXES = load_words("name_suffixes")
_FULL = 2
"""So many words a full name has at least."""
_COURTS_OF = frozenset(["District", "Circuit", "Magistrate", "Bankruptcy", "Assistant"])
_FIELD = load_words("portfolios") | {"and", "state"}
_ENDS_OFFICES = _FIELD | {"for", "of", "the", "officer"}
_DUBBED = frozenset(["Sir", "Dame", "Fr", "Father", "Sister", "Brother"])
"""Titles that stand before a first name alone."""
_INITIALS = 2
_DESCRIBED = 3
"""So many words a full name has at least that opens with an office: "Glaciologist Pierre Lamont"."""
_STROKES = str.maketrans(
    {"ø": "o", "ð": "d", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)
PARENT_OR_CHILD: Final = frozenset(["jr", "sr"])
"""Of these two a name without them is another's: who is "Ann Lee III" may be called Ann Lee as well."""
_GENERATION = re.compile(r",? (?:Jr|Sr)\b| (?:II|III|IV)\b")
"""What tells a person from a parent or child of the same name, and is no word by which anybody is called."""
_NICKNAME_MARKS = frozenset('“”"')
_BOTH = 2
"""A nickname has a mark before it and one behind."""
_TOKEN = re.compile(r"[^\s,()“”\"\[\]]+")
_Token = tuple[int, int, str]
"""Where a word of a name begins and ends, and the word."""


@dataclass(slots=True)
class Naming:
    """One occurrence on its way to a cluster: cleaned span, words, kind and the title before it; what is told of its
    spelling, how likely the kinds are, and whether the title is one that goes with a first name ("Sir Alan")."""

    span: Span
    tokens: tuple[str, ...]
    kind: ActorKind
    gender: Gender | None
    key: str
    last: str
    """Its last word as it is looked up, without accents and the article of an Arabic one ("al-Hamdi"); of who is called
    by a place the whole key."""
    shares: tuple[float, ...] = ()
    told: Mapping[str, float] = field(default_factory=dict)
    likely: Mapping[str, float] = field(default_factory=dict)
    dubbed: bool = False
    generation: str = ""
    """What tells its bearer from a parent or child of the same name, in small letters: "jr"."""
    nicknamed: bool = False
    """Whether a nickname stands in marks within it."""


def clean_name(document: Document, name: Name) -> Naming | None:
    """A name without titles, suffixes and possessives around it; None when nothing is left."""
    text, body = document.article.text, document.article.words_of(name.span)
    start, end = _leave_half_brackets(text, *_cut_possessive(text, name.span))
    tokens = [(*match.span(), match[0]) for match in _TOKEN.finditer(text, start, end)]
    if len(tokens) > 1 and tokens[0][2].endswith(OWNING) and tokens[0][2][:-2].lower() in load_words("weekdays"):
        tokens = tokens[1:]  # "Monday's Supreme Court"
    kind = name.kind
    gender: Gender | None = None
    dubbed = False
    if is_peer(body.lower()):
        gender = tell_gender(tokens[0][2])
    elif kind == "person":
        tokens, gender, dubbed = _cut_titles(tokens)
        tokens, kind = _cut_office(document, _cut_described(_cut_behind(tokens)), start)
    if kind == "organisation" and (field := _count_field(document, tokens, ("for", "of"))):
        tokens, kind = tokens[field:], "person"
    if (
        kind == "organisation"
        and tokens
        and is_given(tokens[0][2].lower())
        and is_title(_read_title(document, name.span))
    ):
        kind = "person"  # "Dr. Ann Lee of the Weir Clinic"
    nicknamed = kind != "place" and not _NICKNAME_MARKS.isdisjoint(body) and _has_nickname(text, tokens)
    kind = "person" if nicknamed else kind
    if kind == "organisation" and len(tokens) > _FULL and tokens[1][2] == "NGO":
        tokens = tokens[2:]  # "Norwegian NGO Open Water"
    if kind == "organisation" and _holds_officer(tokens):
        tokens, kind = tokens[-_FULL:], "person"
    tokens = _cut_whence(tokens, kind)
    if kind != "person" and len(tokens) > 1 and _is_courts(document, tokens[-1]):
        tokens = tokens[:-1]
    if len(tokens) > 1 and _is_seat(tokens):
        tokens, kind = tokens[:-1], "place"
    while tokens and (tokens[0][2].lower() in ("the", "a", "an") or not any(map(str.isalnum, tokens[0][2]))):
        tokens = tokens[1:]
    if not tokens or (kind != "place" and all(_only_ends_names(token) for _, _, token in tokens)):
        return None
    if _is_office_alone(document, tokens):
        return None
    span = _close_brackets(text, (tokens[0][0], tokens[-1][1]))
    told = _GENERATION.match(text, span[1]) if kind == "person" else None
    generation = "" if told is None else told[0].strip(", ").lower()
    if told is not None:
        span = span[0], told.end()
    if kind == "person" and gender is None:
        before = _read_title(document, span)
        before = "" if _are_initials(before, tokens[0][2]) else before
        gender, dubbed = tell_gender(before), before in _DUBBED
    forms = (*(token for _, _, token in tokens[:-1]), cut_domain(tokens[-1][2]))
    key = " ".join((*forms, generation) if generation in PARENT_OR_CHILD else forms).lower().replace("’", "'")
    last = key if is_peer(key) else _spell_last(forms[-1])
    return Naming(
        span, forms, kind, gender, key, last, name.shares, dubbed=dubbed, generation=generation, nicknamed=nicknamed
    )


def _cut_possessive(text: str, span: Span) -> Span:
    """A name without the "’s" behind it, unless that is a firm's or ends a phrase, and without a last apostrophe."""
    start, end = span
    body = text[start:end]
    if body.endswith(OWNING) and text[end : end + 1] not in (",", ".", ")", "") and not _is_firm(body):
        end -= 2
    return start, end - (end - start > 2 and text[end - 1] in "’'")


def _cut_titles(tokens: list[_Token]) -> tuple[list[_Token], Gender | None, bool]:
    """A person's name without the titles before it, the gender that they tell, and whether the last is one that goes
    with a first name."""
    gender: Gender | None = None
    dubbed = False
    while len(tokens) > 1 and is_title(tokens[0][2]) and tokens[0][2] not in ("St", "St."):
        if _are_initials(tokens[0][2], tokens[1][2]):
            break
        gender = gender or tell_gender(tokens[0][2])
        dubbed = tokens[0][2] in _DUBBED
        tokens = tokens[1:]
    return tokens, gender, dubbed


def _cut_behind(tokens: list[_Token]) -> list[_Token]:
    """A person's name without suffixes, and without the day on which something was."""
    while len(tokens) > 1 and tokens[-1][2].lower() in _SUFFIXES:
        tokens = tokens[:-1]
    while len(tokens) > _FULL and tokens[-1][2].lower() in load_words("weekdays"):
        tokens = tokens[:-1]
    return tokens


def _cut_office(document: Document, tokens: list[_Token], start: int) -> tuple[list[_Token], ActorKind]:
    """A person's name, which begins at `start`, without the field of an office before it; or the body whose office it
    is, where no person's name follows."""
    kind: ActorKind = "person"
    if len(tokens) > 1 and tokens[0][2] in ("of", "for") and tokens[0][0] > start:
        field = _count_words(tokens[1:])
        if field and len(tokens) - 1 - field >= _FULL:
            tokens = tokens[1 + field :]  # "Secretary of State Ann Lee"
        else:
            tokens, kind = tokens[1:], "organisation"  # "Chief Medical Officer of Brightwell"
    tokens = tokens[1:] if _opens_with_part(document, tokens) else tokens
    return tokens[_count_field(document, tokens, ("for", "of")) :], kind


def _leave_half_brackets(text: str, start: int, end: int) -> Span:
    """A name without what stands before a bracket that closes in it alone, or behind one that opens in it alone: "Tide
    Network" of "TI) Tide Network"."""
    opened, closed = text.find("(", start, end), text.find(")", start, end)
    if closed >= 0 and not start <= opened < closed:
        return (closed + 1, end) if closed + 1 < end else (start, closed)
    return (start, opened) if opened > start and closed < 0 else (start, end)


def _close_brackets(text: str, span: Span) -> Span:
    """A name with the square bracket of which it has the other half: "Ida [Berg"."""
    start, end = span
    opened, closed = text.find("[", start, end) >= 0, text.find("]", start, end) >= 0
    start -= closed and not opened and text.endswith("[", 0, start)
    return start, end + (opened and not closed and text.startswith("]", end))


def is_peer(key: str) -> bool:
    """Whether a name in small letters is a title with a place: "duchess of weir"."""
    title, of, _ = key.partition(" of ")
    return bool(of) and title in PEERS


@lru_cache(REMEMBERED)
def _only_ends_names(word: str) -> bool:
    """Whether a word but ends names, a firm's or a person's, and is none: "Inc.", "Jr"; two letters may be more."""
    long = len(word.rstrip(".")) > _INITIALS or word.rstrip(".") == "Co"
    return word.lower() in _SUFFIXES or (long and is_legal_form(word))


def _is_office_alone(document: Document, tokens: Sequence[_Token]) -> bool:
    """Whether a name is an office and its field, or its field alone, and nobody's name: "Secretary of State",
    "Foreign Affairs" behind "Minister for", "Chief Marketing Officer"; or a degree: "M.D."."""
    last = tokens[-1][2].lower()
    if last not in _ENDS_OFFICES and not last.endswith("."):
        return False
    words = [word.lower() for _, _, word in tokens]
    if last == "officer" and len(words) > 1:
        at = document.words_in((tokens[0][0], tokens[0][1])).start
        return "chief" in (words[0], document.words[at - 1].text.lower() if at else "")
    if len(words) == 1 and words[0].endswith(".") and words[0].replace(".", "") in load_words("degrees"):
        return True
    field = next((i for i, word in enumerate(words) if word in ("for", "of")), -1) + 1
    if any(word not in _FIELD and word not in ("for", "the") for word in words[field:]):
        return False
    if field:
        return field == _FULL and is_office(words[0]) and is_title(words[0])
    at = document.words_in((tokens[0][0], tokens[0][1])).start
    before = [word.text for word in document.words[max(0, at - 2) : at]]
    return len(before) == _FULL and before[1] in ("for", "of") and before[0] in ("Minister", "Secretary")


def _count_field(document: Document, tokens: Sequence[_Token], joints: Sequence[str]) -> int:
    """How many of a name's first words are the field of an office before it, with one of some words between: "Minister
    for | Sport Aileen Campbell", "Secretary of | State Ann Lee"; behind them a full name stands."""
    if len(tokens) <= _FULL:
        return 0
    field = _count_words(tokens)
    given = is_given(tokens[1][2].lower()) and not is_given(tokens[0][2].lower())
    field = 1 if given and not field else field
    if not field or len(tokens) - field < _FULL or tokens[field][2].islower():
        return 0
    at = document.words_in((tokens[0][0], tokens[0][1])).start
    while at and document.words[at - 1].text.lower() in _FIELD:
        at -= 1
    before = [word.text for word in document.words[max(0, at - 2) : at]]
    return field if len(before) == 2 and before[1] in joints and (before[0] == "State" or is_post(before[0])) else 0


def _count_words(tokens: Sequence[_Token]) -> int:
    """How many words that tell an office's field words begin with."""
    return next((i for i, (_, _, word) in enumerate(tokens) if word.lower() not in _FIELD), len(tokens))


def _is_seat(tokens: Sequence[_Token]) -> bool:
    """Whether a name is a place and an office of it: "U.S. Secretary" of "U.S. Secretary of State"."""
    last = tokens[-1][2]
    if not (last[0].isupper() and is_title(last) and is_office(last)):
        return False
    place = " ".join(token.lower() for _, _, token in tokens[:-1])
    return place in load_phrases("places") or place.rstrip(".") in load_phrases("places")


def _opens_with_part(document: Document, tokens: Sequence[_Token]) -> bool:
    """Whether a full name's first word has its capital only because it opens a sentence: "Forecaster Ann Lee"."""
    first = tokens[0][2].lower()
    if len(tokens) < _DESCRIBED or is_given(first) or not is_person_noun(first):
        return False
    at = document.words_in((tokens[0][0], tokens[0][1])).start
    return at == document.first[document.words[at].sentence]


def _is_courts(document: Document, last: _Token) -> bool:
    """Whether the last word of a name only says of which court a judge is: "U.S. District | Judge Ann Lee"."""
    if last[2] not in _COURTS_OF:
        return False
    at = document.words_in((last[0], last[1])).stop
    behind = document.words[at].text if at < len(document.words) else ""
    return behind in ("Judge", "Attorney", "Justice")


def _read_title(document: Document, name: Span) -> str:
    """The word right before a name, which may be a title."""
    return read_before(document.words, document.words_in(name).start)


def _are_initials(word: str, follows: str) -> bool:
    """Whether a title in capitals before a name in small letters is somebody's initials: "MS Gray"."""
    return word == "MS" and not follows.isupper()


def _is_firm(body: str) -> bool:
    return body.lower().replace("’", "'").rpartition(" & ")[2] in load_words("firms_in_s")


def _has_nickname(text: str, tokens: Sequence[_Token]) -> bool:
    """Whether a name has a nickname in marks between its first and its last word, which no body's name ends in: Ann
    “Iron Fist” Lee."""
    if not tokens:
        return False
    gaps = [text[end:start] for (_, end, _), (start, _, _) in pairwise(tokens)]
    last = tokens[-1][2]
    body = last.lower() in load_words("organisations") or last.lower() in load_things() or is_legal_form(last)
    return not body and sum(not _NICKNAME_MARKS.isdisjoint(gap) for gap in gaps) == _BOTH


def _holds_officer(tokens: Sequence[_Token]) -> bool:
    """Whether a body's name ends in somebody's office and full name: "House Speaker | Ann Lee"."""
    if len(tokens) <= _DESCRIBED:
        return False
    office, given, last = (word for _, _, word in tokens[-_DESCRIBED:])
    body = last.lower() in load_words("organisations") or last.lower() in load_things()
    return is_post(office) and office[0].isupper() and is_given(given.lower()) and last[0].isupper() and not body


def _cut_described(tokens: list[_Token]) -> list[_Token]:
    """A person's name without what it is described by in front: "OpenAI COO Ann Lee", "Spaniard Roberto Agut"."""
    for position in range(len(tokens) - 2, -1, -1):
        word, follows = tokens[position][2], tokens[position + 1][2].lower()
        full = position + 2 < len(tokens) and not any(is_given(token.lower()) for _, _, token in tokens[:position])
        first = position == 0 and len(tokens) >= _DESCRIBED and is_given(follows) and not is_given(word.lower())
        led = (first or (position > 0 and (is_given(follows) or full))) and is_post(word)
        if led or (word.isupper() and word.lower() in _CHIEFS):
            return tokens[position + 1 :]
    if len(tokens) > 2 and is_of_people(tokens[0][2].lower()) and tokens[-1][2].lower() not in load_things():
        return tokens[1:]
    return tokens


def _cut_whence(tokens: list[_Token], kind: ActorKind) -> list[_Token]:
    """A full name without the place that somebody is of, or the league that a club is of, and without whom somebody
    does something for: "Steve Marsh of Texas", "Ann Lee for Chelsea"."""
    if len(tokens) <= _FULL + 1:
        return tokens
    words = [word.lower() for _, _, word in tokens]
    joint = next((word for word in words[2:] if word in ("of", "for")), "of")
    at = words.index(joint) if joint in words[2:] else 0
    tail = " ".join(words[at + 1 :])
    if at < _FULL or is_post(words[at - 1]):
        return tokens
    person = kind == "person" and is_given(words[0])
    known = " " in tail and tail in load_group("names_known", "organisation", ",")
    body = kind == "organisation" and (known or is_people(tail))
    return tokens[:at] if person or (body and joint == "of") else tokens


def settle_kinds(namings: list[Naming], found: Sequence[Name]) -> list[Naming]:
    """Give one spelling the kind that most of its surer namings have; a lone surname follows its person."""
    sure = {name.span[0]: name.confidence for name in found}
    votes: dict[str, dict[ActorKind, int]] = defaultdict(dict)
    for naming in namings:
        ballot = votes[naming.key]
        weight = max(1, round(sure.get(naming.span[0], UNKNOWN) * 10))
        ballot[naming.kind] = ballot.get(naming.kind, 0) + weight
    surnames = {n.last for n in namings if n.kind == "person" and len(n.tokens) > 1}
    for naming in namings:
        ballot = votes[naming.key]
        if len(ballot) == 1:
            continue
        best = max(ballot, key=ballot.__getitem__)
        most, person = ballot[best], ballot.get("person", 0)
        if len(naming.tokens) == 1 and naming.last in surnames and person and person * 2 >= most:
            best = "person"
        if sum(ballot.values()) > ballot[naming.kind] and (ballot[naming.kind] < most or best == "person"):
            naming.kind = best
    return namings


@lru_cache(REMEMBERED)
def _spell_last(word: str) -> str:
    last = fold_accents(word.lower().replace("’", "'"))
    return last.removeprefix("al-").removeprefix("el-") or last


def fold_accents(words: str) -> str:
    """Words without the accents and strokes of their letters: "Bublé" as "Buble", "Jørgen" as "Jorgen"."""
    if words.isascii():
        return words
    plain = words.translate(_STROKES)
    return "".join(letter for letter in normalize("NFKD", plain) if not combining(letter))
