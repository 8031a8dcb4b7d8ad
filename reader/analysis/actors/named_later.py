"""Who speaks without a name first and under it next: "The mayor’s spokesman said no. “It is over,” Ben Moss said." """

from collections.abc import Iterator, Sequence

from reader.analysis.actors.ahead import OF_SEVERAL
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER, is_subject
from reader.analysis.actors.references import find_core_end, is_office_in_letters, is_person_noun
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.titles import is_office
from reader.article.model import Span

_WITHIN = 4
"""So many sentences behind whom it means a name may stand."""
_NAMELESS = frozenset(["source", "insider", "caller", "person", "user", "one", "reporter", "critic", "somebody"])
"""Whoever is called so mostly stays without a name."""
_OF_SEVERAL = OF_SEVERAL | {"any", "many", "other", "second"}
_SHORT = 3
"""So many letters or fewer tell nothing of what a longer word means."""
_LOOSE = frozenset(["chief", "boss", "leader", "head", "official", "politician", "executive", "scientist", "academic"])
"""Words for somebody who may hold an office of another name: a police chief is a commissioner."""


def name_later(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    voices: list[Voice],
) -> None:
    """Give whoever speaks without a name the name of who speaks next, where that one is named for the first time and
    without a word of who that is, or in the same role."""
    outer = sorted(
        (i for i, draft in enumerate(drafts) if draft.within is None and draft.source),
        key=lambda i: drafts[i].source[0],
    )
    for place, index in enumerate(outer):
        core = _read_described(document, drafts[index].source[0])
        if core is None or _is_known(drafts[index].source[0], core, clusters, roles, voices[index]):
            continue
        onward = (outer[at] for at in range(place, len(outer)))
        who = _find_next(document, drafts, clusters, roles, voices, onward, core)
        if who is not None and (core[0].text.lower() != "one" or _is_named_in_paragraph(document, core, clusters[who])):
            voices[index] = Voice((who,), SURE["pair"])


def _is_named_in_paragraph(document: Document, core: Sequence[Word], one: Cluster) -> bool:
    """Whether somebody is named in the paragraph that tells of one of several: "One MP said no. “No,” said Ann Lee"."""
    block = document.article.blocks[document.article.block_at(core[0].start)].span
    return block[0] <= one.spans[0][0] < block[1]


def _is_signature(document: Document, draft: Draft) -> bool:
    """Whether a source is signed with a dash before it: whoever posts or writes is nobody told of before."""
    return bool(draft.cue) and all(document.article.words_of(span)[:1] in tuple("-–—―") for span in draft.cue)


def _is_reported(document: Document, draft: Draft) -> bool:
    """Whether a claim is told as news, as a paper or an agency tells it, and nobody who spoke before."""
    return any(lemma_of(word.text) == "report" for span in draft.cue for word in document.list_words(span))


def _is_known(
    source: Span, core: Sequence[Word], clusters: Sequence[Cluster], roles: Sequence[str | None], voice: Voice
) -> bool:
    """Whether a voice is of somebody whom the source names, or of whom an office is told where the phrase tells one."""
    if not voice.clusters or not is_office(core[-1].text.lower()):
        return bool(voice.clusters)
    if any(clusters[who].is_named_in(source) for who in voice.clusters):
        return True
    return any(
        core[-1].text.lower() in f"{clusters[who].name} {roles[who] or ''}".lower().split() for who in voice.clusters
    )


def _read_described(document: Document, source: Span) -> Sequence[Word] | None:
    """The words of a phrase for one person without a name, up to what tells more of its noun."""
    words = document.list_words(source)
    if not words or words[0].text.lower() in _OF_SEVERAL - {"one"}:
        return None
    core = words if (titled := is_titled(document, words)) else words[: find_core_end(words)]
    head = core[-1] if core else words[0]
    noun = head.text.lower()
    one = is_person_noun(noun) or noun.startswith("spokes") or find_gender(noun) is not None
    small = head.text.islower() or is_office_in_letters(head)
    if not one or noun in _NAMELESS or not small or (head.tag not in ("NN", "JJ", "NNP") and not titled):
        return None
    return None if any(word.text.lower() in _OF_SEVERAL for word in core[1:]) else core


def is_titled(document: Document, words: Sequence[Word]) -> bool:
    """Whether words are a headline's for the holder of an office, whose tags are often wrong: "Weir mayor"."""
    last = words[-1].text
    plain = last.islower() and is_office(last) and all(word.tag != "IN" for word in words)
    return plain and document.is_in_headline(words[0])


