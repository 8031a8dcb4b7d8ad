"""Several bodies that spoke together and speak again without their names: "The FBI, the NSA and CISA warned" and "the
agencies said"."""

from collections.abc import Sequence

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.pairs import read_bodies
from reader.analysis.actors.sorts import agree
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document

_BACK = 4
"""So many sentences lie at most between two times that they speak."""
_SEVERAL = 3


def speak_again(document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]) -> None:
    """Give "the agencies", for whom nobody was found, to the three bodies or more who spoke last together, where their
    names do not speak against it."""
    last: tuple[tuple[int, ...], int] | None = None
    for index, draft in enumerate(drafts):
        if draft.within is not None or not draft.source:
            continue
        words = document.list_words(draft.source[0])
        if not words:
            continue
        together = voices[index].clusters
        noun = read_bodies(words) if not together else None
        near = last is not None and words[0].sentence - last[1] <= _BACK
        if noun and last and near and all(agree(noun, clusters[who].name) is not False for who in last[0]):
            together = last[0]
            voices[index] = Voice(together, SURE["pair"])
        bodies = all(clusters[who].kind in ("organisation", "group") for who in together)
        if len(together) >= _SEVERAL and bodies:
            last = together, words[0].sentence
