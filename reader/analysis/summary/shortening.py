"""Shorter forms of a long sentence that are true and whole by themselves: what only adds to it is left out.

What is shown are spans of the sentence. Who says it, under what condition and what is denied stays with it, or the
sentence stays whole.
"""

import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from reader.analysis.summary.affiliations import find_affiliations
from reader.analysis.summary.asides import find_asides
from reader.analysis.summary.clauses import find_finite, goes_on, has_modal, has_own_verbs, is_clause, without_names
from reader.analysis.summary.details import find_details
from reader.analysis.summary.held_back import (
    ANY_SAYING,
    AUXILIARY,
    DENIED,
    FINITE,
    HELD_BACK,
    SAYING_BESIDES,
    TAKES_BACK,
    TOLD_BEHIND,
    WITHDRAWN,
    Words,
    find_closing,
)
from reader.analysis.summary.openings import OPENS_LATE, find_main_clause
from reader.analysis.summary.readable import quote_balance
from reader.analysis.summary.tails import (
    ADJUNCT,
    AND,
    BESIDES,
    DASH,
    LATER,
    PARTICIPLE,
    PASSIVE,
    RELATIVE,
    STOP,
    SUBORDINATE,
    TAILS,
    TAKEN_UP,
    TIME,
    WHOLLY,
)
from reader.analysis.summary.wording import count_words
from reader.article.model import Span

_NO_PARTICIPLE = frozenset((
    "according", "being", "concerning", "during", "failing", "regarding", "supposing", "considering",
))  # fmt: skip
_OPENS_CLAUSE = re.compile(r", (?:as|while|when|because|since|although|though|whereas|after|before)\b")
_THAT = re.compile(r"\b(?:that|said|says|believes?|claim(?:s|ed)|if|unless|although|because(?! of))\b", re.IGNORECASE)
_LEANING = frozenset(("even", "especially", "particularly", "mainly", "largely", "partly", "merely", "except", "such"))
"""What tells of the words behind it, and ends no sentence that these are left out of."""
_BEHIND = ("NN", "CD", "RB", "VB")
"""How the tags of words begin behind which a clause may end and more of it be told."""

_IS_WHEN = frozenset(("be", "been", "is", "was", "are", "were", "come", "comes", "came", "coming"))
"""Verbs that say little but when something is."""

_LIKENING = frozenset(("as", "so", "such", "same"))
_SAID_OF = frozenset(("well", "far", "long", "soon", "just", "described", "known", "seen", "regarded", "much"))
_PAIR = re.compile(r"\b(?:both|either|between)\b", re.IGNORECASE)
_HALF = re.compile(
    r"\b(?:(?:both|between)\b(?!.*\band\b)|either\b(?!.*\bor\b)|neither\b(?!.*\bnor\b)"
    r"|not (?:only|just)\b(?!.*\bbut\b))",
    re.IGNORECASE | re.DOTALL,
)
"""The first half of a pair whose second one is not there: "on both Saturday …"."""

_INVERTED = re.compile(
    r"(?:[,;]\s|\b(?:but|and)\s)(?:should|had|were)\s(?:the|any|an?|it|he|she|they|we|you|this|these|those|[A-Z]\w+)\b[^,]*$"
)
"""A condition whose main clause is not there: "but should the couple look for a larger house one day"."""

_BEFELL = frozenset((
    "killed", "injured", "wounded", "hurt", "died", "arrested", "detained", "rescued", "evacuated", "hospitalised",
    "hospitalized", "stranded", "trapped",
))  # fmt: skip
"""What befell somebody is not told without how it came."""

_ANNOUNCED = re.compile(
    r"\b(?:item|thing|something|someone|somebody|secret|surprise|reason|question|answer|message|word|culprit|winner)s?\b"
    r"|\b(?:one|two|three|four|five) (?:of|men|women|people|things)\b",
    re.IGNORECASE,
)
"""What a dash may tell behind it: "she has shown the special item that she took — a locket"."""

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,}(?:, [A-Z][\w. ]{1,30})?\s*(?:\([^()]{2,40}\))?"
    r"|\([A-Z][\w ./]{1,30}\))\s*(?:--|[–—-])\s*(?=[A-Z“\"])"
)

