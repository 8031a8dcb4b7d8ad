"""Names that were passed over and yet are certain: who speaks, and what is named elsewhere in the same words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import REMEMBERED, load_words
from reader.analysis.document.phrases import POSSESSIVES, TIMES
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_civil, is_given, is_office, is_post, is_title, read_before
from reader.analysis.model import ActorKind
from reader.analysis.names import sureness
from reader.analysis.names.by_rule import Name, is_title_case
from reader.analysis.names.given_before import find_given
from reader.analysis.names.headlines import is_capitalised
from reader.article.model import Span

_BEHIND = frozenset(["IN", "TO", "WP", "WDT", "WP$", "POS"])
_LONGEST_INITIALS = 6
"""So many letters a body's initials have at most."""
_LONGEST = 3
_BODIES = load_words("bodies_called") | load_words("firms")
_OWNERS = 2
"""So many words before an office tell whose it is."""
_NEW = frozenset(["a", "an", "another", "recent", "new"])
"""Words before a document by which it is no known one: "a Norvik report", not "the Norvik report"."""
_POSTED = frozenset(["video", "post", "comment", "thread", "page", "blog", "message", "caption"])
"""What has the name of the place where it stands: "a YouTube video"."""
_JOINS = frozenset([",", "&", "and", "of", "the", "for"])
_SELVES = frozenset(["himself", "herself"])
_PERSON = range(2, 4)
"""So many words a person's name has whom a source names and nothing else knows."""


def add_speaking(document: Document, names: Sequence[Name], sources: Iterable[Span]) -> list[Name]:
    """Names with the people whom sources end in and no name covers ("the chief, Hans-Joachim Watzke"), and with every
    further place where a name that is certain stands in the same words."""
    found = list(names)
    laid = SpanIndex((name.span, None) for name in found)
    surnames = {
        document.article.words_of(name.span).split()[-1]
        for name in names
        if name.kind == "person" and _is_full(document, name)
    }
    for words in map(document.list_words, sources):
        if not words or document.article.text[words[0].start : words[-1].end].islower():
            continue
        for span, kind in _find_passed_over(document, words, surnames):
            if not laid.touches([span]):
                laid.add(span, None)
                found.append(Name(span, kind, sureness.BESIDE_CUE))
                break
    known: dict[str, dict[ActorKind, float]] = defaultdict(lambda: defaultdict(float))
    for name in found:
        sure = name.confidence >= (sureness.SETTLED if name.kind == "person" else sureness.UNKNOWN)
        if sure and not is_capitalised(document, name.span[0]):
            known[document.article.words_of(name.span)][name.kind] += name.confidence
    by_first: dict[str, list[tuple[str, ActorKind]]] = defaultdict(list)
    for text, kinds in known.items():
        by_first[text.split()[0]].append((text, max(kinds, key=kinds.__getitem__)))
    begun = {name.span[0] for name in found}
    for at in document.find_all_words(map(str.lower, by_first)):
        word = document.words[at]
        if word.start in begun:
            continue
        for text, kind in by_first.get(word.text, ()):
            span = (word.start, word.start + len(text))
            again = document.article.text.startswith(text, word.start) and _ends_word(document, span[1])
            if again and word.is_proper and not laid.touches([span]):
                given = find_given(document, at) if kind == "person" and " " not in text else None
                if given is not None and not laid.touches([(given, span[1])]):
                    span = (given, span[1])
                laid.add(span, None)
                found.append(Name(span, kind, sureness.UNKNOWN))
    return sorted(found, key=lambda name: name.span)


def _is_full(document: Document, name: Name) -> bool:
    return " " in document.article.words_of(name.span)


def _find_passed_over(
    document: Document, words: Sequence[Word], surnames: Collection[str]
) -> Iterator[tuple[Span, ActorKind]]:
    """What the words of a source may name, the surest first."""
    for stop in dict.fromkeys((len(words), _find_named_end(words))):
        person = _find_person(document, words[:stop])
        if person is not None:
            yield person, "person"
    if len(words) > 1 and words[-1].text in _SELVES:
        words = words[:-1]
    titled = all(is_civil(word.text) or word.text == "." for word in words[:-1])
    if words and titled and words[-1].text in surnames:  # of somebody named in full
        yield (words[-1].start, words[-1].end), "person"
    for body in (_find_body(document, words), *_find_issuers(document, words)):
        if body is not None:
            yield body, "organisation"


def _find_body(document: Document, words: Sequence[Word]) -> Span | None:
    """The name that a source ends in, before any apposition or "of", where every word else is small and none of it
    stands anywhere in small letters: "the AiGroup", "security giant Norvik". It names a body, or a person where a given
    name or an office says so, which `_find_person` and the other rules tell first."""
    stop = next(
        (i for i, word in enumerate(words) if i and (word.tag in _BEHIND or word.text in (",", "(", "—", "–"))),
        len(words),
    )
    last = words[stop - 1]
    if stop > 1 and _is_initials(last) and words[stop - 2].text in _BODIES:
        return last.start, last.end  # "news agency ANSA"
    first = stop
    while first and _may_be_named(words[first - 1]) and words[first - 1].tag in ("NNP", "NN"):
        first -= 1
    named = words[first:stop]
    others = [word for word in words[1:first] if word.tag == "NNP" and word.text.lower() not in _BODIES]
    if not named or len(named) > _LONGEST or others:
        return None
    before = words[first - 1] if first else None
    opens = named[0].start == document.words[document.first[named[0].sentence]].start
    known = len(named) == 1 and named[0].text.lower() in load_words("organisations") and named[0].text[0].isupper()
    if before is None and (opens or len(named) > 1) and not known:
        return None
    if before is not None and before.text.lower() not in _BODIES:
        person = is_office(before.text) or before.text.lower() in load_words("people_called")
        if before.tag not in ("DT", "NN") or person:
            return None
    return (named[0].start, named[-1].end) if _is_known_by_nothing(document, named) else None


