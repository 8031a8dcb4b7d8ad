"""Who is spoken of and never speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article, Span
from reader.compare.audit_model import Silent
from reader.compare.words import SMALL_WORDS, written_words

_REFUSAL = re.compile(
    r"(?:declin|refus)(?:ed|es|ing) (?:to (?:comment|be interviewed|speak|answer|say more|discuss)|comment|requests?)"
    r"|(?:did|has|have|had|does|do)(?: not|n['’]t) (?:immediately |yet )?(?:respond|repl(?:y|ied)|answer|return)"
    r"(?:ed)?\b(?: to)?(?: \w+){0,3}? ?(?:requests?|questions?|calls?|messages?|e-?mails?|inquir(?:y|ies)|comment)?"
    r"|(?:could|can) not be (?:reached|contacted)"
    r"|(?:was|were) (?:not|un)(?: |-)?available (?:for|to) comment"
    r"|(?:has|have|had|would) (?:said|say) nothing|said nothing(?=[.,;]| to )"
    r"|(?:would|will) not (?:comment|answer|discuss|be interviewed|speak to (?:the press|reporters|this))"
    r"|without (?:speaking|talking) to (?:the press|reporters|journalists)|without commenting"
    r"|(?:had|has|have|offered|gave|made) no (?:immediate )?(?:comment|reply|response|answer)",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"(?:has |have |had )?(?:declin|refus)\w+(?: to \w+)*", re.IGNORECASE)
_OWNED = frozenset(("his", "her", "their", "its"))
_BEHIND_OF = re.compile(r"\bof (?:the )?$")
_PRONOUNS = frozenset(("he", "she", "his", "her", "him", "hers"))
_WHERE = re.compile(
    r"\b(?:in|at|near|into|through|across|along|towards?|above|below|over|outside|off|the|an?|saint|st\.?)\s+$", re.I
)
"""Words before a name that no person's name has before it."""
_APPOSED = re.compile(r"\b[a-z]+, $")
"""Before the name of a body that was told to be one: "a Norwegian firm, Fjordlink"."""
_OF = re.compile(r",\s+of\s+$")
_VERBS = (
    "said says told tells asked asks added wrote replied argued argues warned claimed claims denied denies "
    "called described insisted insists testified testifies explained believes thinks promised urged demanded "
    "announced declared vowed pledged accused suggested noted recalled joked apologised apologized posted"
).replace(" ", "|")
_BEFORE_VERB = r"(?:(?:office|spokes\w+|lawyers?|agent|aides?) )?(?:(?:has|had|have|also|later|then) )?"
_SPEAKS = re.compile(rf"(?:\s*\([^)]*\))?(?:(?:,[^,.;:]{{1,70}}){{0,2}},)?\s+{_BEFORE_VERB}(?:{_VERBS})\b")
_SAYS = re.compile(
    r"\b(?:said|says|asked by|asked|according to|added|wrote|replied|argues|argued|warned|insists|insisted)\s+"
    r"(?:(?!(?:that|if|whether|he|she|they|it)\b)[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""A speech verb behind a name, or before it: whoever it was given to, somebody speaks there."""
_BESIDE = 400
"""Characters behind a body's name within which its people may speak."""
_NEAR = 60
"""Characters behind a name within which "by her own account" is that one's."""
_OWN = re.compile(r"\bby (?:his|her) own account\b|\baccording to (?:him|her)\b")
_THROUGH = re.compile(rf"[^.!?]*[.!?]\s+Its\b[^.!?]{{0,90}}?\b(?:{_VERBS})\b")
"""Behind a body's name: its own people speak in the next sentence."""
_SIGNED = re.compile(
    r"\b(?:report|edit|writ|interview|photograph|pictur|coverage|cover)\w*(?: and \w+)? (?:by|from):? $", re.I
)
"""Before the names of those who made the article."""
_HEARS = re.compile(r"\b(?:told|tells|seen by|obtained by|told to|interview with)\s+(?:the\s+)?$", re.I)
"""Words before the name of the paper that is told something."""


def find_silent(article: Article, analysis: Analysis) -> Iterator[Silent]:
    """People and bodies that are named and to whom no claim is given, with what the article says of asking them.

    A body whose own people speak is not silent. What is hardly a person's or a body's name (one word alone without a
    role or a pronoun, a name that stands behind "in" or "the") is passed over, as is the paper itself.
    """
    refused = {claim.id for claim in analysis.claims if is_refusal(article, claim)}
    said = [c for c in analysis.claims if c.type == "said" and not refused & {c.id, c.within}]
    speaking = {id for claim in said for id in (claim.speaker, *claim.speakers)} | _near_pronouns(
        article, analysis, said
    )
    heard = [_words(article, claim.source) for claim in said]
    roles = {word for id in speaking if (actor := analysis.actor(id)) for word in _capitals(actor.role or "")}
    refusals = _refusals(article, analysis)
    begun = {claim.content[0][0] for claim in said}
    quoting = {article.blocks[article.block_at(claim.span[0])].span[0] for claim in said if claim.kind == "direct"}
    for actor in analysis.actors:
        if actor.kind not in ("person", "organisation") or not actor.mentions or actor.id in speaking:
            continue
        asked = next((span for owner, span in refusals if owner == actor.id), None)
        if _signs(article, actor) or _is_source(actor, heard, analysis.actors) or _is_paper(article, actor):
            continue
        if asked is None and (_has_cue(article, actor) or _introduces(article, actor, begun) or _opens(actor, quoting)):
            continue
        if any(other.name.startswith(actor.name) and other.id != actor.id for other in analysis.actors):
            continue
        if actor.kind == "organisation" and (_telling(actor) & roles or _speaks_through(article, actor)):
            continue
        if asked is not None or _is_likely(article, actor):
            yield Silent(actor, asked)


def _near_pronouns(article: Article, analysis: Analysis, said: Sequence[Claim]) -> set[str]:
    """Who is named last before a "he" or "she" who speaks in the same paragraph: it may well be that one."""
    contents = sorted(span for claim in said for span in claim.content)
    named = sorted(
        (start, actor.id)
        for actor in analysis.actors
        if actor.kind == "person"
        for start, end in actor.mentions
        if article.words_of((start, end)).casefold() not in _PRONOUNS
        and not _WHERE.search(article.text, max(0, start - 12), start)
        and not any(a <= start < b for a, b in contents[: bisect_right(contents, (start, len(article.text)))][-2:])
    )
    found = set()
    for claim in said:
        if len(claim.source) != 1 or article.words_of(claim.source[0]).casefold() not in ("he", "she"):
            continue
        at = bisect_left(named, (claim.source[0][0], ""))
        if at and article.block_at(named[at - 1][0]) == article.block_at(claim.source[0][0]):
            found.add(named[at - 1][1])
    return found


def _words(article: Article, spans: Sequence[Span]) -> set[str]:
    return {word for span in spans for word in written_words(article.words_of(span))}


def _capitals(text: str) -> set[str]:
    return {word.removesuffix("’s").removesuffix("'s") for word in written_words(text) if word[:1].isupper()}


def _telling(actor: Actor) -> set[str]:
    return {
        word for name in (actor.name, *actor.aliases) for word in _capitals(name) if word.casefold() not in SMALL_WORDS
    }


def is_refusal(article: Article, claim: Claim) -> bool:
    """Whether a claim only tells that somebody would not speak: "declined to discuss the price"."""
    is_nothing = article.words_of(claim.content[0]).casefold().startswith("nothing")
    return is_nothing or any(_REFUSES.fullmatch(article.words_of(span)) for span in claim.cue)


def _is_source(actor: Actor, heard: Sequence[set[str]], actors: Sequence[Actor]) -> bool:
    """Whether a claim's source has the actor's last name (a body's name: all of it), whoever it was given to; where two
    people have that name, the first one too."""
    if actor.kind == "person":
        names = written_words(actor.name)
        shared = any(other is not actor and written_words(other.name)[-1:] == names[-1:] for other in actors)
        asked = set(names if shared else names[-1:])
        return bool(asked) and any(asked <= words for words in heard)
    called = [set(written_words(name)) - {"The", "the"} for name in (actor.name, *actor.aliases)]
    return any(name <= words for name in called if name for words in heard)


def _has_cue(article: Article, actor: Actor) -> bool:
    """Whether a speech verb stands directly beside the actor's name."""
    text = article.text
    for start, end in actor.mentions:
        if _SPEAKS.match(text, end) or _SAYS.search(text, max(0, start - 60), start):
            return True
        if _OWN.search(text, end, end + _NEAR):
            return True
    return False


def _speaks_through(article: Article, actor: Actor) -> bool:
    """Whether a body's own people speak in the next sentence: "Its secretary general, Amina Farouk, said"."""
    return any(_THROUGH.match(article.text, end, end + _BESIDE) for _, end in actor.mentions)


def _introduces(article: Article, actor: Actor, begun: Container[int]) -> bool:
    """Whether somebody's words begin with the name, as those do who give their own before they ask."""
    return any(start in begun and article.text[end : end + 1] == "," for start, end in actor.mentions)


def _opens(actor: Actor, quoting: Container[int]) -> bool:
    """Whether a paragraph that quotes somebody begins with the name ("Abbot was less sure. “I …”")."""
    return any(start in quoting for start, _ in actor.mentions)


def _is_paper(article: Article, actor: Actor) -> bool:
    """Whether an actor is the outlet, or is only ever told something."""
    name = actor.name.casefold().removeprefix("the ")
    if article.site and name in article.site.casefold():
        return True
    return all(_HEARS.search(article.text, max(0, start - 24), start) for start, _ in actor.mentions)


def _is_likely(article: Article, actor: Actor) -> bool:
    """Whether an actor is a person or a body as far as the text tells."""
    words = written_words(actor.name)
    mentions = [article.words_of(span) for span in actor.mentions]
    named = [span for span in actor.mentions if _is_written_out(article.words_of(span))]
    if actor.kind == "organisation":
        behind_of = all(_OF.search(article.text, max(0, start - 6), start) for start, _ in named)
        whole = len(words) > 1 or any(_APPOSED.search(article.text, max(0, start - 20), start) for start, _ in named)
        return whole and not behind_of and not all(_in_head(article, span) for span in named)
    behind = [_WHERE.search(article.text, max(0, start - 12), start) is not None for start, _ in named]
    if all(behind) or (len(words) == 1 and any(behind)):
        return False
    if actor.role or any(mention.casefold() in _PRONOUNS for mention in mentions):
        return True
    return len(words) > 1


def _is_written_out(words: str) -> bool:
    """Whether a mention is a name, and not one in capitals, as datelines are set."""
    return words[:1].isupper() and not (words.isupper() and len(words) > 5)


def _in_head(article: Article, span: Span) -> bool:
    return article.blocks[article.block_at(span[0])].kind in ("title", "standfirst", "byline", "heading", "caption")


def _signs(article: Article, actor: Actor) -> bool:
    """Whether an actor is named in the byline, in a line of credits or alone in a line: who writes is not spoken of."""
    headers = [block.span for block in article.blocks if block.kind in ("byline", "dateline", "date")]
    last = actor.name.split()[-1:]
    signed = any(last and last[0] in name.split() for name in article.byline) and actor.kind == "person"
    credited = any(
        _SIGNED.search(article.text, max(0, start - 24), start)
        or article.blocks[article.block_at(start)].span == (start, end)
        for start, end in actor.mentions
    )
    return signed or credited or all(any(a <= start < b for a, b in headers) for start, _ in actor.mentions)


def _refusals(article: Article, analysis: Analysis) -> list[tuple[str, Span]]:
    """Each refusal with the actor that its sentence names first before it; rather with one who does not only tell whose
    wife or manager it was ("Kelby's mayor, Ada Poll, declined")."""
    found = []
    for sentence in analysis.sentences:
        for match in _REFUSAL.finditer(article.text, *sentence.span):
            named = [
                (_is_of_another(article.text, (start, end)), start, actor.id)
                for actor in analysis.actors
                if actor.kind in ("person", "organisation")
                for start, end in actor.mentions
                if sentence.span[0] <= start and end <= match.start()
            ]
            if named:
                found.append((min(named)[2], match.span()))
    return found


def _is_of_another(text: str, span: Span) -> bool:
    """Whether a name only tells whose somebody else is: "his wife", "Kelby's mayor", "the manager of Farley United"."""
    start, end = span
    owned = text[start:end].casefold() in _OWNED or text.startswith(("’s", "'s", "’ ", "' "), end)
    return (
        owned or text[start:end].endswith(("’s", "'s")) or _BEHIND_OF.search(text, max(0, start - 8), start) is not None
    )
