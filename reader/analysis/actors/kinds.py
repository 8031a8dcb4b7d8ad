"""Which kind each name has, and which names are no actors at all: shows, laws, cups, diseases."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from reader.analysis.actors.actor_features import NOBODY
from reader.analysis.actors.bracketed import find_bracketed
from reader.analysis.actors.called import is_apposed_body, is_called_maker, list_animals
from reader.analysis.actors.families import list_families, list_many, name_family
from reader.analysis.actors.features import Features
from reader.analysis.actors.governed import is_based_in, list_governed
from reader.analysis.actors.kind_features import WITHIN, describe_names
from reader.analysis.actors.kind_weights import WEIGHTS
from reader.analysis.actors.known_things import is_piece, list_known_things
from reader.analysis.actors.naming import Naming, is_peer
from reader.analysis.actors.no_actors import list_no_actors
from reader.analysis.actors.references import is_person_noun
from reader.analysis.actors.sides import list_sides
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import is_legal_form, load_phrases, load_words
from reader.analysis.document.peoples import is_of_people, is_people
from reader.analysis.document.phrases import OWNING
from reader.analysis.document.span_index import SpanIndex
from reader.analysis.document.things import load_things
from reader.analysis.document.titles import is_given, is_title, load_titles, read_before
from reader.analysis.model import ActorKind
from reader.article.model import Span

KINDS: Final[tuple[ActorKind, ...]] = ("person", "organisation", "place")
NO_ACTOR = 0.8
"""A name that is more likely no actor than this is left out."""
_NO_ACTOR_ONCE: Final[Mapping[ActorKind, float]] = {"person": 0.5, "organisation": 0.65, "place": 0.35}
"""The same for a name that stands once, by what it would be."""
_ORDER: Final = (*KINDS, NOBODY)
"""A person, an organisation, a place, nobody: so `weigh_kinds` adds them up."""
_BY_FEATURE: Final[Mapping[str, Sequence[float]]] = {
    name: tuple([WEIGHTS[kind].get(name, 0.0) for kind in _ORDER])
    for name in dict.fromkeys(name for weights in WEIGHTS.values() for name in weights)
}
"""Of each feature its weights for all kinds, so that it is looked up once."""
_LEADERS = frozenset(["executive", "chairman", "chairwoman", "director", "spokesman", "spokeswoman", "spokesperson"])
_CALLED = frozenset(word for word in load_words("bodies_called") if not is_person_noun(word))
_NOUNS = load_words("bodies_called") - {"police", "parliament", "senate", "congress", "treasury"}
_PRESS = frozenset(["newspaper", "paper", "daily", "weekly", "magazine", "tabloid", "agency", "broadcaster", "website"])
_DOING = (["had"], ["has"], ["will"], ["would"], ["plans"], ["expects"], ["intends"])
_BEING = (["be"], ["been"], ["become"], ["take"], ["seem"])
_BEHIND_WHERE = (*WITHIN, "behind to")
_MEMBERS = frozenset(["republican", "democrat", "independent"])
_IN_SMALL = frozenset(["police", "council", "cartel", "university"])
_STORMS = frozenset(["Hurricane", "Typhoon", "Cyclone", "Storm"])
_COUNTRIES = frozenset(["u.s.", "u.k.", "u.s.a."])
"""Countries cut short as states are."""
_LONGEST_SHORT = 3
"""So many letters a title has at most that is written in capitals alone: "PM", "DCI"."""
_STORM_WORDS = 2
"""So many words a storm is called by, the first of them its sort."""
_MOSTLY = 0.5
"""So large a share of its mentions tells what a spelling is."""

_JOINED = re.compile(r"\S+ & \S+(?: \S+)*")
"""Two names that an ampersand makes one are a firm's: "harrow & vane"."""


