"""Who goes on speaking: it, they and "the letter" behind another claim, and who is named only as he adds something."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reader.analysis.actors.barred import OWN
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import Gender, find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER, Place, is_subordinate, places_between
from reader.analysis.actors.pairs import read_bodies
from reader.analysis.actors.pointed_at import follow_pointed
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.unnamed import follow_unnamed
from reader.analysis.actors.voice import NOBODY, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.titles import is_given, is_title
from reader.article.model import Span

_GOES_ON = frozenset(["add", "continue", "conclude"])
_ANSWERS = frozenset(["reply", "answer", "respond", "retort", "counter"])
_WRITES = frozenset(["write", "tweet", "post", "email", "text", "publish", "sign"])
_WRITTEN = frozenset(["letter", "email", "e-mail", "post", "tweet", "note", "memo", "message", "text", "statement"])
_FURTHEST = 1
"""So many sentences lie at most between a claim's end and a pronoun for its source."""
_SURE = 0.8
"""How often such a step is right, in articles read one by one, rounded down."""
_BODIES = load_words("bodies_called") | load_words("organisations")
_NOBODY = frozenset(["no", "nobody", "none", "every", "everyone", "everybody", "each", "any", "anyone"])
"""Who is told of in such a word is not one who goes on."""
_SPEAKING = load_words("bodies_called") | load_words("documents")
_NO_ONE = frozenset(["industry", "staff", "market", "case", "pair", "crowd", "public", "press", "media"])
_NEVER_HE = _SPEAKING | load_words("not_people") - {"member"} | _NO_ONE | {"audio", "tape", "recording"}
"""Nouns in the singular that he and she never stand for."""
_RELATIVE = frozenset(["WP", "WDT", "WP$"])
_PLAIN = frozenset(["DT", "JJ", "NN", "NNP", "NNPS", "POS", "PRP$", "CD", "VBG", "HYPH"])
_LONGEST = 6
_NEAR = 3
"""So many sentences back somebody spoke who is he or she where nobody else is."""
_LIKELY = 0.75
_KEPT = 0.75
"""Who is found as surely as this keeps on speaking."""
_ASKS = frozenset(["ask", "press", "question", "quiz", "challenge", "urge"])
"""Behind such a word another answers."""
_LEAST = 0.9
"""Who is found more surely than this stays whoever goes on."""


def continue_sources(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    places: Sequence[Place],
    voices: list[Voice],
) -> None:
    """Set voices right by those of the claims before and behind them, outermost claims alone.

    "It" and "they" behind a claim go on for its source, where that is a thing, or people, of their number: for who
    stands behind it, else for its words; behind "a spokesman for the trust" for the trust. "She" goes on for the woman
    without a name who spoke before. "The letter" is by whoever just wrote. "Ann Lee added" names who spoke before it in
    the paragraph, where that was told less surely. "It" behind a sentence about "Lee's office" is that office.
    """
    outer = [index for index, draft in enumerate(drafts) if draft.within is None and draft.source]
    for number, index in enumerate(outer):
        if number:
            follow_pointed(document, drafts, clusters, voices, outer[:number], index)
            _continue_source(document, drafts, clusters, places, voices, outer[number - 1], index)
        last = drafts[outer[number - 1]] if number else None
        voices[index] = follow_unnamed(document, last, drafts[index], clusters, roles, voices[index])
        body = _find_subject_before(document, drafts[index])
        if body is not None and not _is_named_between(clusters, voices[index], body[1], drafts[index].source[0][0]):
            voices[index] = _take_subject(document, drafts, clusters, voices, outer[:number], index, body)


def _take_subject(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    voices: Sequence[Voice],
    earlier: Sequence[int],
    index: int,
    body: Span,
) -> Voice:
    """The voice of a body or document without a name that is the subject before "it": who was found for it where it
    spoke itself; for a document whoever was found, where they spoke before."""
    head = document.article.words_of(body).split()[-1].lower()
    same = (voices[at] for at in earlier if drafts[at].source[0][0] == body[0] and voices[at].clusters)
    for one in same:
        if head not in OWN or head in clusters[one.clusters[0]].name.lower().split():
            return one
    found = voices[index]
    spoke = found.clusters and any(voices[at].clusters == found.clusters for at in earlier)
    if spoke and head in load_words("documents"):
        return found
    return Voice(words=found.words or body)


