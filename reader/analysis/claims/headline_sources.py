"""Headlines that name at their edge, behind a mark, who says them: "Quay may sink this year: study", "Ports to close –
police", "Quay to shut in May: Hale", "Study: Salt eats quays"."""

from collections.abc import Iterator, Sequence

from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.forms import lay_form
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group, load_words
from reader.analysis.document.phrases import drop_end_marks
from reader.analysis.document.titles import is_given, is_office

_MARKS = (":", "–", "—", "-", "--")
_LONGEST = 4
"""So many words at most name who says a headline."""
_FEWEST = 4
"""Fewer words before them are a topic."""
_SURE = 0.5
"""Who is less surely said to speak below is not known to."""
_INSIDE = ("NN", "JJ", "CD", "DT", "FW")
_OPENS = frozenset(["how", "why", "what", "who", "when", "where", "which"])


def find_edge_sources(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """What headlines say, whom they name at their end or beginning, in no order; a name is known for a speaker's by the
    claims that were found below."""
    known: frozenset[str] | None = None
    for at, low, high in document.find_in_sentences(_MARKS):
        words = document.words
        if not document.is_in_headline(words[at]) or document.is_quoted(words[at].start):
            continue
        end = drop_end_marks(words, at + 1, high)
        before, behind = range(low, at), range(at + 1, end)
        if 0 < len(behind) <= _LONGEST and len(before) >= _FEWEST and _is_told(document, before):
            who = words[behind.start : behind.stop]
            if not _is_speaker(who):
                known = _list_speakers(document, found) if known is None else known
                if words[at].text != ":" or not _is_name(who, known) or not any(words[i].is_verb for i in before):
                    continue
            yield lay_form(document, before, range(at, at + 1), behind)
        elif words[at].text == ":" and len(before) == 1 and len(behind) >= _FEWEST and words[end - 1].text != "?":
            named = words[low].text.lower() in load_group("cues_stated", "heading")
            yield from (lay_form(document, behind, range(at, at + 1), before),) if named else ()


def _is_told(document: Document, words: range) -> bool:
    """Whether the words before a mark may be told: no question, nothing quoted, and no credit of a picture."""
    first, last = document.words[words.start], document.words[words.stop - 1]
    credit = last.text.lower() in ("photo", "photos", "picture", "image", "credit")
    return first.text.lower() not in _OPENS and last.text != "?" and not credit and not document.is_quoted(first.start)


def _is_speaker(who: Sequence[Word]) -> bool:
    """Whether some words are a phrase for who speaks or what is published: "study", "top doctor", "U.S. study"."""
    last = who[-1].text.lower()
    people = is_office(last) or last in load_words("people_called")
    return all(word.tag.startswith(_INSIDE) for word in who) and (
        last in load_group("cues_stated", "heading") or (people and (len(who) > 1 or who[0].text.islower()))
    )


def _is_name(who: Sequence[Word], known: frozenset[str]) -> bool:
    """Whether some words are a speaker's name as headlines have it, without the given one: "Hale", "Harbour Times"; not
    "Ida Hale", whom such a headline tells of."""
    whole = len(who) > 1 and is_given(who[0].text.lower())
    return who[-1].text in known and not whole and all(word.text[0].isupper() for word in who)


def _list_speakers(document: Document, found: Sequence[Attribution]) -> frozenset[str]:
    """The words with capitals of the sources of claims below the headlines."""
    sources = [span for one in found if one.is_likely(_SURE) for span in one.source]
    words = document.gather_words(sources)
    return frozenset(word.text for word in words if word.is_proper and not document.is_in_headline(word))
