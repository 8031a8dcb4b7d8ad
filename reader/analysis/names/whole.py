"""A tagger's names made whole: the rest of what it broke off ("Ray" of "Ray Stamp"), and people it passed over."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import is_legal_form, load_words
from reader.analysis.document.phrases import POSSESSIVES, is_time
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.titles import is_office, is_post, is_title, load_titles
from reader.analysis.names.by_rule import Name, is_title_case
from reader.analysis.names.given_before import find_given
from reader.analysis.names.headlines import is_capitalised

_MOST = 3
"""So many words are added to one name at most."""
_MOST_LED = 6
"""So many more it may have that "the" leads: "for the Prevention of Cruelty to Seals"."""
_PAPERS = frozenset(["Reporter", "Enquirer", "Inquirer", "Examiner", "Observer", "Correspondent"])
_SEAT = re.compile(r"[RDI]-[A-Z][\w.]*")
"""A politician's party and state: "R-Arizona"."""
_FULL = 2
"""So many words a full name has at least."""
_SHORT = 4
"""A title of no more letters is an abbreviation, and alone no name: "Sen", "Gov."."""
_RULERS = frozenset(["king", "queen", "prince", "princess"])
"""Titles that with a place are somebody's name."""
_PARTICLES = frozenset(
    [
        *("do", "da", "de", "di", "del", "della", "du", "des", "la", "von", "van", "der", "den", "dos"),
        *("ten", "ter", "zu", "af", "av", "bin", "ibn", "al", "el", "le", "das", "van der", "van den", "van de"),
        *("von der", "de la", "de los", "de las"),
    ]
)

_OF_A_FIELD = frozenset(
    [
        *("agency", "association", "bureau", "campaign", "center", "centre", "coalition", "college", "commission"),
        *("committee", "council", "department", "faculty", "federation", "forum", "foundation", "initiative"),
        *("institute", "ministry", "mission", "office", "school", "society", "survey", "panel", "organisation"),
        *("organization", "movement", "network", "alliance", "convention", "authority", "league", "centers", "centres"),
    ]
)
"""Nouns for bodies behind which their field stands in their name."""
_LEADING = frozenset(["Upon", "On", "Against", "In", "For", "Of"])
"""Small words, as they stand in a name, behind which it goes on."""
_OF_OFFICES = frozenset(["Senior", "Chief", "Vice", "Deputy", "Assistant", "Managing", "Associate", "Acting", "Former"])
"""Words that tell of an office that stands behind a name: "Norvik | Senior Partner"."""


def complete_names(document: Document, names: Sequence[Name], ruled: Sequence[Name]) -> list[Name]:
    """Names grown to the end of their run of capitals, and full names of people that stand before a verb or a comma and
    were passed over; generic words ("the Company") are no names. `ruled` are those that the rules find."""
    common = _list_common(document, names)
    told = (name for name in names if document.article.words_of(name.span) not in common)
    ordered = _grow_back(document, _part_known(document, sorted(told, key=lambda name: name.span)))
    taken = [name.span for name in ordered]
    found: list[Name] = []
    surnames = _list_surnames(document, ordered)
    for index, name in enumerate(ordered):
        if document.article.words_of(name.span) not in surnames and _is_generic(document, name):
            continue
        limit = taken[index + 1][0] if index + 1 < len(taken) else len(document.article.text)
        after = ordered[index + 1 : index + 3]
        field = limit
        if after and after[0].kind == "organisation":
            field = after[1].span[0] if len(after) > 1 else len(document.article.text)
        found.append(_grow(document, name, limit, field))
    covered = SpanIndex((name.span, None) for name in found)
    for name in ruled:
        full = name.kind == "person" and name.confidence >= 0.7 and " " in document.article.words_of(name.span)
        if full and not covered.touches([name.span]):
            found.append(name._replace(confidence=0.6))
            covered.add(name.span, None)
    found = _join_over_particles(document, sorted(found, key=lambda name: name.span))
    return [_settle_kind(document, name) for name in found]