def _continue_source(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    places: Sequence[Place],
    voices: list[Voice],
    before: int,
    index: int,
) -> None:
    """One claim by the one before it."""
    last, draft = drafts[before], drafts[index]
    words = document.list_words(draft.source[0])
    if draft.source == last.source:
        voices[index] = voices[before]
        return
    apart = _sentences_between(document, last, draft)
    if _may_go_on(words, clusters, voices[before], voices[index]) and 0 <= apart <= _NEAR:
        voices[index] = replace(voices[before], confidence=min(_LIKELY, voices[before].confidence or _LIKELY))
    if not 0 <= apart <= _FURTHEST:
        return
    if _is_spoken_of(document, last, draft, clusters, voices[before], voices[index]) or _keeps_on(
        document, last, draft, clusters, places, voices[before], voices[index]
    ):
        voices[index] = replace(voices[before], confidence=_SURE)
        return
    several = [word.text.lower() for word in words] == ["they"]
    several = several or (read_bodies(words) is not None and not voices[index].clusters)
    if several and len(voices[before].clusters) > 1:
        voices[index] = voices[before]
        return
    head = _find_head(document.list_words(last.source[0]))
    pronoun = words[0].text.lower() if len(words) == 1 else ""
    its = pronoun == "it" and document.list_words(last.source[0])[0].text.lower() == "its"
    one = pronoun == "they" and head is not None and head.text.lower() == "spokesperson"
    if head is not None and pronoun in ("it", "they") and (its or one or _agrees(head, pronoun)):
        body = _find_body_between(clusters, places, last, draft) if pronoun == "it" else None
        if body is not None:
            voices[index] = Voice((body,), _SURE)
            return
        voices[index] = _go_on(voices[before], voices[index], last.source[0])
    elif pronoun == "it" and (spoken_for := _find_spoken_for(document, last.source[0])) is not None:
        who = next(
            (i for i, one in enumerate(clusters) for a, b in one.spans if spoken_for[0] <= a and b == spoken_for[1]),
            None,
        )
        voices[index] = Voice(words=spoken_for) if who is None else Voice((who,), _SURE)
    elif (
        pronoun in PRONOUN_GENDER
        and _is_unnamed(document, last, voices[before], pronoun)
        and not (voices[index].clusters and (_has_cue(document, draft, _ANSWERS) or _has_cue(document, last, _ASKS)))
    ):
        since = last.end if _adds_next(document, last, draft) else last.source[0][1]
        if not _is_named_between(clusters, voices[index], since, draft.source[0][0]):
            voices[index] = Voice(words=voices[before].words or last.source[0])
    elif _is_letter(words) and not voices[index].clusters and _is_written(document, last):
        voices[index] = _go_on(voices[before], NOBODY, last.source[0])
    elif _names_before(document, last, draft, voices[before], voices[index]):
        voices[before] = replace(voices[index], confidence=_SURE)


def _may_go_on(words: Sequence[Word], clusters: Sequence[Cluster], last: Voice, found: Voice) -> bool:
    """Whether he or she, for whom nobody was found, may be the one person who spoke before."""
    gender = _find_gender(words)
    if gender is None or found.clusters or len(last.clusters) != 1:
        return False
    one = clusters[last.clusters[0]]
    return one.gender in (None, gender) and (one.kind == "person" or _may_be_a_person(one))


def _may_be_a_person(one: Cluster) -> bool:
    """Whether what was taken for a body may be a person's name, as he or she behind it tells."""
    first = one.name.split()[0]
    surname = one.name.isalpha() and one.name.istitle() and one.name.lower() not in _BODIES
    return one.kind != "place" and (surname or is_title(first) or is_given(first.lower()))


def _is_spoken_of(
    document: Document, last: Draft, draft: Draft, clusters: Sequence[Cluster], voice: Voice, found: Voice
) -> bool:
    """Whether he or she behind words in marks was taken for whom somebody of that gender, named, just told of: "Neuer
    called Bondarev a hero." “We are calling on all,” he said."""
    two = _find_two(document.list_words(draft.source[0]), clusters, voice, found)
    if two is None or not draft.content or not document.is_quoted(draft.content[0][0]):
        return False
    speaker, other = (clusters[one] for one in two)
    low, high = last.source[0]
    named = speaker.is_named_in(last.source[0])
    placed = [at for at, _ in other.spans if high <= at < draft.start]
    told = any(a <= at < b for at in placed for a, b in last.content)
    plain = not any(document.is_quoted(at) for at in placed)
    apart = document.article.block_at(low) < document.article.block_at(draft.start)
    return named and told and plain and apart and high <= last.content[0][0]


