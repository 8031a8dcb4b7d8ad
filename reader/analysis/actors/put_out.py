"""Who puts a document out as it is first told of: "Lidl said in a statement", "Ann Lee wrote a letter"."""

from collections.abc import Sequence
from typing import Final

from reader.analysis.actors.descriptions import resolve_description
from reader.analysis.actors.mentions import Place
from reader.analysis.actors.namings import Namings
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import find_back, find_group_start, find_phrase_after, find_phrase_before

_ARTICLES = frozenset(["a", "an", "this"])
_LEADING = 4
"""So many words before a document its article stands at most: "a leaked internal White House report"."""
_HEARERS = 6
"""So many words between a verb and "in a statement" at most: "told the Norvik Courier in a statement"."""
PUT_OUT: Final = frozenset(
    [
        *("released", "releases", "issued", "issues", "published", "publishes", "wrote", "writes", "sent", "sends"),
        *("posted", "posts", "filed", "files", "circulated", "shared", "put", "produced", "compiled", "submitted"),
        *("written", "tweeted", "emailed", "unveiled", "penned", "conducted"),
    ]
)
"""What is done with a document by whom it is, who is named before it."""


def find_article(document: Document, at: int) -> int | None:
    """The article that tells of a document as of something new: "a" of "a court filing"; None where none stands."""
    return find_back(document, at, _LEADING, _ARTICLES, ("NN", "JJ", "CD", "HYPH", "VBN"))


def find_publisher(document: Document, at: int, article: int, namings: Namings, places: Sequence[Place]) -> int | None:
    """Who puts out a document that is first told of at a word with an article before it: named as the subject of a verb
    of speech where it is said in it, or of a verb for putting it out right before it. Whoever else is named in the
    sentence is nobody of it."""
    words = document.words
    first = document.first[words[at].sentence]
    if article > first and words[article - 1].text.lower() == "in":
        return _find_sayer(document, first, article - 1, at, namings, places)
    verb = article - 1
    if verb <= first or words[verb].text.lower() not in PUT_OUT or _is_passive(document, verb):
        return None
    return _name_subject(document, first, verb, namings, places)


def _find_sayer(
    document: Document, first: int, joint: int, at: int, namings: Namings, places: Sequence[Place]
) -> int | None:
    """Who says something in a document: "Lidl said in a statement", "said Lidl in a statement", "In a statement, Lidl
    said"."""
    words, stop = document.words, document.first[document.words[at].sentence + 1]
    if joint == first or words[joint - 1].text.lower() in ("and", "but"):
        comma = next((i for i in range(at + 1, stop) if words[i].text == ","), None)
        verb = next((i for i in range(at + 1, stop) if words[i].is_finite and _is_said(document, i)), None)
        if comma is None or verb is None or any(words[i].is_finite for i in range(comma, verb)):
            return None
    else:
        behind = range(joint - 1, max(first, joint - _HEARERS) - 1, -1)
        verb = next((i for i in behind if words[i].is_verb), None)
        if verb is None or not _is_said(document, verb) or _is_passive(document, verb):
            return None
        if verb + 1 < joint and find_phrase_before(document, verb, first) is None:
            return _name(document, find_phrase_after(document, verb + 1, joint), namings, places)
    return _name_subject(document, first, verb, namings, places)


def _is_said(document: Document, at: int) -> bool:
    return lemma_of(document.words[at].text) in SAID_LEMMAS


def _is_passive(document: Document, verb: int) -> bool:
    """Whether a participle stands behind a form of "be": "is being sent a letter"."""
    before = document.words[max(0, verb - 2) : verb]
    return any(word.text.lower() in ("is", "was", "are", "were", "be", "been", "being") for word in before)


def _name_subject(document: Document, first: int, verb: int, namings: Namings, places: Sequence[Place]) -> int | None:
    """Whom the subject of a verb names."""
    phrase = find_phrase_before(document, find_group_start(document, verb, first), first)
    return _name(document, phrase, namings, places)


def _name(document: Document, phrase: range | None, namings: Namings, places: Sequence[Place]) -> int | None:
    """Whom a phrase names: by its last words, or by its first with brackets or an apposition behind them; or whom it
    describes ("the governor")."""
    if phrase is None or not phrase:
        return None
    words = [document.words[i] for i in phrase]
    last = namings.ending_at(words[-1].end)
    if last is not None or len(words) == 1:
        return last
    apart = next((i for i, word in enumerate(words) if i and word.text in (",", "(", "–", "—")), None)
    if apart is not None and (before := namings.ending_at(words[apart - 1].end)) is not None:
        return before
    return resolve_description(document, (words[0].start, words[-1].end), namings, places)
