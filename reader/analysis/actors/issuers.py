"""Who speaks where a document does: "the report found", "a letter from Ann Lee", "its statement said"."""

from collections.abc import Mapping, Sequence

from reader.analysis.actors.antecedents import Antecedent
from reader.analysis.actors.descriptions import resolve_description
from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.put_out import find_article, find_publisher
from reader.analysis.actors.references import is_person_noun
from reader.analysis.actors.reporters import HANDED_ON
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.article.model import Span

_BY = frozenset(["by", "from"])
_SUITS = frozenset(["suit", "lawsuit"])
_FROM_ONE = _SUITS | {"complaint", "petition", "statement", "letter"}
"""Documents that are one's alone: a study by researchers may be told by the one who is named later."""
_SUED = frozenset(["sued", "sues", "suing"])
_SUED_BACK = 3
"""So many sentences back it is told who sued."""
_PAID = frozenset(["commissioned", "funded", "financed", "sponsored", "backed", "supported"])
"""Who did so by a document only paid for it."""
_PRIVATE = frozenset(["memo", "email", "letter", "message", "document", "documents", "transcript", "recording"])
"""What is another's where a paper published it."""
_MAKERS = frozenset(["scientist", "academic", "expert", "authoritie", "authority", "economist", "analyst", "agencie"])
"""Nouns for those who make documents, beside those for people, the s of their plural cut off."""
_ENDS_AUTHORS = frozenset([",", "against", "to"])
"""Behind it nobody is named whose a document is: "a memo from Ann Lee to Bo Berg"."""
_REACH = 9
"""So many words behind a document its issuer is named: "a study published on Monday by the institute"."""


def is_document(words: Sequence[Word]) -> bool:
    """Whether a source is something written or published: its head says so."""
    return _find_head(words) is not None


def find_issuer(
    document: Document,
    source: Span,
    namings: Namings,
    places: Sequence[Place],
    found: Mapping[Span, Antecedent],
) -> int | None:
    """The issuer or author of a document that speaks: named beside it here, or where such a document stood before."""
    at = document.words_in(source)
    head = _find_head([document.words[i] for i in at])
    if head is None:
        return None
    noun = document.words[at.start + head].text.lower()
    owner = _find_owner(document, at.start + head, namings, places, found)
    if owner is not None:
        return owner
    before = document.words[at.start : at.start + head]
    if before and (before[0].text.lower() in ("a", "an", "another") or any(word.tag == "POS" for word in before)):
        return None  # "the sheriff's statement" is not by whoever else gave one
    if _is_by_somebody(document, at.start + head):
        return None
    if noun in _SUITS:
        filer = _find_filer(document, at.start, namings, places)
        if filer is not None:
            return filer
    for back in document.find_words({noun, noun.rstrip("s"), f"{noun}s"}, at.start):
        owner = _find_owner(document, back, namings, places, found)
        if owner is not None:
            return owner
        if _is_by_somebody(document, back):
            return None
        article = find_article(document, back)
        if article is not None:
            return find_publisher(document, back, article, namings, places)
    return None


def find_authors(document: Document, source: Span) -> Span:
    """The part of a document's source that names by whom it is, behind "by" or "from"; the whole where none does."""
    words = document.list_words(source)
    at = next((i for i, word in enumerate(words) if word.text.lower() in _BY), len(words))
    return (words[at + 1].start, source[1]) if at + 1 < len(words) else source


def names_behind(document: Document, source: Span, named: Sequence[Span]) -> bool:
    """Whether a source is a document, and everybody it names is named behind its noun: "The suit, brought by Ann Lee
    against Bo Berg,"."""
    words = document.list_words(source)
    head = _find_head(words)
    return head is not None and bool(named) and all(span[0] > words[head].start for span in named)


def _is_by_somebody(document: Document, at: int) -> bool:
    """Whether somebody without a name is told behind a document: "a complaint by his former partner", "a study, by
    doctors in Norvik"."""
    words = document.words
    if words[at].text.lower() in _FROM_ONE and at + 1 < len(words) and words[at + 1].text.lower() in _BY:
        return True
    behind = at + 1 + (at + 1 < len(words) and words[at + 1].text == ",")
    stop = document.first[words[at].sentence + 1]
    return behind < stop and words[behind].text.lower() in _BY and _are_makers(document, behind, stop)


def _are_makers(document: Document, by: int, stop: int) -> bool:
    """Whether "by" or "from" leads to several without a name: "researchers at Norvik", "health authorities"."""
    words = document.words
    for word in words[by + 1 : min(stop, by + _REACH)]:
        if word.tag == "NNS" and word.text.islower():
            noun = word.text.lower().removesuffix("s")
            return is_person_noun(noun) or noun in _MAKERS
        if not word.tag.startswith(("DT", "JJ", "NN", "CD", "HYPH", "POS", "PRP$")) or word.tag == "NNP":
            return False
    return False


