"""What the article calls a person beside the name: "Kremlin aide Yury Ushakov", "Ruth Adeyemi, the council leader"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.references import is_person_noun
from reader.analysis.actors.roles_behind import HOLDING, LONGEST, find_behind, tells_role
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import PARTS_OF_DAY, POSSESSIVES, SPELLS, is_time
from reader.analysis.document.titles import is_civil, is_given, is_office, is_title, read_before
from reader.analysis.names.headlines import is_capitalised
from reader.article.model import Span

_BEFORE = ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "HYPH")
_FIELD = 3
"""So many words an office is charged with at most: "Head of digital services"."""
_OF_AT_MOST = 5
"""So many words the name has at most that an office is of: "the Bishop of North Harlow"."""
_TELLS_NOTHING = frozenset(["person", "enter", "sooner"])
_HALF = frozenset(["first", "prime", "foreign", "vice", "former", "elder", "younger"])
"""Words that begin a title and are none alone ("First Minister"), and such as tell two of one name apart."""
_PERIODS = frozenset(
    [
        *("time", "point", "moment", "meantime", "meanwhile", "weekend", "season", "century"),
        *("spring", "summer", "autumn", "winter", *SPELLS, *PARTS_OF_DAY),
    ]
)
_WHICH_PERIOD = frozenset(
    [
        *("this", "that", "these", "those", "same", "one", "each", "every", "next", "last", "past", "previous"),
        *("recent", "following", "earlier", "former", "other", "final", "first", "second", "third"),
    ]
)
"""Words before one for a time that tell which it is: "last | week", "at the same | time"."""
_NOUNS = frozenset(["press", "al"])
"""Words that are none of speech and no small ones in a role: "press secretary", "al Qaeda leader"."""
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
        follow = find_behind(document, span)
        if (
            follow is not None
            and not _holds_another(document, follow, named)
            and not _leads_to_another(document, follow, people)
        ):
            after.append(follow)
    text = document.article.text
    if before:
        counts = Counter(text[a:b].lower() for a, b in before)
        offices = [span for span in before if tells_role(document.list_words(span)[-1].text)]
        best = max(
            offices or before, key=lambda s: (" " in text[s[0] : s[1]], counts[text[s[0] : s[1]].lower()], -s[0])
        )
        if (offices and " " in text[best[0] : best[1]]) or not after:
            return best
    return after[0] if after else None


def _holds_another(document: Document, role: Span, people: Sequence[Span]) -> bool:
    """Whether an apposition begins with somebody else's name, who then is the next of several: "Ann Lee, Bo Berg
    and the singer", "Ann Lee, President Bo Berg"; not "Ann Lee, adviser to Bo Berg"."""
    at = bisect_left(people, (role[0], role[0]))
    if at == len(people) or people[at][1] > role[1]:
        return False
    start, end = people[at]
    before = document.list_ending((role[0], start))
    ended = end == role[1] or document.article.text.startswith((" and ", " et al"), end)
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
    if not tells_role(last) and not _tells_part(document, at - 1):
        return _find_charge(document, at) if at == document.words_in(name).start else None
    start = at
    earlier = bisect_left(people, name)
    floor = people[earlier - 1][1] if earlier else 0
    while start > 0 and at - start < LONGEST:
        word = document.words[start - 1]
        if word.start < floor:
            break
        if word.sentence != document.words[at].sentence:
            break
        taken = start < at and (_taken_for_verb(word) or _is_acting(word))
        if not (word.tag in _BEFORE or tells_role(word.text) or taken):
            break
        if not word.text[0].isalnum() and word.text not in ("'s", "’s", "-"):
            break
        owned = start < at and _is_owner_behind(document.words[start - 1 : start + 2])
        if owned or _is_cue_behind(document, word):
            break
        start -= 1
    start = _skip_when(document, _find_field(document, _add_field(document, start, floor), floor), at)
    while start < at and (document.words[start].text in POSSESSIVES or _only_leads(document.words[start], at - start)):
        start += 1
    if start == at:
        return None
    if last != document.words[at - 1].text and at - start == 1:
        return None
    if at - start == 1 and (is_civil(last) or last.lower() in _HALF or _is_deed(last.lower())):
        return None
    if at - start == 1 and last.islower() and _is_followed_by_many(document, name):
        return None
    initials = at - start > 1 and document.words[at - 2].text.isupper()
    if last.islower() and document.words[at - 1].tag.startswith("VB") and not initials:
        return None
    return document.words[start].start, document.words[at - 1].end


def _is_deed(noun: str) -> bool:
    """Whether a word for somebody is mostly what another one did: "earlier accused | Berg"."""
    return noun.endswith("ed") and lemma_of(noun) is not None


def _is_followed_by_many(document: Document, name: Span) -> bool:
    """Whether a name only tells of whom those behind it are: "racist | Berg supporters"."""
    stop = document.words_in(name).stop
    behind = document.words[stop] if stop < len(document.words) else None
    return behind is not None and behind.tag == "NNS" and behind.text.islower() and behind.start == name[1] + 1


def _skip_civil(document: Document, at: int) -> int:
    """Where a name begins with the courtesy before it, behind a part: "health officer | Dr Ann Lee", "Chairman
    | Sir Nigel Farr"."""
    before = at - 1
    before -= before > 0 and document.words[before].text == "."
    if before <= document.first[document.words[min(at, len(document.words) - 1)].sentence]:
        return at
    word, led = document.words[before], document.words[before - 1]
    if not (word.text[0].isupper() and is_civil(word.text)):
        return at
    part = (led.tag == "NN" and led.text.islower() and tells_role(led.text)) or (led.is_proper and is_office(led.text))
    return before if part else at


