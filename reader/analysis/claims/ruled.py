"""What the rules find where the tagger saw nothing, and that is certain: what encloses another claim of its sentence,
and a clause beside a verb of speech ("Profits fell, it added")."""

from collections.abc import Callable, Sequence, Set

from reader.analysis.claims.attribution import Attribution, find_overlapping, index_contents
from reader.analysis.claims.forms import SUBJECTS, find_verb_early
from reader.analysis.claims.meant import names_things
from reader.analysis.document.cues import CLAUSAL, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word

CERTAIN = frozenset(
    [
        *("say", "add", "tell", "warn", "insist", "announce", "claim", "argue", "disclose", "explain", "state"),
        *("signal", "reveal", "admit", "concede", "predict", "confirm", "suggest", "declare"),
    ]
)
"""Lemmas of which "X added that …" is a claim whatever else."""
_FEWEST = 4
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_HAVE = frozenset(["have", "has", "had"])
_LOOSE = ("WDT", "WP")
"""Tags of words that open a clause of another one."""


def find_ruled(
    document: Document, found: Sequence[Attribution], by_rule: Callable[[Set[int]], Sequence[Attribution]], sure: float
) -> list[Attribution]:
    """What encloses another claim of its sentence, "Lund said that the yard had told her that it was late" of which
    only what the yard told was found, and plain clauses beside a verb of speech; each is so `sure`. `by_rule` gives
    what the rules find in some blocks."""
    found = [one for one in found if not _is_where(document, one)]
    taken = {i for one in found for span in one.cue for i in document.words_in(span)}
    cues = document.cues_in(range(len(document.words)))
    doubtful = {document.words[i].sentence for i in cues if i not in taken and _is_free_cue(document, i)}
    if not doubtful:
        return []
    made: list[Attribution] = []
    contents = index_contents(found)
    for ruled in by_rule({document.sentences[number].block for number in doubtful}):
        words = [i for span in ruled.cue for i in document.words_in(span)]
        if not words or taken & set(words) or document.words[words[0]].sentence not in doubtful:
            continue
        start, end = ruled.content[0][0], ruled.content[-1][1]
        touched = find_overlapping(ruled, contents)
        inside = [one for one in touched if one.cue and start < one.cue[0][0] < end and min(one.content)[0] >= start]
        others = [one for one in touched if one not in inside]
        inside = [one for one in inside if one.cue[0][0] < min(one.content)[0]]
        finite = any(document.words[i].tag in _FINITE for one in inside for i in document.words_in(one.cue[-1]))
        lemma = lemma_of(document.words[words[-1]].text)
        opens = document.words_in(ruled.content[0]).start - words[-1] <= (_FEWEST if lemma == "tell" else 1)
        encloses = finite and opens and lemma in CLAUSAL and ruled.cue[0][0] < start
        inner = all(one.cue and start <= one.cue[0][0] and max(one.content)[1] <= end for one in touched)
        plain = lemma in CERTAIN and inner and bool(ruled.source) and _is_plain(document, ruled)
        if (encloses or plain) and not others and ruled.source:
            made.append(Attribution(ruled.content, ruled.cue, ruled.source, sure))
    return made


def _is_where(document: Document, one: Attribution) -> bool:
    """Whether a cue tells only where others say it: "In | a poll of May, half of all sailors said that"."""
    cue = document.words_in(one.cue[0]) if one.cue else range(0)
    return len(one.cue) == 1 and len(cue) == 1 and document.words[cue.start].text.lower() == "in"


def _is_plain(document: Document, one: Attribution) -> bool:
    """Whether a clause follows its cue with "that", or with a subject of its own, or stands before a cue behind which
    nothing is told: "signalled the vote will be held", "Profits fell, it added", "It is shut, Moss told the radio"."""
    cue, content = document.words_in(one.cue[-1]), document.words_in(one.content[0])
    if cue.start < content.start:
        letters = document.list_letters(one.content[0])
        if letters[0].text.lower() == "that":
            return True
        if document.words[document.words_in(one.source[0]).start].tag in _LOOSE:
            return False
        return cue.stop == content.start and letters[0].tag in SUBJECTS and has_clause_early(letters)
    who = document.list_words(one.source[0])
    if who[0].tag in _LOOSE or not _is_main(document.list_words(one.content[0])):
        return False
    stop = document.first[document.words[cue.start].sentence + 1]
    ends = not any(document.words[i].text[0].isalnum() for i in range(cue.stop, stop))
    behind = who[0].start > one.cue[0][0]
    tells = (behind and who[0].tag != "CD") or lemma_of(document.words[cue[-1]].text) in ("say", "tell")
    told = ends or (tells and len(one.content) == 1)
    return told and not names_things(who)


def _is_main(words: Sequence[Word]) -> bool:
    """Whether words hold a clause that needs no other: "when the pay was cut, the men left", and not its first half."""
    first = next((i for i, word in enumerate(words) if word.tag not in ("CC", "RB")), 0)
    if words[first].tag in ("IN", "WRB"):
        first = next((i for i in range(first, len(words)) if words[i].text == ","), len(words))
    return any(word.is_finite for word in words[first:]) and words[first].tag not in _LOOSE


def has_clause_early(letters: Sequence[Word]) -> bool:
    """Whether a verb with a tense follows the phrase that a content begins with, no mark between."""
    verb = find_verb_early(letters)
    return verb is not None and letters[verb].start - letters[verb - 1].end <= 1


def _is_free_cue(document: Document, at: int) -> bool:
    """Whether a word is a verb of speech with a tense, outside quotation marks."""
    word = document.words[at]
    if word.tag not in ("VBD", "VBZ", "VBP") and not (at and document.words[at - 1].text.lower() in _HAVE):
        return False
    return lemma_of(word.text) in SAID_LEMMAS and not document.is_quoted(word.start)
