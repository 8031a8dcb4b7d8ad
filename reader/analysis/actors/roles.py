"""What the article calls a person beside the name: "Kremlin aide Yury Ushakov", "Ruth Adeyemi, the council leader"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import is_person_noun
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, RELATIVE_TAGS
from reader.analysis.document.titles import is_civil, is_given, is_office, is_title, read_before
from reader.analysis.names.headlines import is_capitalised
from reader.article.model import Span

_BEFORE = ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "HYPH")
_LONGEST = 12
_OF_AT_MOST = 3
"""So many words the name has at most that an office is of: "the Bishop of North Harlow"."""
_CALLED = load_words("people_called")
_DEGREES = load_words("degrees")
_KIN = frozenset(["son", "daughter", "brother", "sister", "stepson", "stepdaughter"])
_TELLS_NOTHING = frozenset(["person", "enter", "sooner"])
_HALF = frozenset(["first", "prime", "foreign", "vice", "former"])
"""Words that begin a title and are none alone: "First Minister"."""
_ENDS_PART = frozenset([",", ";", ".", "—", "–", "--", "(", ":", "that"])
"""Behind them goes on what is told of the role, or something else; "that" is not always tagged as the pronoun it is."""
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "whose"])


def find_roles(document: Document, clusters: Sequence[Cluster]) -> list[Span | None]:
    """Of each actor the article's own words for a person's office or part, or None. The first apposition with an office
    wins over a plain title ("President"), and what most often stands before the name over what stands there once."""
    named = sorted(span for one in clusters for span in one.spans if one.kind == "person")
    people = [span for span in named if " " in document.article.words_of(span)]
    ends = frozenset(span[1] for one in clusters for span in one.spans)
    return [_find_role(document, one, people, named, ends) if one.kind == "person" else None for one in clusters]


def _find_role(
    document: Document, cluster: Cluster, people: Sequence[Span], named: Sequence[Span], ends: Collection[int]
) -> Span | None:
    before: list[Span] = []
    after: list[Span] = []
    for span in cluster.spans:
        if is_capitalised(document, span[0]):
            continue
        lead = _find_before(document, span, people)
        if lead is None or " " not in document.article.words_of(lead):
            lead = _find_led(document, span, ends) or lead
        if lead is not None:
            before.append(lead)
        follow = _find_after(document, span)
        if (
            follow is not None
            and not _holds_another(document, follow, named)
            and not _leads_to_another(document, follow, people)
        ):
            after.append(follow)
    text = document.article.text
    if before:
        counts = Counter(text[a:b].lower() for a, b in before)
        offices = [span for span in before if _tells_role(document.list_words(span)[-1].text)]
        best = max(
            offices or before, key=lambda s: (" " in text[s[0] : s[1]], counts[text[s[0] : s[1]].lower()], -s[0])
        )
        if (offices and " " in text[best[0] : best[1]]) or not after:
            return best
    return after[0] if after else None


def _holds_another(document: Document, role: Span, people: Sequence[Span]) -> bool:
    """Whether an apposition begins with somebody else's name, who then is the next of several: "Ann Lee, Bo Berg
    and the singer", "Ann Lee, President Bo Berg"; not "Ann Lee, adviser to Bo Berg"."""
    at = bisect_left(people, role)
    if at == len(people) or people[at][1] > role[1]:
        return False
    start, end = people[at]
    before = document.list_ending((role[0], start))
    ended = end == role[1] or document.article.text.startswith(" and ", end)
    return ended and not any(word.tag in ("IN", "TO", "POS") for word in before)


def _leads_to_another(document: Document, role: Span, people: Sequence[Span]) -> bool:
    """Whether what stands in commas behind a name is apposed to the full name behind it, which is the subject."""
    at = bisect_left(people, (role[1], role[1]))
    if at == len(people) or document.article.text[role[1] : people[at][0]] != ", ":
        return False
    stop = document.words_in(people[at]).stop
    return _acts(document.words[stop : stop + 2])


def _acts(behind: Sequence[Word]) -> bool:
    """Whether a name is the subject of a verb behind a comma: "As for Lee, the mayor, Ida Berg, said"."""
    return len(behind) > 1 and behind[0].text == "," and behind[1].is_finite


def _tells_role(word: str) -> bool:
    """Whether a word is an office, or a title that tells one: "Gov." does, "Mrs" does not."""
    bare = word.rstrip(".,")
    return is_office(bare) or bare.lower() in _CALLED or (is_title(bare) and not is_civil(bare))


def _tells_part(document: Document, at: int) -> bool:
    """Whether a word right before a name is a common noun for who somebody is: "forecaster", "Objector"."""
    if at < 0:
        return False
    word = document.words[at]
    low = word.text.lower()
    common = word.text.islower() or (at == document.first[word.sentence] and not is_given(low))
    return common and word.tag in ("NN", "NNP") and is_person_noun(low) and low not in _TELLS_NOTHING


