"""Whether two claims of two articles are given to one speaker."""

import re
from functools import cache
from importlib.resources import files

from reader.analysis.model import Actor, Claim
from reader.compare.edits import is_misspelling
from reader.compare.model import Side
from reader.compare.words import SMALL_WORDS, stem

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAME_CHANGES = re.compile(r"['’]s$")


@cache
def _voices() -> frozenset[str]:
    """Words for people who speak for a body: spokesman, chief executive, boss."""
    return frozenset((files(__package__) / "voices.txt").read_text(encoding="utf-8").split())


def is_same_speaker(one: Side, left: Claim, other: Side, right: Claim) -> bool | None:
    """True where the names or descriptions agree, False where two different people or bodies are named, None where the
    articles do not tell."""
    a, b = one.analysis.actor(left.speaker), other.analysis.actor(right.speaker)
    if a is None or b is None:
        return _described(one, left, a, other, right, b)
    if a.kind == b.kind == "person":
        if is_same_person(a, b):
            return True
        genders = _gender(one, left, a), _gender(other, right, b)
        differ = None not in genders and genders[0] != genders[1]
        return False if differ or (_is_named(one, left, a) and _is_named(other, right, b)) else None
    if a.kind == "person" or b.kind == "person":
        person, body = (a, b) if a.kind == "person" else (b, a)
        return True if _speaks_for(person, body) else None
    return True if _name_words(a) & _name_words(b) else None


def _is_named(side: Side, claim: Claim, actor: Actor) -> bool:
    """Whether the source's own words hold the actor's name: a "she" may have been given to the wrong one."""
    words = {word for span in claim.source for word in _words(side.article.words_of(span))}
    return bool(words & {word for name in (actor.name, *actor.aliases) for word in _words(name)})


def _gender(side: Side, claim: Claim, actor: Actor) -> str | None:
    """ "he" or "she", as the claim's source says or, where it is a name, as the article calls that person elsewhere."""
    own = _pronoun(side, claim)
    if own is not None or not _is_named(side, claim, actor):
        return own
    said = {_pronoun(side, other) for other in side.analysis.claims if other.speaker == actor.id} - {None}
    return said.pop() if len(said) == 1 else None


def _pronoun(side: Side, claim: Claim) -> str | None:
    words = " ".join(side.article.words_of(span) for span in claim.source).casefold()
    return words if words in ("he", "she") else None


def is_same_person(a: Actor, b: Actor) -> bool:
    """Whether two people of two articles are one: they have a name in common, or the last and no other first one."""
    names = [{name.casefold() for name in (actor.name, *actor.aliases)} for actor in (a, b)]
    if names[0] & names[1]:
        return True
    last = [_words(actor.name)[-1:] for actor in (a, b)]
    first = [_words(actor.name)[:-1] for actor in (a, b)]
    if last[0] != last[1]:
        misspelt = bool(last[0] and last[1]) and is_misspelling(last[0][0].title(), last[1][0].title())
        return misspelt and bool(first[0]) and first[0] == first[1]
    return not (first[0] and first[1]) or first[0][0][:1] == first[1][0][:1]


def _described(one: Side, left: Claim, a: Actor | None, other: Side, right: Claim, b: Actor | None) -> bool | None:
    """A description ("the shamed minister", "the harbour office") may be anybody whose name or role shares a word."""
    words = [_telling(side, claim, actor) for side, claim, actor in ((one, left, a), (other, right, b))]
    return True if words[0] & words[1] else None


def _telling(side: Side, claim: Claim, actor: Actor | None) -> set[str]:
    text = " ".join(side.article.words_of(span) for span in claim.source)
    if actor is not None:
        text += f" {actor.name} {actor.role or ''}"
    return {stem(word) for word in _words(text) if word not in SMALL_WORDS and word not in _voices()}


def _speaks_for(person: Actor, body: Actor) -> bool:
    return bool(_name_words(body) & {stem(word) for word in _words(person.role or "")})


def _name_words(actor: Actor) -> set[str]:
    return {stem(word) for name in (actor.name, *actor.aliases) for word in _words(name) if word not in SMALL_WORDS}


def _words(text: str) -> list[str]:
    return [_NAME_CHANGES.sub("", word.casefold()) for word in _WORD.findall(text)]


def is_changed_speaker(one: Side, left: Claim, other: Side, right: Claim) -> bool:
    """Whether the same words are given to somebody else: other names, or other descriptions that share no word."""
    same = is_same_speaker(one, left, other, right)
    if same is not None or not left.source or not right.source:
        return same is False
    pronouns = _pronoun(one, left), _pronoun(other, right)
    if any(pronouns):
        return None not in pronouns and pronouns[0] != pronouns[1]
    words = [
        {stem(word) for span in claim.source for word in _words(side.article.words_of(span))} - SMALL_WORDS
        for side, claim in ((one, left), (other, right))
    ]
    return bool(words[0]) and bool(words[1]) and not words[0] & words[1]
