"""Where contents end before what their speaker does next, or what goes on around them: a thing that is told of ends
before the next deed of who tells it, and before what happens as it is told; a relative clause before its sentence's
verb."""

from collections.abc import Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import HAVE, HAVE_OR_S, SHIFTED
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import RELATIVE_TAGS, skip_back

_FEWEST = 2
_SUBJECTS = ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "NN", "JJ", "CD")
_REACH = 9
"""So many words behind "as" its verb stands."""
_PERCENT = frozenset(["%", "percent", "cent", "pc"])
_SHARES = frozenset(["half", "third", "thirds", "quarter", "quarters", "most", "majority", "many", "some"])
_WITHHELD = frozenset(
    ["elaborating", "giving", "providing", "naming", "specifying", "explaining", "offering", "identifying", "saying"]
)
_OF_OTHERS = {
    **dict.fromkeys(["he", "she", "it"], frozenset(["are", "were", "have"])),
    **dict.fromkeys(["they", "we"], frozenset(["is", "was", "has"])),
}
"""Verbs that a subject cannot have."""
_CLAUSES = frozenset(["say", "tell", "add", "argue", "insist", "claim", "note", "explain", "state", "suggest"])
"""Lemmas behind which a clause is told, hardly ever a thing."""
_STANCES = frozenset(
    [
        *("accuse", "acknowledge", "admit", "argue", "assert", "contend", "concede", "claim", "insist", "deny"),
        *("urge", "warn", "caution", "note", "suggest", "hint", "call", "criticise", "criticize", "condemn"),
        *("denounce", "blame", "praise", "lament", "emphasise", "emphasize", "reiterate", "stress", "vow", "pledge"),
        "allege",
    ]
)
"""Lemmas that tell what somebody holds or wants, hardly ever a deed in a tale: "and found", "and told" are."""
_LIKENED = frozenset(
    ["describe", "portray", "cast", "hail", "see", "view", "list", "present", "denounce", "dismiss", "cite"]
)
"""Lemmas whose "as" tells what they take a thing for."""


