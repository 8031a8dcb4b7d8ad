"""What a claim says in words: its parts joined honestly, its quotation marks, its cue, its speaker.

Nothing is paraphrased: every word comes from the article, and an ellipsis stands where words were left out.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.analysis.denial import denial_of
from reader.analysis.model import Actor, Analysis, Claim
from reader.article.model import Article, Span
from reader.article.text.counted import listed

NOBODY = "speaker not named"
"""What stands in the speaker's place where the text names no source."""

_PAIRS = {
    "“": "”",
    "„": "“",
    "‘": "’",
    "‚": "‘",
    "«": "»",
    "‹": "›",
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
_OPENING = frozenset(_PAIRS)
_CLOSING = frozenset(_PAIRS.values()) | {"”", "’"}
_MARKS = _OPENING | _CLOSING
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"\b[^\W\d_A-Z]{3,}[.!?][\"”’]?\s+\w")
_LOOSE_END = " ,;:…—–-"
_OPEN_END = re.compile(r"\s+\([^()]*$")
_LOOSE_COMMA = re.compile(r"[,;:]?([”’]*)$")
_FULL_STOP = r".\1"
_PRONOUNS = frozenset(
    (
        *("he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "his", "their"),
        *("who", "which", "that", "this", "these", "those", "one", "some", "others"),
    )
)


def flatten(text: str) -> str:
    """The text on one line: every run of white space becomes one space."""
    return " ".join(text.split())


def content_text(article: Article, claim: Claim) -> str:
    """The content's words on one line, without outer quotation marks.

    Parts that only the attribution interrupts run on: “It was safe,” she said, “and it was not.” reads “It was safe,
    and it was not.”, and a full stop stands where the attribution closed the sentence. Where anything else stands
    between them “ … ” does. Quotation marks stay where a mixed claim quotes only some of its words.
    """
    spans = [_trim_space(article.text, span) for span in claim.content]
    if claim.kind == "mixed":
        spans = [_add_marks(article.text, span) for span in spans]
    words = ""
    for index, (start, end) in enumerate(spans):
        part = flatten(article.text[start:end])
        words = _join_parts(article, claim, (spans[index - 1][1], start), words, part) if words else part
    return words


def quoted_text(article: Article, claim: Claim) -> str:
    """The content's words as they may be shown: in the article's own quotation marks where all of it is
    quoted, with marks around the quoted part where some is, and bare where the article only reports it.
    """
    words = content_text(article, claim)
    if claim.kind != "direct" or not claim.content:
        return words
    before = article.text[claim.content[0][0] - 1 : claim.content[0][0]]
    opening = before if before in _OPENING and before else "“"
    if opening == '"' and '"' in words:
        opening = "“"
    return f"{opening}{words}{_PAIRS[opening]}"


def cue_text(article: Article, claim: Claim) -> str:
    """The words of the attribution ("said", "according to"), parts joined by “ … ”; empty where there are none, as
    where but a mark stands behind a speaker's name ("THE CHAIR: …").
    """
    parts = (flatten(article.words_of(span)) for span in claim.cue)
    return " … ".join(part for part in parts if _WORD.search(part))


def source_text(article: Article, claim: Claim) -> str:
    """The words that name the source where the claim stands ("She", "a police spokesman")."""
    return " … ".join(flatten(article.words_of(span)) for span in claim.source)


def speaker_name(analysis: Analysis, claim: Claim) -> str:
    """Who says it: the actor's full name, with the article's words for others who say it too, those of all who say it
    together, else the source's own words, else `NOBODY`."""
    return " ".join(filter(None, (listed(speaker_names(analysis, claim)), flatten(claim.others or "")))) or NOBODY


def speaker_names(analysis: Analysis, claim: Claim) -> tuple[str, ...]:
    """Each of those who say it, by the actor's full name, else by the source's own words; none where nobody is told."""
    names = [actor.name for actor in speaker_actors(analysis, claim)] or [claim.speaker_name or ""]
    # A source that was cut inside "(…)" is shown without its open end.
    return tuple(name for each in names if (name := _OPEN_END.sub("", flatten(each))))


def is_named(analysis: Analysis, claim: Claim) -> bool:
    """Whether the speaker is somebody: an actor, or a source with words of its own beyond a bare pronoun."""
    name = speaker_name(analysis, claim)
    return name != NOBODY and (speaker_actor(analysis, claim) is not None or name.casefold() not in _PRONOUNS)


def speaker_actor(analysis: Analysis, claim: Claim) -> Actor | None:
    """The actor who says it, where one was found."""
    return analysis.actor(claim.speaker) if claim.speaker else None


def speaker_actors(analysis: Analysis, claim: Claim) -> list[Actor]:
    """The actors who say it, each once; several where they speak together."""
    found = map(analysis.actor, dict.fromkeys((claim.speaker, *claim.speakers)))
    return [actor for actor in found if actor]


def speaker_role(analysis: Analysis, claim: Claim) -> str | None:
    """What the article calls the speaker ("council leader"), or None; of several who speak together, nothing."""
    return first_role(analysis, claim) if len(claim.speakers) < 2 else None


def first_role(analysis: Analysis, claim: Claim) -> str | None:
    """What the article calls the speaker, of several who speak together the first, or None."""
    actor = speaker_actor(analysis, claim)
    return flatten(actor.role) if actor and actor.role else None


def is_denied(article: Article, claim: Claim) -> bool:
    """Whether the attribution denies, rejects or negates the content, so that it must not be shown without
    its cue.
    """
    return bool(denial_of(article, claim))


def with_denial(denial: str, words: str) -> str:
    """A content's words behind those that deny it: `[denied] that the boats were unsafe`."""
    return f"[{denial}] {words}" if denial else words


def quotes_speaker(article: Article, claim: Claim) -> bool:
    """Whether the content may stand alone in quotation marks as the speaker's own words."""
    return claim.kind == "direct" and not is_denied(article, claim)


def reported_sentence(article: Article, analysis: Analysis, claim: Claim, *, limit: int = 420) -> str | None:
    """The article's own sentence or sentences that report the claim, on one line, cue and all.

    Where they come to more than `limit` characters the same as `reported_words`.
    """
    start, end = claim.span
    covering = [item.span for item in analysis.sentences if item.span[0] < end and item.span[1] > start]
    wide = (min([start, *(span[0] for span in covering)]), max([end, *(span[1] for span in covering)]))
    if wide[1] - wide[0] <= limit and _in_one_block(article, wide):
        return flatten(article.words_of(wide))
    return reported_words(article, claim, limit=limit)


def reported_words(article: Article, claim: Claim, *, limit: int = 420) -> str | None:
    """The article from the first to the last word of the claim, cue, source and all, on one line.

    None where that runs over several blocks, leaves out the cue, or comes to more than `limit` characters.
    """
    start, end = _add_marks(article.text, claim.span)
    if not claim.cue or end - start > limit or not _in_one_block(article, (start, end)):
        return None
    return flatten(article.text[start:end])


def account_text(article: Article, claim: Claim) -> str:
    """What a claim says, as it may stand behind its speaker's name: in quotation marks only what is quoted, and of what
    was denied the article's own words, cue and all, since the content alone would say the opposite.
    """
    if is_denied(article, claim):
        return reported_words(article, claim, limit=2_000) or flatten(article.words_of(claim.span))
    return quoted_text(article, claim)


def _in_one_block(article: Article, span: Span) -> bool:
    return article.block_at(span[0]) == article.block_at(max(span[0], span[1] - 1))


def claim_numbers(analysis: Analysis) -> dict[str, int]:
    """The number of each outermost claim by its id, counted from 1 in reading order; the screen leaves the doubtful and
    thoughts uncounted until they are shown."""
    return {claim.id: number for number, claim in enumerate(analysis.outer, 1)}


def claim_number(numbers: Mapping[str, int], claim: Claim, place: int) -> str:
    """A claim's number as shown: one inside others has theirs before its own ("3.1"), one unknown its place."""
    inner = place if claim.within is None else claim.id.removeprefix("c")
    return str(numbers.get(claim.id, inner))


def speaker_chain(analysis: Analysis, claim: Claim) -> str:
    """Who says it, by way of whom: "Ann Lee, as told by Bo Berg, as told by officials"."""
    return speaker_name(analysis, claim) + told_by(analysis, claim)


def told_by(analysis: Analysis, claim: Claim) -> str:
    """By way of whom a claim inside others is told (", as told by Bo Berg"), the outermost last; else empty.

    Who tells what they said themselves is named once.
    """
    links = analysis.chain(claim)
    tellers = [link for told, link in pairwise(links) if link.speaker is None or link.speaker != told.speaker]
    return "".join(f", as told by {speaker_name(analysis, link)}" for link in tellers)


def find_closing_end(text: str, end: int) -> int:
    """The position behind the punctuation and closing marks that follow a content span: the end of its last word."""
    while end < len(text) and not text[end].isspace() and not text[end].isalnum() and text[end] not in "([{“‘«„—–-/":
        end += 1
    return end


def _join_parts(article: Article, claim: Claim, gap: Span, left: str, right: str) -> str:
    """Two parts of a content as one text; what stood between them decides how."""
    between = article.text[gap[0] : gap[1]]
    if not _WORD.search(between):
        if claim.kind == "mixed":
            return left + _SPACE.sub(" ", between) + right
        bare = flatten("".join(character for character in between if character not in _MARKS)).strip(".,;: ")
        return f"{left} {bare} {right}" if bare else f"{left} {right}"
    interrupted = _is_attribution(article.text, gap, claim.cue + claim.source)
    if claim.kind == "direct" and not interrupted:
        interrupted = len(between) < 160 and "\n\n" not in between and not _SENTENCE_END.search(between)
    if not interrupted:
        return f"{left.rstrip(_LOOSE_END)} … {right.lstrip('… ')}"
    last = flatten(between).rstrip("".join(_MARKS) + " ")[-1:]
    ended = left.rstrip("”’\"'").endswith((".", "!", "?", "…", "—", "–"))
    if ended or last in (",", "—", "–", "-"):
        return f"{left} {right}"
    if last in (".", "!", "?", ":", ";"):
        # “It was late,” she said. “We left.”: the comma stands where the speaker's full stop was.
        return f"{_LOOSE_COMMA.sub(_FULL_STOP, left, count=1)} {right}"
    return f"{left.rstrip(_LOOSE_END)} … {right.lstrip('… ')}"


def _is_attribution(text: str, gap: Span, covered: Sequence[Span]) -> bool:
    """Whether each word of the gap belongs to the cue or the source."""
    return all(
        any(start <= position < end for start, end in covered)
        for position in range(gap[0], gap[1])
        if _WORD.match(text[position])
    )


def _trim_space(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = text[span[0] : span[1]]
    return span[0] + len(words) - len(words.lstrip()), span[0] + len(words.rstrip())


def _add_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks just outside it that its words need to be balanced."""
    start, end = span
    before, inside, after = text[start - 1 : start], text[start:end], text[end : end + 1]
    for opening, closing in _PAIRS.items():
        if before != opening and after != closing:
            continue
        if opening == closing:
            odd = _count_straight(inside, opening) % 2 == 1
            if not odd and before == opening and after == closing:
                return start - 1, end + 1
            if odd and after == closing:
                return start, end + 1
            if odd and before == opening:
                return start - 1, end
            continue
        unclosed = inside.count(opening) - inside.count(closing)
        if before == opening and after == closing and unclosed == 0:
            return start - 1, end + 1
        if after == closing and unclosed > 0:
            return start, end + 1
        if before == opening and unclosed < 0 and closing != "’":
            return start - 1, end
    return span


def _count_straight(text: str, mark: str) -> int:
    """How many straight marks quote, apostrophes inside words left out."""
    return len(re.findall(r"(?<!\w)'|'(?!\w)", text)) if mark == "'" else text.count(mark)
