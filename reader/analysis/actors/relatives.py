"""Whom who, which and that stand for: the noun phrase that they follow."""

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.actors.mentions import Place, places_between
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.put_out import PUT_OUT
from reader.analysis.actors.references import PEOPLE, is_person_noun
from reader.analysis.claims.doubt import is_dumb
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import (
    PARTS_OF_DAY,
    RELATIVES,
    SPELLS,
    find_phrase_before,
    is_of_many,
    is_time,
    skip_back,
)
from reader.article.model import Span

_BEFORE_NOUN = ("DT", "JJ", "JJS", "NN", "NNP", "CD", "POS", "PRP$", "HYPH", "VBN", "VBG")
_APPOSED = 24
"""So many words an apposition before "who" has at most."""
_OWNERS = ("DT", "PRP$")
"""What a phrase begins with, if it has one: "the", "her"."""
_DESCRIBED = ("DT", "PRP$", "JJ", "CD")
"""What stands before a participle that is part of a phrase: "the jeering fans"."""
_OPENING = frozenset(["DT", "JJ", "NN"])
_TELLING = ("NNP", "NNS", "PRP", "DT")
_BODIES = load_words("bodies_called")
_NOUNS = ("JJ", "NN", "HYPH", "CD", "VBG", "VBN", "POS")
_DIRECTED = frozenset(["against", "to", "about", "on", "concerning"])
"""Behind it stands whom a document is about or for."""
_IN = frozenset(["in", "with", "through"])
"""Before it stands who speaks in a document."""
_OWNED = frozenset(["his", "her", "its", "their"])
_SUING = frozenset(["dropped", "brought", "lodged", "launched"])
"""What is done with a suit by whose it is."""
_BEING = frozenset(["is", "was", "’s", "'s"])
_SHARES = frozenset(
    [
        *("number", "majority", "minority", "handful", "third", "half", "quarter", "lot", "kind", "generation"),
        *("dozens", "hundreds", "thousands", "millions"),
    ]
)
"""What some are told to be of others, before "of"."""
_FELLOWS = frozenset(
    ["guy", "friend", "colleague", "relative", "neighbour", "neighbor", "member", "user", "participant", "adult", "kid"]
)
"""Nouns for one person that tell of no office, trade or part."""
_SPEAKING = (_BODIES | load_words("bodies_of_places") | load_words("organisations")) - {"body"}
_BACK = 8
"""So many words stand at most between a name and the pronoun that stands for it: "of Lidl in May, which"."""


def is_relative(words: Sequence[Word]) -> bool:
    """Whether a source is a relative pronoun, with nobody told behind it: "who", "who also took care"."""
    found = bool(words) and words[0].text.lower() in RELATIVES and not words[0].is_initials
    return found and not any(word.tag.startswith(_TELLING) for word in words[1:])


def find_antecedent(document: Document, pronoun: Word, namings: Namings, places: Sequence[Place]) -> int | None:
    """The actor that a relative pronoun stands for, None where it follows people who are not named."""
    at = document.words_in((pronoun.start, pronoun.end)).start
    first = document.first[pronoun.sentence]
    personal = pronoun.text.lower() == "who"
    position = at
    if position > first and document.words[position - 1].text in (",", "—", "–", "--", "-", ")"):
        position -= 1
    noun = document.words[position - 1] if position > first else None
    if noun is None:
        return None
    if _find_ending(document, position, namings) is None and noun.text.lower() in load_words("documents"):
        owner = _find_ending(document, position - 1, namings) if position - 1 > first else None
        return _who_wrote(document, position, first, places) if owner is None else owner
    told = _find_described(document, position, first, namings, places) if personal else None
    several = at + 1 < len(document.words) and is_of_many(document.words[at + 1])
    placed = False
    for back in range(position, max(first, position - _BACK), -1):
        index = _find_ending(document, back, namings)
        if index is not None:
            document_at = None if personal else _find_directed(document, index, back, first, namings)
            if document_at is not None:
                return _who_wrote(document, document_at + 1, first, places)
            if personal and not several and namings.clusters[index].kind == "place":
                placed = True  # "Ann Lee of Harlow, Ohio, who"
                continue
            fits = (namings.clusters[index].kind == "person") == personal or pronoun.text.lower() == "that"
            if fits or (back == position and not personal):
                return index
            return told if told is not None or back != position else _find_owner_of(document, index, back, namings)
        word = document.words[back - 1]
        if word.is_finite or word.tag in ("NNS", "WP", "WDT") or word.text in (";", ":"):
            return told
        if personal and word.tag == "NN" and (back == position or (placed and _is_people(word))):
            return told
    return told