def cut_endings(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with contents behind their cue ended where nothing more is said, and what others said that was cut
    off of them."""
    cut: list[Attribution] = []
    for one in (part for whole in found for part in _part_at_verb(document, whole)):
        fresh = _cut(document, one)
        end = max(fresh.content)[1] if one.content else 0
        cut += [fresh, *_give_others(document, one, end), *_give_next(document, one, end)] if one.content else [fresh]
    return cut


def _part_at_verb(document: Document, one: Attribution) -> list[Attribution]:
    """One whose content another verb of speech breaks, as two: "said | it is safe | and pointed to | a survey"."""
    spans = sorted(one.content)
    words = document.words
    for k in range(1, len(spans)):
        at, before = document.words_in(spans[k]), document.words_in(spans[k - 1])
        if not at or not before or not one.cue or before.start < document.words_in(one.cue[-1]).stop:
            continue
        hole = range(before.stop, at.start)
        if words[at.start].sentence != words[before.start].sentence or document.is_quoted(words[at.start].start):
            continue
        verb = next((i for i in hole if _speaks(words[i])), None)
        joint = next((i for i in hole if words[i].text.lower() in ("and", "but", "while")), None)
        if verb is None or joint is None or not joint < verb or at.start - verb > _FEWEST + 1:
            continue
        who = [words[i] for i in range(joint + 1, verb)]
        named = any(word.tag.startswith(("NN", "PRP", "CD")) for word in who)
        source = ((who[0].start, who[-1].end),) if named else one.source
        cue = (words[verb].start, words[at.start - 1].end)
        return [
            one.with_spans(tuple(spans[:k])),
            one.with_spans(tuple(spans[k:]), (cue,), source),
        ]
    return [one]


def _speaks(word: Word) -> bool:
    return (word.is_finite or word.tag in ("VBG", "VBN")) and lemma_of(word.text) in SAID_LEMMAS


def _give_others(document: Document, one: Attribution, end: int) -> list[Attribution]:
    """What another share of those asked said, behind where a content was cut: "and 10 per cent said it was dead"."""
    whole = max(one.content)[1]
    behind = document.list_letters((end, whole)) if end < whole else []
    verb = next((k for k, word in enumerate(behind[:_REACH]) if k > 1 and lemma_of(word.text) is not None), None)
    if verb is None or behind[1].tag != "CD" or len(behind) - verb <= _FEWEST:
        return []
    source, cue = (behind[1].start, behind[verb - 1].end), (behind[verb].start, behind[verb].end)
    return [one.with_spans(((behind[verb + 1].start, whole),), (cue,), (source,))]


def _cut(document: Document, one: Attribution) -> Attribution:
    if not one.cue or not one.content:
        return one
    spans = sorted(one.content)
    start, end = spans[-1]
    if start < one.cue[-1][1] and len(spans) == 1:
        return one
    if len(spans) > 1 and spans[-2][1] <= one.cue[0][0] and one.cue[-1][1] <= start and _keeps_back(document, start):
        return one.with_spans(tuple(spans[:-1]))
    steps = (
        _find_next_deed,
        _find_next_act,
        _find_other_share,
        _find_meanwhile,
        _find_withheld,
        _find_main_verb,
        _find_close,
    )
    at = document.words_in((start, end))
    for step in steps:
        stop = step(document, one, at) if len(at) > _FEWEST else None
        if stop is not None and stop > at.start:
            end = document.words[stop - 1].end
            at = document.words_in((start, end))
    return one.with_spans((*spans[:-1], (start, end)))


def _find_next_deed(document: Document, one: Attribution, at: range) -> int | None:
    """Where a thing ends that is told of, before what its teller did next: "admitted one count of theft | and was sent
    to jail"."""
    words = document.words
    if document.words_in(one.content[0]).start < document.words_in(one.cue[-1]).stop or len(one.content) > 1:
        return None
    first = _find_finite(words, at)
    if first is None or first - at.start <= _FEWEST or _is_any_quoted(document, at):
        return None
    joint = skip_back(words, first, at.start + 1) - 1
    if words[joint].text.lower() not in ("and", "but") or words[first].tag not in ("VBD", "VBZ"):
        return None
    tense = {words[i].tag for i in document.words_in(one.cue[-1]) if words[i].is_finite}
    if words[first].tag not in tense or _list_lemmas(document, one) & _CLAUSES or first + 1 == at.stop:
        return None
    return joint - 1 if words[joint - 1].text == "," else joint


def _find_next_act(document: Document, one: Attribution, at: range) -> int | None:
    """Where a clause ends that is told of, before what its teller did next, by the tense that the verb of this has with
    the cue alone, or by its number, or where it takes a stance: "said the quay will stay open | but declined to say how
    long", "thinks she is alive | and are offering a reward", "said the talks went well | and urged patience"."""
    words = document.words
    if at.start < document.words_in(one.cue[-1]).stop:
        return None
    joints = document.find_between(range(at.start + _FEWEST, at.stop - _FEWEST), "and", "but")
    if not joints:
        return None
    tense = {word.tag for word in document.list_words(one.cue[-1]) if word.is_finite}
    subject = words[at.start + (words[at.start].text.lower() == "that")].text.lower()
    for i in joints:
        if document.is_quoted(words[i].start):
            continue
        if words[i - 1].text == "," and words[i + 1].text in ("I", "we") and _is_of_others(document, one, at.start, i):
            return i - 1
        verb = next((k for k in range(i + 1, at.stop - 1) if words[k].tag != "RB"), i)
        before = [word for word in words[at.start : i] if word.is_finite]
        if not words[verb].is_finite or not before:
            continue
        told = {word.tag for word in before}
        speaks = lemma_of(words[verb].text) in SAID_LEMMAS and not any(
            word.text.lower() in HAVE_OR_S for word in before
        )
        shifted = words[verb].text.lower() in SHIFTED and any(word.text.lower() in SHIFTED for word in before)
        turns = words[i].text.lower() == "but" and not shifted
        alone = words[verb].tag in tense and words[verb].tag not in told and (turns or speaks)
        again = words[verb].tag in tense and _takes_stance(words[verb : at.stop])
        other = len(before) == 1 and words[verb].text.lower() in _OF_OTHERS.get(subject, ())
        if alone or again or other:
            return i - 1 if words[i - 1].text == "," else i
    return None


def _takes_stance(words: Sequence[Word]) -> bool:
    """Whether words begin with a verb that takes a stance: "urged", "has already accused"."""
    have = words[0].text.lower() in HAVE
    verb = next((word for word in words[1:] if not word.tag.startswith("RB")), words[0]) if have else words[0]
    return lemma_of(verb.text) in _STANCES


def _is_of_others(document: Document, one: Attribution, start: int, stop: int) -> bool:
    """Whether the writer is neither in a source nor in so many words of a content, and so speaks behind them: "Moss
    said it was cold | , and I felt it"."""
    told = [*document.words[start:stop], *document.gather_words(one.source)]
    return not any(word.text.lower() in load_words("pronouns_first") for word in told)


def _give_next(document: Document, one: Attribution, end: int) -> list[Attribution]:
    """What the teller says next, behind where a content was cut: "and stressed | that the quay was safe"."""
    whole = max(one.content)[1]
    behind = document.list_letters((end, whole)) if end < whole else []
    if len(behind) <= _FEWEST + 1 or behind[0].text.lower() not in ("and", "but"):
        return []
    verb = behind[1]
    if verb.tag not in ("VBD", "VBZ") or lemma_of(verb.text) not in SAID_LEMMAS:
        return []
    return [one.with_spans(((behind[2].start, whole),), ((verb.start, verb.end),))]


def _find_other_share(document: Document, one: Attribution, at: range) -> int | None:
    """Where a content ends that some of those asked hold, before what others do: "60 people said they had seen it | and
    10 per cent had not"."""
    words = document.words
    if not one.source or not _is_share(document.list_words(one.source[0])):
        return None
    for i in document.find_between(range(at.start + _FEWEST, at.stop - _FEWEST), "and", "while", "but"):
        if words[i + 1].tag != "CD":
            continue
        if not any(words[k].is_finite for k in range(at.start, i)):
            continue
        behind = words[i + 2 : min(at.stop, i + _REACH)]
        verb = next((k for k, word in enumerate(behind) if word.is_finite or word.text in ",;:"), None)
        if verb is None or not behind[verb].is_finite or document.is_quoted(words[i].start):
            continue
        share = {word.text.lower() for word in behind[:verb]} & _PERCENT
        if share or (verb == 0 and lemma_of(behind[0].text) is not None):
            return i - 1 if words[i - 1].text == "," else i
    return None


def _is_share(words: Sequence[Word]) -> bool:
    """Whether words begin with how many they are: "60 people", "more than half of drivers"."""
    return any(word.tag == "CD" or word.text.lower() in _SHARES for word in words[:3])


def _find_meanwhile(document: Document, one: Attribution, at: range) -> int | None:
    """Where a thing ends that is told of, before what happens meanwhile: "reported 20 deaths | as the fire spread"."""
    words = document.words
    if len(one.content) > 1 or words[at.start].tag in ("TO", "IN", "WRB", "WP"):
        return None
    lemmas = _list_lemmas(document, one)
    if not lemmas or not lemmas.isdisjoint(_LIKENED) or not lemmas.isdisjoint(_CLAUSES) or _is_any_quoted(document, at):
        return None
    for i in range(at.start + _FEWEST, at.stop - _FEWEST):
        if words[i].is_verb:
            return None
        if words[i].text.lower() != "as" or words[i].tag != "IN":
            continue
        if words[i - 1].tag.startswith(("JJ", "RB")) or words[i - 1].text.lower() in ("such", "same", "as"):
            return None
        phrase = range(i + 1, min(at.stop, i + _REACH))
        verb = next((k for k in phrase if words[k].is_finite or words[k].text in ",;:"), None)
        if verb is None or not words[verb].is_finite or words[i + 1].tag not in _SUBJECTS or verb == i + 1:
            return None
        return i - 1 if words[i - 1].text == "," else i
    return None


def _find_withheld(document: Document, one: Attribution, at: range) -> int | None:
    """Where a content ends before what its speaker keeps back: "that she would resign | , without elaborating"."""
    words = document.words
    for i in document.find_between(range(at.start + _FEWEST, at.stop - 1), "without"):
        if words[i + 1].text.lower() in _WITHHELD:
            return None if document.is_quoted(words[i].start) or words[i - 1].text != "," else i - 1
    return None


def _keeps_back(document: Document, start: int) -> bool:
    """Whether what is behind a cue is no half of what it reports, but what its speaker does or will not do: "Some are
    lost, Moss said, | but was unable to say how many"."""
    at = document.words_in((start, start + 1)).start
    first, *behind = document.words[at : at + 2]
    if document.is_quoted(start) or not behind:
        return False
    text = first.text.lower()
    return (text == "but" and behind[0].is_finite) or text in ("declining", "refusing")


def _find_main_verb(document: Document, one: Attribution, at: range) -> int | None:
    """Where a relative clause ends that its own cue broke, before the verb of its sentence: "which | she says | took a
    year to write, runs until May"."""
    if len(one.content) != 2 or one.content[0][1] > one.cue[0][0]:
        return None
    words = document.words
    first = document.list_letters(one.content[0])
    if len(first) != 1 or first[0].tag not in RELATIVE_TAGS:
        return None
    if not words[at.start].is_finite:
        return None
    for i in range(at.start + 1, at.stop - 1):
        if words[i].text == "," and words[i + 1].is_finite and not document.is_quoted(words[i].start):
            return i
    return None


def _list_lemmas(document: Document, one: Attribution) -> set[str]:
    found = (lemma_of(word.text) for word in document.gather_words(one.cue))
    return {lemma for lemma in found if lemma is not None}


def _find_close(document: Document, one: Attribution, at: range) -> int | None:
    """Where the content of a cue in a relative clause ends, before the verb of its sentence: "Moss, who said she was
    tired | , left"."""
    words = document.words
    cue = document.words_in(one.cue[0]).start
    low = document.first[words[cue].sentence]
    if (
        cue - low < _FEWEST
        or words[cue - 1].tag not in RELATIVE_TAGS
        or words[at.start].sentence != words[cue].sentence
    ):
        return None
    close = {"(": ")"}.get(words[cue - 2].text, words[cue - 2].text)
    if close not in (",", ")", "–", "—", "--", "-"):
        return None
    for i in range(at.start + 1, at.stop - 1):
        if words[i].text == close and not document.is_quoted(words[i].start):
            return i if close != "," or words[i + 1].is_finite else None
    return None


def _find_finite(words: Sequence[Word], at: range) -> int | None:
    """The first verb with a tense among words, none where a relative clause comes before."""
    for i, word in enumerate(words[at.start : at.stop], at.start):
        if word.tag in RELATIVE_TAGS or word.text in ":;(" or word.text.lower() in ("that", "if", "because"):
            return None
        if word.is_finite:
            return i
    return None


def _is_any_quoted(document: Document, at: range) -> bool:
    return document.count_quoted(document.words[at.start : at.stop]) > 0
