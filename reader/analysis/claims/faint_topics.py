"""What concerns, calls, praise and the like are of, whosever they are: "despite calls from the union to resign",
"concerns about safety have been raised", "faces accusations of fraud", "drew praise from sailors", "a figure cited by
the board"."""

from collections.abc import Collection, Iterable, Iterator

from reader.analysis.claims.asked import cannot_ask
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.called_by import find_passive_subject
from reader.analysis.claims.forms import (
    BE,
    HAVE,
    LEADS,
    NO_SPEAKER,
    find_by_form,
    find_more,
    find_told_end,
    is_bound,
    lay_form,
)
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import find_group_start, find_phrase_after, find_phrase_before, is_time, skip_back

_ABOUT = frozenset(["about", "over", "of", "for", "around", "regarding", "concerning", "against"])
_FOR = _ABOUT - {"of"}
_BEING = BE | HAVE | {"also", "being"}
_JOINS = frozenset(
    [",", "that", "which", "who", "when", "if", "because", "as", "and", "or", "but", "while", "after", "before", "what"]
)
"""Words behind which a clause has another verb."""
_FEWEST = 3


def find_topics(document: Document) -> Iterator[Attribution]:
    """What concerns, calls and praise are of, in no order."""
    finders = _find_faced, _find_raised, _find_backed, _find_put_by
    return find_by_form(document, finders)


def _find_faced(document: Document) -> Iterator[Attribution]:
    """What somebody faces or is the talk: "there were calls for a reform", "faces accusations of fraud", "drew praise
    from sailors"."""
    words = document.words
    asking, judging = load_group("cues_faint", "calls"), load_group("cues_faint", "judging")
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "topic") | asking | judging):
        if not _may_be_topic(document, at, high):
            continue
        start, text = at, words[at].text.lower()
        while start > low and words[start - 1].tag in LEADS and not _brings(words[start - 1]):
            start -= 1
        opens, who = _find_who(document, at + 1, high)
        thing = _find_thing(document, at, opens, high)
        free = who is None and _is_free(document, start, at, low) and not _is_raised(document, thing, high)
        told = thing is not None and ((who is not None and text in asking) or free or _is_there(document, start, low))
        if (who is None and text in judging) or not (told or _is_faced(document, start, low)):
            continue
        if thing is not None:
            thing = range(thing.start, _find_end(document, thing, low, high))
        elif who is not None and text in judging:
            thing = find_phrase_before(document, find_group_start(document, start - 1, low), low)
        yield from _tell(document, thing, (range(at, at + 1),), who)


