"""Whether the article speaks of a body or a people as of one or of many: "Norvik has", "Rovers have", "the Greens"."""

from typing import Literal

from reader.analysis.actors.clusters import Cluster
from reader.analysis.document.document import Document
from reader.analysis.document.phrases import is_of_many

Number = Literal["named as many", "verbs of many", "verbs of one"]

_MANY = frozenset(["’re", "'re", "’ve", "'ve", "aren’t", "weren’t", "haven’t", "don’t", "do"])
"""Verbs of many that are tagged otherwise, mostly short ones."""
_ONE = frozenset(["is", "was", "has", "does", "’s", "'s"])
_READ = 40
"""So many namings of one are looked at."""


def tell_number(document: Document, cluster: Cluster) -> frozenset[Number]:
    """What a name and the verbs behind its namings tell; where these differ, neither."""
    one = many = 0
    for span in cluster.spans[:_READ]:
        stop = document.words_in(span).stop
        behind = document.words[stop : stop + 2]
        verb = next((word for word in behind if word.tag != "RB"), None)
        if verb is None or not verb.is_finite:
            continue
        text = verb.text.lower()
        many += is_of_many(verb) or text in _MANY
        one += (text in _ONE and verb.tag != "POS") or verb.tag == "VBZ"
    found: set[Number] = set()
    if cluster.kind == "group" or _is_plural(document, cluster):
        found.add("named as many")
    if many > one:
        found.add("verbs of many")
    elif one > many:
        found.add("verbs of one")
    return frozenset(found)


def _is_plural(document: Document, cluster: Cluster) -> bool:
    """Whether a name's last word is tagged as the plural of one, and looks like it: "Senate Republicans"."""
    last = document.words[document.words_in(cluster.spans[0]).stop - 1]
    return last.tag in ("NNPS", "NNS") and last.text.endswith("s")
