"""Who speaks in each claim: names, he and she, and beyond them it, they, "the company", "who", "both", "the report", I.

Where the text does not decide there is nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from reader.analysis.actors.affiliated import Affiliated
from reader.analysis.actors.again import speak_again
from reader.analysis.actors.ahead import name_leads
from reader.analysis.actors.antecedents import Antecedent, Asking, Referents, resolve_references
from reader.analysis.actors.apposed import name_apposed_elsewhere
from reader.analysis.actors.bound import find_opened, find_reported
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.continued import continue_sources
from reader.analysis.actors.descriptions import is_of_another
from reader.analysis.actors.enclosed import give_around, give_first_person, give_second_person, leave_quoted
from reader.analysis.actors.fuller import tell_fuller
from reader.analysis.actors.handed_out import hand_out
from reader.analysis.actors.introduced import find_introduced, is_replaced
from reader.analysis.actors.issuers import find_authors, find_issuer, is_document, names_behind
from reader.analysis.actors.joined import name_apposed
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.named_by_role import name_by_role
from reader.analysis.actors.named_later import name_later
from reader.analysis.actors.namings import Namings
from reader.analysis.actors.officers import find_force
from reader.analysis.actors.pairs import find_bodies, find_joined, find_pair, is_pair, may_be, name_several, read_bodies
from reader.analysis.actors.pointed_at import find_described
from reader.analysis.actors.pronouns import Resolved, find_told
from reader.analysis.actors.references import (
    PRONOUNS,
    Reference,
    find_core_end,
    find_pronouns,
    find_span,
    read_reference,
)
from reader.analysis.actors.relatives import find_antecedent, find_phrase, is_relative
from reader.analysis.actors.speakers import find_speaker
from reader.analysis.actors.spoken_of import find_spoken_of, list_saying_of
from reader.analysis.actors.unnamed import leave_things
from reader.analysis.actors.voice import NOBODY, SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import find_noun_phrase
from reader.article.model import Span

_OF_ONE = frozenset(["I", "my", "My", "me"])
_EITHER = frozenset(
    ["broadcaster", "publisher", "developer", "producer", "retailer", "employer", "landlord", "operator"]
)
"""Nouns that mean a firm or a person."""
_BODIES = load_words("bodies_called") | load_words("bodies_of_places") | load_words("organisations")


def find_voices(
    document: Document,
    drafts: Sequence[Draft],
    namings: Namings,
    resolved: Resolved,
    labels: Mapping[str, int],
    known: Referents | None = None,
) -> tuple[list[Voice], Referents]:
    """The voice of each draft, and who is behind the references of the article; where no source is one, those `known`
    already."""
    clusters, roles = namings.clusters, namings.roles
    plain = [find_speaker(document, draft.source, namings, resolved, labels) for draft in drafts]
    references = [_read_reference(document, draft, namings) if draft.source else None for draft in drafts]
    if known is None or any(reference is not None for reference in references):
        referents = _resolve(document, drafts, namings, resolved, plain, references)
    else:
        referents = known
    found = referents.named
    number = {id(draft): index for index, draft in enumerate(drafts)}
    begun: dict[int, Antecedent] = {}
    for span, one in found.items():
        begun.setdefault(span[0], one)
    affiliated = Affiliated(document, namings)
    voices: list[Voice] = []
    for draft, who, reference in zip(drafts, plain, references, strict=True):
        around = None if draft.within is None else plain[number[id(draft.within)]]
        voice = _find_voice(document, draft, namings, resolved, found, begun, who, around, reference)
        if not voice.clusters and voice.words is None and draft.source:
            noun = referents.nouns.get(_trim(document, draft.source[0]))
            if noun is not None and (reference is None or reference.form != "it" or _may_speak(document, noun)):
                voice = Voice(words=find_noun_phrase(document, noun))
            force = find_force(document, document.list_words(draft.source[0]), clusters)
            voice = voice if force is None else Voice((force,), SURE["description"])
        if not voice.clusters and voice.words is None and draft.source:
            voice = Voice(words=affiliated.find(draft.source[0]))
        if not voice.clusters and draft.source:
            described = find_described(document, clusters, draft.source[0])
            voice = voice if described is None else Voice((described,), SURE["description"])
        voices.append(voice)
    _give_answers(document, drafts, clusters, voices)
    name_apposed_elsewhere(document, drafts, clusters, voices)
    speak_again(document, drafts, clusters, voices)
    name_by_role(document, drafts, clusters, roles, voices)
    name_later(document, drafts, clusters, roles, voices)
    name_leads(document, drafts, clusters, voices)
    continue_sources(document, drafts, clusters, roles, resolved.places, voices)
    hand_out(document, drafts, clusters, voices)
    give_around(document, drafts, clusters, voices)
    give_first_person(document, drafts, voices)
    give_second_person(document, drafts, voices)
    leave_quoted(document, drafts, voices)
    tell_fuller(document, drafts, voices)
    leave_things(document, drafts, voices)
    return voices, referents


def list_pronouns(document: Document, referents: Referents) -> dict[Span, int]:
    """The clusters of the pronouns it and they by their spans."""
    alone = ((span, one.cluster) for span, one in referents.named.items() if len(one.clusters) == 1)
    return {span: index for span, index in alone if document.article.words_of(span).lower() in PRONOUNS}


def _read_reference(document: Document, draft: Draft, namings: Namings) -> Reference | None:
    """What a claim's source stands for: who says I in quotation marks is no body where the noun may mean a person, and
    a name of several words stands for nobody else ("the Finance Authority")."""
    found = read_reference(document, draft.source[0])
    if found is not None and found.form == "body":
        end = find_span(document, found)[1]
        if any(span[1] == end and len(document.words_in(span)) > 1 for span, _ in namings.inside(draft.source[0])):
            return None
    if found is None or found.form != "body" or found.head not in _EITHER:
        return found
    said = (word for span in draft.content for word in document.list_words(span) if document.is_quoted(word.start))
    return replace(found, form="person") if any(word.text in _OF_ONE for word in said) else found


def _may_speak(document: Document, noun: Span) -> bool:
    """Whether what "it" stands for may have said something: a body, something written, or a subject before; no "video"
    that a network does not show."""
    at = document.words_in(noun).start
    last = document.words[at].text.lower()
    follows = at + 1 < len(document.words) and document.words[at + 1].is_finite
    return follows or last in _BODIES or last in load_words("documents")


def _trim(document: Document, source: Span) -> Span:
    """The span of a source's words, "all" behind them left out."""
    words = document.list_words(source)
    if len(words) == 2 and words[1].text.lower() in ("all", "both"):
        words = words[:1]
    return (words[0].start, words[-1].end) if words else source