def _keeps_on(
    document: Document,
    last: Draft,
    draft: Draft,
    clusters: Sequence[Cluster],
    places: Sequence[Place],
    voice: Voice,
    found: Voice,
) -> bool:
    """Whether he or she right behind what somebody of that gender said was taken for another, of whom nothing is told
    in between: "Lund stopped Berg at the gate, Gray said." “A brave man,” he said."""
    two = _find_two(document.list_words(draft.source[0]), clusters, voice, found)
    if two is None or (voice.confidence or 0.0) < _KEPT:
        return False
    speaker, other = two
    source = document.list_words(last.source[0])
    begun = document.words[document.first[source[0].sentence]].start
    named = any(map(clusters[speaker].is_named_in, last.source))
    since = last.end if named else begun
    between = places_between(places, since, draft.start)
    told = any(at.cluster == other and at.subject and not (at.pronoun or at.quoted) for at in between)
    spoke = places_between(places, source[0].start, source[-1].end)
    if any(at.cluster == speaker and is_subordinate(document, at) for at in spoke):
        return False  # "Lee backed the plan, which Berg has promised to stop" tells of Lee
    return not told and not _has_cue(document, last, _ASKS)


def _find_two(words: Sequence[Word], clusters: Sequence[Cluster], voice: Voice, found: Voice) -> tuple[int, int] | None:
    """Who spoke, a person of the gender of he or she, and the other for whom the pronoun was taken."""
    gender = _find_gender(words)
    if gender is None or len(voice.clusters) != 1 or len(found.clusters) != 1 or voice.clusters == found.clusters:
        return None
    (speaker,), (other,) = voice.clusters, found.clusters
    one = clusters[speaker]
    return (speaker, other) if one.kind == "person" and one.gender in (None, gender) else None


def _find_gender(words: Sequence[Word]) -> Gender | None:
    """The gender of a source that is he or she."""
    return PRONOUN_GENDER.get(words[0].text.lower()) if len(words) == 1 else None


def _find_spoken_for(document: Document, source: Span) -> Span | None:
    """The body that a spokesman speaks for: "a spokesman for the trust", "a trust spokesman"; None where a source is
    none."""
    words = document.list_words(source)
    head = next((i for i, word in enumerate(words) if word.text.lower().startswith("spokes")), None)
    if head is None or (head + 1 < len(words) and words[head + 1].tag not in ("IN", "TO")):
        return None
    if head + 1 < len(words):
        behind = words[head + 2 :]
        stop = next(
            (i for i in range(1, len(behind)) if behind[i].text in (",", "(") or behind[i].tag in _RELATIVE),
            len(behind),
        )
        found = behind[:stop]
    else:
        found = words[1:head] if words[0].tag == "DT" else words[:head]
        if found and found[-1].tag == "POS":
            found = found[:-1]
    return (found[0].start, found[-1].end) if found else None


def _is_unnamed(document: Document, last: Draft, voice: Voice, pronoun: str) -> bool:
    """Whether one person without a name spoke who may be meant by he or she: "a shop assistant", or that one again."""
    first = document.list_words(last.source[0])[0].text.lower()
    if voice.clusters or first in _NOBODY or _is_of(document, last.source[0], pronoun):
        return False
    if voice.words is not None and document.article.words_of(last.source[0]).lower() == pronoun:
        return True
    head = _find_head(document.list_words(last.source[0]))
    return (
        head is not None
        and head.tag == "NN"
        and head.text.lower() not in _NEVER_HE
        and not head.text.lower().endswith(("ment", "ness", "tion", "sion"))
        and find_gender(head.text.lower()) in (None, PRONOUN_GENDER[pronoun])
    )


def _adds_next(document: Document, last: Draft, draft: Draft) -> bool:
    """Whether a sentence right behind what somebody said opens with who adds to it, and nobody whom he named does: "The
    chief said Berg had fled. He added: “…”."""
    word = document.list_words(draft.source[0])[0]
    opens = word.start == document.words[document.first[word.sentence]].start
    told = last.source[0][1] <= last.content[0][0] and not document.is_quoted(last.content[0][0])
    return opens and told and _has_cue(document, draft, _GOES_ON)


def _is_of(document: Document, source: Span, pronoun: str) -> bool:
    """Whether a source is "his neighbour", who is not he."""
    first = document.list_words(source)[0]
    return PRONOUN_GENDER.get(first.text.lower()) == PRONOUN_GENDER[pronoun] and first.text.lower() in ("his", "her")


def _is_named_between(clusters: Sequence[Cluster], voice: Voice, low: int, high: int) -> bool:
    """Whether whoever was found for a pronoun is named behind the claim before it."""
    return any(clusters[index].is_named_in((low, high)) for index in voice.clusters)


def _find_body_between(clusters: Sequence[Cluster], places: Sequence[Place], last: Draft, draft: Draft) -> int | None:
    """The one body that is named as a subject in a sentence between two claims: "The report said so. Norvik disagreed.
    In its answer, it said"."""
    told = [at for at in places_between(places, last.end, draft.start) if not at.pronoun]
    bodies = {at.cluster for at in told if clusters[at.cluster].kind == "organisation"}
    return next(iter(bodies)) if len(bodies) == 1 and told[0].subject and not told[0].quoted else None