def _is_known_by_nothing(document: Document, named: Sequence[Word]) -> bool:
    """Whether capitalised words are nobody's given name, stand nowhere in small letters and in no headline of capitals:
    so that they can only be a body's name."""
    small = {word.text.lower() for word in named}
    if not all(small.isdisjoint(load_words(name)) for name in ("men", "women", "documents", "people_called")):
        return False
    return small.isdisjoint(document.small_words) and not is_title_case(
        document, document.sentence_words(named[0].sentence)
    )


def _find_issuers(document: Document, words: Sequence[Word]) -> Iterator[Span | None]:
    """Whose a document that speaks is, by name: "data from the consultancy Norvik", "a recent Norvik survey"."""
    papers = load_words("documents")
    at = next((i for i, word in enumerate(words) if word.text.lower() in papers or word.tag in _BEHIND), len(words))
    if at == len(words) or words[at].text.lower() not in papers:
        return
    behind = words[at + 1 : at + 2]
    if behind and behind[0].text in ("from", "by") and at + 2 < len(words):
        yield _find_body(document, words[at + 2 :])
    first = at
    while first > 1 and _may_be_named(words[first - 1]):
        first -= 1
    last = not behind or behind[0].tag in (*_BEHIND, "VBN") or behind[0].text == ","
    told = words[0].text.lower() in _NEW and words[at].text.lower() not in _POSTED
    if first < at and last and told and _is_known_by_nothing(document, words[first:at]):
        yield words[first].start, words[at - 1].end


def _is_initials(word: Word) -> bool:
    """Whether a word is written in capitals alone, and is no shouted one."""
    return word.is_initials and word.text.isalpha() and len(word.text) <= _LONGEST_INITIALS


def _ends_word(document: Document, end: int) -> bool:
    at = document.words_in((end - 1, end))
    return bool(at) and document.words[at.start].end == end


def _find_named_end(words: Sequence[Word]) -> int:
    """Where the first run of capitals ends that more is told behind: "lead author Yuki Tanabe | of the museum", "lead
    author Yuki Tanabe |, chair of the museum"."""
    first = next((i for i, word in enumerate(words) if word.text == ","), -1)
    ends = (i for i in range(1, len(words)) if (words[i].tag in _BEHIND or i == first) and _may_be_named(words[i - 1]))
    return next(ends, len(words))


def _find_person(document: Document, words: Sequence[Word]) -> Span | None:
    """The person's name that a source ends in, behind an office or a comma; None where it ends in anything else."""
    first = len(words)
    while first and _may_be_named(words[first - 1]):
        first -= 1
    named = words[first:]
    before = words[first - 1] if first else None
    office = _find_office_of_field(words[:first])
    if len(named) >= min(_PERSON) and office is not None:
        named, before = named[-min(_PERSON) :], office
    parted = len(named) > min(_PERSON) and is_given(named[-2].text.lower()) and _is_part(named[-3])
    if parted:
        named = named[-min(_PERSON) :]  # "Weir Police Special Agent | Ann Lee"
    if len(named) == 1 and before is not None and is_civil(read_before(words, first)):
        return named[0].start, named[0].end
    if len(named) not in _PERSON:
        return None
    owned = (
        len(words) > len(named) + 1
        and before is not None
        and before.text in POSSESSIVES
        and words[-len(named) - 2].is_proper
    )
    if not parted:
        if before is None or not (before.text == "," or owned or is_post(before.text)):
            return None
        if before.text == "," and not any(word.text[0].islower() and is_office(word.text) for word in words[:first]):
            return None
    if is_title_case(document, document.sentence_words(named[0].sentence)):
        return None
    return named[0].start, named[-1].end


def _is_part(word: Word) -> bool:
    """Whether a word with a capital letter is what somebody is called for a part, and no given name."""
    return word.text.lower() in load_words("people_called") and not is_given(word.text.lower())


def _find_office_of_field(words: Sequence[Word]) -> Word | None:
    """The office that words begin with, whose it is before it or not, where its field runs up to a name: "Secretary
    of", "Minister for Trade and", "U.S. Secretary of"."""
    at = next((i for i, word in enumerate(words[: _OWNERS + 1]) if is_post(word.text)), None)
    if at is None or at + 1 >= len(words) or words[at + 1].tag != "IN":
        return None
    written = all(w.text[0].isupper() for w in words[: at + 1])
    return words[at] if written and all(w.text[0].isupper() or w.text in _JOINS for w in words[at + 2 :]) else None


def _may_be_named(word: Word) -> bool:
    return word.text[0].isupper() and _is_named(word.text, proper=word.is_proper)


@lru_cache(REMEMBERED)
def _is_named(text: str, *, proper: bool) -> bool:
    """Whether a word with a capital letter, tagged as a proper noun or not, can be part of a name."""
    lower = text.lower()
    given = is_given(lower)
    written = text[1:] not in (text[1:].lower(), text[1:].upper())  # "TransUnion"
    if not (proper or given or written):
        return False
    bare = text.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    return (
        bare.isalpha()
        and not (text.isupper() and len(bare) > 2)
        and (given or lower.rstrip(".") not in TIMES)
        and not is_title(text)
        and not is_office(text)
        and lower not in load_words("organisations")
        and lower not in load_words("bodies_called")
    )