def _resolve(
    document: Document,
    drafts: Sequence[Draft],
    namings: Namings,
    resolved: Resolved,
    plain: Sequence[int | None],
    references: Sequence[Reference | None],
) -> Referents:
    clusters, roles = namings.clusters, namings.roles
    number = {id(draft): index for index, draft in enumerate(drafts)}
    list_saying = cache(partial(list_saying_of, document, drafts, plain))
    asking = {
        document.words[one.words.start].start: Asking(
            one, bound=find_opened(document, one.words.start, clusters, resolved.places)
        )
        for one in find_pronouns(document)
    }
    for draft, reference in zip(drafts, references, strict=True):
        if reference is not None:
            at = document.words[reference.words.start].start
            opening, same = draft.content[0][0], asking.get(at)
            if same is not None and same.opening is not None:  # one source between two halves of what it said
                if not draft.cue:
                    continue  # it goes on behind the claim that its source was told with
                opening = min(opening, same.opening)
            around = plain[number[id(draft.within)]] if draft.within is not None else None
            told: frozenset[int] = frozenset()
            if reference.form in ("it", "they"):
                told = find_told(document, draft.content, draft.source[0][1], namings.inside)
            elif reference.form == "person":
                told = find_spoken_of(document, namings, resolved, draft, reference, list_saying)
            asking[at] = Asking(reference, opening, around, told if same is None else told | same.told)
    for draft, who in zip(drafts, plain, strict=True):
        reported = find_reported(document, draft, namings, who) if draft.source and draft.content else None
        if reported is not None and (one := asking.get(document.words[reported[0]].start)) is not None:
            asking[document.words[reported[0]].start] = replace(one, bound=reported[1])
    spoken = sorted(
        (max(draft.content)[1], who)
        for draft, who in zip(drafts, plain, strict=True)
        if who is not None and draft.within is None
    )
    asked = [*asking.values()]
    pointing = resolved.pointing
    return resolve_references(document, clusters, roles, resolved.places, asked, spoken, pointing=pointing)