def _find_subject_before(document: Document, draft: Draft) -> Span | None:
    """The body without a name that is the subject of the sentence before "it" and a cue: "Lee's office"."""
    source = document.gather_words(draft.source)
    if len(source) != 1 or source[0].text.lower() != "it":
        return None
    sentence = source[0].sentence
    if not sentence or document.sentences[sentence].block != document.sentences[sentence - 1].block:
        return None
    first = document.first[sentence - 1]
    words = document.words
    ends = (i for i in range(first, document.first[sentence]) if words[i].is_finite or _parts(words, i))
    stop = next(ends, first)
    while stop > first and document.words[stop - 1].tag == "RB":
        stop -= 1
    subject = document.words[first:stop]
    if words[stop].tag == "RB" and not any(word.tag in ("POS", "CD") for word in subject):
        return None  # "The club also said" is told by the claim that it is
    if not 1 < len(subject) <= _LONGEST or not all(word.tag in _PLAIN for word in subject):
        return None
    head = subject[-1]
    body = head.tag == "NN" and head.text.lower() in _SPEAKING
    return (subject[0].start, head.end) if body else None


def _parts(words: Sequence[Word], at: int) -> bool:
    """Whether a comma parts a subject from what is told of it in between: "The suit, a copy of which"."""
    return words[at].text == "," and at + 1 < len(words) and words[at + 1].tag in ("DT", "WDT", "VBN", "IN")


def _go_on(voice: Voice, found: Voice, source: Span) -> Voice:
    if not voice.clusters:
        return Voice(words=voice.words or source)
    if voice.clusters == found.clusters:
        return replace(found, confidence=min(voice.confidence or _SURE, found.confidence or _SURE))
    return replace(voice, confidence=min(_SURE, voice.confidence or _SURE))


def _sentences_between(document: Document, last: Draft, draft: Draft) -> int:
    """How many sentences lie from the end of one claim to the source of another; negative where it stands before."""
    if draft.source[0][0] < last.end:
        return -1
    there, here = (document.words[document.words_in((at, at + 1)).start].sentence for at in (last.end - 1, draft.start))
    return here - there


def _find_head(words: Sequence[Word]) -> Word | None:
    """The head noun of a source in small letters; None for names, pronouns and what is joined by "and"."""
    stop = find_core_end(words)
    if any(word.text.lower() in ("and", "or") for word in words[:stop]):
        return None
    head = words[stop - 1] if stop else None
    return head if head is not None and head.tag in ("NN", "NNS") and head.text[0].islower() else None


def _agrees(head: Word, pronoun: str) -> bool:
    noun = head.text.lower()
    if pronoun == "it":
        return noun in load_words("documents") or (head.tag == "NN" and not is_person_noun(noun))
    return head.tag == "NNS" and noun.rstrip("s") not in load_words("documents")


def _is_letter(words: Sequence[Word]) -> bool:
    """Whether a source is "the letter" or the like, with no word of whose it is."""
    texts = [word.text.lower() for word in words]
    return len(texts) == 2 and texts[0] in ("the", "this", "that") and texts[1] in _WRITTEN


def _is_written(document: Document, last: Draft) -> bool:
    """Whether a cue tells that somebody wrote."""
    cue = [word.text.lower() for word in document.gather_words(last.cue)]
    return _has_cue(document, last, _WRITES) or not _WRITTEN.isdisjoint(cue)


def _has_cue(document: Document, draft: Draft, lemmas: Collection[str]) -> bool:
    """Whether a claim's cue has a verb of some."""
    return any(lemma_of(word.text) in lemmas for word in document.gather_words(draft.cue))


def _names_before(document: Document, last: Draft, draft: Draft, unsure: Voice, voice: Voice) -> bool:
    """Whether who adds something is named, and who spoke right before in the paragraph was one person told less surely:
    “…,” the manager replied. Ann Lee added: “…”."""
    if not _has_cue(document, draft, _GOES_ON) or len(voice.clusters) != 1:
        return False
    named = document.list_words(draft.source[0])[0].is_proper
    words = document.list_words(last.source[0])
    described = len(words) > 1 and words[0].text.lower() == "the" and is_person_noun(words[-1].text.lower())
    pronoun = len(words) == 1 and words[0].text.lower() in ("he", "she")
    block = document.article.block_at(last.source[0][0])
    return (
        named
        and (described or pronoun)
        and (unsure.confidence or 0.0) < _LEAST
        and block == document.article.block_at(draft.source[0][0])
    )