def _find_charge(document: Document, at: int) -> Span | None:
    """An office that opens its sentence and what it is charged with, right before a name: "Minister for fisheries",
    "Head of digital services"."""
    words = document.words
    start = document.first[words[at].sentence]
    field = words[start + 2 : at]
    if not 0 < len(field) <= _FIELD or words[start + 1].text not in ("for", "of"):
        return None
    plain = all(word.text.islower() and word.tag in ("NN", "NNS", "JJ", "CC") for word in field)
    if not plain or not is_office(words[start].text) or is_person_noun(field[-1].text):
        return None
    return words[start].start, words[at - 1].end


def _is_cue_behind(document: Document, word: Word) -> bool:
    """Whether a word tells the speech of whoever follows: “No,” | replies Norvik COO Bo Berg."""
    before = document.article.text[max(0, word.start - 2) : word.start].strip()
    verb = word.text.islower() and word.text not in _NOUNS and lemma_of(word.text) is not None
    return verb and before[-1:] in (",", "”", '"', "’", "'")


def _is_owner_behind(words: Sequence[Word]) -> bool:
    """Whether a noun ends before the name of an owner: "the place | Ann's husband"."""
    return len(words) == 3 and words[0].text.islower() and words[1].tag == "NNP" and words[2].text in POSSESSIVES


def _add_field(document: Document, start: int, floor: int) -> int:
    """Where an office begins with the first of two fields that it has: "Health and | Human Services Secretary"."""
    words, fields = document.words, load_words("portfolios")
    begin = start - 1
    if begin <= 0 or words[begin].text not in ("and", "&") or words[start].text.lower() not in fields:
        return start
    while (
        begin
        and words[begin - 1].start >= floor
        and _is_named(words, begin)
        and words[begin - 1].text.lower() in fields
    ):
        begin -= 1
    return start if begin == start - 1 or words[start].text.islower() else begin


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


def _skip_when(document: Document, start: int, at: int) -> int:
    """Where a phrase begins behind the time that it stands beside: "at the same time | prime minister", "on Friday |
    council leader"."""
    words = document.words
    for i in range(at - 2, max(start, 1) - 1, -1):
        word, before = words[i], words[i - 1]
        if word.text.removesuffix("s") in _PERIODS:
            told = before.text.lower() in _WHICH_PERIOD or before.tag == "CD"
            if told or word.text.startswith(("mean", "moment")):
                return i + 1
        elif (word.text == "May" or is_time(word)) and before.tag == "IN":
            return i + 2 if words[i + 1].text.isdigit() else i + 1
    return start


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
    while start > first and at - start < LONGEST and words[start - 1].tag in (*_BEFORE, "PRP$", "DT"):
        start -= 1
        if words[start].text.lower() in _DETERMINERS:
            break
    start -= start > first and words[start].tag == "POS" and words[start - 1].text[0].isupper()
    counted = start == first and words[start].text == "One"
    if counted or words[start].text.lower() in _DETERMINERS - {"his", "her"}:
        start += 1
    elif not _is_owned(words[start:at]):
        return None
    if any(_is_done(last, word) for last, word in pairwise(words[start:at])):
        return None  # "The tweet angered Norvik spokesman, Bo Berg"
    opening = start - (words[start - 1].text.lower() in _DETERMINERS)
    if not _acts(after) and opening > first and words[opening - 1].text == "," and words[opening - 2].end in ends:
        return None
    return (words[start].start, words[at - 1].end) if start < at else None


def _is_owned(words: Sequence[Word]) -> bool:
    """Whether a phrase without an article begins with whose it is: "Labor’s treasurer", "his wife"."""
    owned = any(word.tag in ("PRP$", "POS") for word in words)
    return owned and (words[0].tag in ("PRP$", "NNP") or words[0].text[0].isupper())


def _is_done(last: Word, word: Word) -> bool:
    """Whether a word is a verb behind its subject, though it was tagged as a quality."""
    return last.tag == "NN" and word.text.endswith("ed") and word.tag in ("JJ", "VBN", "VBD")


def _find_office(words: Sequence[Word], first: int, comma: int) -> int | None:
    """The office in which a phrase before a comma ends, perhaps with what it is of: "the mayor", "the Bishop of
    Harlow"."""
    head = comma - 1
    if not tells_role(words[head].text) and not _is_plain_noun(words[head]):
        while head > first and comma - head <= _OF_AT_MOST and words[head].tag.startswith("NNP"):
            head -= 1
        head -= words[head].text.lower() == "the" and head < comma - 1
        head -= words[head].text.lower() in ("of", "for") and head < comma - 1
    part = head == comma - 1 and _is_plain_noun(words[head])
    fits = head >= first and words[head].tag in ("NN", "NNP") and (part or tells_role(words[head].text))
    return head if fits else None


def _is_plain_noun(word: Word) -> bool:
    """Whether a word in small letters is a common noun for who somebody is: "the barman", "her cousin"."""
    return word.tag == "NN" and word.text.islower() and is_person_noun(word.text) and word.text not in _TELLS_NOTHING


def _taken_for_verb(word: Word) -> bool:
    """Whether a name's first word ("Harlow Vale Mayor") was tagged as a verb, and is none that reports, or as something
    else initials ("WHO director") or a word that is a noun here ("press secretary", "al Qaeda leader")."""
    if (
        word.text in _NOUNS
        or word.tag == "FW"
        or (len(word.text) > 1 and word.text.isupper() and word.tag in ("WP", "IN", "MD"))
    ):
        return True
    return word.text[0].isupper() and word.tag.startswith("VB") and not lemma_of(word.text.lower())


def _is_acting(word: Word) -> bool:
    """Whether a word tells how somebody holds an office: "acting mayor", "managing director"."""
    return word.tag == "VBG" and word.text.lower() in HOLDING