def _list_common(document: Document, names: Sequence[Name]) -> frozenset[str]:
    """Single words taken for names that have a capital only because they open a sentence: the article writes them
    without one too ("Gorillas" beside "gorillas"), or they are the plural of a common noun ("Chimps are fighters")."""
    small = document.small_words
    opening: dict[str, bool] = {}
    for name in names:
        if " " in document.article.words_of(name.span):
            continue
        at = document.words_in(name.span)
        if len(at) != 1:
            continue
        word = document.words[at.start]
        form = word.text.lower()
        common = word.text[1:].islower() and (
            word.tag == "NNS"
            or _are_people(form)
            or (name.kind == "person" and not small.isdisjoint((form, form + "s", form.removesuffix("s"))))
        )
        opening[word.text] = opening.get(word.text, True) and common
    return frozenset(text for text, common in opening.items() if common and not _stands_inside(document, text))


def _are_people(form: str) -> bool:
    """Whether a word is the plural of an office or of another word for a person: "aides"."""
    one = form.removesuffix("s")
    return one != form and (is_office(one) or one in load_words("people_called"))


def _stands_inside(document: Document, text: str) -> bool:
    """Whether a word stands anywhere with its capital letter and does not open its sentence."""
    words = document.words
    same = (words[at] for at in document.find_all_words((text.lower(),)))
    return any(word.text == text and not _opens(document, word) for word in same if text[0].isupper())


def _opens(document: Document, word: Word) -> bool:
    """Whether nothing but marks stands before a word in its sentence."""
    start = document.words[document.first[word.sentence]].start
    return not any(letter.isalnum() for letter in document.article.text[start : word.start])


def _list_surnames(document: Document, names: Sequence[Name]) -> frozenset[str]:
    """The last words of people's full names, with such as are titles or offices elsewhere: "Gayle King"."""
    found: set[str] = set()
    for name in names:
        at = document.words_in(name.span)
        if name.kind == "person" and at:
            if at.stop < len(document.words) and _is_surname_behind(document, at.stop):
                found.add(document.words[at.stop].text)
            elif len(at) > 1:
                found.add(document.words[at.stop - 1].text)
    return frozenset(found)


def _is_surname_behind(document: Document, at: int) -> bool:
    """Whether a word that may be a title or an office is the surname of the person named right before it: no other name
    stands behind it."""
    words = document.words
    last, word = words[at - 1], words[at]
    behind = words[at + 1] if at + 1 < len(words) else None
    return (
        is_post(word.text)
        and word.start == last.end + 1
        and word.text[0].isupper()
        and word.text[1:].islower()
        and not (behind is not None and behind.is_proper and behind.start == word.end + 1)
    )


def _grow(document: Document, name: Name, limit: int, field: int) -> Name:
    """A name grown up to `limit`, where the next one begins, and over its field up to `field`, behind a next body."""
    at = document.words_in(name.span)
    if not at or at.stop == len(document.words) or not document.words[at.stop].text[0].isalnum():
        return name
    sentence = document.sentence_words(document.words[at.start].sentence)
    end = at.stop
    while end < sentence.stop and end - at.stop < _MOST and document.words[end].end <= limit:
        surname = name.kind == "person" and end == at.start + 1 and _is_surname_behind(document, end)
        if not surname and not _goes_on(document.words[end - 1], document.words[end]):
            break
        if name.kind == "person" and end - at.start >= _FULL and _tells_deed(document.words[end : end + 2]):
            break
        end += 1
    if end > at.stop and (is_capitalised(document, name.span[0]) or is_title_case(document, sentence)):
        end = at.stop
    if end == at.stop and _is_paper(document.words, at, sentence):
        return name._replace(span=(name.span[0], document.words[end].end), kind="organisation")
    last = document.words[end - 1].text
    if name.kind == "organisation" and last[0].isupper() and last.lower() in _OF_A_FIELD:
        end = _grow_over_field(document.words, end, sentence.stop, field)
    elif name.kind == "organisation" and " for the " in document.article.words_of(name.span):
        end = _grow_over_joints(document.words, end, sentence.stop, field)
    end = _grow_to_form(document.words, end, sentence.stop, limit)
    return name if end == at.stop else name._replace(span=(name.span[0], document.words[end - 1].end))


def _grow_back(document: Document, names: Sequence[Name]) -> list[Name]:
    """Last names with the given name before them, where that belongs to no other name."""
    grown: list[Name] = []
    for name in names:
        at = document.words_in(name.span)
        start = find_given(document, at.start) if name.kind == "person" and len(at) == 1 else None
        free = start is not None and (not grown or grown[-1].span[1] <= start)
        grown.append(name._replace(span=(start, name.span[1])) if start is not None and free else name)
    return grown


