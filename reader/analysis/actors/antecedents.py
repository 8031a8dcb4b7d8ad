"""Who it, they, "the company" and "the 27-year-old" are: references to clusters.

Every organisation (for a person's phrase, every person) named so far is a candidate, and so is nobody; a linear model
for each form weighs what is told of each, its weights fitted by training/coreference/fit_antecedents.py on GUM.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.analysis.actors.ages import find_ages, find_ages_by_pronoun, is_child, keep_aged
from reader.analysis.actors.antecedent_features import describe
from reader.analysis.actors.antecedent_names import list_words_for
from reader.analysis.actors.antecedent_people import is_of_other_country, is_other_office
from reader.analysis.actors.antecedent_weights import LEAST, WEIGHTS
from reader.analysis.actors.asked import Asked, find_nouns, name_countries
from reader.analysis.actors.barred import list_aside, list_barred
from reader.analysis.actors.bound import find_acting
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features, weigh
from reader.analysis.actors.mentions import Place, Seen, locate, move
from reader.analysis.actors.number import tell_number
from reader.analysis.actors.pointing import Pointing, lay_pointing
from reader.analysis.actors.references import COMPANIONS, Form, Reference
from reader.analysis.actors.sorts import FIRMS
from reader.analysis.actors.together import (
    Calling,
    Together,
    find_called,
    find_callings,
    find_equated,
    gather,
    list_bound,
)
from reader.analysis.actors.vouched import find_aged, is_strange, is_vouched
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_phrases, load_words
from reader.analysis.document.peoples import is_of_people
from reader.analysis.document.titles import is_given, is_office
from reader.article.model import Span

_CANDIDATES = 10
_SAME = 2
"""Phrases of more words mean the same whenever they come: "the Labour leader"."""
_POINTED_AT = 0.3
"""Whoever has such a share of a pronoun's pointing is a candidate, of whatever kind the name was taken for."""
_STRANGE = 0.75
"""So sure is whom a phrase for a person means for whom nothing else speaks, or in what somebody says, where nobody is
called so: whoever tells of "the analyst" there need not have told the name."""
_CALLED = 0.75
"""So sure is whom "the couple" means, where two are named side by side."""
_BOUND = 0.85
"""So sure is whom the build of a sentence tells."""
_NOUNS, _LEAST_NOUN = 3, 0.08
"""So many nouns without a name are candidates for a pronoun, those that have such a share of its pointing."""
_KINDS = {
    "it": ("organisation", "group", "place"),
    "they": ("organisation", "group", "place"),
    "body": ("organisation", "group", "place"),
    "person": ("person",),
}
_CALLED_SO = frozenset(
    [
        *("committee", "commission", "league", "tribunal", "federation", "assembly", "association", "church"),
        *("coalition", "cabinet", "administration", "office"),
    ]
)
"""Nouns for a body that stand in the name of whoever is meant, or in its initials."""
_FLYING = frozenset(["airline", "carrier"])
_JOINED_BEHIND = ("-based", "-owned", "-backed", "-led", "-listed")
"""What a name is joined with that is no part of who is meant: "the Hong Kong-based airline"."""
_GOVERNED = load_words("bodies_of_places")
_SPEAKING = frozenset(["i", "me", "my", "you", "we", "our", "us"])

Teacher = Callable[[Reference, Asked, Sequence[Features]], int | None]
"""Given a reference, how it is asked about, with its candidates, and what is told of each, the right candidate; for
training."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A reference to be resolved; `opening` is where the content begins that it is the source of, if it is one."""

    reference: Reference
    opening: int | None = None
    around: int | None = None
    """The cluster that says the claim that this one stands in: seldom who a phrase in it means."""
    told: frozenset[int] = frozenset()
    """The clusters named in what it is reported to say: in "it said Norvik would sail" it is not Norvik."""
    bound: int | None = None
    """The cluster that the build of its sentence makes it, where it does."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The cluster behind a reference, or several, and how sure that is (0 to 1)."""

    clusters: tuple[int, ...]
    confidence: float

    @property
    def cluster(self) -> int:
        """The first of them."""
        return self.clusters[0]


