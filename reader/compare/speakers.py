"""Whether two claims of two articles are given to one speaker."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from reader.analysis.model import Actor, Claim
from reader.compare.edits import is_misspelling
from reader.compare.model import Side
from reader.compare.words import SMALL_WORDS, stem, written_words

Agreement = Literal["same", "likely", "other", "unknown"]
"""How two claims' speakers stand to each other: by their own words one, by the analysis (which a "he" may have misled)
one, by their own words two, or the articles do not tell."""

_NAME_CHANGES = re.compile(r"['’]s$")
_GENDERS = {"he": "he", "him": "he", "she": "she", "her": "she"}
_CALLED = {**_GENDERS, "his": "he", "himself": "he", "hers": "she", "herself": "she"}
_TITLES = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "dame": "she",
    "lady": "she",
}
_MOST = 0.75
"""The part of all pronouns for somebody that are of one gender, so that a few misread ones do not count."""
_PRONOUNS = frozenset(("i", "it", "one", "they", "we", "which", "who", "you", *_GENDERS))
_BEHIND = re.compile(
    r"\s*(?:[,;:(—–]|\b(?:who|which|that|of|for|at|in|from|with|on|to|working|speaking|writing)\b).*", re.DOTALL
)
"""What stands behind the words that say who it is."""
_ON_BEHALF = re.compile(r"\b(?:for|of|from|at|to)\s+(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a claim is given to: what its own words tell, and the actor that analysis found.

    `name` are the words of a name in lower case; `head` and `words` (stems) describe somebody without a name ("the
    transport department"), `words` beside a name are all that stands there ("Greenpeace's Ada Poll"); `actor` is None
    where the words name somebody else than the analysis found.
    """

    how: Literal["name", "pronoun", "description", "nobody"]
    actor: Actor | None = None
    name: tuple[str, ...] = ()
    head: str = ""
    words: frozenset[str] = frozenset()
    gender: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether the actor is a person."""
        return self.actor is not None and self.actor.kind == "person"

    @property
    def names(self) -> frozenset[str]:
        """Stems of all words by which the actor goes, and of the name that stands here."""
        found = {stem(word) for word in self.name if word not in SMALL_WORDS}
        return frozenset(found | _name_words(self.actor)) if self.actor is not None else frozenset(found)

    @property
    def role(self) -> frozenset[str]:
        """Stems of what the article calls the actor, without words for those who speak for others."""
        return frozenset(_telling(_words(self.actor.role or ""))) if self.actor is not None else frozenset()


@cache
def _voices() -> frozenset[str]:
    """Words for people who speak for a body: spokesman, chief executive, boss."""
    return frozenset((files(__package__) / "voices.txt").read_text(encoding="utf-8").split())


def voice_of(side: Side, claim: Claim) -> Voice:
    """Whom a claim of an article is given to."""
    text = " ".join(side.article.words_of(span) for span in claim.source).strip()
    actor = side.analysis.actor(claim.speaker)
    if (low := text.casefold()) in _PRONOUNS:
        return Voice("pronoun", actor, gender=_GENDERS.get(low))
    core = _BEHIND.sub("", text)
    shown = written_words(core)
    if not shown:
        return Voice("nobody")
    name = _name_at_the_end(shown)
    known = _name_words(actor) if actor is not None else set()
    if name:
        is_known = any(stem(word) in known for word in name)
        gender = next((_TITLES[word] for word in _words(core) if word in _TITLES), None)
        if is_known and gender is None:
            gender = _usual_gender(side, actor)
        around = frozenset(_telling(_words(text)))
        return Voice("name", actor if is_known else None, name, words=around, gender=gender)
    if actor is not None and actor.kind == "person" and _is_apposition(text[len(core) :], actor):
        around = frozenset(_telling(_words(text)))
        return Voice("name", actor, tuple(_words(actor.name)), words=around, gender=_usual_gender(side, actor))
    head = _words(core)[-1]
    described = _words(core)
    if head in _voices() and (body := _ON_BEHALF.search(text)):
        described = described + _words(_BEHIND.sub("", body.group(1)))
    gender = _usual_gender(side, actor) if actor is not None and actor.kind == "person" else None
    return Voice("description", actor, head=stem(head), words=frozenset(_telling(described)), gender=gender)


def _name_at_the_end(shown: list[str]) -> tuple[str, ...]:
    """The capitalised words that end a source; not a single word that begins it and is any word ("Bosses")."""
    last = shown[-1]
    if not last[:1].isupper() or last.casefold() in SMALL_WORDS or (len(shown) == 1 and last.casefold() in _voices()):
        return ()
    run: list[str] = []
    for word in reversed(shown):
        if not word[:1].isupper():
            break
        run.append(word)
    words = [_NAME_CHANGES.sub("", word.casefold()) for word in reversed(run)]
    return tuple(word for word in words if word not in SMALL_WORDS)


def _is_apposition(behind: str, actor: Actor) -> bool:
    """Whether a person's name follows the words that describe them ("Ansley's council leader, Brian Okonjo")."""
    first = [word for word in written_words(behind) if word[:1].isupper()][:3]
    return behind.lstrip().startswith(",") and _words(actor.name)[-1] in {word.casefold() for word in first}