def _tells_deed(words: Sequence[Word]) -> bool:
    """Whether a word behind a full name has a capital only because a headline gives one to it and the next: "Ann Lee |
    Announces Her"."""
    lower = words[0].text.lower()
    written = len(words) > 1 and words[1].text[0].isupper()
    return written and (lemma_of(lower) is not None or lower in load_words("pronouns"))


def _is_paper(words: Sequence[Word], at: range, sentence: range) -> bool:
    """Whether a name that "The" leads inside a sentence goes on with a word that papers are called by: "The Weir |
    Reporter"."""
    led = at.start - 1 > sentence.start and words[at.start - 1].text == "The"
    return led and at.stop < sentence.stop and words[at.stop].text.capitalize() in _PAPERS


def _grow_over_field(words: Sequence[Word], end: int, stop: int, limit: int) -> int:
    """Where a body's noun ends with the field that it is for: "Committee | on Climate Change", "| to Save Harbors",
    "Society | for the Prevention of Cruelty to Seals"."""
    does = end + 1 < stop and words[end].text == "to" and words[end + 1].tag in ("VB", "VBP", "NNP")
    if not does and not (end + 1 < stop and words[end].text in ("on", "for", "of")):
        return end
    led = words[end].text == "for" and words[end + 1].text == "the" and end + 2 < stop
    at = end + 2 if led else end + 1
    last = _find_run_end(words, at, stop, owned=led)
    if led and last > at:
        last = _grow_over_joints(words, last, stop, limit)
    numbered = last < stop and words[last].text[0].isdigit()
    whole = words[last - 1].tag != "IN" and words[last - 1].text not in _LEADING and not numbered
    ends = whole and words[last - 1].end <= limit
    return last if at < last <= at + (_MOST_LED if led else _MOST) and ends else end


def _grow_over_joints(words: Sequence[Word], end: int, stop: int, limit: int) -> int:
    """Where a field ends that "the" leads: "the Prevention | of Cruelty to Seals"."""
    for joint in ("of", "to"):
        if end + 1 < stop and words[end].text == joint:
            last = _find_run_end(words, end + 1, stop, owned=False)
            end = last if last > end + 1 and words[last - 1].end <= limit else end
    return end


def _find_run_end(words: Sequence[Word], at: int, stop: int, *, owned: bool) -> int:
    """Where capitalised words end that begin at a word, "'s" between them if one of them may own the next."""
    while at < stop and words[at].text[0].isupper() and not is_time(words[at]):
        owns = owned and at + 2 < stop and words[at + 1].text in POSSESSIVES and words[at + 2].text[0].isupper()
        at += 2 if owns else 1
    return at


def _grow_to_form(words: Sequence[Word], end: int, stop: int, limit: int) -> int:
    """Where a name ends with the legal form behind it, in small letters too: "Thornbury plc", "Delmar SA de CV"."""
    at = end
    while at < stop and words[at].end <= limit and words[at].start == words[at - 1].end + 1:
        if is_legal_form(words[at].text):
            end = at + 1
        elif words[at].text != "de" or end != at:
            break
        at += 1
    return end


def _goes_on(last: Word, word: Word) -> bool:
    """Whether a word belongs to the name before it: written with a capital, next to it, no title and no time."""
    return (
        word.start == last.end + 1
        and word.text[0].isupper()
        and word.tag in ("NNP", "NNPS", "NN", "FW")
        and not is_time(word)
        and not is_title(word.text)
        and not is_office(word.text)
        and word.text not in _OF_OFFICES
        and (last.text.isupper() == word.text.isupper() or is_legal_form(word.text))
    )