def _find_raised(document: Document) -> Iterator[Attribution]:
    """What was raised: "concerns about safety have been raised", "doubts were raised by the union over it"."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "topic")):
        thing = _find_thing(document, at, at + 1, high)
        verb = at + 1 if thing is None else thing.stop
        while verb < high and words[verb].text.lower() in _BEING | {"already", "long"}:
            verb += 1
        group = range(at + 1 if thing is None else thing.stop, verb + 1)
        if (
            verb >= high
            or len(group) < _FEWEST - 1
            or words[verb].text.lower() not in load_group("cues_faint", "raised")
        ):
            continue
        opens, who = _find_who(document, verb + 1, high, froms=("by",))
        if thing is None and (thing := _find_thing(document, at, opens, high)) is not None:
            thing = range(thing.start, _find_end(document, thing, low, high))
        if _may_be_topic(document, at, high):
            yield from _tell(document, thing, (range(at, at + 1), group), who)


def _may_be_topic(document: Document, at: int, high: int) -> bool:
    word = document.words[at]
    noun = word.tag.startswith("NN") or word.text.lower() == "calls"
    return noun and at + _FEWEST <= high and not (document.is_quoted(word.start) or document.is_in_headline(word))


def _tell(document: Document, thing: range | None, cues: Iterable[range], who: range | None) -> Iterator[Attribution]:
    words = document.words
    if thing is not None and words[thing.start].text.lower() not in NO_SPEAKER - {"it"}:
        source = () if who is None else (document.span_of(who),)
        spans = tuple(map(document.span_of, cues))
        yield Attribution((document.span_of(thing),), spans, source)


def _find_who(
    document: Document, at: int, high: int, froms: Collection[str] = ("from", "by", "among", "amongst")
) -> tuple[int, range | None]:
    """Whose concerns are told behind their noun, and where it goes on: "from sailors | for his speech"."""
    words = document.words
    who = find_phrase_after(document, at + 1, high) if at < high and words[at].text.lower() in froms else None
    if who is None:
        return at, None
    stop = next((i for i in who if words[i].text.lower() in _FOR), who.stop)
    who = range(who.start, stop)
    return (at, None) if not who or cannot_ask([words[i] for i in who]) else (stop, who)


def _find_thing(document: Document, at: int, opens: int, high: int) -> range | None:
    """What they are about: "for a reform", "to resign"; no clause ("that it sank"), which is told elsewhere."""
    words = document.words
    if opens + 1 >= high:
        return None
    if words[opens].text.lower() == "to" and words[opens + 1].tag == "VB":
        return range(opens, opens + 2) if words[at].text.lower() in load_group("cues_faint", "calls") else None
    if words[opens].text.lower() not in _ABOUT or is_time(words[opens + 1]):
        return None
    thing = find_phrase_after(document, opens + 1, high)
    if thing is None and words[opens + 1].tag in ("VBG", "DT", "PRP$"):
        thing = range(opens + 1, opens + 2)
    that = thing is not None and thing.stop < high and words[thing.stop].text.lower() == "that"
    return None if that else thing


def _brings(word: Word) -> bool:
    """Whether a word has somebody face what follows, or brings it about."""
    text = word.text.lower()
    return text in load_group("cues_faint", "facing") | load_group("cues_faint", "sparking")


def _is_faced(document: Document, start: int, low: int) -> bool:
    """Whether somebody faces, or something brings about, what follows, or is caught in it."""
    words = document.words
    if start <= low:
        return False
    before = words[start - 1].text.lower()
    if before in ("in", "by", "to", "with"):
        return start - 1 > low and words[start - 2].text.lower() in load_group("cues_faint", "beset")
    return _brings(words[start - 1])


def _is_free(document: Document, start: int, at: int, low: int) -> bool:
    """Whether a noun tells what is feared or called for wherever it stands, but for what somebody has or may have."""
    words = document.words
    led = start > low and (words[start - 1].text.lower() in HAVE | {"have"} or words[at - 1].tag == "RB")
    told = words[at].tag.startswith("NN") and words[at].text.lower() in load_group("cues_faint", "free")
    return told and not led and words[at + 1].text.lower() != "against"


def _is_raised(document: Document, thing: range | None, high: int) -> bool:
    """Whether what follows a thing tells that it was raised, which is found elsewhere."""
    words = document.words
    behind = () if thing is None else words[thing.stop : min(high, thing.stop + 4)]
    return any(word.text.lower() in load_group("cues_faint", "raised") for word in behind)


def _is_there(document: Document, start: int, low: int) -> bool:
    """Whether "there are", "there have been" stand before a word."""
    words = document.words
    verb = skip_back(words, start, low, _BEING)
    return low < verb < start and words[verb - 1].text.lower() == "there"


def find_topic_end(document: Document, opens: int, low: int, high: int) -> int:
    """Where it ends: of what opens its sentence at the comma behind its verb ("Amid fears that it may sink, …")."""
    words = document.words
    end = find_told_end(words, opens, high)
    if any(words[i].is_finite for i in range(low, opens)):
        return end
    verb = next((i for i in range(opens + 1, end) if words[i].is_finite), end)
    stop = next((i for i in range(verb + 1, end) if words[i].text.lower() in _JOINS or words[i].is_finite), end)
    goes_on = stop < end and words[stop].is_finite and not words[stop - 1].is_finite
    return stop if goes_on else next((i for i in range(verb, end) if words[i].text == ","), end)


def _find_end(document: Document, thing: range, low: int, high: int) -> int:
    """Where the thing ends that concerns are about: of what opens its sentence with its phrase."""
    words = document.words
    end = find_told_end(words, thing.start, high)
    if any(words[i].is_finite for i in range(low, thing.start)):
        return find_more(words, thing.start, end)
    return next((i for i in range(thing.start + 1, end) if words[i].text == "," or words[i].is_finite), end)


def _find_backed(document: Document) -> Iterator[Attribution]:
    """What has somebody's support: "The plan won the backing of the union"; the content is the thing."""
    words = document.words
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "backing")):
        if at + 2 >= high or words[at + 1].text.lower() not in ("of", "from") or document.is_quoted(words[at].start):
            continue
        verb = skip_back(words, at, low, tags=("DT", "JJ", "CD", "PRP$")) - 1
        if verb <= low or words[verb].text.lower() not in load_group("cues_faint", "winning"):
            continue
        start = find_group_start(document, verb, low)
        thing, who = find_phrase_before(document, start, low), find_phrase_after(document, at + 2, high)
        if thing is None or who is None or is_bound(words[start:verb]) or cannot_ask([words[i] for i in who]):
            continue
        yield from _tell(document, thing, (range(start, at + 2),), who)


def _find_put_by(document: Document) -> Iterator[Attribution]:
    """What somebody said, named as a thing: "the figures cited by the board", "a question posed by Moss"."""
    words = document.words
    outward = load_group("cues_faint", "put_out")
    for at, low, high in document.find_in_sentences(load_group("cues_faint", "put") | outward):
        by = at + 1
        if words[at].text.lower() in outward:
            by = at + 2 if at + 1 < high and words[at + 1].text.lower() in ("forward", "out") else high
        if by + 1 >= high or words[by].text.lower() != "by" or document.is_quoted(words[at].start):
            continue
        start = find_group_start(document, at, low)
        if is_bound(words[start:at]):
            continue
        thing = find_passive_subject(document, start, low, bare=start == at)
        who = find_phrase_after(document, by + 1, high)
        if thing is None or who is None or cannot_ask([words[i] for i in who]) or words[thing.start].tag[:1] == "W":
            continue
        asked = words[at].text.lower() != "posed" or words[thing.stop - 1].text.lower().startswith("question")
        if not asked:
            continue
        if len(thing) > 1 or words[thing.start].text.lower() not in NO_SPEAKER - {"it"}:
            yield lay_form(document, thing, range(start, by + 1), who)