def choose_kinds(document: Document, namings: Sequence[Naming], sources: Iterable[Span]) -> list[Naming]:
    """Namings with the likeliest kind of their spelling, without those that are likely no actors, pieces of things that
    many know, and those that only say of which people somebody is."""
    if not any(naming.shares for naming in namings):
        return list(namings)
    spans = list(sources)
    speaking = SpanIndex((span, None) for span in spans)
    told = describe_names(document, namings)
    shares = {key: weigh_kinds(features) for key, features in told.items()}
    places = load_phrases("places")
    likeliest = {key: _find_likeliest(share) for key, share in shares.items()}
    storms = _list_storms(namings, document, speaking)
    surnames = {
        key.rpartition(" ")[2]
        for key, share in shares.items()
        if " " in key and not is_peer(key) and likeliest[key] == "person" and share[NOBODY] <= NO_ACTOR
    } - storms
    families = list_families(document, namings, surnames) | list_many(document, namings, likeliest)
    times = Counter(naming.key for naming in namings)
    bodies = (_list_speaking(namings, spans) | _list_led(document, namings)) - {
        key for key, features in told.items() if _is_somewhere(features)
    }
    things = (_list_followed_by_which(told) | _list_called_things(document, namings)) - surnames
    sides = list_sides(told) & places
    unreal = list_no_actors(document, namings).union(list_animals(document, namings))
    seated = _list_seated(document, namings) | list_governed(document, namings)
    known_things = list_known_things(document)
    chosen: list[Naming] = []
    for naming in namings:
        share = shares[naming.key]
        naming.told, naming.likely = told[naming.key], share
        if likeliest[naming.key] == "person" and name_family(document, naming):
            chosen.append(naming)
            continue
        if is_people(naming.key) or naming.key in families:
            naming.kind = "group"
        elif naming.nicknamed or is_peer(naming.key):
            naming.kind = "person"
        elif _is_firm(naming):
            naming.kind = "organisation"
        elif naming.key not in surnames and (
            _only_describes(naming.key, told[naming.key])
            or naming.key in unreal
            or _is_noun(document, naming)
            or naming.key.rpartition(" ")[2] in storms
            or is_piece(document, naming, known_things)
            or (
                naming.key not in places
                and not (likeliest[naming.key] == "person" and _is_titled(document, naming))
                and _is_nobody(share, times[naming.key] == 1 and not speaking.touches([naming.span]))
            )
        ):
            continue
        elif naming.key in surnames and not {naming.key, *naming.key.split()} & places:
            naming.kind = "person"
        elif not _is_settled(document, naming, surnames):
            naming.kind = likeliest[naming.key]
        if naming.kind == "person" and naming.gender is None and naming.key not in surnames:
            if naming.key in things:
                naming.kind = "organisation"
            elif naming.key in seated or (naming.key in places and not is_given(naming.key)):
                naming.kind = "place"
        elif naming.kind == "organisation" and is_based_in(document, naming):
            naming.kind = "place"
        as_firm = naming.key in bodies or "ends as a firm" in naming.told
        if naming.kind == "place" and (naming.key in sides or (as_firm and naming.key not in places)):
            naming.kind = "organisation"
        chosen.append(naming)
    return _follow_bodies(document, chosen, surnames)


def _list_speaking(namings: Sequence[Naming], sources: Iterable[Span]) -> set[str]:
    """The spellings of several words that are a whole source somewhere: who speaks by that name is no place."""
    whole = set(sources)
    return {naming.key for naming in namings if len(naming.tokens) > 1 and naming.span in whole}


def _list_followed_by_which(told: Mapping[str, Features]) -> set[str]:
    """The spellings of one word that "which" follows, and so no person: "Havfisk, which has lost two boats"."""
    return {key for key, one in told.items() if one.get("before which") and " " not in key and not is_given(key)}


def _list_seated(document: Document, namings: Sequence[Naming]) -> set[str]:
    """The spellings behind which a state cut short stands in commas, and so no people: "Harlow, N.J.,"."""
    words = document.words
    found: set[str] = set()
    for naming in namings:
        at = document.words_in(naming.span).stop
        full = len(naming.tokens) > 1 and is_given(naming.tokens[0].lower())
        if not full and at + 1 < len(words) and words[at].text == "," and words[at + 1].text.endswith("."):
            state = words[at + 1].text
            known = state.lower() in load_phrases("places") and state.lower() not in _COUNTRIES
            if state[0].isupper() and known:
                found.add(naming.key)
    return found