def _find_directed(document: Document, index: int, stop: int, first: int, namings: Namings) -> int | None:
    """Where a document stands that the person named before a word is spoken of or to in: "a suit against Ann Lee |"."""
    if namings.clusters[index].kind != "person":
        return None
    words = document.words
    end = words[stop - 1].end
    start = min((a for (a, _), one in namings.ending_in((end, end)) if one == index), default=end)
    at = document.words_in((start, start + 1)).start - 1
    while at > first and words[at].tag.startswith(_NOUNS) and words[at].text.lower() not in _DIRECTED:
        at -= 1
    directed = at - 1 > first and words[at].text.lower() in _DIRECTED
    return at - 1 if directed and words[at - 1].text.lower() in load_words("documents") else None


def _find_owner_of(document: Document, index: int, stop: int, namings: Namings) -> int | None:
    """Whom "who" behind a body's name stands for: the body, or the person who is of it: "City, who", "Ann Lee of Lidl,
    who"."""
    if namings.clusters[index].kind not in ("organisation", "group"):
        return None
    end = document.words[stop - 1].end
    start = min((a for (a, _), one in namings.ending_in((end, end)) if one == index), default=end)
    before = document.words_in((start, start + 1)).start - 1
    word = document.words[before].text.lower() if before > 0 else ""
    if word in ("of", "at", "from", "for"):
        who = _find_ending(document, before, namings)
        return who if who is not None and namings.clusters[who].kind == "person" else None
    return None if word in ("the", "in", "&", "and") else index


def _find_described(
    document: Document, position: int, first: int, namings: Namings, places: Sequence[Place]
) -> int | None:
    """The person in whose apposition the last word before a comma and "who" stands: "Ann Lee, a barrister at the Lion
    Chambers in Norvik, who"."""
    words = document.words
    if position >= len(words) or words[position].text != ",":
        return _find_apposed(document, position, first, namings, places)
    for at in range(position - 1, max(first, position - _APPOSED), -1):
        word = words[at]
        if word.is_finite or word.tag in ("WP", "WDT") or word.text in (";", ":", "—", "–", "--"):
            return None
        if word.text == ",":
            who = _find_ending(document, at, namings)
            once = words[at + 1].text.lower() in ("then", "now")
            if who is None or (words[at + 1].tag not in _OPENING and not once):
                continue
            if namings.clusters[who].kind == "person" or words[position - 1].text.lower() in _BODIES:
                return who
    return None


def _find_apposed(
    document: Document, position: int, first: int, namings: Namings, places: Sequence[Place]
) -> int | None:
    """The person in apposition to whom the noun right before "who" stands, or of whom it is told: "Ann Lee, the
    swimming teacher who", "Ann Lee is a teacher who", "she was the one who"."""
    words = document.words
    at = position - 1
    while at > first and words[at].tag.startswith(_NOUNS):
        at -= 1
    if at <= first or at == position - 1 or words[at].tag != "DT":
        return None
    if words[at - 1].text in _BEING and at - 1 > first:
        here = places_between(places, words[at - 2].start, words[at - 2].end)
        if here and here[0].pronoun:
            return here[0].cluster
    elif words[at - 1].text != ",":
        return None
    who = _find_ending(document, at - 1, namings)
    return who if who is not None and namings.clusters[who].kind == "person" else None