@dataclass(frozen=True, slots=True)
class Referents:
    """Who is behind references, by the spans of their words: clusters, and the nouns of those without a name."""

    named: Mapping[Span, Antecedent]
    nouns: Mapping[Span, Span]


def resolve_references(
    document: Document,
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    places: Sequence[Place],
    asking: Sequence[Asking],
    spoken: Sequence[tuple[int, int]],
    *,
    pointing: Pointing | None = None,
    teacher: Teacher | None = None,
) -> Referents:
    """The antecedents of references by the span of their words, in reading order; those of nobody are left out.

    `places` are the mentions known so far in reading order, `spoken` the ends of claims with the clusters that said
    them, in order; `pointing` is that of these clusters, where it was laid before. A `teacher` decides instead of the
    weights when they are being fitted.
    """
    seen = Seen()
    together = gather(document, clusters)
    actors, clusters = clusters, together.clusters
    roles = [*roles, *(None for _ in clusters[len(roles) :])]
    places = sorted([*places, *together.places], key=lambda place: place.start)
    titled = frozenset(
        index
        for index, one in enumerate(clusters)
        if any(document.article.blocks[document.article.block_at(a)].kind == "title" for a, _ in one.spans)
    )
    aside = list_aside(document, clusters, [who for _, who in spoken])
    forms = {one.reference.form for one in asking}
    called: dict[int, frozenset[str]] = {}
    if "body" in forms or "person" in forms:
        called = {index: list_words_for(document, one, roles[index]) for index, one in enumerate(clusters)}
    ages, children = _list_ages(document, clusters, places, asking)
    numbers = {index: tell_number(document, one) for index, one in enumerate(clusters) if one.kind != "person"}
    told_roles = {index: role for index, role in enumerate(roles) if role}
    ends = [end for end, _ in spoken]
    found: dict[Span, Antecedent] = {}
    unnamed: dict[Span, Span] = {}
    meant: dict[str, int] = {}
    by_noun: dict[str, tuple[int | None]] = {}
    pointing = lay_pointing(document, actors) if pointing is None else pointing.begin_anew()
    wide = pointing.widen(len(clusters), together.inside, list_bound(together))
    wide.known.update(find_equated(document, together))
    pointing.known.update((place.start, place.cluster) for place in places if place.pronoun)
    personal = document.find_all_words(_SPEAKING)
    following = 0
    in_order: list[Asking | Calling] = [*asking, *(find_callings(document) if together.members else ())]
    for one in sorted(in_order, key=_first_word):
        words = one.words if isinstance(one, Calling) else one.reference.words
        span = document.words[words.start].start, document.words[words.stop - 1].end
        start = span[0]
        while following < len(places) and places[following].start < start:
            seen.see(places[following])
            following += 1
        here = locate(document, -1, words, pronoun=len(words) == 1)
        head = document.words[words.stop - 1].start
        if isinstance(one, Calling):
            several = find_called(together, one, seen.last, document.words[words.start])
            if several is not None:
                found[span] = Antecedent(together.members[several] or (several,), _CALLED)
                wide.known[head] = several
                seen.see(here._replace(cluster=several))
            continue
        if one.bound is not None:
            found[span] = Antecedent((one.bound,), _BOUND)
            wide.known[head] = pointing.known[head] = one.bound
            seen.see(here._replace(cluster=one.bound))
            continue
        reference = one.reference
        known, seen_from, since = seen, here, start
        if one.opening is not None and one.opening < start and not here.quoted and document.is_quoted(one.opening):
            known, seen_from, since = seen.look_back(one.opening), move(document, here, one.opening), one.opening
        last = bisect_left(ends, since + 1) - 1
        barred = list_barred(reference, known, clusters, aside, called, sourced=one.opening is not None)
        barred |= {*one.told} | ({one.around} if reference.form == "person" else set())
        barred |= _list_others(together, reference, one.told)
        country = _find_country(document, one, roles)
        if reference.form == "person":
            if country:
                barred |= {index for index in known.last if is_of_other_country(country, roles[index])}
            phrase = document.words[reference.words.start : reference.words.stop]
            barred |= {index for index in known.last if is_other_office(phrase, called[index])}
            barred |= children if is_office(reference.head) else set()
        barred.add(find_acting(document, words.start, known.places))
        nouns, subjects = find_nouns(document, reference)
        nouned: dict[int, int] = {}
        if reference.form in ("it", "they"):
            shares = wide.shares(head)
            nouned = _list_nouns(document, wide, shares or {})
        else:
            shares = pointing.shares(head)
        asked = Asked(
            reference=reference,
            here=seen_from,
            candidates=keep_aged(
                _list_candidates(
                    known, clusters, one, called, _list_said(document, reference), shares or {}, nouned, barred
                ),
                reference,
                ages,
            ),
            speaker=spoken[last][1] if last >= 0 else None,
            sourced=one.opening is not None,
            titled=titled,
            called=called,
            ages=ages,
            country=country,
            roles=told_roles,
            nouns=nouns,
            subjects=subjects,
            personal=personal,
            shares=shares,
            meant=meant.get(_spell(document, reference)) if len(words) > _SAME else None,
            within=one.around is not None,
            so_called=by_noun.get(reference.head, ()),
            numbers=numbers,
            several=together.members,
            nouned=nouned,
        )
        told = describe(document, clusters, known, asked)
        if teacher is not None:
            best, sure = teacher(reference, asked, told), 1.0
        else:
            best, sure = choose(reference, asked, told)
        if reference.form == "person":
            by_noun[reference.head] = (best,)
        if best is None:
            continue
        wide.known[head] = best
        if best in nouned and wide.nouns is not None:
            wide.nouns.seat(head, best)
            unnamed[span] = wide.nouns.where[best]
            continue
        found[span] = Antecedent(together.list_members(best), sure)
        if len(reference.words) > _SAME:
            meant[_spell(document, reference)] = best
        pointing.known[head] = best
        seen.see(here._replace(cluster=best))
    return Referents(found, unnamed)