Tagged = Sequence[tuple[Span, str]]
"""The words of a sentence, by their places in it, with their tags."""

Form = tuple[int, tuple[Span, ...]]
"""How many words are shown of a sentence, and which."""

LEAST_SHOWN, ENOUGH = 0.5, 12
"""The part of the words asked for that a shortened sentence has at least, and so many words are enough of any."""

_SINGLE = re.compile(r"(?<!\w)[‘']\w")
_MARKS = " ,;:–—-"
_MOST_GAPS, _TRIED = 3, 14

_LONGEST = 1000
"""Characters beyond which a sentence is no sentence, and would take long to look through."""


def list_forms(text: str, tagged: Callable[[], Tagged]) -> tuple[Form, ...]:
    """A sentence's shorter forms, one for each length that some have, with as few gaps as can be; none where nothing
    of it may honestly be left out.

    `tagged` gives the sentence's words with their tags and is asked only where that matters.
    """
    if len(text) > _LONGEST or _SINGLE.search(text) or quote_balance(text) != (0, 0):
        return ()
    gaps = find_gaps(text, tagged)[:_TRIED]
    found: dict[int, tuple[Span, ...]] = {}
    for number in range(1, _MOST_GAPS + 1):
        for chosen in combinations(gaps, number):
            if all(one[1] <= other[0] for one, other in pairwise(chosen)):
                kept = _keep(text, chosen)
                found.setdefault(sum(count_words(text[start:end]) for start, end in kept), kept)
    return tuple(sorted(found.items()))


def choose_form(forms: Sequence[Form], most: int) -> tuple[Span, ...]:
    """The form with the fewest gaps that has at most so many words and not much fewer, of those the longest; where
    there is none, one that says enough."""
    least = LEAST_SHOWN * most
    fitting = [
        (words >= least, -len(kept), words, kept) for words, kept in forms if min(least, ENOUGH) <= words <= most
    ]
    return max(fitting)[3] if fitting else ()


def _keep(text: str, gaps: Sequence[Span]) -> tuple[Span, ...]:
    """What stands between gaps."""
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    parts: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        if words.strip(_MARKS + "."):
            last = len(words.rstrip(_MARKS)) if end < len(text) else len(words)
            parts.append((start + len(words) - len(words.lstrip(" ,;")), start + last))
    return tuple(parts)


def find_gaps(text: str, tagged: Callable[[], Tagged]) -> list[Span]:
    """What may be left out of a sentence, each by itself and in their order: what follows its main clause, what stands
    between it and who said it, asides, a dateline."""
    words = [(span, tag, text[span[0] : span[1]].lower()) for span, tag in tagged()]
    dateline = _DATELINE.match(text)
    begins = dateline.end() if dateline else 0
    found = {*find_asides(text, words, begins), *find_details(text, words, begins)}
    found.update(find_affiliations(text, words, begins))
    until = find_closing(text, words)
    found.update((end, until) for end in _find_ends(text[:until], words))
    if text.startswith(", according to", until):
        found.update((end, len(text)) for end in _find_ends(text, words) if end > until and text[end] == ",")
    if not begins and (opening := find_main_clause(text, words)):
        found.add((0, opening))
    if begins:
        found.add((0, begins))
    return sorted(found)


def _find_ends(text: str, words: Words) -> tuple[int, ...]:
    """The places at which a sentence may end early."""
    places: dict[int, list[tuple[re.Match[str], re.Pattern[str]]]] = {}
    for form in TAILS:
        for found in form.finditer(text):
            places.setdefault(found.start(), []).append((found, form))
    ends: list[int] = []
    for end, tails in sorted(places.items()):
        before = [one for one in words if one[0][1] <= end]
        if _is_whole(text, before, end) and any(_may_go(text, words, before, end, *tail) for tail in tails):
            ends.append(end)
    return tuple(ends)


