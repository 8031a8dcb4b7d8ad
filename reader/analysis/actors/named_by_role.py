"""Who is called by a role in a headline or a first paragraph, and named behind it: "inquiry chief"."""

from collections.abc import Sequence

from reader.analysis.actors.ahead import find_named_next
from reader.analysis.actors.antecedent_people import HALVES, is_called, is_other_office
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.descriptions import is_of_another
from reader.analysis.actors.introduced import NEW, is_replaced
from reader.analysis.actors.named_later import are_alike, is_titled
from reader.analysis.actors.references import is_person_noun
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.analysis.document.titles import is_office

_BEGINNING = 4
"""So many blocks are the beginning: headline, byline, date line and first paragraph."""
_HALVES = HALVES | {"assistant"}
"""The first halves of offices that are no kind of the second: "vice president"."""


def name_by_role(
    document: Document,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    roles: Sequence[str | None],
    voices: list[Voice],
) -> None:
    """Give a headline's "inquiry chief" and a first sentence's "a judge" the name of whoever begins the paragraph
    behind, or of the one person in such a role."""
    for index, draft in enumerate(drafts):
        if voices[index].clusters or draft.within is not None or not draft.source:
            continue
        words = document.list_words(draft.source[0])
        block = document.article.block_at(draft.source[0][0])
        next_named = find_named_next(document, draft.source[0], clusters)
        if next_named is not None:
            voices[index] = Voice((next_named,), SURE["pair"])
        if block >= _BEGINNING or not words or words[0].tag in ("PRP$", "PRP"):
            continue
        titled = is_titled(document, words)
        if words[0].tag.startswith("NNP") and not titled:
            continue
        stop = next((i for i, word in enumerate(words) if i and word.tag in ("IN", "WP", "WDT")), len(words))
        head = words[stop - 1].text.lower()
        if not (titled or words[stop - 1].tag.startswith("NN")) or not is_person_noun(head):
            continue
        fits = [
            who
            for who, role in enumerate(roles)
            if role
            and clusters[who].kind == "person"
            and not (words[0].text.lower() in NEW and clusters[who].spans[0][0] < words[0].start)
            and is_called(role, words[:stop])
            and not _lacks_half(role.lower().split(), head, words)
            and not is_other_office(words[:stop], {*role.lower().split()})
            and not is_of_another(words, role)
            and not (titled and _is_elsewhere(words, role))
        ]
        if len(fits) == 1 and not is_replaced(document, clusters[fits[0]], words[0], head):
            voices[index] = Voice((fits[0],), SURE["pair"])


def _is_elsewhere(words: Sequence[Word], role: str) -> bool:
    """Whether a headline's phrase and a role name where an office is held, and not the same: "Weir sheriff" is not
    "Norvik County Sheriff"."""
    theirs = [word.text.lower() for word in words[:-1] if word.text[0].isupper()]
    own = [word.lower() for word in role.split() if word[0].isupper() and not is_office(word)]
    return bool(theirs and own) and not any(are_alike(a, b) for a in theirs for b in own)


def _lacks_half(role: Sequence[str], head: str, words: Sequence[Word]) -> bool:
    """Whether a phrase lacks the half of an office that makes another of it: "a minister" is no prime minister, "the
    health secretary" no shadow health secretary."""
    at = role.index(head) if head in role else 0
    halves = _HALVES & {*role[at - 1 : at]} | {"shadow"} & {*role[:at]}
    return not halves <= {word.text.lower() for word in words}
