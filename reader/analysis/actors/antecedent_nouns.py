"""What is told of people and things without a name, called by a noun, that it and they may mean as well."""

import math

from reader.analysis.actors.asked import Asked, Posed, count_from
from reader.analysis.actors.pointing import tell_odds, tell_share
from reader.analysis.actors.references import PEOPLE, is_person_noun
from reader.analysis.document.document import Document
from reader.analysis.document.lexicon import load_words


def describe_noun(document: Document, asked: Asked, posed: Posed, candidate: int) -> dict[str, float]:
    """What is told of people or a thing without a name."""
    at = asked.nouned[candidate]
    word = document.words[at]
    noun = word.text.lower()
    one = noun.removesuffix("s") if word.tag == "NNS" else noun
    share = (asked.shares or {}).get(candidate, 0.0)
    apart = asked.here.sentence - word.sentence
    people = is_person_noun(one) or noun in PEOPLE
    body = one in load_words("bodies_called")
    told = {
        "noun": True,
        "noun, pointed at": tell_share(share),
        "noun, pointed at most": share == posed.most,
        "noun, odds of the pointing": tell_odds(share) if asked.shares is not None else 0.0,
        "noun of another number": (word.tag == "NNS" or noun in PEOPLE) == (asked.reference.form == "it"),
        "noun for people": people,
        "noun for a body": body,
        "noun for something written": one in load_words("documents"),
        "noun as subject": at + 1 < len(document.words) and document.words[at + 1].is_finite,
        "noun in this sentence": apart <= 0,
        "noun in the sentence before": apart == 1,
        "noun, possessive": posed.possessive,
        "noun, subject": posed.subject,
        "noun, subject of a cue": posed.cued,
        "noun, in a source": asked.sourced,
        "noun for people, in a source": people and asked.sourced,
        "noun for a body, in a source": body and asked.sourced,
    }
    return {name: float(value) for name, value in told.items() if value}


def tell_nouns(told: dict[str, float], asked: Asked, posed: Posed, since: int, apart: int) -> None:
    """What is told of the common nouns that a reference may mean as well."""
    nouns = count_from(asked.nouns, since)
    if nouns:
        told["nouns between"] = math.log1p(nouns)
    if asked.subjects and asked.subjects[-1] >= since:
        told["noun subject between"] = 1.0
    if apart and asked.subjects and asked.subjects[-1] >= posed.begin:
        told["noun subject of this sentence before it"] = 1.0