def find_phrase(document: Document, pronoun: Word, namings: Namings) -> Span | None:
    """The noun phrase that a relative pronoun follows: "employers, who"; None where there is none."""
    at = document.words_in((pronoun.start, pronoun.end)).start
    first = document.first[pronoun.sentence]
    end = at - 1 if at > first and document.words[at - 1].text == "," else at
    phrase = _find_aged(document, end, first) or find_phrase_before(document, end, first)
    phrase = _find_quoted(document, end, first) if phrase is None else phrase
    if phrase is None or document.words[phrase.start].tag in ("PRP", "WP", "WDT"):
        return None
    if pronoun.text.lower() == "who":
        phrase = _find_person(document, phrase, first, namings)
    else:
        told = _find_written(document, phrase, first) if _tells_when(document.words[phrase.stop - 1]) else phrase
        if told is None:
            return None
        phrase = _begin_body(document, told)
    return document.words[phrase.start].start, document.words[phrase.stop - 1].end


def _find_quoted(document: Document, end: int, first: int) -> range | None:
    """The noun with what stands before it, within quotation marks: “The doctors who said so”."""
    words = document.words
    noun = end > first and (words[end - 1].tag.startswith("NN") or words[end - 1].text.lower() == "those")
    if not noun or not document.is_quoted(words[end - 1].start):
        return None
    return range(_begin_noun(words, end - 1, first), end)


def _find_aged(document: Document, end: int, first: int) -> range | None:
    """The people whose ages stand before "who": "500 Britons aged 18 to 25"."""
    words = document.words
    at = end - 1
    while at > first and (words[at].tag == "CD" or words[at].text in ("to", "and", "-", "–")):
        at -= 1
    if at == end - 1 or at <= first or words[at].text != "aged" or not words[at - 1].tag.startswith("NN"):
        return None
    return range(skip_back(words, at - 1, first, tags=_BEFORE_NOUN), end)


def _find_person(document: Document, phrase: range, first: int, namings: Namings) -> range:
    """The last people in a phrase, with all they are part of: "a man in the town" of "the home of a man in the town",
    "the majority of sailors" of "links with the majority of sailors"; where it can be of nobody, those before it: "the
    same man" of "the same man, by the way"."""
    words = document.words
    for at in reversed(phrase):
        if _is_people(words[at]):
            return range(_begin_people(document, at, first), phrase.stop)
    if any(namings.clusters[index].kind == "person" for _, index in namings.inside(document.span_of(phrase))):
        return phrase
    last = _begin_last(words, phrase)
    head = words[phrase.stop - 1]
    named = _find_ending(document, phrase.stop, namings)
    if named is not None or is_dumb(words[last : phrase.stop]) or _tells_when(head):
        for at in range(phrase.start - 1, max(first, phrase.start - _BACK) - 1, -1):
            if _is_people(words[at]):
                end = next((i for i in range(at + 1, phrase.start) if not words[i].is_proper), phrase.start)
                return range(_begin_people(document, at, first), end)
        return phrase
    if is_dumb(words[phrase.start : phrase.stop]) or _is_bare(words, phrase):
        return range(_begin_share(words, last, first), phrase.stop)
    return phrase


def _tells_when(word: Word) -> bool:
    """Whether a word ends a time: "Friday", "last year", "the 1970s"."""
    text = word.text.lower()
    return is_time(word) or text in SPELLS or text in PARTS_OF_DAY or text[:1].isdigit()


def _find_written(document: Document, phrase: range, first: int) -> range | None:
    """What is written and told of before a time: "a report" of "a report by the board, published last year"; the phrase
    itself where that is in it."""
    words = document.words
    if any(words[at].text.lower() in load_words("documents") for at in phrase):
        return phrase
    for at in range(phrase.start - 1, max(first, phrase.start - _APPOSED) - 1, -1):
        if words[at].is_finite and words[at].tag != "VBD":
            return None
        if words[at].tag == "NN" and words[at].text.lower() in load_words("documents"):
            return range(_begin_noun(words, at, first), at + 1)
    return None


def _is_people(word: Word) -> bool:
    """Whether a noun in small letters is one for people: "a witness", "the sailors", "both men", "MPs"."""
    noun = word.text.lower()
    if noun == "those":
        return True
    one = noun.removesuffix("s") if word.tag != "NN" else noun
    small = not word.is_proper or (word.text[:-1].isupper() and word.text[-1] == "s")
    return small and word.tag.startswith("NN") and (noun in PEOPLE or one in _FELLOWS or is_person_noun(one))


