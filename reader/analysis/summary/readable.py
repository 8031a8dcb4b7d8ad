"""What a sentence needs beside it to be read without the article: whom "he" is, the rest of a quotation.

A summary line that opens with a pronoun or a connective leans on the sentence before; a quotation is picked whole and
with its speaker. Where that cannot be had, the sentence gives way to the next best.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.document import find_quotations
from reader.analysis.model import Sentence
from reader.analysis.summary.turns import Turns, find_turns, is_question
from reader.article.model import PROSE_KINDS, Article, Span

_LEANING = re.compile(
    r"""[\s\W]*(?:
    (?:he|she|they|it|him|her|them|his|hers|their|theirs|its)\b
    | (?:this|that|these|those)\b(?!\ (?:week|weekend|month|year|season|summer|winter|spring|autumn|fall|morning
        |afternoon|evening|time\ (?:last|next))\b)
    | (?:but|and|or|nor|yet|so|also|however|instead|meanwhile|moreover|furthermore|nevertheless|nonetheless|still
        |otherwise|therefore|thus|hence|consequently|accordingly|besides|likewise|similarly|conversely|then|too
        |plus|additionally|afterwards?|finally|indeed|rather|again|elsewhere|there|here|such|because)\b
    | (?:(?:since|until|by|before|from)\ then|(?:after|before)\ that
        |(?:an?|the|two|three|four|five|six|seven|ten|some|several|a\ few|\d+)
          \ (?:minute|hour|day|week|month|year|decade)s?\ (?:later|earlier)
        |in\ addition|as\ before|in\ (?:this|that|both|either|such)\ (?:case|way|sense)s?
        |as\ a\ result|on\ the\ other\ hand|in\ contrast|by\ contrast|for\ example|for\ instance|in\ fact
        |in\ other\ words|after\ that|at\ the\ same\ time|even\ so|that\ said|of\ course|in\ turn|after\ all
        |the\ (?:former|latter|same)
        |(?:the\ (?:two|pair|couple|trio)|both)
        (?=\ (?:said|met|also|had|have|has|were|are|was|is|will|then|later|agreed))
        |(?:(?:dozen|hundred|thousand|score|million)s|many|several|some|(?:a\ )?few|two|three|four|five|six|seven|eight
          |nine|ten|most|all|\d+)\ (?:of\ )?(?:the\ )?others
        |the\ (?:first|second|third|latest)(?=\ (?:is|was|are|were|came)\b)
        |(?:all|each)(?=\ (?:is|are|was|were|have|has|had)\b)
        |neither|another(?=\ (?:said|was|is|of))|others?|one\ (?:of\ them|such)
        |the\ (?:other|others)|none\ of|either|some\ of\ (?:them|these|those)|most\ of\ (?:them|these|those)
        |for\ (?:his|her|their|its)\ part|despite\ (?:this|that)|because\ of\ (?:this|that)
        |according\ to\ (?:him|her|them))\b
    | (?:(?:yes|yeah|no|nope|right|exactly|absolutely|of\ course)[,.;!?]\s*)?(?:I|we|you)
        \ (?:do|did|have|had|am|are|was|were|will|would|can|could|should|might|must)(?:n['’]t|\ not)?(?=[,.;!?])
    | (?:yes|yeah|nope|exactly|absolutely)(?=[,.;!?])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SPEAKING = (
    "said|says|say|told|tells|asked|asks|added|adds|tweeted|wrote|writes|posted|replied|insist(?:ed|s)|argue[ds]"
    "|claimed|warn(?:ed|s)|stated|explain(?:ed|s)|noted|recall(?:ed|s)|joked|admit(?:ted|s)|announced|declared|concluded"
    "|continued(?! to\\b)|commented|remarked|responded|testified"
)
_SPEAKING_NOW = rf"(?:{_SPEAKING}|claims|replies|states|notes|jokes|concludes|continues|comments|laughs|shrugs)"
"""Behind or before "he" alone: without it "states" are countries."""
_CLAUSE = re.compile(
    r"[\s\W]*(?:when|while|as|after|before|since|if|although|though|once|until|by the time) "
    r"(?P<between>[^.;:]{0,60}?)"
    r"\b(?:he|she|they|him|her|them|his|their)\b",
    re.IGNORECASE,
)
_NAMED_BEHIND = re.compile(r"[^,]*, (?!I\b)[A-Z]")
_NAMED = re.compile(r"\b[A-Z]|\b(?:people|those|anyone|somebody|someone|everyone|who)\b")
_ASIDE = re.compile(r"\([^()]*\)\W*")
_WHOSE = re.compile(
    r"[,”\"’][”\"]? (?:he|she|they) (?:(?:also|then|later|\w+ly|has|have|had) ){0,2}(?:"
    + _SPEAKING_NOW
    + r")\b|[”\"’] (?:"
    + _SPEAKING_NOW
    + r") (?:he|she|they)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"[“\"‘][^“”\"]*(?:[”\"’]|$)")
_NAME_WITHIN = re.compile(r"\b[A-Z][a-z]")
_FRONTED = re.compile(
    r"\W*(?:on|in|at|by|after|during|since|from|for|until|throughout|with|as|under|last|earlier|later|yesterday|today)\b"
    r" [^.,;:“”\"]{0,60}, (?:he|she|they)\b|\W*(?:in|since|by) \d{4} (?:he|she|they)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"[\s\W]*(?:it|there|another)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*another\b", re.IGNORECASE)
_CUE = re.compile(rf"\b(?:{_SPEAKING}|according to)\b", re.IGNORECASE)
_SINGLE = re.compile(r"['‘](?<!\w.)\w")
_NO_BRACKET = re.compile(r"^\W*\w{1,2}\)\s|[:;]-?\)")
_MARKS = re.compile(r"[\"“”«»]|''|``")
_ASKED = re.compile(r"(?:[Ww]e|I) (?:asked|put it to|spoke (?:to|with)|talked (?:to|with)|caught up with)\b[^“\"]*$")
"""A line that only leads on to what somebody answers."""
_Q = re.compile(r"(?:Q|Question)\s?\d{0,2}[:.]\s")
_OPENING = 3
"""So many first sentences may ask: it is what the text is about."""
_FAR = 4
"""Sentences that a quotation may run on for and still be brought along whole."""


@lru_cache(maxsize=4096)
def leans(text: str) -> bool:
    """Whether a sentence opens with a pronoun or connective that points to what came before, or is an aside.

    So does a clause before the sentence's own in which, and right behind which, nobody is named: "When supplies ran low
    she …".
    """
    if _LEANING.match(text) is not None or _ASIDE.fullmatch(text) is not None:
        return True
    clause = _CLAUSE.match(text)
    if clause is None or _NAMED.search(clause["between"]):
        return False
    return _NAMED_BEHIND.match(text, clause.end()) is None


def quote_balance(text: str) -> tuple[int, int]:
    """How many quotations of before a text closes, and how many it opens and leaves open."""
    closed_from_before = depth = 0
    if not _MARKS.search(text):
        return 0, 0
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if sign in ('"', "''"):
            before = text[mark.start() - 1 : mark.start()]
            after = text[mark.end() : mark.end() + 1]
            if not before or before.isspace() or before in "([—–-“‘'":
                opens = True
            elif not after or after.isspace() or after in ".,;:!?)]—–-”’'" or before in ".,!?…":
                opens = False
            else:
                opens = depth == 0
        else:
            opens = sign in ("“", "«", "``")
        if opens:
            depth += 1
        elif depth:
            depth -= 1
        else:
            closed_from_before += 1
    return closed_from_before, depth


def find_singles(article: Article) -> tuple[Span, ...]:
    """Where the article quotes in single marks, from the opening to behind the closing one, where there is one."""
    if not _SINGLE.search(article.text):
        return ()
    found = find_quotations(article)
    return tuple(one.outer for one in found if one.single and one.closed and not one.depth)


def balance_span(article: Article, span: Span, singles: Sequence[Span]) -> tuple[int, int]:
    """As `quote_balance`, of a span of the article, with its quotations in single marks, which only the whole article
    tells from apostrophes, and with its brackets."""
    text = article.words_of(span)
    closed, opened = quote_balance(text)
    odd = text.count("(") - text.count(")")
    if odd:
        odd += len(_NO_BRACKET.findall(text))
        closed, opened = closed + max(0, -odd), opened + max(0, odd)
    if not singles:
        return closed, opened
    start, end = span
    closed += sum(first < start < last <= end for first, last in singles)
    return closed, opened + sum(start <= first < end < last for first, last in singles)


def _all_quoted(text: str) -> bool:
    """Whether a sentence is nothing but a quotation, its marks at both ends and none between."""
    if not _MARKS.match(text.lstrip()):
        return False
    marks = [mark.span() for mark in _MARKS.finditer(text)]
    return len(marks) == 2 and not text[: marks[0][0]].strip() and not text[marks[1][1] :].strip(" .,")


@lru_cache(maxsize=4096)
def points_back(text: str) -> bool:
    """Whether a sentence leans on what came before, tells of another than that ("Another trial is under way …"), or has
    somebody speak or act whom it does not name: "“We are shut,” he said", "In a letter, she said". Beside any other
    line he would be whoever is named there."""
    return leans(text) or bool(_ANOTHER.match(text) or _FRONTED.match(text)) or _speaks_unnamed(text)


def _speaks_unnamed(text: str) -> bool:
    """Whether "he said" stands behind words of his in a sentence that names nobody before it but in those words."""
    told = _WHOSE.search(text)
    if told is None:
        return False
    before = text[: told.start()]
    indirect = told.group()[0] == "," and not _MARKS.search(before)
    return indirect or _NAME_WITHIN.search(_SAID.sub("", before)) is None


def find_needs(
    article: Article,
    sentences: Sequence[Sentence],
    chosen: Sequence[int],
    *,
    leaning: bool = True,
    turns: Turns | None = None,
) -> dict[int, tuple[int, ...] | None]:
    """For each pickable sentence the others that it must stand with, or None where it cannot stand at all.

    `chosen` are the pickable sentences in reading order; the sentence before one is its neighbour in that list.
    Without `leaning`, pronouns and connectives may open in the air, and quotations alone are seen to. In a transcript
    what is said behind a turn's label is looked at: who speaks is told beside a line that goes on with a turn. A
    question brings what stands behind it, its answer; none of the first sentences does, which say what the text is
    about. A quotation alone that is brought along brings its speaker.
    """
    turns = turns or find_turns(article)
    texts = [turns.words_said(sentences[index]) for index in chosen]
    singles = find_singles(article)
    balances = [balance_span(article, sentences[index].span, singles) for index in chosen]
    blocks = [sentences[index].block for index in chosen]
    inside = _inside(blocks, balances)
    found: dict[int, tuple[int, ...] | None] = {}

    def asks(place: int) -> bool:
        leads_on = _leads_on(texts[place]) and not _says_about(texts, place)
        return leads_on or turns.asks(sentences[chosen[place]])

    def stands_alone(place: int) -> bool:
        """As most sentences do: soon told of those without marks."""
        unquoted = balances[place] == (0, 0) and not inside[place] and not _all_quoted(texts[place])
        return unquoted and not (leaning and (points_back(texts[place]) or asks(place)))

    for place, index in enumerate(chosen):
        if stands_alone(place):
            found[index] = ()
            continue
        group = _quotation(balances, place)
        if group is not None and inside[place]:
            group = _quotation(balances, place - inside[place])
            if group is not None and group[-1] < place:
                group = None
        if group is None:
            found[index] = None
            continue
        first = group[0]
        whole = len(group) == 1 and _all_quoted(texts[place])
        quoting = len(group) > 1 and (bool(singles) or any(_MARKS.search(texts[other]) for other in group))
        if whole or (quoting and not any(_CUE.search(texts[other]) for other in group)):
            speaker = next(
                (
                    near
                    for near in (first - 1, group[-1] + 1)
                    if 0 <= near < len(chosen)
                    and _CUE.search(texts[near])
                    and balances[near] == (0, 0)
                    and (near < first or blocks[near] == blocks[group[-1]])
                ),
                None,
            )
            if speaker is None:
                found[index] = None
                continue
            group = range(min(first, speaker), max(group[-1], speaker) + 1)
            first = group[0]
        reach = 0
        while leaning and first > 0 and points_back(texts[first]) and reach < 2:
            first -= 1
            reach += 1
        if leaning and first == 0 and points_back(texts[0]) and not _opens_story(article, sentences, chosen, texts[0]):
            found[index] = None
            continue
        gone = any(_dropped_before(article, sentences, chosen, near) for near in range(first + 1, group[-1] + 1))
        brought = range(first, group[0])
        again = leaning and first > 0 and points_back(texts[first])
        if gone or again or any(balances[near] != (0, 0) for near in brought):
            found[index] = None
            continue
        last = group[-1]
        if leaning and asks(last):
            last += 1
            gone = last == len(chosen) or _dropped_before(article, sentences, chosen, last)
            open_still = not gone and (is_question(texts[last]) or turns.asks(sentences[chosen[last]]))
            if gone or open_still or balances[last] != (0, 0):
                found[index] = None
                continue
        speakers = [found[chosen[near]] for near in brought if _all_quoted(texts[near])]
        if None in speakers:
            found[index] = None
            continue
        together = {chosen[near] for near in range(first, last + 1)}.union(*filter(None, speakers))
        found[index] = tuple(sorted(together - {index}))
    return found


def _says_about(texts: Sequence[str], place: int) -> bool:
    """Whether a question at the top of an article says what it is about: not the first of questions and answers."""
    return place < _OPENING and _Q.match(texts[place]) is None


def _leads_on(text: str) -> bool:
    """Whether a sentence asks, or tells that somebody was asked."""
    return is_question(text) or _ASKED.match(text) is not None


def _inside(blocks: Sequence[int], balances: Sequence[tuple[int, int]]) -> list[int]:
    """For each sentence without marks of its own that stands inside a quotation: how many sentences before it opened.

    0 for all others. A quotation is followed within its block only, and no further than it could be brought along.
    """
    found = [0] * len(blocks)
    opened: int | None = None
    for place, (closes, opens) in enumerate(balances):
        if place and blocks[place] != blocks[place - 1]:
            opened = None
        if opened is not None and place - opened >= _FAR:
            opened = None
        if opened is not None and not closes and not opens:
            found[place] = place - opened
        if closes:
            opened = None
        if opens:
            opened = place
    return found


def _opens_story(article: Article, sentences: Sequence[Sentence], chosen: Sequence[int], text: str) -> bool:
    """Whether the first sentence of a story opens with a pronoun that means nobody, "It is 13 years since …", or tells
    of another than everybody knows of: "Another 900 jobs will go"."""
    before = chosen[0] - 1
    first = before < 0 or article.blocks[sentences[before].block].kind not in PROSE_KINDS
    return first and _NOBODY.match(text) is not None


def _dropped_before(article: Article, sentences: Sequence[Sentence], chosen: Sequence[int], place: int) -> bool:
    """Whether a line of prose that may not be picked stands right before a sentence, so that it leans on nothing."""
    before = chosen[place] - 1
    return before != chosen[place - 1] and article.blocks[sentences[before].block].kind in PROSE_KINDS


def _quotation(balances: Sequence[tuple[int, int]], place: int) -> range | None:
    """The neighbours that make the quotation at `place` whole; None where its other end is far or missing."""
    first = last = place
    if balances[place][0]:
        first -= 1
        while first >= 0 and place - first < _FAR and not balances[first][1]:
            if balances[first][0]:
                return None
            first -= 1
        if first < 0 or not balances[first][1]:
            return None
    if balances[place][1]:
        last += 1
        while last < len(balances) and last - place < _FAR and not balances[last][0]:
            if balances[last][1]:
                return None
            last += 1
        if last >= len(balances) or not balances[last][0]:
            return None
    inside = [balances[near] for near in range(first, last + 1)]
    if sum(closed for closed, _ in inside) != sum(opened for _, opened in inside):
        return None
    return range(first, last + 1)
