"""What tells the kind of a name, and whether it names an actor at all: its own form, the words around its mentions, and
what the tagger thought of them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log
from typing import Final

from reader.analysis.actors.features import Features
from reader.analysis.actors.naming import Naming
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_groups, load_phrases, load_words
from reader.analysis.document.peoples import is_of_people, is_people
from reader.analysis.document.phrases import POSSESSIVES, is_time
from reader.analysis.document.things import load_things
from reader.analysis.document.titles import is_given, is_office, is_post
from reader.analysis.names.headlines import is_capitalised

_LONGEST_INITIALS = 6
_VERB_WITHIN = 3
"""So many words behind a name its verb is looked for."""
_APPOSED = 6
"""So many words of an apposition are looked at."""
_OWNERS = frozenset(["his", "her", "their", "its", "my", "our", "your", *POSSESSIVES])
_PREPOSITIONS = frozenset(
    ["in", "at", "near", "from", "across", "to", "around", "outside", "of", "on", "by", "with", "for", "than"]
)
WITHIN: Final = tuple(f"behind {word}" for word in ("in", "at", "near", "across", "around", "outside"))
"""Features of a name that something is in."""
_OPENING, _CLOSING = "“‘\"'", "”’\"'"
_BETWEEN = frozenset([",", ", and", "and", "or", "&", ", or", "/"])
_BEATEN, _LOST = (load_group("sports", sort) for sort in ("before the beaten", "before to"))
_PLAYED, _SPORTING = (load_group("sports", sort) for sort in ("verbs", "nouns"))
_READ_AS = ("read as nobody", "read as person", "read as organisation", "read as place")
_ENDING = load_words("firms_ending")
_TAKEN_UP: Final[Mapping[str, str]] = {
    **dict.fromkeys(("its", "itself"), "before its"),
    **dict.fromkeys(("he", "she", "his", "her", "him", "himself", "herself"), "before his"),
}
_FOLLOWING: Final[Mapping[str, str]] = {"it": "it is next", "he": "he is next", "she": "he is next"}
_BODY_WITHIN = 4
"""So many words behind "the" its noun for a body is looked for, where a sentence begins with it."""
_SPORTED = 0.02
"""A text of which so many words are of sports, and more, is about them."""


@dataclass(slots=True)
class Told:
    """What is known of one spelling: how often it was met and the sums of what its mentions tell."""

    tokens: tuple[str, ...]
    count: int = 0
    sums: dict[str, float] = field(default_factory=dict)

    def add(self, names: Iterable[str], value: float = 1.0) -> None:
        """Add a value to each of the features named."""
        sums = self.sums
        for name in names:
            sums[name] = sums.get(name, 0.0) + value


def describe_names(document: Document, namings: Sequence[Naming]) -> dict[str, Features]:
    """The features of each spelling: those of its form 0 or 1, those of its places their mean over its mentions."""
    told: dict[str, Told] = {}
    taken_up = document.find_all_words(_TAKEN_UP)
    for naming in namings:
        one = told.get(naming.key)
        if one is None:
            one = told[naming.key] = Told(naming.tokens)
        one.count += 1
        at = document.words_in(naming.span)
        here = [f"found as {naming.kind}"] if naming.shares else [f"found as {naming.kind}", "unread"]
        _tell_before(here, document, naming, at)
        _tell_behind(here, document, naming, at, taken_up)
        one.add(here)
        for share, name in zip(naming.shares, _READ_AS, strict=False):
            one.sums[name] = one.sums.get(name, 0.0) + share
    _tell_beside(document, namings, told)
    sporting = _tells_of_sports(document)
    longer = _list_longer(told)
    found: dict[str, Features] = {}
    for key, one in told.items():
        features = {name: value / one.count for name, value in one.sums.items()}
        form: list[str] = []
        _tell_form(form, key, one, longer)
        features.update(dict.fromkeys(form, 1.0))
        if document.small_words.issuperset(key.split()):
            features["written small too"] = 1.0
        features["times named"] = log(one.count)
        if sporting:
            for name in [name for name in features if name in _AND_SPORTS]:
                features[f"{name} and sports"] = features[name]
            features["sports"] = 1.0
        features["always"] = 1.0
        found[key] = features
    return found


_AND_SPORTS: Final = frozenset(
    ["found as place", "found as person", "found as organisation", "listed place", "read as place", "read as person"]
)


def _tells_of_sports(document: Document) -> bool:
    return len(document.find_all_words(_SPORTING)) > _SPORTED * len(document.words)


def _list_longer(told: Mapping[str, Told]) -> Mapping[str, frozenset[str]]:
    """By where they stand in longer names, the words that do."""
    first: set[str] = set()
    last: set[str] = set()
    middle: set[str] = set()
    for key in told:
        words = key.split()
        if len(words) > 1:
            first.add(words[0])
            last.add(words[-1])
            middle.update(" ".join(words[:n]) for n in range(1, len(words)))
            middle.update(" ".join(words[n:]) for n in range(1, len(words)))
    return {"first": frozenset(first), "last": frozenset(last), "part": frozenset(middle)}


def _tell_form(told: list[str], key: str, one: Told, longer: Mapping[str, frozenset[str]]) -> None:
    tokens = one.tokens
    lower = [token.lower().rstrip(".") for token in tokens]
    told.append(f"words {min(len(tokens), 4)}")
    bodies, sorts = load_words("organisations"), load_things()
    places, things = load_phrases("places"), load_phrases("things_called")
    given = is_given(lower[0])
    if len(tokens) == 1:
        letters = tokens[0].replace(".", "")
        if letters.isupper() and 1 < len(letters) <= _LONGEST_INITIALS and letters.isalpha():
            told.append("initials")
        if given:
            told.append("given name alone")
        if key in longer["last"]:
            told.append("last word of a longer name")
        if key in longer["first"]:
            told.append("first word of a longer name")
        if key.endswith("s"):
            told.append("one word in s")
    else:
        if given:
            told.append("given name first")
        if all(token.isupper() for token in tokens):
            told.append("shouted")
        if key in longer["part"]:
            told.append("part of a longer name")
    if not key.replace(" ", "").isalpha() and any(letter.isdigit() for letter in key):
        told.append("digit inside")
    behind = [token[1:] for token in tokens if not token[1:].islower()]
    if any(letter.isupper() for part in behind for letter in part) and key.upper() != " ".join(tokens):
        told.append("capital inside")
    if any(token.islower() for token in tokens):
        told.append("small word inside")
    if "-" in key:
        told.append("hyphen inside")
    if lower[-1] in bodies:
        told.append("ends in body")
    elif not bodies.isdisjoint(lower):
        told.append("holds body")
    if len(tokens) > 1 and lower[-1] in _ENDING:
        told.append("ends as a firm")
    if lower[-1] in sorts:
        told.append("ends in thing")
        told.append(f"ends in {sorts[lower[-1]]}")
    elif not sorts.keys().isdisjoint(lower):
        told.append("holds thing")
    if key in places:
        told.append("listed place")
    elif lower[-1] in places and len(lower) > 1:
        told.append("ends in listed place")
    elif lower[0] in places and len(lower) > 1:
        told.append("begins in listed place")
    if key in things:
        told.append("listed thing")
    elif not things.isdisjoint(lower):
        told.append("holds listed thing")
    for sort in _list_known().get(key.replace(".", "") if len(tokens) == 1 else key.rstrip("."), ()):
        told.append(f"known {sort}")
    if is_people(key):
        told.append("a people")
    elif is_of_people(key):
        told.append("of a people")
    elif is_of_people(lower[0]):
        told.append("begins of a people")


@cache
def _list_known() -> Mapping[str, tuple[str, ...]]:
    """Of names that many know, what each is known as: an organisation, a place, nobody."""
    found: dict[str, tuple[str, ...]] = {}
    for sort, names in load_groups("names_known", ",").items():
        for name in names:
            plain = name.rstrip(".") if " " in name else name.replace(".", "")
            found[plain] = (*found.get(plain, ()), sort)
    return found


def _tell_before(told: list[str], document: Document, naming: Naming, at: range) -> None:
    text, words = document.article.text, document.words
    if is_capitalised(document, naming.span[0]):
        told.append("in a headline")
    start = document.first[words[at.start].sentence]
    if at.start == start:
        told.append("opens sentence")
        return
    before = words[at.start - 1]
    word = before.text.lower()
    if before.end == naming.span[0] and word not in _OPENING and word not in ("(", "@"):
        told.append("glued behind")
    if word in _OPENING and text[naming.span[1] : naming.span[1] + 2].strip()[:1] in tuple(_CLOSING):
        told.append("in marks")
    if word in ("the", "a", "an"):
        told.append("behind the" if word == "the" else "behind a")
        if word == "the" and naming.kind == "person":
            told.append("behind the, found as person")
    elif word in _OWNERS:
        told.append("behind owner")
    elif word in _PREPOSITIONS:
        told.append(f"behind {word}")
    elif word in ("against", "over", "beat", "facing", "host", "v", "vs"):
        told.append("behind against")
    elif word.isdigit():
        told.append("behind number")
    elif word.rstrip(".") and is_post(word):
        told.append("behind title")
    elif word in load_words("bodies_called"):
        told.append("behind body")
    elif before.text[0].isupper() and before.is_proper and before.end + 1 == naming.span[0]:
        told.append("behind capital")
    elif lemma_of(word):
        told.append("behind saying")
    if word in _BEATEN or (word == "to" and at.start - start > 1 and words[at.start - 2].text.lower() in _LOST):
        told.append("behind beating")
    if word in load_things() and word.islower():
        told.append("behind thing")
        told.append(f"behind {load_things()[word]}")
    if at.start - start > 2 and word == ",":
        noun = words[at.start - 2].text.lower()
        if noun in load_things():
            told.append("behind thing and comma")
        elif noun in load_words("bodies_called"):
            told.append("behind body and comma")
        elif is_office(noun):
            told.append("behind office and comma")


def _tell_behind(told: list[str], document: Document, naming: Naming, at: range, taken_up: Sequence[int]) -> None:
    words = document.words
    stop = document.first[words[at.stop - 1].sentence + 1]
    after = words[at.stop : min(at.stop + _APPOSED + 2, stop)]
    if not after:
        return
    word = after[0].text.lower()
    # Behind a preposition the verb is somebody else's: "the ministry in Karst said".
    subject = not at.start or words[at.start - 1].text.lower() not in _PREPOSITIONS
    if subject:
        _tell_taken_up(told, document, at, taken_up)
    glued = after[0].start == naming.span[1]
    if (glued and word in ("-", "–", "/")) or (glued and word[0].isalnum()):
        told.append("glued before")
    if word in POSSESSIVES:
        told.append("before possessive")
        _tell_owned(told, after[1:4])
        return
    if word in (",", "(", "–", "—"):
        if len(after) > 2 and after[1].text == "who" and after[2].text in ("are", "have", "were"):
            told.append("before who are")
        _tell_apposed(told, after[1:])
        return
    if word == "and":
        told.append("before and")
    elif word in ("who", "whose"):
        told.append("before who")
    elif word in ("which", "that"):
        told.append("before which")
    elif word[0].isdigit():
        told.append("before number")
    elif subject and _is_saying(after):
        told.append("before saying")
    elif subject and after[0].is_finite:
        told.append("before verb")
        if word in ("are", "have", "were"):
            told.append("before plural verb")
    elif after[0].is_proper and after[0].text[0].isupper() and after[0].start == naming.span[1] + 1:
        told.append("before capital")
        if word in load_things():
            told.append("before thing")
    if word in _PLAYED:
        told.append("before playing")
    if after[0].tag.startswith("NN") and word.islower():
        told.append("before noun")
    for noun in after[:2]:
        low = noun.text.lower()
        if not noun.text.islower() or not noun.tag.startswith(("NN", "JJ")):
            break
        called = _tell_called(low)
        if called is not None:
            told.append(f"before {called}")
            if called == "thing":
                told.append(f"before {load_things()[low]}")
            break


def _tell_taken_up(told: list[str], document: Document, at: range, taken_up: Sequence[int]) -> None:
    """What stands for a subject's name later: "its" or "his" before anybody else is named in its sentence; where it
    opens that, "he", "it" or "the company" that opens the next one. `taken_up` is where such words stand."""
    words = document.words
    sentence = words[at.start].sentence
    first, stop = document.first[sentence], document.first[sentence + 1]
    taken = bisect_left(taken_up, at.stop)
    if taken < len(taken_up) and taken_up[taken] < stop and not _is_named(document, at.stop, taken_up[taken]):
        told.append(_TAKEN_UP[words[taken_up[taken]].text.lower()])
    following = words[stop : stop + _BODY_WITHIN + 1] if at.start - first <= 1 else ()
    if not following:
        return
    opening = following[0].text.lower()
    if opening in _FOLLOWING:
        told.append(_FOLLOWING[opening])
    elif opening == "the":
        noun = next((word for word in following[1:] if word.text in load_words("bodies_called")), None)
        if noun is not None:
            told.append("a body is next")


def _is_named(document: Document, low: int, high: int) -> bool:
    """Whether a name, and no time, stands somewhere from one word to another."""
    capitals = document.capitals
    some = (document.words[i] for i in capitals[bisect_left(capitals, low) : bisect_left(capitals, high)])
    return any(word.is_proper and not is_time(word) for word in some)


def _is_saying(after: Sequence[Word]) -> bool:
    """Whether a verb of speech or thought is next, a time or the like before it: "Norvik today announced"."""
    verb = next((word for word in after[:_VERB_WITHIN] if word.tag != "RB" and not is_time(word)), None)
    return verb is not None and verb.is_verb and bool(lemma_of(verb.text))


def _tell_called(noun: str) -> str | None:
    """What a common noun in small letters calls whoever it stands beside: a thing, a body or an office."""
    if noun in load_things():
        return "thing"
    if noun in load_words("bodies_called"):
        return "body"
    return "office" if is_office(noun) or noun in load_words("people_called") else None


def _tell_owned(told: list[str], after: Sequence[Word]) -> None:
    """What somebody has: an office ("Goldcrust's chief executive"), a person's things."""
    for word in after:
        if is_office(word.text) and word.text.islower():
            told.append("has officers")
            return
        if word.text.lower() in ("wife", "husband", "mother", "father", "son", "daughter", "death", "career", "lawyer"):
            told.append("has family")
            return
        if word.text[0].isupper() and word.is_proper:
            told.append("owns a name")
            return