def _begin_people(document: Document, at: int, first: int) -> int:
    """Where the phrase for people begins whose noun stands at a word, with others before them and with what they are a
    part of: "the doctors and | nurses", "a majority of | the members"."""
    words = document.words
    start = _begin_noun(words, at, first)
    while start - 2 >= first and words[start - 1].text in ("and", ",") and words[start - 2].tag == "NNS":
        if words[start - 1].text == "," and "and" not in (word.text for word in words[start : at + 1]):
            break
        start = _begin_noun(words, start - 2, first)
    return _begin_share(words, start, first)


def _begin_share(words: Sequence[Word], start: int, first: int) -> int:
    """Where a phrase begins with what it is told to be a part of: "a majority of | the members"."""
    share = start - 2
    if share >= first and words[start - 1].text == "of" and words[share].text.lower().split("-")[-1] in _SHARES:
        return _begin_noun(words, share, first)
    return start


def _begin_noun(words: Sequence[Word], at: int, first: int) -> int:
    """Where the phrase of a noun begins, without a verb before it: "the animal rights campaigners"."""
    start = at
    while start > first and words[start - 1].tag in (*_BEFORE_NOUN, "NNS") and words[start].tag not in _OWNERS:
        if words[start - 1].tag.startswith("VB") and (start - 1 == first or words[start - 2].tag not in _DESCRIBED):
            break
        start -= 1
    return start


def _is_bare(words: Sequence[Word], phrase: range) -> bool:
    """Whether a phrase has no noun before its preposition: "doubtful of new recruits"."""
    before = next((at for at in phrase if words[at].tag in ("IN", "TO")), phrase.start)
    return before > phrase.start and all(word.tag in ("JJ", "RB") for word in words[phrase.start : before])


def _begin_last(words: Sequence[Word], phrase: range) -> int:
    """Where what stands behind the last preposition of a phrase begins, or the phrase itself."""
    return max(
        (at + 1 for at in phrase if words[at].tag in ("IN", "TO") and at + 1 < phrase.stop), default=phrase.start
    )


def _begin_body(document: Document, phrase: range) -> range:
    """A phrase from the first body in it on, where its own noun neither speaks nor is written: "the council" of "a blow
    for the council"."""
    words = document.words
    if not is_dumb(words[phrase.start : phrase.stop]):
        return phrase
    joints = [*(at for at in phrase if words[at].tag in ("IN", "TO")), phrase.stop]
    bodies = [one + 1 for one, other in pairwise(joints) if words[other - 1].text.lower() in _SPEAKING]
    return range(bodies[0], phrase.stop) if bodies else phrase


def _find_ending(document: Document, stop: int, namings: Namings) -> int | None:
    """The last cluster of which a naming ends with the word before another."""
    last = document.words[stop - 1]
    ending = namings.ending_in((last.start + 1, max(last.start + 1, last.end)))
    return max((index for span, index in ending if document.words_in(span).stop == stop), default=None)


def _who_wrote(document: Document, position: int, first: int, places: Sequence[Place]) -> int | None:
    """Who is named first as a subject, or at all, in the sentence up to here, where they put it out, it is theirs or
    they speak in it: “Bell sent a letter that …”; nobody in "Bell found a note that …"."""
    low, high = document.words[first].start, document.words[position - 1].start
    here = places_between(places, low, high)
    subjects = [place for place in here if place.subject]
    words = document.words
    owners = [place for place in here if place.word > first and words[place.word - 1].text.lower() in ("by", "from")]
    at = position - 2
    while at > first and words[at].tag.startswith(_NOUNS) and words[at].tag != "POS":
        at -= 1
    owner = [place for place in here if words[at].tag == "POS" and place.word < at]
    verb = next((i for i in range(at, first, -1) if words[i].is_verb), first)
    theirs = words[at].text.lower() in _OWNED or words[at - 1].text.lower() in _IN
    if not (theirs or words[verb].text.lower() in PUT_OUT | _SUING):
        subjects = []
    found = owner[-1:] or subjects or owners  # "Google's latest research, which"
    return found[0].cluster if found else None
