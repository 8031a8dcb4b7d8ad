"""Who "her grandson", "Berg’s wife" and "his lawyer" are, where the article names that one: "Bo Berg, her grandson"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.analysis.actors.families import KIN
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.pronouns import Resolved
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.document import Document, Word
from reader.article.model import Span

_ALSO = {"mum": "mother", "mom": "mother", "dad": "father", "attorney": "lawyer", "solicitor": "lawyer"}
"""Two words for one: the first is read as the second, and who is called so is looked for by both."""
_MANY = frozenset(
    [
        *("friend", "colleague", "neighbour", "neighbor", "relative", "supporter", "fan", "critic", "opponent"),
        *("rival", "member", "teammate", "employee", "worker", "officer", "official", "resident", "guest"),
        *("student", "source"),
    ]
)
"""Of these somebody has several, of whom one may be named and another not."""
_PRONOUNS = frozenset(["his", "her", "their"])
_OWNER = r"(?P<owner>\b(?:[Hh]is|[Hh]er|[Tt]heir)|\b[^\W\d_][\w-]*[’']s?)"
_MORE = r"(?:[a-z-]+ )?"
_INSIDE = ("JJ", "JJR", "JJS", "HYPH", "POS", "NNP", "PRP$", "NN")
_MOST_WORDS = 5


def find_relative(document: Document, source: Span, namings: Namings, resolved: Resolved) -> int | None:
    """The one person of the article who is called by a source's word for a relative or a helper, by the same owner;
    None else."""
    read = _read(document.list_words(source))
    if read is None:
        return None
    word, noun = read
    owner, whose = word.text.lower(), _find_owner((word.start, word.end), namings, resolved)
    if noun not in resolved.relatives:
        resolved.relatives[noun] = frozenset(_find_named(document.article.text, noun, namings, resolved))
    named = resolved.relatives[noun]
    fits = frozenset(one for one in named if None in (whose, one[1]) or one[1] == whose)
    if fits or noun not in KIN:
        named = fits  # of kin few have two who are named, and who "her" is may be mistaken
    people = {who for _, _, who in named}
    owners = {theirs for theirs, _, _ in named}
    if len(people) != 1 or (owner in _PRONOUNS and owners & (_PRONOUNS - {owner})):
        return None
    if owner not in _PRONOUNS and not owners & {owner, *_PRONOUNS}:
        return None
    who = people.pop()
    return None if owner in namings.clusters[who].name.lower().split()[:1] else who


def is_kin(words: Sequence[Word]) -> bool:
    """Whether a source is no more than a word for somebody's relative or helper, and whose: "his wife"."""
    return _read(words) is not None


def _read(words: Sequence[Word]) -> tuple[Word, str] | None:
    """Whose relative a source is and with what word: "his wife", "Berg’s older sister", "her son, who is a chef"."""
    end = next((i for i, word in enumerate(words) if word.text in (",", "(") or word.tag == "WP"), len(words))
    if end + 1 < len(words) and words[end].text != "(" and words[end + 1].is_proper:
        return None
    words = words[:end]
    if not 2 <= len(words) <= _MOST_WORDS or any(word.tag not in _INSIDE for word in words):
        return None
    last = words[-1].text.lower()
    noun = _ALSO.get(last, last)
    if not _is_somebodys(noun):
        return None
    if words[0].text.lower() in _PRONOUNS:
        return words[0], noun
    at = next((i for i, word in enumerate(words) if word.tag == "POS"), 0)
    return (words[at - 1], noun) if at and words[at - 1].is_proper else None


def _is_somebodys(noun: str) -> bool:
    """Whether a noun is a word for somebody's relative, or for one of whom somebody has no more than one."""
    return noun in KIN or (noun not in _MANY and (noun.startswith("spokes") or is_person_noun(noun)))


def _find_named(text: str, noun: str, namings: Namings, resolved: Resolved) -> Iterator[tuple[str, int | None, int]]:
    """Whose relatives are named with a word for one, the owner where that is known, and who they are: "his wife, Ann",
    "Ann, his wife"."""
    before, behind = _patterns(noun)
    told = [(found, _find_led(text, found, namings)) for found in before.finditer(text)]
    told += [(found, namings.ending_at(found.start())) for found in behind.finditer(text)]
    for found, who in told:
        if who is not None and namings.clusters[who].kind == "person":
            owner = re.sub(r"[’']s?$", "", found["owner"])
            start = found.start("owner")
            yield owner.lower(), _find_owner((start, start + len(owner)), namings, resolved), who


def _find_led(text: str, found: re.Match[str], namings: Namings) -> int | None:
    """Who is named right behind a word for a relative; nobody behind a comma where that is no apposition."""
    who = namings.starting_at(found.end())
    apart = who is not None and text[found.end() - 2] == "," and _acts(text, found.end(), namings)
    return None if apart else who


def _acts(text: str, start: int, namings: Namings) -> bool:
    """Whether no mark stands behind a name, which then is no apposition: "according to his lawyer, Lee was ill"."""
    end = namings.starting_with(start)[-1][0][1]
    return text[end : end + 1] not in (",", ".", ";", ":", ")", "")


@lru_cache(maxsize=64)
def _patterns(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join([noun, *(word for word, other in _ALSO.items() if other == noun)])
    kin = rf"{_OWNER} {_MORE}(?:{nouns})"
    return re.compile(rf"{kin},? (?=[A-Z])"), re.compile(rf"\.?, {kin}(?=[,.;])")


def _find_owner(owner: Span, namings: Namings, resolved: Resolved) -> int | None:
    """Who the owner is by a pronoun or a name, where that is known."""
    known = resolved.pronouns.get(owner)
    return namings.ending_at(owner[1]) if known is None else known
