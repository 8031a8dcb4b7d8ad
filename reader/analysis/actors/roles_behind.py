"""What an apposition behind a name tells of a person: "Ruth Adeyemi, the council leader", "Bo Berg, 26, a cook"."""

from collections.abc import Sequence
from typing import Final

from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import RELATIVE_TAGS
from reader.analysis.document.titles import is_civil, is_office, is_title
from reader.article.model import Span

LONGEST: Final = 12
"""So many words of a role are shown at most."""
HOLDING: Final = frozenset(
    ["acting", "managing", "founding", "sitting", "commanding", "presiding", "practising", "practicing"]
)
"""Words that tell how somebody holds an office."""
_FARTHEST = 20
"""So many words an apposition has at most."""
_BREAKS = frozenset(["at", "in", "on", "with", "from", "near", "under"])
"""Before these a role that is longer than what is shown may end."""
_CALLED = load_words("people_called")
_DEGREES = load_words("degrees")
_KIN = frozenset(["son", "daughter", "brother", "sister", "stepson", "stepdaughter"])
_ENDS_PART = frozenset([",", ";", ".", "—", "–", "--", "(", ":", "that"])
"""Behind them goes on what is told of the role, or something else; "that" is not always tagged as the pronoun it is."""
_BEHIND_PART = frozenset(["at", "of", "for", "with", "in"])


def tells_role(word: str) -> bool:
    """Whether a word is an office, or a title that tells one: "Gov." does, "Mrs" does not."""
    bare = word.rstrip(".,")
    return is_office(bare) or bare.lower() in _CALLED or (is_title(bare) and not is_civil(bare))


def _find_comma(words: Sequence[Word], at: int) -> int:
    """The comma behind a name that an apposition may follow: behind an age ("Ann Lee, 26, a volunteer") and degrees or
    honours ("Ann Lee, M.D., Ph.D., chief")."""
    while at + 2 < len(words) and words[at].text == ",":
        end = at + 1
        while end + 1 < len(words) and _is_degree(words[end].text):
            end += 1
        if end == at + 1 and words[end].tag == "CD":
            end += 1
        if end == at + 1 or end >= len(words) or words[end].text != ",":
            break
        at = end
    return at


def _is_degree(word: str) -> bool:
    letters = word.replace(".", "")
    return not letters or (letters[0].isupper() and letters.lower() in _DEGREES)


def find_behind(document: Document, name: Span) -> Span | None:
    """An apposition between commas behind a name: ", a former mayor of Harlow,"; where the name opens its sentence a
    verb that reports does for the second comma."""
    words = document.words
    at = _find_comma(words, document.words_in(name).stop)
    if at + 1 >= len(words) or words[at].text != "," or words[at].sentence != words[at - 1].sentence:
        return None
    start = at + 1
    if words[start].tag == "CC":
        return None
    if words[start].text.lower() == "who" and start + 1 < len(words) and words[start + 1].text.lower() in ("is", "was"):
        start += 2
    stop = start
    while stop < len(words) and stop - start <= _FARTHEST and words[stop].sentence == words[at].sentence:
        word = words[stop]
        if word.text in _ENDS_PART or word.is_finite or word.tag in RELATIVE_TAGS:
            break
        if document.is_quoted(word.start):
            return None
        stop += 1
    opens = document.words_in(name).start == document.first[words[at].sentence]
    told = opens and stop < len(words) and lemma_of(words[stop].text.lower())
    if stop == start or stop - start > _FARTHEST or (stop < len(words) and words[stop].is_finite and not told):
        return None
    if stop - start > LONGEST:
        shown = _find_break(words, start)
        if shown is None:
            return None
        stop = shown
    if words[start].text == "a" and words[stop - 1].text in _KIN and stop < len(words) and words[stop].text == ",":
        return None  # "by Ann, a son, Tom, and"
    while stop - 1 > start and words[stop - 1].text in ("himself", "herself"):
        stop -= 1
    if words[start].tag == "VBG" and words[start].text.lower() not in HOLDING:
        return None  # "Ann Lee, making her first appearance in the top league, scored"
    if words[start].tag.startswith("VB") and lemma_of(words[start].text):
        return None  # "his wife, Ann Lee, accused the mayor"
    adverb = words[start].tag == "RB" and words[start].text != "not" and not _is_role(words[start])
    begins = words[start].text == "now" or adverb
    start += begins and start + 1 < stop
    led = words[start].text.lower() in ("a", "an", "the")
    if words[start].text == "not":
        return None
    start += led
    return (words[start].start, words[stop - 1].end) if _is_part(words[start:stop], led) else None


def _is_part(words: Sequence[Word], led: bool) -> bool:
    """Whether an apposition tells what somebody is: the noun before what tells more of it does. Behind no article a
    plain noun for a person needs what follows it: "teacher at the school"."""
    end = _find_head_end(words)
    if not words or words[0].text in ("Best", "best") or (words[0].tag in ("IN", "TO") and words[0].text != "vice"):
        return False  # "Ida Berg, of Weir University", "Tom Lee, Best Actress for Ida Berg"
    if not led and lemma_of(words[0].text) and words[0].text.endswith("ed"):
        return False  # "the whip, Lee, urged members"
    if any(tells_role(word.text) for word in words[:end]):
        return True
    while end > 1 and words[end - 1].tag == "JJ" and words[end - 1].text.islower():
        end -= 1  # "cabinet member responsible for"
    if not end:
        return False
    head = words[end - 1]
    if not led and (not head.text.islower() or end == len(words) or not _leads_on(words[end])):
        return False
    return head.tag in ("NN", "RB") and (head.text == "member" or is_person_noun(head.text.lower()))


def _find_head_end(words: Sequence[Word]) -> int:
    """Behind which words the noun of an apposition stands; an "of" within a name before it does not end it: "University
    of Weir professor"."""
    end = find_core_end(words)
    if end + 1 < len(words) and words[end].text == "of" and words[end - 1].tag == "NNP" and words[end + 1].tag == "NNP":
        end += 1 + find_core_end(words[end + 1 :])
    return min(end, next((i for i, word in enumerate(words) if word.text.lower() == "to"), len(words)))


def _leads_on(word: Word) -> bool:
    return word.text.lower() in _BEHIND_PART or word.tag in ("JJ", "VBG", "VBN")


def _find_break(words: Sequence[Word], start: int) -> int | None:
    """Where the longest part of a role to be shown ends: before a preposition, or "and" with another role, that leads
    to more."""
    for at in range(start + LONGEST, start + 1, -1):
        if _leads_to_more(words[at - 1 : at + 4]):
            return at - (words[at - 1].tag in ("VBN", "VBG"))
    return None


def _leads_to_more(words: Sequence[Word]) -> bool:
    """Whether the second of some words leads to more that may be left out; not within a name: "Center on | Tides"."""
    before, word, *behind = words
    if word.text in ("on", "for", "with") and before.text[0].isupper():
        return False
    second = any(each.text in ("a", "an", "the") or _is_role(each) for each in behind)
    return word.text in _BREAKS or (word.text == "and" and second)


def _is_role(word: Word) -> bool:
    return tells_role(word.text) or (word.text.islower() and is_person_noun(word.text))
