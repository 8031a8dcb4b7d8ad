"""Who is told of before the name comes: "A British athlete has told …" and, a paragraph on, "Ann Lee, who …"."""

from collections.abc import Sequence
from typing import Final

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.genders import find_gender
from reader.analysis.actors.references import find_core_end, is_person_noun
from reader.analysis.actors.voice import SURE, Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import OWNING
from reader.analysis.document.titles import is_given, is_office, is_title
from reader.article.model import Span

_OTHERS = frozenset(
    [
        *("friend", "neighbour", "neighbor", "relative", "witness", "expert", "critic", "source", "official", "aide"),
        *("lawyer", "attorney", "solicitor", "barrister", "adviser", "advisor", "insider", "analyst", "person", "fan"),
        *("son", "daughter", "brother", "sister", "cousin", "colleague", "uncle", "aunt", "user", "customer"),
        *("coroner", "magistrate", "juror"),
    ]
)
"""Who seldom is whom an article is about."""
_OWNERS = frozenset(["owner", "founder", "activist", "campaigner", "boss"])
"""The offices that may be told of so; others ("a judge") stand beside whom an article is about."""
_TRADES = frozenset(
    [
        *("man", "woman", "boy", "girl", "teenager", "player", "businessman", "businesswoman", "entrepreneur"),
        *("billionaire", "driver", "pilot", "teacher", "student", "nurse", "doctor", "surgeon", "singer", "actor"),
        *("actress", "author", "writer", "artist", "striker", "presenter", "farmer", "fisherman", "lieutenant"),
        *("veteran", "survivor", "mother", "father", "widow", "producer", "firefighter", "paramedic", "priest"),
        *("vicar", "imam", "rabbi", "librarian", "trader", "astronaut", "conductor", "composer"),
    ]
)
"""Parts and trades that are no offices: whoever is told of so is whom the article is about."""
_LEAD = 3
"""The title, a standfirst and the first paragraph lie in so many blocks."""
_BEFORE_NAME = 4
_HEADLINE = "title"
_SHORT = 2
"""A title and its full stop, or an article and a noun, are so many words."""
_REACH = 2
"""So many blocks behind a description its name stands at most."""
_SPEAKING_FOR = ("spokes", "source", "insider")
"""Whoever is called so speaks beside whom an article is about, not again under a name."""
OF_SEVERAL: Final = frozenset(["one", "another", "some", "every", "each", "no", "not", "neither", "either"])
"""A phrase that opens so means nobody in particular."""
_LOOSE = frozenset(["figure"])
"""Nouns for one person that are mostly for a thing."""
_QUOTED = ("”", '"', "’", "'")


def find_named_next(document: Document, source: Span, clusters: Sequence[Cluster]) -> int | None:
    """The person or body whom a headline or a first paragraph only describes and whose name begins the paragraph
    behind it, where nobody of that kind is named before."""
    words = document.list_words(source)
    block = document.article.block_at(source[0])
    if block >= _LEAD or not words or (words[0].tag == "PRP$" and words[0].text.lower() != "its"):
        return None
    core = words[: find_core_end(words)]
    head = core[-1].text.lower()
    several = core[0].text.lower() in OF_SEVERAL
    body = head in load_words("bodies_called") - load_words("bodies_public") and not _is_of_many(words[len(core) :])
    known = is_person_noun(head) or "-of-" in head
    person = known and not several and head not in _OTHERS and (head in _OWNERS | _TRADES or not is_office(head))
    if core[-1].tag not in ("NN", "JJ") or not core[-1].text.islower() or not (body or person):
        return None
    if any(one.is_proper and one.text[0].isupper() for one in core[1:] if one.tag == "NNP") and not person:
        return None
    kinds = ("organisation",) if body else ("person",)
    titled = document.article.blocks[block].kind == _HEADLINE
    for behind in range(block + 1, min(block + (3 if titled else 2), len(document.article.blocks))):
        who = _find_first(document, behind, clusters, kinds)
        if who is not None:
            gender = find_gender(head)
            fits = gender is None or clusters[who].gender in (None, gender)
            return who if fits and not _is_another_before(document, clusters, who, kinds) else None
    return None


def _is_of_many(behind: Sequence[Word]) -> bool:
    """Whether a noun is only one for many together, of whom is told behind it: "a group | of senior judges"."""
    return len(behind) > 1 and behind[0].text.lower() == "of" and any(word.tag == "NNS" for word in behind[1:3])