def _find_filer(document: Document, at: int, namings: Namings, places: Sequence[Place]) -> int | None:
    """Who sued last before a suit speaks: "Ann Lee sued Bo Berg", "Bo Berg is being sued by Ann Lee"."""
    words = document.words
    for verb in document.find_words(_SUED, at):
        if words[at].sentence - words[verb].sentence > _SUED_BACK:
            return None
        if words[verb + 1].text.lower() == "by":
            return namings.starting_at(words[min(verb + 2, len(words) - 1)].start)
        low = words[document.first[words[verb].sentence]].start
        subjects = [one for one in places_between(places, low, words[verb].start) if one.subject]
        passive = any(
            word.text.lower() in ("is", "was", "been", "being", "be") for word in words[max(0, verb - 3) : verb]
        )
        follows = words[verb + 1]
        active = follows.sentence == words[verb].sentence and follows.tag.startswith(("DT", "NNP", "PRP$", "JJ"))
        if subjects and active and not passive:
            return subjects[-1].cluster
    return None


def _find_head(words: Sequence[Word]) -> int | None:
    """Where the head noun of a source stands among its words, where that is a document."""
    for index, word in enumerate(words):
        last = (
            index + 1 == len(words)
            or words[index + 1].tag in ("IN", "VBN", "VBD", "WDT", "TO", "POS")
            or (words[index + 1].text in (",", "("))
        )
        if last and word.text.lower() in load_words("documents"):
            return None if index + 1 < len(words) and words[index + 1].tag == "POS" else index
        if word.tag in ("IN", "WP", "WDT"):
            return None
    return None


def _find_owner(
    document: Document,
    at: int,
    namings: Namings,
    places: Sequence[Place],
    found: Mapping[Span, Antecedent],
) -> int | None:
    """Who is named as a document's owner: before it with 's or as its or his, behind it with by or from."""
    words = document.words
    first, stop = document.first[words[at].sentence], document.first[words[at].sentence + 1]
    if at > first and (owner := namings.ending_at(words[at - 1].end)) is not None:
        return owner  # "a Weir County Sheriff’s Office report"
    for back in range(at - 1, max(first, at - 5) - 1, -1):
        word = words[back]
        if word.tag == "PRP$":
            known = found.get((word.start, word.end))
            if known is not None:
                return known.cluster
            owner = next((place.cluster for place in places_between(places, word.start, word.start + 1)), None)
            if owner is not None or word.text.lower() not in load_words("pronouns_first"):
                return owner
            break  # "Our review from Ann Lee"
        if word.tag == "POS" and back > first:
            owner = namings.ending_at(words[back - 1].end)
            if (
                owner is not None
                or words[back - 1].text.lower() not in load_words("bodies_called")
                or back - 1 <= first
            ):
                return owner
            if words[back - 2].text.lower() == "the":
                called = (words[back - 2].start, words[back - 1].end)
                return resolve_description(document, called, namings, places)
            return namings.ending_at(words[back - 2].end)
        if not word.tag.startswith(("JJ", "NN", "CD", "VBN", "HYPH")):
            break
    by = next((i for i in range(at + 1, min(stop, at + _REACH)) if words[i].text.lower() in _BY), None)
    if by is None or words[by - 1].text.lower() in HANDED_ON | _PAID or _begins_clause(words[at + 1 : by]):
        return None
    leaked = words[by - 1].text.lower() == "published" and words[at].text.lower() in _PRIVATE
    if leaked or _are_makers(document, by, stop):
        return None
    reach = range(by + 1, min(stop, by + _REACH))
    end = next((i for i in reach if words[i].text.lower() in _ENDS_AUTHORS or words[i].is_finite), stop)
    whoever = [
        index
        for i in range(by + 1, min(end, by + _REACH))
        if (index := namings.starting_at(words[i].start)) is not None and not _owns_another(document, i, namings)
    ]
    people = [index for index in whoever if namings.clusters[index].kind == "person"]
    if not whoever and end + 1 < stop and words[end].text == ",":
        apposed = namings.starting_at(words[end + 1].start)
        return apposed if apposed is not None and namings.clusters[apposed].kind == "person" else None
    return (people[-1] if people else whoever[0]) if whoever else None


def _begins_clause(between: Sequence[Word]) -> bool:
    """Whether another clause begins between a document and "by", which then tells nothing of it: "a report in the
    Times, Lee was hired | by"; not "the report, a long one, was written | by"."""
    verb = next((k for k, word in enumerate(between) if word.is_finite), 0)
    comma = next((k for k in range(verb - 1, -1, -1) if between[k].text == ","), verb)
    return comma + 1 < verb and between[comma + 1].tag.startswith(("NN", "PRP", "DT", "JJ", "CD"))


def _owns_another(document: Document, at: int, namings: Namings) -> bool:
    """Whether the naming that starts at a word is the owner of what follows: "Dorn’s team" is not Dorn."""
    start, reach = document.words[at].start, min(at + _REACH, len(document.words) - 1)
    ends = [b for (a, b), _ in namings.inside((start, document.words[reach].end)) if a == start]
    behind = document.words_in((ends[-1], ends[-1] + 1)) if ends else range(0)
    return bool(behind) and document.words[behind.start].tag == "POS"