def _is_whole(text: str, before: Words, end: int) -> bool:
    """Whether the words before `end` are a main clause with its quotations and brackets closed."""
    kept = text[:end]
    if (
        kept.rstrip(_MARKS)[-1:] in ("”", '"')
        or quote_balance(kept) != (0, 0)
        or kept.count("(") != kept.count(")")
        or kept.count("[") != kept.count("]")
    ):
        return False
    if (_HALF.search(kept) and not _HALF.search(text)) or _INVERTED.search(kept):
        return False
    if not before or before[-1][2] in _LEANING:
        return False
    if before[-1][2] != "ago" and before[-1][1] in ("IN", "DT", "TO", "CC", "MD", "PRP$", "WDT", "WP", "POS"):
        return False
    verbs = [place for place, (_, tag, _) in enumerate(before) if tag in FINITE]
    inside = sum(
        tag in ("WDT", "WP", "WP$", "WRB") and behind not in ("VBN", "VBG")
        for (_, tag, _), behind in zip(before, [*(tag for _, tag, _ in before[1:]), ""], strict=True)
    )
    if sum(place - 1 not in verbs for place in verbs) <= inside:
        return False
    opened = list(_THAT.finditer(kept))
    if opened and not any(before[place][0][0] >= opened[-1].end() for place in verbs):
        return False
    dashes = list(DASH.finditer(kept))
    if len(dashes) % 2 and not any(before[place][0][0] >= dashes[-1].end() for place in verbs):
        return False
    if OPENS_LATE.match(kept):
        comma = kept.find(",")
        if comma < 0 or not any(before[place][0][0] > comma for place in verbs) or _OPENS_CLAUSE.match(kept, comma):
            return False
    return True


def _may_go(text: str, words: Words, before: Words, end: int, found: re.Match[str], form: re.Pattern[str]) -> bool:
    """Whether what stands behind `end` adds to what is before and takes nothing back, nor tells who said it."""
    rest = text[end:]
    after = without_names([one for one in words if found.end() <= one[0][0] and one[0][1] <= len(text)])
    _, last, ending = before[-1]
    first = after[0][1] if after else ""
    clause = form in (LATER, SUBORDINATE) and is_clause(after) and has_own_verbs(after, 1)
    of_its_own = (
        (clause and found["word"] not in ("when", "while", "whereas"))
        or (form is RELATIVE and (found["word"] != "which" or found["through"] is not None))
        or (form is DASH and after[:1] != [] and after[0][2] == "and" and is_clause(after[1:]))
    )
    told = form is PARTICIPLE and found["word"] in SAYING_BESIDES
    held = WITHDRAWN if told else TAKES_BACK if of_its_own else HELD_BACK
    if held.search(rest) or quote_balance(rest) != (0, 0):
        return False
    if form in (LATER, ADJUNCT, SUBORDINATE) and text[end] != "," and DENIED.search(text[:end]):
        return False
    if not _keeps_sources(text, words, end, found, form):
        return False
    if form is DASH:
        if first[:2] in ("DT", "NN", "PR", "CD") and _ANNOUNCED.search(text, 0, end) and not is_clause(after):
            return False
        return first != "VBG" and not DASH.search(text, found.end()) and not DASH.search(text[:end])
    if form is STOP:
        return ":" not in text[:end] and text.count(";") == 1
    if goes_on(after):
        return False
    if form is RELATIVE:
        return True
    if form is LATER:
        return last[:2] in (*_BEHIND, "RP") and ending not in _IS_WHEN and (clause or not find_finite(after))
    if form is PARTICIPLE:
        own = next((tag for span, tag, _ in words if span[1] == found.end()), "")
        listed = re.match(r"\s\w*\s*(?:,|and\b|or\b)", text[found.end() :])
        return own == "VBG" and last[:2] != "JJ" and found["word"] not in _NO_PARTICIPLE and not listed
    if form is ADJUNCT:
        wholly = (found["word"] or "").startswith(WHOLLY)
        if last[:2] not in _BEHIND or ending in _IS_WHEN:
            return False
        return not (wholly and has_modal(before)) and has_own_verbs(after, 0)
    if form is PASSIVE:
        own = next((tag for span, tag, _ in words if span[0] == found.start("word")), "")
        return own == "VBN" and last[:2] == "NN"
    if form is TAKEN_UP:
        return last[:2] in _BEHIND
    if form is BESIDES:
        if found["word"] == "with" or found["word"].endswith("ly"):
            return last[:2] in _BEHIND
        named = last in ("NNP", "NNPS") and found["word"] in ("a", "an")
        listed = re.search(r",? (?:and|or) (?:(?:an?|the) |[A-Z])" if named else r",? (?:and|or) ", rest)
        return last[:2] in ("NN", "CD") and (found["word"] == "including" or not listed)
    if form is AND:
        listed = re.search(r",\s[\w-]+$", text[:end])
        return (
            first in ("VBD", "VBZ")
            and last[:2] not in ("VB", "JJ", "RB")
            and not _PAIR.search(text[:end])
            and not listed
        )
    if form is SUBORDINATE:
        return clause and len(after) > 5 and _tells_when(text, before, end, found["word"], after)
    return is_clause(after) and _stands_apart(text, before, end)