def _usual_gender(side: Side, actor: Actor | None) -> str | None:
    """ "he" or "she", as the article calls somebody nearly always."""
    if actor is None or actor.kind != "person":
        return None
    spans = {
        *actor.mentions,
        *(span for claim in side.analysis.claims if claim.speaker == actor.id for span in claim.source),
    }
    called = [_CALLED[word] for span in spans if (word := side.article.words_of(span).casefold()) in _CALLED]
    usual = max(("he", "she"), key=called.count)
    return usual if called and called.count(usual) >= _MOST * len(called) else None


def agreement(a: Voice, b: Voice) -> Agreement:
    """How two claims' speakers stand to each other."""
    if "nobody" in (a.how, b.how):
        return "unknown"
    if a.gender and b.gender and a.gender != b.gender:
        return "other"
    if a.how == b.how == "name":
        return _named(a, b)
    if a.how == b.how == "description":
        return _described(a, b)
    if "pronoun" in (a.how, b.how):
        return _meant(a, b)
    named, described = (a, b) if a.how == "name" else (b, a)
    return "likely" if _is_one_person(a, b) or described.words & (named.role | named.names) else "unknown"


def _named(a: Voice, b: Voice) -> Agreement:
    if a.is_person and b.is_person:
        return "same" if _is_one_person(a, b) else "other"
    if a.is_person or b.is_person:
        person, body = (a, b) if a.is_person else (b, a)
        is_one = (person.role | person.words) & body.names or (
            person.actor and _words(person.actor.name)[-1:] == list(body.name[-1:])
        )
        return "same" if is_one else "unknown"
    return "same" if a.words & b.words or a.names & b.names else "other"


def _described(a: Voice, b: Voice) -> Agreement:
    if a.head == b.head:
        return "likely" if a.head in {stem(word) for word in _voices()} else "same"
    return "likely" if a.words & b.words or _is_one_person(a, b) else "unknown"


def _meant(a: Voice, b: Voice) -> Agreement:
    if a.actor is None or b.actor is None:
        return "unknown"
    if a.is_person and b.is_person:
        return "likely" if _is_one_person(a, b) else "unknown"
    if a.is_person or b.is_person:
        person, body = (a, b) if a.is_person else (b, a)
        return "likely" if person.role & (body.names | body.words) else "unknown"
    return "likely" if a.names & b.names else "unknown"


def _is_one_person(a: Voice, b: Voice) -> bool:
    return a.is_person and b.is_person and bool(a.actor and b.actor and is_same_person(a.actor, b.actor))


def is_same_speaker(found: Agreement) -> bool | None:
    """True where the names, descriptions or what analysis made of them agree, False where two different people or
    bodies are named, None where the articles do not tell."""
    return {"same": True, "likely": True, "other": False}.get(found)


def is_same_person(a: Actor, b: Actor) -> bool:
    """Whether two people of two articles are one: they have a name in common, or the last and no other first one."""
    names = [{name.casefold() for name in (actor.name, *actor.aliases)} for actor in (a, b)]
    if names[0] & names[1]:
        return True
    one, other = _words(a.name), _words(b.name)
    if len(one) > 1 and one[-2:] == other[-2:]:
        return True
    if one[-1:] != other[-1:]:
        misspelt = bool(one and other) and is_misspelling(one[-1].title(), other[-1].title())
        return misspelt and bool(one[:-1]) and one[:-1] == other[:-1]
    return not (one[:-1] and other[:-1]) or one[0][:1] == other[0][:1]


def is_changed_speaker(one: Side, left: Claim, other: Side, right: Claim) -> bool:
    """Whether the same words are given to somebody else: other names, or other descriptions that share no word."""
    voices = voice_of(one, left), voice_of(other, right)
    same = is_same_speaker(agreement(*voices))
    if same is not None or not left.source or not right.source:
        return same is False
    if "pronoun" in (voices[0].how, voices[1].how):
        return False
    words = [
        {stem(word) for span in claim.source for word in _words(side.article.words_of(span))} - SMALL_WORDS
        for side, claim in ((one, left), (other, right))
    ]
    return bool(words[0]) and bool(words[1]) and not words[0] & words[1]


def _telling(words: list[str]) -> set[str]:
    return {stem(word) for word in words if word not in SMALL_WORDS and word not in _voices()}


def _name_words(actor: Actor) -> set[str]:
    return {stem(word) for name in (actor.name, *actor.aliases) for word in _words(name) if word not in SMALL_WORDS}


def _words(text: str) -> list[str]:
    return [_NAME_CHANGES.sub("", word.casefold()) for word in written_words(text)]
