"""What somebody is for or against, and how they feel about it, told by what they do: "has backed the plan", "objected
to its use", "pressed the mayor for an answer", "was furious about the delay"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import BE, FAINT, THINGS, find_by_form, is_bound, lay_form, load_joined, load_joints
from reader.analysis.claims.meant import find_verbs, keep_tensed, tell_apart, tell_meant
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.phrases import POSSESSIVES, find_group_start, find_phrase_before, is_time, skip_back

_JOINTS = (
    ("stand", ()),
    ("stand_for", ("for",)),
    ("stand_against", ("against",)),
    ("stand_to", ("to",)),
    ("stand_over", ("over", "about")),
    ("stand_with", ("with",)),
    ("stand_of", ("of",)),
    ("stand_on", ("on",)),
    ("stand_at", ("at",)),
    ("stand_in", ("in",)),
    ("stand_by", ("by",)),
    ("stand_out", ("out at", "out against", "out about", "out over", "out in favour of", "out in favor of")),
    ("stand_spell", ("out",)),
    ("stand_talk", ("up", "down")),
    ("stand_down", ("down",)),
    ("stand_off", ("off",)),
    ("stand_back", ("back at", "back against")),
    ("stand_up", ("up for", "up to")),
    ("stand_forward", ("forward to",)),
)
"""Groups of verbs and what stands between each and its thing."""
_JOINING = frozenset(joint.split()[0] for _, joints in _JOINTS for joint in joints)
"""The words that what stands between them begins with."""
_PRESSED = (
    ("press_for", ("for",)),
    ("press_on", ("on",)),
    ("press_over", ("over", "about")),
    ("press_of", ("of",)),
    ("press_with", ("with",)),
    ("press_against", ("against",)),
    ("press_to", ("to", "with")),
    ("press_as", ("as",)),
    ("press_from", ("from",)),
)
"""Groups of verbs and what stands between whom or what each is done to and its thing."""
_FEELS = (
    ("attitude", ("about", "over", "at", "by", "with")),
    ("attitude_open", ("about",)),
    ("attitude_of", ("of",)),
    ("attitude_to", ("to",)),
    ("attitude_for", ("for",)),
    ("attitude_full", ("for",)),
    ("attitude_on", ("on",)),
    ("attitude_in", ("in",)),
)
"""Groups of what somebody is and what stands between each and its thing."""
_PERSONS, _PRESSED_FOR = (*THINGS, "PRP"), (*THINGS, "VBN", "RB")
"""Tags of words that what is pressed, and what it is pressed for, begin with."""
_SEEM = BE | frozenset(
    [
        *("feel", "feels", "felt", "seem", "seems", "seemed", "sound", "sounds", "sounded", "look", "looks", "looked"),
        *("appear", "appears", "appeared", "become", "becomes", "became", "grow", "grows", "grew", "grown"),
    ]
)
_SO = frozenset(["as", "so", "most", "more", "less", "far"])
_ENDS = frozenset([".", ",", ";", ")", "—", "–"])
_APART = frozenset([",", "by"])
"""Words before a participle that tells what else the subject of its sentence does."""
_LONGEST_JOINT = 4
_FURTHEST = 9
"""So many words behind a verb stands what leads from whom it is done to to its thing."""


def find_faint_stances(document: Document) -> Iterator[Attribution]:
    """What somebody is for, against, or feels about, in no order."""
    finders = _find_stood, _find_pressed, _find_felt, _find_objects
    return find_by_form(document, finders, FAINT)


def _find_stood(document: Document) -> Iterator[Attribution]:
    words = document.words
    found: list[tuple[int, int, int]] = []
    lasts: dict[int, int] = {}
    for at, low, high in document.find_in_sentences(load_joined(_JOINTS)):
        last = _find_joint(document, at, high)
        if last is None or last + 1 >= high or is_time(words[last + 1]):
            continue
        several = last > at + 1 and words[last + 1].tag in THINGS
        if several or _opens_thing(document, last + 1, high):
            found.append((at, low, high))
            lasts[at] = last
    for start, at, _ in _keep_verbs(document, found):
        yield from _tell(document, start, at, lasts[at])


def _keep_verbs(document: Document, found: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The verbs among words that are found, with where their sentences begin and end, that say that somebody does so,
    and participles that tell it apart: ", praising it"."""
    words = document.words
    yield from keep_tensed(document, found)
    for at, low, high in found:
        if at == low or words[at].tag not in ("VBG", "NNS") or document.is_quoted(words[at].start):
            continue
        apart = words[at].tag == "VBG" and at - 1 > low and words[at - 1].text.lower() in _APART
        apart = apart and words[at].text.lower() != "considering"
        if apart or (words[at].tag == "NNS" and _is_verb(document, at, low, high)):
            yield at, at, high