def _list_called_things(document: Document, namings: Sequence[Naming]) -> set[str]:
    """The spellings before which a noun for a body stands ("the daily Al Bahr"), or which say something of it ("Hinway
    said it had delivered"); no given names, but "Al" may be the article."""
    words = document.words
    found: set[str] = set()
    for naming in namings:
        at = document.words_in(naming.span)
        first = naming.tokens[0].lower()
        if naming.key not in found and (is_apposed_body(document, at) or is_called_maker(document, at)):
            found.add(naming.key)
        if naming.key in found or (is_given(first) and len(first) > 2):
            continue
        if _is_called_body(words, at) or (len(naming.tokens) == 1 and _says_it(words[at.stop : at.stop + 5])):
            found.add(naming.key)
    return found


def _is_called_body(words: Sequence[Word], at: range) -> bool:
    """Whether a noun for a body stands before a name, or one for a newspaper in a comma: "the firm Hinway", "the daily,
    Al Bahr,"; "the head of the committee Bo Berg" is a person."""
    noun = at.start - 1
    if noun > 0 and words[noun].text == "," and at.stop < len(words) and words[at.stop].text == ",":
        return words[noun - 1].text in _PRESS
    if noun < 0 or words[noun].tag not in ("NN", "JJ") or words[noun].text not in _CALLED:
        return False
    while noun > 0 and words[noun].tag.startswith(("NN", "JJ", "HYPH", "DT", "PRP$")):
        noun -= 1
    return words[noun].text.lower() != "of"


def _says_it(words: Sequence[Word]) -> bool:
    """Whether a verb that reports follows, and "its", or "it" with a verb of its own: "said that it had delivered"."""
    if not words or not lemma_of(words[0].text):
        return False
    texts = [word.text.lower() for word in words]
    rest = texts[2:] if texts[1:2] == ["that"] else texts[1:]
    return rest[:1] == ["its"] or (rest[:1] == ["it"] and rest[1:2] in _DOING and rest[2:3] not in _BEING)


def _list_led(document: Document, namings: Sequence[Naming]) -> set[str]:
    """The spellings of several words that somebody heads or speaks for: "chief executive of Tarn Valley Water"."""
    found: set[str] = set()
    for naming in namings:
        at = document.words_in(naming.span).start
        if at < 2 or len(naming.tokens) == 1:
            continue
        led = document.words[at - 1].text.lower() in ("of", "at", "for")
        if led and document.words[at - 2].text.lower() in _LEADERS:
            found.add(naming.key)
    return found


def _is_somewhere(features: Features) -> bool:
    """Whether a name stands anywhere behind a word that tells where something is."""
    return any(map(features.get, _BEHIND_WHERE))


def _is_firm(naming: Naming) -> bool:
    """Whether a name is a firm's by its form: two names joined, a legal form at its end ("Halden AG"), a word for a
    body in small letters ("Harlow council"), a first word like "Banco", or an "’s" that nothing is owned by."""
    if len(naming.tokens) == 1:
        return naming.tokens[0].endswith(OWNING)
    called = naming.tokens[-1] in _IN_SMALL or naming.tokens[0].lower() in load_words("firms_beginning")
    joined = " & " in naming.key and _JOINED.fullmatch(naming.key)
    return called or bool(joined) or (naming.kind != "place" and is_legal_form(naming.tokens[-1]))


def _is_noun(document: Document, naming: Naming) -> bool:
    """Whether a word for a body has its capital only because it opens a headline or a sentence, and none elsewhere:
    "Chipmaker doubles its profit"."""
    if naming.key not in _NOUNS or len(naming.tokens) > 1 or naming.tokens[0].isupper():
        return False
    at = document.words_in(naming.span).start
    return at == document.first[document.words[at].sentence] and naming.key in document.small_words


def _is_titled(document: Document, naming: Naming) -> bool:
    """Whether a title with its capital stands right before a person's name ("Lord Diplock", "Gen. Scott"): no surname
    ("Larry King Live"), no firm in capitals, and nothing that makes a thing's name ("First Amendment")."""
    at = document.words_in(naming.span).start
    title = read_before(document.words, at)
    if naming.kind != "person" or not title[:1].isupper() or not is_title(title) or title.lower() == "first":
        return False
    given = is_given(read_before(document.words, at - 1).lower())
    shouted = title.isupper() and not naming.tokens[-1].isupper() and len(title) > _LONGEST_SHORT
    return not given and not shouted and naming.tokens[-1].lower() not in load_things()