def _list_ages(
    document: Document, clusters: Sequence[Cluster], places: Sequence[Place], asking: Sequence[Asking]
) -> tuple[Mapping[int, frozenset[str]], set[int]]:
    """The ages of people, as far as some references ask for them, and which of them are too young for any office."""
    ages: dict[int, frozenset[str]] = {}
    if any(one.reference.form == "person" for one in asking):
        ages = {index: find_ages(document, one) for index, one in enumerate(clusters) if one.kind == "person"}
    children = {index for index, told in ages.items() if is_child(told)}
    if any(one.reference.age is not None for one in asking):
        for index, more in find_ages_by_pronoun(document, places).items():
            ages[index] = ages.get(index, frozenset()) | more
    return ages, children


def _first_word(one: Asking | Calling) -> int:
    return one.words.start if isinstance(one, Calling) else one.reference.words.start


def _list_others(together: Together, reference: Reference, told: Collection[int]) -> set[int | None]:
    """Those who are several and not meant: by "it" none, by "they" nobody of whom one is named in what they say."""
    if reference.form != "they":
        return set(range(together.base, len(together.clusters)))
    return {number for number, members in together.members.items() if not set(members).isdisjoint(told)}


def _list_nouns(document: Document, pointing: Pointing, shares: Mapping[int | None, float]) -> dict[int, int]:
    """The nouns without a name that are pointed at most, with the words where they stand."""
    if pointing.nouns is None:
        return {}
    where = pointing.nouns.where
    likely = sorted(where, key=lambda noun: -shares.get(noun, 0.0))[:_NOUNS]
    return {noun: document.words_in(where[noun]).start for noun in likely if shares.get(noun, 0.0) >= _LEAST_NOUN}


def choose(reference: Reference, asked: Asked, told: Sequence[Features]) -> tuple[int | None, float]:
    """The candidate that is likely enough: somebody named before a noun that is no likelier."""
    weights = WEIGHTS[reference.form]
    scores = [weigh(weights, features) for features in told]
    highest = max(scores)
    likely = [math.exp(one - highest) for one in scores]
    total, where = sum(likely), " in a source" if asked.sourced else ""
    aged = find_aged(asked)
    if aged is not None:
        return aged, max(likely[asked.candidates.index(aged)] / total, _BOUND)
    for noun, least in ((False, LEAST[f"{reference.form}{where}"]), (True, LEAST[f"noun{where}"])):
        if noun and not asked.nouned:
            continue
        some = [i for i, one in enumerate(asked.candidates) if one is not None and (one in asked.nouned) == noun]
        best = max(some, key=scores.__getitem__, default=None)
        if best is None:
            continue
        if reference.form == "person":
            if asked.sourced and likely[best] < likely[-1]:
                break  # that it is nobody with a name is likelier
            least = max(least, _STRANGE) if is_strange(asked, asked.candidates[best]) else least
        elif not is_vouched(asked, asked.candidates[best]):
            break
        if likely[best] / total >= least and (noun or likely[best] >= _most_of_nouns(asked, likely)):
            return asked.candidates[best], likely[best] / total
    return None, 0.0