def _is_verb(document: Document, at: int, low: int, high: int) -> bool:
    """Whether a word that its tag calls a noun is a verb behind a name, and before a thing of its own: "Moss presents
    the plan"."""
    words = document.words
    named = words[at - 1].is_proper and at + 1 < high
    things = named and (words[at + 1].tag in ("DT", "PRP$", "PRP") or words[at + 1].is_proper)
    return things and not any(words[i].is_finite for i in range(low, at))


def _tell(document: Document, start: int, at: int, last: int) -> Iterator[Attribution]:
    high = document.first[document.words[at].sentence + 1]
    if start == at and document.words[at].tag == "VBG":
        return tell_apart(document, at, last, high)
    acts = document.words[at].text.lower() in load_group("cues_faint", "done")
    return tell_meant(document, start, last, high, who=not acts)


def _find_joint(document: Document, at: int, high: int) -> int | None:
    """The last word of what leads from a verb to its thing, the verb where nothing does; None where other words do."""
    verb = document.words[at].text.lower()
    if at + 1 < high and document.words[at + 1].text.lower() in _JOINING:
        behind = [word.text.lower() for word in document.words[at + 1 : min(at + 1 + _LONGEST_JOINT, high)]]
        joints = load_joints(_JOINTS)[verb]
        for many in range(len(behind), 0, -1):
            if " ".join(behind[:many]) in joints:
                return at + many
    return at if verb in load_group("cues_faint", "stand") else None


def _find_pressed(document: Document) -> Iterator[Attribution]:
    """What is said or asked of another: "has pressed the mayor for an answer", "ranked it as the worst"."""
    words = document.words
    joints = load_joints(_PRESSED)
    verbs = document.find_in_sentences(load_joined(_PRESSED))
    found = [(at, low, high) for at, low, high in verbs if at + 1 < high and words[at + 1].tag in _PERSONS]
    for start, at, high in _keep_verbs(document, found):
        for i in range(at + 2, min(high - 1, at + _FURTHEST)):
            word = words[i]
            if word.text.lower() in joints[words[at].text.lower()]:
                if words[i + 1].tag in _PRESSED_FOR:
                    yield from _tell(document, start, at, at)
                break
            if word.is_verb or word.text in ",;:—–" or word.tag in ("WP", "WDT", "WRB", "TO", "CC"):
                break


def _opens_thing(document: Document, at: int, high: int) -> bool:
    """Whether a thing begins at a word, and no more than somebody's name: who endorses or campaigns for somebody tells
    nothing of them."""
    words = document.words
    if words[at].tag not in THINGS or words[at].text.lower() == "one":
        return False
    stop = next((i for i in range(at, high) if not words[i].is_proper), high)
    return stop == at or (stop < high and (words[stop].text in POSSESSIVES or words[stop].tag in ("NN", "NNS", "TO")))


def _find_felt(document: Document) -> Iterator[Attribution]:
    words = document.words
    feels = load_joints(_FEELS)
    for at, low, high in document.find_in_sentences(load_joined(_FEELS)):
        first, joints = at, feels[words[at].text.lower()]
        if words[at].text.lower() == "praise":
            first = at - 2
            if first <= low or [word.text.lower() for word in words[first:at]] != ["full", "of"]:
                continue
        if at + 2 >= high or words[at + 1].text.lower() not in joints or words[at + 2].tag not in THINGS:
            continue
        if is_time(words[at + 2]):
            continue
        verb = skip_back(words, first, low, _SO) - 1
        if verb <= low or document.is_quoted(words[at].start):
            continue
        if words[verb].text.lower() in _SEEM:
            start = find_group_start(document, verb, low)
            if not is_bound(words[start:verb]):
                yield from tell_meant(document, start, at + 1, high, who=True)


def _find_objects(document: Document) -> Iterator[Attribution]:
    """A thing that a clause behind it says somebody holds something of: "a charge | she has always denied"."""
    words = document.words
    for start, at, high in find_verbs(document, load_group("cues_faint", "stand")):
        low = document.first[words[at].sentence]
        ends = at + 1 < high and (words[at + 1].text in _ENDS or words[at + 1].tag == "CC")
        if ends and start - 1 > low and words[start - 1].text.lower() in ("he", "she", "they"):
            thing = find_phrase_before(document, start - 1, low)
            noun = thing is not None and thing.stop == start - 1 and words[thing.stop - 1].tag.startswith("NN")
            if thing is not None and noun and words[at].text.lower() != "proposed":
                yield lay_form(document, thing, range(start, at + 1), range(start - 1, start))