def _is_generic(document: Document, name: Name) -> bool:
    """Whether a name is but a common noun: "the Company" of a press release, "Union convenor" at a beginning."""
    text = document.article.words_of(name.span)
    if (text[1:2] == "-" and _SEAT.fullmatch(text)) or (len(text.rstrip(".")) <= _SHORT and is_title(text)):
        return True
    if " " in text:
        return False
    at = document.words_in(name.span)
    if len(at) != 1 or at.stop >= len(document.words):
        return False
    word, before, behind = document.words[at.start], document.words[at.start - 1], document.words[at.stop]
    noun = word.text.lower()
    if noun in ("company", "firm", "group", "club") and at.start and before.text.lower() in ("the", "our"):
        return True
    if name.kind == "person" and noun in load_titles("inside") and is_office(noun):
        opens = at.start == document.first[word.sentence] and behind.text.islower()
        return opens or (at.start > 0 and before.text.lower() == "the")
    if behind.text == "of" and before.text.lower() == "the" and is_office(noun):
        return noun not in _RULERS  # "the Bishop of Weir"
    if at.start != document.first[word.sentence] or not behind.text.islower():
        return False
    if noun in load_words("people_called") and _is_headline_word(document, word):
        return True
    office = noun in load_words("organisations") and is_office(behind.text)
    return office or (name.kind != "person" and behind.tag.startswith("NN") and _is_headline_word(document, word))


def _is_headline_word(document: Document, word: Word) -> bool:
    """Whether a headline alone has a word, with a capital because it opens it: "Harbour board rejects toll". Of a name
    the article would speak again."""
    alone = len(document.find_all_words((word.text.lower(),))) == 1
    return document.is_in_headline(word) and word.text[1:].islower() and alone and len(document.article.blocks) > 1


def _settle_kind(document: Document, name: Name) -> Name:
    """A name with the kind that its surroundings prove: no person is followed by "which", called a magazine or ends in
    "Ltd"."""
    if name.kind == "organisation":
        return name
    words, at = document.words, document.words_in(name.span)
    suffixed = len(at) > 1 and is_legal_form(words[at.stop - 1].text)
    person = name.kind == "person"
    if suffixed or (person and (_is_called(document, at) or _is_followed_by_which(words[at.stop : at.stop + 2]))):
        return name._replace(kind="organisation")
    return name


def _is_called(document: Document, at: range) -> bool:
    """Whether a word for a body stands right before a lone word, or before it and a comma."""
    if len(at) != 1 or not at.start:
        return False
    bodies = load_words("bodies_called")
    before = document.words[at.start - 1].text.lower()
    if before == ",":
        return document.words[max(0, at.start - 2)].text.lower() in bodies
    return before in bodies and not _is_titled(document, at.start)


def _is_followed_by_which(behind: Sequence[Word]) -> bool:
    return len(behind) == 2 and behind[0].text == "," and behind[1].text.lower() == "which"


def _is_titled(document: Document, at: int) -> bool:
    """Whether what stands before a name is a person's role all the same: "team captain"."""
    return is_office(document.words[at - 1].text)


def _part_known(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names of which one that no other place repeats is two that the article knows: "Donald Trump Russia"."""
    text = document.article.text
    counts = Counter(text[slice(*name.span)].lower() for name in names)
    kinds = {text[slice(*name.span)].lower(): name.kind for name in names}
    parted: list[Name] = []
    for name in names:
        inside = document.words_in(name.span)
        if len(inside) < 3 or counts[text[slice(*name.span)].lower()] > 1:
            parted.append(name)
            continue
        words = document.words[inside.start : inside.stop]
        cut = next(
            (
                at
                for at in range(len(words) - 1, 0, -1)
                if text[words[0].start : words[at - 1].end].lower() in kinds
                and text[words[at].start : words[-1].end].lower() in kinds
                and not (at == 1 and name.kind == "person" and _is_last_name(words[1:]))
            ),
            None,
        )
        if cut is None:
            parted.append(name)
            continue
        for first, last in ((0, cut - 1), (cut, len(words) - 1)):
            span = (words[first].start, words[last].end)
            parted.append(name._replace(span=span, kind=kinds[text[slice(*span)].lower()]))
    return parted


def _is_last_name(words: Sequence[Word]) -> bool:
    """Whether words are somebody's last name alone: "de Jong", "Lewis Jr."."""
    return words[0].text.lower() in _PARTICLES or words[-1].text.rstrip(".") in ("Jr", "Sr")


def _join_over_particles(document: Document, names: Sequence[Name]) -> list[Name]:
    """Names of which a small word of a foreign name has made two: "Correio do Cais"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        between = document.article.text[last.span[1] : name.span[0]] if last is not None else ""
        if last is not None and between.strip() in _PARTICLES and between.startswith(" ") and between.endswith(" "):
            joined[-1] = last._replace(span=(last.span[0], name.span[1]))
        else:
            joined.append(name)
    return joined