def _most_of_nouns(asked: Asked, likely: Sequence[float]) -> float:
    return max([part for one, part in zip(asked.candidates, likely, strict=True) if one in asked.nouned], default=0.0)


def _find_country(document: Document, one: Asking, roles: Sequence[str | None]) -> frozenset[str]:
    if len(one.reference.words) == 1:
        return frozenset()
    words = [document.words[i] for i in one.reference.words]
    if words[0].text.lower() == "our":
        role = roles[one.around] or "" if one.around is not None else ""
        return name_countries(role.split())
    return name_countries(word.text for word in words[1:] if not is_office(word.text))


def _list_said(document: Document, reference: Reference) -> frozenset[str]:
    """The words that the name of a body must have to be meant: whose it is said to be, and what public body it is;
    where a firm is from is seldom in its name, nor is what any body is based in or owned by. "The friend" was called
    one."""
    if reference.form == "person" and reference.head in COMPANIONS:
        return frozenset([reference.head])
    if reference.form != "body":
        return frozenset()
    words = [document.words[i] for i in reference.words]
    joined = next((i for i, word in enumerate(words) if word.text.lower().endswith(_JOINED_BEHIND)), 0)
    named = [word.text.lower() for word in words[joined + 1 : -1] if word.tag == "NNP"]
    if reference.head in FIRMS | _FLYING:
        named = [] if " ".join(named) in load_phrases("places") else [one for one in named if not is_of_people(one)]
    said = {one for one in named if one.isalpha()}
    return frozenset(said) | (frozenset([reference.head]) & (load_words("bodies_public") | _CALLED_SO))


def _list_candidates(
    seen: Seen,
    clusters: Sequence[Cluster],
    one: Asking,
    called: Mapping[int, frozenset[str]],
    said: frozenset[str],
    shares: Mapping[int | None, float],
    nouned: Mapping[int, int],
    barred: Collection[int | None],
) -> list[int | None]:
    """Whom a reference may mean, latest first, and nobody: those of its kinds whose name or role has all the words of
    `said`; for a pronoun whoever the tagger points at, for a name's kind is not always known, and nouns."""
    form = one.reference.form
    kinds = _KINDS[form]
    if form == "they" and one.opening is not None:
        kinds = tuple(kind for kind in kinds if kind != "place")  # a country does not speak in the plural
    if form == "body" and one.reference.head not in _GOVERNED:
        kinds = tuple(kind for kind in kinds if kind != "place")
    least = _POINTED_AT if form in ("it", "they") else 1.1
    options = (
        index
        for index in reversed(seen.last)
        if (clusters[index].kind in kinds or (_may_be(clusters[index], form) and shares.get(index, 0.0) >= least))
        if index not in barred and (said <= called.get(index, frozenset()) or _has_initial(clusters[index].name, said))
    )
    return [*islice(options, _CANDIDATES), *nouned, None]


def _has_initial(name: str, said: frozenset[str]) -> bool:
    """Whether a name is initials with that of what a body is called among them: "IOC" of "the committee"."""
    return len(said) == 1 and name.isupper() and said <= _CALLED_SO and next(iter(said))[0] in name.lower()


def _may_be(cluster: Cluster, form: Form) -> bool:
    """Whether what was taken for a person may be a firm or a band: no gender is told, and no given name comes first;
    of several words they mean none."""
    first, *others = cluster.name.split()
    return cluster.gender is None and not is_given(first.lower()) and not (others and form == "they")


def _spell(document: Document, reference: Reference) -> str:
    return " ".join(document.words[i].text.lower() for i in reference.words)
