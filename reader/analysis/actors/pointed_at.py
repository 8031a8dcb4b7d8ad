"""Whom the tagger points at: she at a name nobody knew in a source before, "the planner" at whom it describes."""

from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import find_gender
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.references import find_core_end, is_person_noun, names_itself
from reader.analysis.actors.voice import Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document
from reader.article.model import Span

_POINTED = 0.5
"""So much of the pointing of he or she falls on whom it means."""
_DESCRIBED = 0.85
"""So much of that of the article of a phrase falls on whom it describes."""
_EARLIER = 6
"""So many claims back that one spoke at most."""
_NAMELESS = frozenset(
    [
        *("insider", "victim", "dispatcher", "caller", "defendant", "suspect"),
        *("interviewer", "reporter", "journalist", "moderator"),
    ]
)
"""Whoever is called so mostly has no name, or is told of as another."""


def follow_pointed(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    voices: list[Voice],
    earlier: Sequence[int],
    index: int,
) -> None:
    """Set right the voice of he or she that points at a name nobody knew, in the source of a claim before: her son Tim
    said so. “…,” he said."""
    source = drafts[index].source[0]
    if document.article.text[slice(*source)].lower() not in PRONOUN_GENDER or document.is_quoted(source[0]):
        return
    unnamed = [at for at in earlier[-_EARLIER:] if not voices[at].clusters]
    word = _find_pointed(document, source[0], _POINTED) if unnamed else None
    if word is None or not _is_name(document, word) or _find_named(clusters, word) is not None:
        return
    inside = [at for at in unnamed if drafts[at].source[0][0] <= word[0] < drafts[at].source[-1][1]]
    if inside:
        voices[index] = Voice(words=voices[inside[-1]].words or drafts[inside[-1]].source[0])


def find_described(document: Document, clusters: Sequence[Cluster], source: Span) -> int | None:
    """The person at whom the article of a phrase for one person points: "the planner", for whom nobody was found; none
    who was named only when somebody had been called so already."""
    words = document.list_words(source)
    if len(words) < 2 or words[0].text.lower() != "the":
        return None
    core = words[: find_core_end(words)]
    head = core[-1].text.lower()
    if core[-1].tag != "NN" or not is_person_noun(head) or head in _NAMELESS or head.startswith("spokes"):
        return None
    if any(word.tag == "POS" for word in core) or names_itself(words[len(core) :]):
        return None  # "the suspect’s father", "the buyer, Norvik Estates"
    word = _find_pointed(document, source[0], _DESCRIBED)
    who = None if word is None else _find_named(clusters, word)
    if who is None or clusters[who].kind != "person" or find_gender(head) not in (None, clusters[who].gender):
        return None
    before = document.find_words((head,), document.words_in(clusters[who].spans[0]).start)
    return who if all(document.is_in_headline(document.words[at]) for at in before) else None


def _find_pointed(document: Document, start: int, least: float) -> Span | None:
    """The one word at which the one that begins at a position points so much."""
    return next((to for to, share in document.look_back(start) if share >= least and to is not None), None)


def _find_named(clusters: Sequence[Cluster], word: Span) -> int | None:
    return next((who for who, one in enumerate(clusters) if one.is_named_in(word)), None)


def _is_name(document: Document, word: Span) -> bool:
    """Whether a word is written as a name is, or is what somebody is called on a network: "@ann"."""
    text = document.article.text
    return text[word[0]].isupper() or text[word[0] - 1 : word[0]] == "@"