def _find_before(document: Document, name: Span, people: Sequence[Span]) -> Span | None:
    """A phrase right before a name that ends in an office and begins behind the last full name of somebody else: "US
    president", "council leader"."""
    at = _skip_civil(document, document.words_in(name).start)
    last = read_before(document.words, at)
    if not _tells_role(last) and not _tells_part(document, at - 1):
        return _find_charge(document, at) if at == document.words_in(name).start else None
    start = at
    earlier = bisect_left(people, name)
    floor = people[earlier - 1][1] if earlier else 0
    while start > 0 and at - start < _LONGEST:
        word = document.words[start - 1]
        if word.start < floor:
            break
        if word.sentence != document.words[at].sentence:
            break
        if not (word.tag in _BEFORE or _tells_role(word.text) or (start < at and _taken_for_verb(word))):
            break
        if not word.text[0].isalnum() and word.text not in ("'s", "’s", "-"):
            break
        owned = start < at and _is_owner_behind(document.words[start - 1 : start + 2])
        if owned or _is_cue_behind(document, word):
            break
        start -= 1
    start = _find_field(document, start, floor)
    while start < at and (document.words[start].text in POSSESSIVES or _only_leads(document.words[start], at - start)):
        start += 1
    if start == at:
        return None
    if last != document.words[at - 1].text and at - start == 1:
        return None
    if at - start == 1 and (is_civil(last) or last.lower() in _HALF):
        return None
    if last.islower() and document.words[at - 1].tag.startswith("VB"):
        return None
    return document.words[start].start, document.words[at - 1].end


def _skip_civil(document: Document, at: int) -> int:
    """Where a name begins with the courtesy before it, behind a part: "health officer | Dr Ann Lee"."""
    before = at - 1
    before -= before > 0 and document.words[before].text == "."
    if before <= document.first[document.words[min(at, len(document.words) - 1)].sentence]:
        return at
    word, led = document.words[before], document.words[before - 1]
    part = led.text.islower() and led.tag == "NN" and _tells_role(led.text)
    return before if part and is_civil(word.text) and word.text[0].isupper() else at


def _find_charge(document: Document, at: int) -> Span | None:
    """An office that opens its sentence and what it is charged with, right before a name: "Minister for fisheries",
    "Head of digital services"."""
    words = document.words
    start = document.first[words[at].sentence]
    field = words[start + 2 : at]
    if not 0 < len(field) <= _OF_AT_MOST or words[start + 1].text not in ("for", "of"):
        return None
    plain = all(word.text.islower() and word.tag in ("NN", "NNS", "JJ", "CC") for word in field)
    if not plain or not is_office(words[start].text) or is_person_noun(field[-1].text):
        return None
    return words[start].start, words[at - 1].end


def _is_cue_behind(document: Document, word: Word) -> bool:
    """Whether a word tells the speech of whoever follows: “No,” | replies Norvik COO Bo Berg."""
    before = document.article.text[max(0, word.start - 2) : word.start].strip()
    return before[-1:] in (",", "”", '"', "’", "'") and word.text.islower() and lemma_of(word.text) is not None


def _is_owner_behind(words: Sequence[Word]) -> bool:
    """Whether a noun ends before the name of an owner: "the place | Ann's husband"."""
    return len(words) == 3 and words[0].text.islower() and words[1].tag == "NNP" and words[2].text in POSSESSIVES


def _find_field(document: Document, start: int, floor: int) -> int:
    """Where a phrase begins that an "of" or "for" within the name of a body broke off: "Bank of | Ghana governor"."""
    words = document.words
    end = start
    while end > 1 and words[end - 1].text in ("of", "for") and words[end].text[0].isupper():
        begin = end - 1
        while begin and words[begin - 1].start >= floor and _is_named(words, begin):
            begin -= 1
        if begin == end - 1:
            break
        end = begin
    return end if words[end].sentence == words[start].sentence else start


def _is_named(words: Sequence[Word], at: int) -> bool:
    """Whether the word before another is a part of a name with it."""
    last = words[at - 1]
    return last.text[0].isupper() and last.tag.startswith(("NN", "JJ")) and last.end + 1 == words[at].start


def _only_leads(word: Word, more: int) -> bool:
    """Whether a word only leads to the phrase behind it: "now CTO", "Mrs Justice"."""
    return more > 1 and (word.text == "now" or (is_civil(word.text) and word.text[0].isupper()))