def _find_voice(
    document: Document,
    draft: Draft,
    namings: Namings,
    resolved: Resolved,
    found: Mapping[Span, Antecedent],
    begun: Mapping[int, Antecedent],
    known: int | None,
    around: int | None,
    reference: Reference | None,
) -> Voice:
    if not draft.source:
        return NOBODY
    source = draft.source[0]
    words = document.list_words(source)
    if not words:
        return NOBODY
    first = words[0].text.lower()
    if len(words) == 1 and first in PRONOUN_GENDER:
        if known is None:
            return NOBODY
        return Voice((known,), min(SURE["name"], resolved.sure.get((words[0].start, words[0].end), SURE["pronoun"])))
    if is_relative(words):
        joined = find_joined(document, words[0], namings)
        if joined:
            return Voice(joined, SURE["relative"])
        who = find_antecedent(document, words[0], namings, resolved.places)
        return Voice(words=find_phrase(document, words[0], namings)) if who is None else Voice((who,), SURE["relative"])
    noun = read_bodies(words)
    if noun is not None and known is None:
        bodies = find_bodies(document, source, noun, namings.clusters, resolved.places)
        return NOBODY if bodies is None else Voice(bodies, SURE["pair"])
    several = is_pair(words)
    if several or (first == "they" and len(words) == 1):
        meant = begun.get(words[0].start)
        if meant is not None and around not in meant.clusters:
            return Voice(meant.clusters, meant.confidence)
        pair = find_pair(document, source, namings.clusters, resolved.places, loose=several)
        if pair is not None and around not in pair and may_be(words, pair, namings.clusters):
            return Voice(pair, SURE["pair"])
    beside = _find_beside(words, namings, resolved)
    if beside is not None and around not in beside:
        return Voice(beside, SURE["pair"])
    if known is not None and names_behind(document, source, [span for span, _ in namings.inside(source)]):
        return _find_issuers(document, source, namings, resolved, found)
    own = [span for span, index in namings.inside(source) if index == known]
    named, whole = bool(own), any(len(document.words_in(span)) > 1 for span in own)
    unsettled = reference is not None and (
        known is None
        or (reference.form != "person" and not whole)
        or (_is_of_a_country(document, reference) and not named)
    )
    if reference is not None and unsettled:
        behind = begun.get(document.words[reference.words.start].start)
        if behind is not None and not is_of_another(words, namings.roles[behind.cluster]):
            if _is_somebody_else(document, reference, namings, behind.cluster):
                return NOBODY
            return Voice(behind.clusters, behind.confidence)
        if known is None or reference.form != "body" or (not named and namings.clusters[known].kind == "person"):
            return NOBODY

    if known is not None:
        if reference is not None and not named and _is_somebody_else(document, reference, namings, known):
            return NOBODY
        together = _name_all(document, source, namings) or name_apposed(
            document, source, namings, lambda part: find_speaker(document, (part,), namings, resolved, {})
        )
        if known in together:
            return Voice(together, SURE["name"])
        return Voice((known,), SURE["name" if named else "description"])
    if is_document(words):
        return _find_issuers(document, source, namings, resolved, found)
    core = words[: find_core_end(words)]
    if core[-1].tag == "NN" and core[-1].text.lower().startswith("spokes"):
        return NOBODY  # "a spokesman from Harlow, Weir and Norvik council"
    both = name_several(document, source, namings)
    return Voice(both, SURE["name"]) if both else NOBODY