def _keeps_sources(text: str, words: Words, end: int, found: re.Match[str], form: re.Pattern[str]) -> bool:
    """Whether nobody in what would go says what is before it: words of speech there open a claim that goes too."""
    nouns = {span[0] for span, tag, _ in words if tag[:2] in ("NN", "JJ")}
    said = [one for one in ANY_SAYING.finditer(text, end) if one.start() not in nouns]
    if not said:
        return True
    between, behind = text[found.end() : said[0].start()], said[0].end()
    if form is PARTICIPLE:
        more = found["word"] in SAYING_BESIDES and not TOLD_BEHIND.search(text, behind)
        return behind == found.end() and (len(said) == 1 or more)
    if len(said) > 1:
        return False
    if form in (RELATIVE, AND) or (form is BESIDES and found["word"] == "with"):
        return re.fullmatch(r"\s*(?:\w+\s+){0,3}", between) is not None
    if form in (LATER, SUBORDINATE):
        inside = [(span[0], word) for span, tag, word in words if tag in FINITE and found.end() <= span[0] < len(text)]
        verbs = [start for start, word in inside if word not in AUXILIARY or start > behind]
        own = "," not in between and not any(verb < said[0].start() for verb in verbs)
        told = any(verb > behind for verb in verbs) or "“" in text[behind:] or text.startswith(" to ", behind)
        return re.fullmatch(r"(?:he|she|they|it)\s+", between) is not None or (own and told)
    return False


def _tells_when(text: str, before: Words, end: int, word: str, after: Words) -> bool:
    """Whether a clause tells of what happened, and is no condition of what will be or mostly is."""
    last = [one for _, _, one in before[-4:]]
    if word in ("after", "since") and TIME.fullmatch(last[-1]) and last[-2:-1] not in (["this"], ["last"]):
        return False
    if word in ("after", "when", "as") and last[-1] in _BEFELL:
        return False
    if word == "as" and (last[-1] in _SAID_OF or not _LIKENING.isdisjoint(last)):
        return False
    if word in ("because", "since", "whereas"):
        return text[end] == "," or (word == "because" and not HELD_BACK.search(text[:end]))
    if word in ("when", "while") and has_modal(before):
        return False
    verb = find_finite(after)
    return verb == "VBD" or (word in ("as", "while") and verb in ("VBZ", "VBP"))


def _stands_apart(text: str, before: Words, end: int) -> bool:
    """Whether "and" joins clauses there, and not the last of a list."""
    comma = text.rfind(",", 0, end)
    return any(tag in FINITE for span, tag, _ in before if comma < span[0])
