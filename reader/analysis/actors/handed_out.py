"""Documents whose maker nothing beside them tells: whoever spoke right before gave them out."""

from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words

_GIVEN_OUT = frozenset(["statement", "release", "press-release", "submission", "filing", "announcement", "communique"])
"""What a body gives out as it speaks: "police said. According to the statement, …"."""
_OWN, _ITS = ("the", "that", "this"), "its"
_SUITS = frozenset(["suit", "lawsuit", "complaint", "petition"])
"""Of these an article tells of several."""
_REMEMBERED = 8
"""So many sentences on a document is still the one that spoke."""
_NEAR = 2
"""So many sentences lie at most between what a body said and the document."""


def hand_out(document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]) -> None:
    """Give documents that speak, and for whom nobody was found, to the body that spoke last: "its statement", "the
    statement" where none was told of before, and what was called so when it spoke; with what stands for them."""
    called: dict[str, tuple[Voice, int]] = {}
    last: int | None = None
    for index, draft in enumerate(drafts):
        if draft.within is not None or not draft.source:
            continue
        source = document.list_words(draft.source[0])
        meant = voices[index].words
        words = source if meant is None else document.list_words(meant)
        noun = _read_noun(words) if source and not _is_in_its(document, source[0]) else None
        if noun is not None and not voices[index].clusters:
            known, sentence = called.get(noun, (None, 0))
            near = source[0].sentence - sentence <= _REMEMBERED and noun not in _SUITS
            given = known if near and source[0].text.lower() != _ITS else None
            if given is None and last is not None and _gives_out(document, drafts[last], words, clusters, voices[last]):
                given = Voice(voices[last].clusters, SURE["document"])
            voices[index] = given or voices[index]
        if noun is not None and voices[index].clusters:
            called[noun] = voices[index], source[0].sentence
        last = index


def _is_in_its(document: Document, source: Word) -> bool:
    """Whether a source stands behind "its" in its sentence: "In its submission, it said"."""
    at = document.words_in((source.start, source.end)).start
    first = document.first[source.sentence]
    return any(first <= place < at for place in document.find_all_words((_ITS,)))


def _read_noun(words: Sequence[Word]) -> str | None:
    """The document of a source that tells no more of it than that it is "the" one, or "its"."""
    texts = [word.text.lower() for word in words]
    if len(texts) != 2 or texts[0] not in (*_OWN, _ITS):
        return None
    return texts[1] if texts[1] in load_words("documents") else None


def _gives_out(
    document: Document, last: Draft, words: Sequence[Word], clusters: Sequence[Cluster], voice: Voice
) -> bool:
    """Whether a document is by the one body that spoke before it, and nothing of its kind was told of before."""
    if len(voice.clusters) != 1 or clusters[voice.clusters[0]].kind not in ("organisation", "group"):
        return False
    apart = words[0].sentence - document.words[document.words_in((last.end - 1, last.end)).start].sentence
    said = any(lemma_of(word.text) in SAID_LEMMAS for span in last.cue for word in document.list_words(span))
    if not said or not 0 <= apart <= _NEAR:
        return False
    noun = words[1].text.lower()
    if words[0].text.lower() == _ITS:
        return apart <= 1
    at = document.words_in((words[0].start, words[-1].end)).start
    return noun in _GIVEN_OUT and next(iter(document.find_words({noun, f"{noun}s"}, at)), None) is None