def _find_issuers(
    document: Document, source: Span, namings: Namings, resolved: Resolved, found: Mapping[Span, Antecedent]
) -> Voice:
    """Whoever issued a document that speaks, all of them where it is by several: "a study by Norvik and Harrow"."""
    who = find_issuer(document, source, namings, resolved.places, found)
    if who is None:
        return NOBODY
    several = name_several(document, find_authors(document, source), namings)
    return Voice(several if who in several else (who,), SURE["document"])


def _name_all(document: Document, source: Span, namings: Namings) -> tuple[int, ...]:
    """All whom a source names side by side, the last at its end or before a comma: "Lee, Berg and Gray"; nobody where
    people stand beside bodies, for "the head of the Board of Trade, Ann Lee" is one."""
    if " and " not in document.article.words_of(source):
        return ()
    named = namings.inside(source)
    inside = [one for one in named if namings.clusters[one[1]].kind != "place"]
    if not inside and len(named) > 1:
        return name_several(document, source, namings)  # "Norway, Denmark and Sweden"
    people = {namings.clusters[index].kind == "person" for _, index in inside}
    if len(inside) < 2 or len(people) > 1:
        return ()
    between = document.article.text[inside[0][0][1] : inside[-1][0][0]]
    behind = document.article.text[inside[-1][0][1] : source[1]].strip()
    plain = " and " in between and behind[:1] in ("", ",", "(")
    return name_several(document, source, namings) if plain else ()


def _find_beside(words: Sequence[Word], namings: Namings, resolved: Resolved) -> tuple[int, ...] | None:
    """He or she and one more who is named, in a source: "She and her successor, Ann Lee"; alone beside others of theirs
    who are not named: "she and her colleagues"."""
    words = words[1:] if words[0].text.lower() == "both" else words
    if len(words) < 3 or words[0].text.lower() not in ("he", "she") or words[1].text.lower() != "and":
        return None
    first = resolved.pronouns.get((words[0].start, words[0].end))
    last = words[-1].end
    inside = namings.inside((words[2].start, last))
    named = [index for span, index in inside if span[1] == last]
    if first is not None and not inside and words[2].text.lower() in ("his", "her"):
        return (first,)
    if first is None or len(named) != 1 or named[0] == first or namings.clusters[named[0]].kind != "person":
        return None
    return first, named[0]


def _is_somebody_else(document: Document, reference: Reference, namings: Namings, who: int) -> bool:
    """Whether a phrase for one person means somebody without a name who was brought in later than an actor, whose name
    and role have none of its words, or who was not named since: "the official" behind "one customs official" is not
    the president."""
    if reference.form != "person" or len(reference.words) < 2:
        return False
    one = namings.clusters[who]
    called = {reference.head, *reference.modifiers} & {*f"{one.name} {namings.roles[who] or ''}".lower().split()}
    if called:
        return called == {reference.head} and is_replaced(
            document, one, document.words[reference.words.start], reference.head
        )
    since = find_introduced(document, reference.words.start, reference.head)
    return since is not None and one.spans[0][0] < since


def _is_of_a_country(document: Document, reference: Reference) -> bool:
    """Whether a phrase says whose somebody is: "the Russian president", who is no other country's."""
    words = [document.words[i] for i in reference.words]
    return words[0].text.lower() == "our" or any(word.text[0].isupper() and word.tag == "JJ" for word in words[1:])


def _give_answers(
    document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]
) -> None:
    """ "A:" of questions and answers is the one person who is named most before the first of them, of several the one
    whose full name is told."""
    turns = [
        index
        for index, draft in enumerate(drafts)
        if draft.source and document.article.words_of(draft.source[0]).lower() in ("a", "answer")
    ]
    if not turns:
        return
    begin = min(drafts[index].start for index in turns)
    before = [sum(a < begin for a, _ in one.spans) if one.kind == "person" else 0 for one in clusters]
    most = max(before, default=0)
    named = [index for index, count in enumerate(before) if count == most] if most else []
    full = named if len(named) == 1 else [index for index in named if " " in clusters[index].name]
    if len(full) == 1:
        for index in turns:
            voices[index] = Voice((full[0],), SURE["description"])