def _find_next(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    voices: Sequence[Voice],
    order: Iterator[int],
    core: Sequence[Word],
) -> int | None:
    source = drafts[next(order)].source[0]
    head = core[-1].text.lower()
    aside: set[int] = set()
    for other in order:
        said = document.list_words(drafts[other].source[0])
        if not said or said[0].sentence - core[0].sentence > _WITHIN:
            return None
        if _is_signature(document, drafts[other]) or _is_reported(document, drafts[other]):
            return None
        if not voices[other].clusters:
            again = [word.text.lower() for word in said]
            if head in again or (len(again) == 1 and again[0] in PRONOUN_GENDER):
                continue
            return None
        who = voices[other].clusters[0]
        one = clusters[who]
        span = one.spans[0]
        here = drafts[other].source[0]
        if one.kind != "person" or not source[1] <= span[0] < here[1] or " " not in document.article.words_of(span):
            return None
        if here == span and _is_aside(document, span):
            aside.add(who)
            continue
        gender = find_gender(head)
        if gender and one.gender not in (None, gender):
            return None
        if any(index not in aside | {who} and source[1] <= new < span[0] for index, new in _list_new(clusters)):
            return None
        if span[0] < here[0]:
            alone = all(new >= source[1] for _, new in _list_new(clusters))
            return who if alone and _opens_paragraph(document, span, core, roles[who]) else None
        told = document.list_ending((here[0], span[0]))
        same = _is_same_role(document.list_words(source), head, roles[who]) or _tells_same(core, told)
        bare = _stands_bare(document, drafts[other], span) and not (
            head.startswith("spokes") and _is_behind_clause(document, span)
        )
        return who if same or bare else None
    return None


def _is_same_role(source: Sequence[Word], head: str, role: str | None) -> bool:
    """Whether a role has the noun of a phrase and, where both tell more, one more of its words: the "spokesman for the
    army" is no "militant spokesman"."""
    called = (role or "").lower().split()
    more = {word.text.lower() for word in source if word.tag.startswith(("NN", "JJ"))} - {head}
    letters = "".join(word.text[0] for word in source if word.text[0].isupper()).lower()
    alike = any(are_alike(word, other) for word in more for other in called) or letters in called
    return head in called and (len(called) == 1 or not more or alike)


def _tells_same(core: Sequence[Word], told: Sequence[Word]) -> bool:
    """Whether what stands before a name in its source tells the office of a phrase, and whose it is, where the phrase
    tells that: "Weir’s mayor" and "The boxer and mayor of Weir", "FDA chief" and "Food and Drug Administration
    Commissioner"."""
    head = core[-1].text.lower()
    office = any(word.text.lower() == head for word in told)
    if not office and not (head in _LOOSE and told and is_office(told[-1].text)):
        return False
    letters = "".join(word.text[0] for word in told if word.text[0].isupper())
    owners = [word.text for word in core[:-1] if word.text[0].isupper()]
    known = [word.text.lower() for word in told if word.text[0].isupper()]
    return bool(owners) and all(
        (name.isupper() and len(name) > 1 and name in letters) or any(are_alike(name.lower(), one) for one in known)
        for name in owners
    )


def are_alike(left: str, right: str) -> bool:
    """Whether two words are one, or a country and its people: "Iran" and "Iranian"."""
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) > _SHORT and long.startswith(short))


def _opens_paragraph(document: Document, name: Span, core: Sequence[Word], role: str | None) -> bool:
    """Whether a name begins a paragraph, perhaps behind a title, as the subject of its sentence, and is of no other
    office than the phrase tells."""
    at = document.words_in(name)
    begin = document.article.blocks[document.article.block_at(name[0])].span[0]
    before = document.list_ending((begin, name[0]))
    if any(word.is_verb or word.tag in ("IN", "WP", ",") for word in before) or not is_subject(document, at):
        return False
    told = {word.text.lower() for word in core}
    return role is None or core[-1].text.lower() in _LOOSE or not told.isdisjoint(role.lower().split())


def _list_new(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """People with a full name, and where they are named first."""
    return ((i, one.spans[0][0]) for i, one in enumerate(clusters) if one.kind == "person" and " " in one.name)


def _stands_bare(document: Document, draft: Draft, name: Span) -> bool:
    """Whether a source is a name and no more, right beside its cue: "Ann Lee said", "said Ann Lee."."""
    text = document.article.text
    if draft.source != (name,) or not draft.cue:
        return False
    start, end = draft.cue[0]
    if name[1] <= start:
        return text[name[1] : start] == " " and text[max(0, name[0] - 1) : name[0]] in ("", " ", "\n")
    return text[end : name[0]] == " " and text[name[1] : name[1] + 1] in (".", "\n", "", ";", " ")


def _is_behind_clause(document: Document, name: Span) -> bool:
    """Whether a sentence begins with another clause before a name, as where somebody new is brought in: "Speaking in
    Norvik, Ann Lee said"."""
    at = document.words_in(name).start
    first = document.words[document.first[document.words[at].sentence]]
    return document.words[at - 1].text == "," and first.start < name[0] and not document.is_quoted(first.start)


def _is_aside(document: Document, name: Span) -> bool:
    """Whether a clause begins with a name that only tells when or why: "days after Ann Lee said"."""
    at = document.words_in(name).start
    return at > document.first[document.words[at].sentence] and document.words[at - 1].tag in ("IN", "WRB")