def _list_storms(namings: Sequence[Naming], document: Document, speaking: SpanIndex[None]) -> set[str]:
    """The last words of what is called a storm anywhere ("Cyclone Phailin"), but of nobody who speaks ("Storm Duncan
    says") or has a full name."""
    found = {naming.key.rpartition(" ")[2] for naming in namings if _is_called_storm(document, naming)}
    for naming in namings if found else ():
        full = len(naming.tokens) == _STORM_WORDS and naming.kind == "person"
        if (full and not _is_called_storm(document, naming)) or speaking.touches([naming.span]):
            found.discard(naming.key.rpartition(" ")[2])
    return found


def _is_called_storm(document: Document, naming: Naming) -> bool:
    if len(naming.tokens) == _STORM_WORDS:
        return naming.tokens[0] in _STORMS
    at = document.words_in(naming.span).start
    return bool(at) and len(naming.tokens) == 1 and document.words[at - 1].text in _STORMS


def _follow_bodies(document: Document, namings: list[Naming], surnames: Collection[str]) -> list[Naming]:
    """Give a body's name where it is short, in brackets or by its first word, the kind of the whole ("Trinity" beside
    "Trinity College Dublin"); a word that is also a person's is the person's."""
    bodies = {naming.key for naming in namings if naming.kind == "organisation"}
    firsts = {key.partition(" ")[0] for key in bodies if " " in key}
    given = {naming.key.partition(" ")[0] for naming in namings if naming.kind == "person" and " " in naming.key}
    short = {one for one, whole in find_bracketed(document, namings).items() if whole in bodies}
    lasts = {key.rpartition(" ")[2] for key in bodies if " " in key}
    whole = (firsts | lasts) - given - set(surnames)
    short |= {
        one.key
        for one in namings
        if one.kind == "person" and one.gender is None and one.key in whole and not is_given(one.key)
    }
    for naming in namings:
        if naming.key in short:
            naming.kind = "organisation"
    return namings


def _only_describes(key: str, told: Features) -> bool:
    """Whether a name only says of which people somebody is ("the Italian"), and so means somebody named elsewhere."""
    place, _, member = key.rpartition(" ")
    if member in _MEMBERS and place in load_phrases("places"):
        return True
    return " " not in key and is_of_people(key) and told.get("behind the", 0.0) >= _MOSTLY


def _is_nobody(share: Mapping[str, float], once: bool) -> bool:
    """Whether a name is too likely no actor to be listed: sooner where it stands `once` and does not speak, of an
    organisation above all."""
    return share[NOBODY] > (_NO_ACTOR_ONCE[_find_likeliest(share)] if once else NO_ACTOR)


def _is_settled(document: Document, naming: Naming, surnames: Collection[str]) -> bool:
    """Whether a naming keeps its kind: a person's last name, or the place that an office behind it governs."""
    if naming.kind == "person":
        return naming.key in surnames
    if naming.kind != "place":
        return False
    at = document.words_in(naming.span).stop
    return at < len(document.words) and document.words[at].text.lower().rstrip(".") in load_titles("governs")


def _find_likeliest(share: Mapping[str, float]) -> ActorKind:
    return max(KINDS, key=share.__getitem__)


def weigh_kinds(features: Features) -> Mapping[str, float]:
    """How likely a name is of each kind, or nobody's: a softmax over the features of its spelling (logistic regression,
    fitted by training/coreference/fit_kinds.py)."""
    person = organisation = place = nobody = 0.0
    for name, value in features.items():
        if name in _BY_FEATURE:
            weights = _BY_FEATURE[name]
            person += weights[0] * value
            organisation += weights[1] * value
            place += weights[2] * value
            nobody += weights[3] * value
    scores = (person, organisation, place, nobody)
    most = max(scores)
    parts = [math.exp(score - most) for score in scores]
    whole = sum(parts)
    return {kind: part / whole for kind, part in zip(_ORDER, parts, strict=True)}