def _tell_apposed(told: list[str], after: Sequence[Word]) -> None:
    if not after:
        return
    first = after[0].text.lower()
    if first in ("who", "whose"):
        told.append("before who")
    elif first == "which":
        told.append("before which")
    elif first.isdigit():
        told.append("before age" if len(first) == 2 else "before number")
    elif first in load_phrases("places"):
        told.append("before comma and place")
    elif first in ("a", "an", "the", "one", "its", "his", "her") or after[0].tag in ("NN", "JJ"):
        for word in after[:_APPOSED]:
            low = word.text.lower()
            if word.tag in ("IN", "WDT", "WP", ",", ".") or word.is_verb:
                break
            called = _tell_called(low)
            if called is not None:
                told.append(f"called {called}")
                break


def _tell_beside(document: Document, namings: Sequence[Naming], told: Mapping[str, Told]) -> None:
    """What stands beside a name in a list of names."""
    text = document.article.text
    for left, right in pairwise(sorted(namings, key=lambda one: one.span)):
        if text[left.span[1] : right.span[0]].strip() in _BETWEEN:
            told[left.key].add((f"beside {right.kind}",))
            told[right.key].add((f"beside {left.kind}",))
            for one, other in ((left, right), (right, left)):
                if other.shares:
                    told[one.key].add(("beside nobody",), other.shares[0])
