"""He and she behind a sentence about somebody without a name: "A Deloitte spokesman declined to say more." “It goes
on,” he said."""

from collections.abc import Sequence
from functools import cache

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import find_gender
from reader.analysis.actors.introduced import NEW
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.voice import NOBODY, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.article.model import Span

_LONGEST = 6
_OPENING = 10
"""So many words an opening of a sentence has at most, its comma counted: "At a school in Norvik,"."""


def follow_unnamed(
    document: Document,
    last: Draft | None,
    draft: Draft,
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    voice: Voice,
) -> Voice:
    """The voice of he or she set right, where the sentence before has somebody without a name for its subject, of whom
    not the `last` one who spoke told."""
    words = [word for span in draft.source for word in document.list_words(span)]
    pronoun = words[0].text.lower() if len(words) == 1 else ""
    if pronoun not in PRONOUN_GENDER or voice.words is not None:
        return voice
    sentence = document.words[document.words_in((draft.start, draft.start + 1)).start].sentence
    if not sentence:
        return voice
    first, stop = document.first[sentence - 1], document.first[sentence]
    subject = _find_unnamed_subject(document.words[first:stop])
    if subject is None or find_gender(subject[-1].text.lower()) not in (None, PRONOUN_GENDER[pronoun]):
        return voice
    low, high = subject[0].start, draft.source[0][0]
    content = last.content if last is not None and last.source[0][0] > low else ()
    told = any(a <= low and subject[-1].end < b for a, b in content)  # "His brother has a boat, he said."
    if told or document.is_quoted(low):
        return voice
    if any(one.is_named_in((low, high)) for one in clusters if one.kind == "person"):
        return voice
    if subject[0].text.lower() not in NEW:
        known = bool(voice.clusters) and not _is_somebodys(subject, clusters, roles)
        if known or _has_name_before(document, draft.source[0]):
            return voice
    return Voice(words=(subject[0].start, subject[-1].end))


def leave_things(document: Document, drafts: Sequence[Draft], voices: list[Voice]) -> None:
    """Take he and she from what is written or on which occasion it was said: "a story", "a recent interview"."""
    for index, (draft, voice) in enumerate(zip(drafts, voices, strict=True)):
        if voice.words is None or document.article.words_of(draft.source[0]).lower() not in PRONOUN_GENDER:
            continue
        words = document.list_words(voice.words)
        core = words[: find_core_end(words)]
        if core and core[-1].text.lower() in _load_things():
            voices[index] = NOBODY


@cache
def _load_things() -> frozenset[str]:
    return load_words("documents") | load_words("settings") | {"story", "photo", "picture", "sign"}


def _has_name_before(document: Document, source: Span) -> bool:
    """Whether a name stands before a source in its own sentence, outside quotation marks."""
    at = document.words_in(source).start
    before = document.words[document.first[document.words[at].sentence] : at]
    return any(word.is_proper and not document.is_quoted(word.start) for word in before)


def _find_unnamed_subject(words: Sequence[Word]) -> Sequence[Word] | None:
    """The phrase with an article, or with whose it is, and a word for one person that is a sentence's subject, a verb
    right behind it: "a fan", behind an opening too ("At a school, the head teacher")."""
    words = words[_find_opening(words) :]
    if not words or words[0].tag not in ("DT", "CD", "PRP$"):
        return None
    stop = next((i for i in range(1, len(words)) if words[i].is_finite or words[i].text == ","), 0)
    core = words[: min(stop, find_core_end(words))]
    if not 1 < len(core) <= _LONGEST or words[stop].text == ",":
        return None
    head = core[-1]
    one = head.text.lower().startswith("spokes") or is_person_noun(head.text.lower())
    return core if one and head.tag in ("NN", "JJ") and head.text.islower() else None


def _find_opening(words: Sequence[Word]) -> int:
    """How many words open a sentence before its subject, from a preposition to a comma."""
    if not words or words[0].tag != "IN":
        return 0
    comma = next((i for i, word in enumerate(words[:_OPENING]) if word.text == ","), 0)
    return comma + 1 if comma and not any(word.is_finite for word in words[:comma]) else 0


def _is_somebodys(subject: Sequence[Word], clusters: Sequence[Cluster], roles: Sequence[str | None]) -> bool:
    """Whether somebody is told by whose he is, and nobody named is called so: "the victim’s mother"."""
    if not any(word.tag in ("POS", "PRP$") for word in subject):
        return False
    head = subject[-1].text.lower()
    called = (f"{one.name} {role or ''}" for one, role in zip(clusters, roles, strict=True) if one.kind == "person")
    return not any(head in words.lower().split() for words in called)