def _find_first(document: Document, block: int, clusters: Sequence[Cluster], kinds: Sequence[str]) -> int | None:
    """Whom a paragraph begins with, named there first of all, headlines aside, and in full where that is a person; no
    body that only has something: "The Union’s agency"."""
    start, end = document.article.blocks[block].span
    named = [(span, index) for index, one in enumerate(clusters) for span in one.spans if start <= span[0] < end]
    if not named:
        return None
    (begin, stop), index = min(named)
    words = document.list_ending((start, begin))
    one = clusters[index]
    if one.kind != "person" and document.article.text.startswith(OWNING, stop):
        return None
    several = " " in document.article.text[begin:stop]
    full = one.kind != "person" or several
    plain = len(words) <= _BEFORE_NAME and not any(word.is_verb or word.tag in ("IN", "WP") for word in words)
    if "person" not in kinds and one.kind == "person" and not several and not is_given(one.name.lower()):
        return index if plain and one.gender is None else None  # a firm of one word is often taken for a person
    return index if one.kind in kinds and full and plain else None


def _is_another_before(document: Document, clusters: Sequence[Cluster], who: int, kinds: Sequence[str]) -> bool:
    """Whether somebody else of such a kind is named before the first full naming of an actor."""
    first = min(a for a, _ in _list_below(document, clusters[who]) or clusters[who].spans)
    return any(index != who and one.kind in kinds and one.spans[0][0] < first for index, one in enumerate(clusters))


def name_leads(document: Document, drafts: Sequence[Draft], clusters: Sequence[Cluster], voices: list[Voice]) -> None:
    """Give whoever a headline or a first paragraph only describes the name of the next person who is brought in, where
    that one speaks right behind it, at the beginning of a paragraph and with no word before the name of who that is:
    "a senior officer has said" and "Ann Lee, the chief constable of Norvik, said"."""
    for index, draft in enumerate(drafts):
        if draft.within is not None or not draft.source or document.article.block_at(draft.source[0][0]) >= _LEAD:
            continue
        head = _read_person(document, draft.source[0])
        if head is None or any(clusters[who].kind == "person" for who in voices[index].clusters):
            continue
        who = _find_brought_in(document, draft.source[0], clusters)
        gender = find_gender(head)
        if who is None or (gender and clusters[who].gender not in (None, gender)):
            continue
        name = _list_below(document, clusters[who])[0]
        if any(who in voices[i].clusters and _speaks_first(document, one, name) for i, one in enumerate(drafts)):
            voices[index] = Voice((who,), SURE["pair"])


def _read_person(document: Document, source: Span) -> str | None:
    """The noun in small letters of a phrase for one person without a name: the last of its core, or of all of it where
    its core has a name in it ("the Bank of Norvik governor")."""
    words = document.list_words(source)
    if not words or words[0].text.lower() in OF_SEVERAL or words[0].tag.startswith("PRP"):
        return None
    if len(words) == _SHORT and words[0].text.lower() == "the":
        return None  # "the coroner" is told of with the story, as somebody known
    head = words[find_core_end(words) - 1]
    if head.text[0].isupper() and words[-1].text.islower():
        head = words[-1]
    noun = head.text.lower()
    one = head.tag == "NN" and head.text[-1:].isalpha() and (is_person_noun(noun) or noun in _LOOSE)
    return noun if one and not noun.startswith(_SPEAKING_FOR) else None


def _list_below(document: Document, one: Cluster) -> list[Span]:
    """Where somebody is named, headlines aside."""
    blocks = document.article.blocks
    return [span for span in one.spans if blocks[document.article.block_at(span[0])].kind != _HEADLINE]


def _find_brought_in(document: Document, source: Span, clusters: Sequence[Cluster]) -> int | None:
    """The first person who is named in full, and for the first time, in the paragraphs right behind a source."""
    block = document.article.block_at(source[0])
    begin = document.article.blocks[block].span[1]
    firsts = [
        (spans[0], index)
        for index, one in enumerate(clusters)
        if one.kind == "person" and (spans := _list_below(document, one)) and spans[0][0] >= begin
    ]
    span, who = min(((s, i) for s, i in firsts if " " in document.article.words_of(s)), default=((0, 0), -1))
    return who if who >= 0 and document.article.block_at(span[0]) <= block + _REACH else None


def _speaks_first(document: Document, draft: Draft, name: Span) -> bool:
    """Whether a claim is told with a name as the first word of its source, which begins a paragraph or stands behind
    what is said there, or behind a clause at its beginning."""
    if draft.within is not None or not draft.source or draft.source[0][0] != name[0]:
        return False
    start = document.article.blocks[document.article.block_at(name[0])].span[0]
    before = document.list_ending((start, name[0]))
    if not before or (len(before) <= _SHORT and is_title(before[0].text.rstrip("."))):
        return True
    last = before[-1]
    if last.text in _QUOTED or (last.text.isalpha() and any(span[1] == last.end for span in draft.cue)):
        return draft.content[0][0] <= before[0].end
    return last.text == "," and len(before) > 1 and not before[-2].tag.startswith("NN")