def _find_led(document: Document, name: Span, ends: Collection[int]) -> Span | None:
    """A phrase with an article or owner before a comma and a name that is apposed to it: "the club's captain, Ida Berg,
    said"; never in a list ("the captain, Ida Berg and Tom Lee"), where the name does something ("…, Berg left"), or
    where the phrase is apposed to another name itself: `ends` are where names end."""
    words = document.words
    place = document.words_in(name)
    at, first = place.start - 1, document.first[words[place.start].sentence]
    while at > first and (words[at].text == "." or (is_title(words[at].text) and words[at].text[0].isupper())):
        at -= 1
    if at <= first or words[at].text != ",":
        return None
    head = _find_office(words, first, at)
    if head is None:
        return None
    after = words[place.stop : place.stop + 3]
    listed = after and (after[0].tag == "CC" or (after[0].text == "," and any(word.tag == "CC" for word in after[1:2])))
    if next((word.is_finite for word in after if not word.tag.startswith("RB")), False):
        return None  # "she did not meet the singer, Lee once again said"
    if listed and not (len(after) > 2 and after[0].text == "," and after[2].text.lower() in _DETERMINERS):
        return None
    start = head
    while start > first and at - start < _LONGEST and words[start - 1].tag in (*_BEFORE, "PRP$", "DT"):
        start -= 1
        if words[start].text.lower() in _DETERMINERS:
            break
    if words[start].text.lower() in _DETERMINERS - {"his", "her"}:
        start += 1
    elif words[start].tag not in ("PRP$", "NNP") or not any(word.tag in ("PRP$", "POS") for word in words[start:at]):
        return None
    if any(_is_done(last, word) for last, word in pairwise(words[start:at])):
        return None  # "The tweet angered Norvik spokesman, Bo Berg"
    opening = start - (words[start - 1].text.lower() in _DETERMINERS)
    if not _acts(after) and opening > first and words[opening - 1].text == "," and words[opening - 2].end in ends:
        return None
    return (words[start].start, words[at - 1].end) if start < at else None


def _is_done(last: Word, word: Word) -> bool:
    """Whether a word is a verb behind its subject, though it was tagged as a quality."""
    return last.tag == "NN" and word.text.endswith("ed") and word.tag in ("JJ", "VBN", "VBD")


def _find_office(words: Sequence[Word], first: int, comma: int) -> int | None:
    """The office in which a phrase before a comma ends, perhaps with what it is of: "the mayor", "the Bishop of
    Harlow"."""
    head = comma - 1
    if not _tells_role(words[head].text) and not _is_plain_noun(words[head]):
        while head > first and comma - head <= _OF_AT_MOST and words[head].tag.startswith("NNP"):
            head -= 1
        head -= words[head].text.lower() in ("of", "for") and head < comma - 1
    part = head == comma - 1 and _is_plain_noun(words[head])
    fits = head >= first and words[head].tag in ("NN", "NNP") and (part or _tells_role(words[head].text))
    return head if fits else None


def _is_plain_noun(word: Word) -> bool:
    """Whether a word in small letters is a common noun for who somebody is: "the barman", "her cousin"."""
    return word.tag == "NN" and word.text.islower() and is_person_noun(word.text) and word.text not in _TELLS_NOTHING


def _taken_for_verb(word: Word) -> bool:
    """Whether a name's first word ("Harlow Vale Mayor") was tagged as a verb, and is none that reports."""
    return word.text[0].isupper() and word.tag.startswith("VB") and not lemma_of(word.text.lower())


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


def _find_after(document: Document, name: Span) -> Span | None:
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
    while stop < len(words) and stop - start <= _LONGEST and words[stop].sentence == words[at].sentence:
        word = words[stop]
        if word.text in _ENDS_PART or word.is_finite or word.tag in RELATIVE_TAGS:
            break
        if document.is_quoted(word.start):
            return None
        stop += 1
    opens = document.words_in(name).start == document.first[words[at].sentence]
    told = opens and stop < len(words) and lemma_of(words[stop].text.lower())
    if stop == start or stop - start > _LONGEST or (stop < len(words) and words[stop].is_finite and not told):
        return None
    if words[start].text == "a" and words[stop - 1].text in _KIN and stop < len(words) and words[stop].text == ",":
        return None  # "by Ann, a son, Tom, and"
    while stop - 1 > start and words[stop - 1].text in ("himself", "herself"):
        stop -= 1
    if words[start].tag.startswith("VB") and lemma_of(words[start].text):
        return None  # "his wife, Ann Lee, accused the mayor"
    begins = words[start].text == "now" or (words[start].tag == "RB" and words[start].text != "not")
    start += begins and start + 1 < stop
    led = words[start].text.lower() in ("a", "an", "the")
    if words[start].text == "not":
        return None
    start += led
    head_end = next((i for i in range(start, stop) if words[i].tag == "IN" or words[i].text.lower() == "to"), stop)
    if head_end == start or not (
        any(_tells_role(words[i].text) for i in range(start, head_end))
        or (led and words[head_end - 1].tag == "NN" and is_person_noun(words[head_end - 1].text.lower()))
    ):
        return None
    return words[start].start, words[stop - 1].end
