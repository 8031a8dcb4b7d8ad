"""Claims that the tagger passes over by habit: what encloses another claim of the same sentence, what a court or a jury
at the sentence's end was told, what somebody makes clear, and what is so "as the mayor put it"."""

import re
from collections.abc import Callable, Sequence, Set

from reader.analysis.claims.asked import find_asked
from reader.analysis.claims.attribution import Attribution, add_apart, find_overlapping, index_contents
from reader.analysis.claims.called_by import find_called_by
from reader.analysis.claims.colons import find_before_colons
from reader.analysis.claims.drafts import LEAST
from reader.analysis.claims.figures import find_figures
from reader.analysis.claims.findings import find_findings, find_said_last
from reader.analysis.claims.forms import NO_SPEAKER, SUBJECTS, find_forms, find_rejected
from reader.analysis.claims.headline_sources import find_edge_sources
from reader.analysis.claims.held import find_held, find_owned, find_seen_as, find_stances
from reader.analysis.claims.judged import find_judged_by, find_judging
from reader.analysis.claims.meant import find_meant, find_minded, find_ordered, find_seen, lift_meant
from reader.analysis.claims.ruled import CERTAIN, find_ruled, has_clause_early
from reader.analysis.claims.stated import find_gone_on, find_in_words, find_learned, find_per, find_stated
from reader.analysis.claims.told_of import find_told_of
from reader.analysis.claims.unnamed import find_unnamed
from reader.analysis.document.cues import SAID_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, find_phrase_before, is_time, skip_back
from reader.analysis.document.span_index import SpanIndex

CONFIDENCE = 0.6
"""So sure are these: about as often right on chains/dev."""
_COURTS = load_words("courts")
_TOLD = re.compile(
    r",[”\"’]? (?P<source>(?:(?:an?|the|its|their) )?(?:[\w’'-]+ ){1,6}?)"
    r"(?P<cue>(?:was|were|has been|have been) (?:told|warned|informed)|heard|hears|told|suggests?|finds?|shows?|says?)"
    r"(?P<when> (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| yesterday| today)?[.]?$"
)
_PUT = re.compile(
    r"(?:^|(?<=[\s—–(]))[Aa]s (?P<source>(?:[\w’'-]+ ){1,6}?)(?P<cue>(?:once |later )?puts? it)(?=[,.;]|$)"
)
_FEWEST = 4
_TELLING = frozenset(["tell", "warn", "inform", "advise", "ask", "order", "remind", "assure", "urge", "instruct"])
"""Lemmas of which the passive has the hearer for its subject."""
_BE = frozenset(["was", "were", "been", "being", "is", "are", "am", "’m", "'m", "’re", "'re"])
_MAKE = frozenset(["make", "makes", "made", "making"])
_BEEN = _BE | frozenset(["have", "has", "had", "also", "not"])
_BEHIND_VERB = ("DT", "PRP", "PRP$", "RP", "IN", "CD", "NNP")
"""Tags of words that stand behind a verb, of those that tags may take for a noun."""
_REACH = 9
"""So many words behind a passive what was told begins, who told it and when between."""


def add_passed_over(
    document: Document, found: Sequence[Attribution], by_rule: Callable[[Set[int]], Sequence[Attribution]]
) -> list[Attribution]:
    """The attributions with those passed over, in any order. `by_rule` gives what the rules find in some blocks."""
    widened = [lift_meant(document, _lift(document, _widen(document, one))) for one in found]
    heard = find_heard(document, agents=True)
    rejected = list(find_rejected(document))
    cues = SpanIndex((span, None) for one in (*heard, *rejected) for span in one.cue)
    forms = [*_find_told(document), *heard, *rejected, *_find_clear(document), *find_forms(document)]
    certain = add_certain([one for one in widened if not cues.touches(one.cue)], forms)
    certain = add_apart(certain, _find_put(document))
    more = (find_held, find_seen_as, find_stances, find_asked, find_unnamed, find_called_by, find_before_colons,
            find_meant, find_minded, find_ordered, find_seen, find_judged_by, find_judging, find_stated,
            find_gone_on, find_learned, find_per, find_in_words, find_figures, find_findings,
            find_said_last, find_told_of)  # fmt: skip
    certain = add_forms(document, certain, [one for find in more for one in find(document)])
    owned = [*find_owned(document)]
    if owned:
        known = SpanIndex((span, span) for one in certain for span in one.cue)
        owned = [one for one in owned if all(at == one.cue[0] for _, at in known.touching(one.cue[0]))]
    certain = add_forms(document, certain, owned)
    certain = add_forms(document, certain, [*find_edge_sources(document, certain)])
    return [*certain, *find_ruled(document, certain, by_rule, CONFIDENCE)]


def add_certain(found: Sequence[Attribution], certain: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with those of forms that leave no doubt: what was found of them already is as sure as they are."""
    if not certain:
        return list(found)
    known = SpanIndex((span, None) for one in found for span in one.cue)
    forms = SpanIndex((span, None) for one in certain for span in one.cue)
    raised = [
        one._replace(confidence=max(one.confidence, CONFIDENCE))
        if one.confidence is not None and forms.touches(one.cue)
        else one
        for one in found
    ]
    return [*raised, *(one for one in certain if not known.touches(one.cue))]


def add_forms(document: Document, found: Sequence[Attribution], forms: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with those of forms that stand in no other's content, and that hold others whole or not at all, and
    no quotation with a cue of its own. What was found of one already is as sure as it is, and what will not be shown
    stands in no one's way."""
    if not forms:
        return list(found)
    marked = SpanIndex((span, one) for one in forms for span in one.cue)
    raised = [_raise(document, one, marked) for one in found]
    kept = [one for one in raised if one.is_likely(LEAST["said"])]
    known = SpanIndex((span, None) for one in kept for span in one.cue)
    contents = index_contents(kept)
    made: list[Attribution] = []
    for form in forms:
        touched = find_overlapping(form, contents)
        start, end = form.content[0][0], form.content[-1][1]
        whole = all(one.cue and start <= min(one.content)[0] and start <= one.cue[0][0] < end for one in touched)
        whole = whole and not any(document.is_quoted(min(one.content)[0]) for one in touched)
        if whole and not known.touches(form.cue) and not contents.touches(form.cue):
            sure = max((one.confidence or CONFIDENCE for one in touched), default=CONFIDENCE)
            made.append(form._replace(confidence=max(sure, form.confidence or CONFIDENCE), by_form=True))
    fresh = SpanIndex((span, None) for one in made for span in (*one.content, *one.cue))
    vouched = {id(one) for one in kept}
    stays = (one for one in raised if id(one) in vouched or not fresh.touches((*one.content, *one.cue)))
    return [*stays, *made]


def _raise(document: Document, one: Attribution, forms: SpanIndex[Attribution]) -> Attribution:
    """An attribution as sure as the form is whose cue and content begin as its own do, or with a preposition that is
    the last word of its own cue ("raised concerns about"); with that one's cue where it is no part of its own."""
    if one.confidence is None or not one.content:
        return one
    touching = (form for span in one.cue for _, form in forms.touching(span))
    form = next((form for form in touching if _begin_alike(document, one, form)), None)
    if form is None:
        return one
    (low, high), (start, end) = (part.source[0] if len(part.source) == 1 else (0, 0) for part in (one, form))
    holds = end > 0 and low <= start and end <= high
    owner = holds and document.article.words_of(one.source[0]).endswith(POSSESSIVES)
    source = one.source if holds and not owner else form.source
    content = form.content if len(form.content) > 1 else one.content
    sure = max(one.confidence, form.confidence or 0.0)
    wider = len(one.cue) == len(form.cue) == 1 and one.cue[0][0] <= form.cue[0][0] and form.cue[0][1] <= one.cue[0][1]
    cue = one.cue if wider else form.cue
    return one._replace(content=content, confidence=sure, cue=cue, source=source, by_form=True)


def _begin_alike(document: Document, one: Attribution, form: Attribution) -> bool:
    """Whether two contents begin with the same word, but for one that the first has in its cue."""
    start, begun = min(one.content)[0], form.content[0][0]
    if begun == start:
        return True
    behind = document.words_in(one.cue[-1]).stop
    return [word.start for word in document.words[behind - 1 : behind + 1]] == [begun, start]


def _find_told(document: Document) -> list[Attribution]:
    """Sentences and headlines that end in who was told, heard or found all that stands before: "…, a jury was told"."""
    made: list[Attribution] = []
    text = document.article.text
    for sentence in document.sentences:
        start, end = sentence.span
        match = _TOLD.search(text, start, end)
        if match is None or len(text[start : match.start()].split()) < _FEWEST:
            continue
        cue, headline = match["cue"], document.article.blocks[sentence.block].kind in ("title", "heading")
        passive = " " in cue
        if not passive and not headline and cue not in ("heard", "hears"):
            continue
        last = match["source"].split()[-1].lower()
        if cue in ("heard", "hears") and last not in _COURTS:
            continue
        at = match.span("cue")
        if any(document.is_quoted(place) for place in at):
            continue
        content = (start, match.start() + (1 if text[match.start() + 1] in '”"’' else 0))
        source = (match.start("source"), match.end("source") - 1)
        hearer = passive or cue in ("heard", "hears", "told")
        made.append(Attribution((content,), (at,), () if hearer else (source,)))
    return made


def _find_clear(document: Document) -> list[Attribution]:
    """What somebody makes or is clear about: "The board has made it clear the quay will stay"."""
    made: list[Attribution] = []
    words = document.words
    for at, low, high in document.find_in_sentences(("clear", "plain")):
        if document.is_quoted(words[at].start):
            continue
        verb = skip_back(words, at, low, {"it", "this"}) - 1
        makes = verb > low and words[verb].text.lower() in _MAKE
        if not makes and (verb != at - 1 or verb <= low or words[verb].text.lower() not in _BE):
            continue
        start = skip_back(words, verb, low, _BEEN - {"not"}, ())
        source = find_phrase_before(document, start, low)
        letters = words[at + 1 : high]
        if source is None or len(letters) < _FEWEST or words[source.start].text.lower() in NO_SPEAKER:
            continue
        bare = makes and letters[0].tag in SUBJECTS and has_clause_early(letters)
        if letters[0].text.lower() == "that" or bare:
            end = _find_told_end(document, at + 1, high, False)
            content, cue = document.span_of(range(at + 1, end)), document.span_of(range(start, at + 1))
            made.append(Attribution((content,), (cue,), (document.span_of(source),), CONFIDENCE))
    return made


def _find_put(document: Document) -> list[Attribution]:
    """Whole sentences that are so "as the mayor put it", without quotation marks."""
    made: list[Attribution] = []
    text = document.article.text
    for number in sorted({document.words[at].sentence for at in document.find_all_words(("put", "puts"))}):
        start, end = document.sentences[number].span
        match = _PUT.search(text, start, end)
        if match is None or document.quotations_in((start, end)):
            continue
        parts = ((start, match.start()), (match.end(), end))
        content = tuple((a, b) for a, b in parts if len(text[a:b].split()) >= _FEWEST - 1)
        if content:
            made.append(Attribution(content, (match.span("cue"),), (match.span("source"),), CONFIDENCE))
    return made


def find_heard(document: Document, *, agents: bool) -> list[Attribution]:
    """What somebody was told, warned or asked: "3,000 people had been told to leave", "who was warned by marshals that
    the course was too narrow"; with `agents` only where "by" says who told it."""
    made: list[Attribution] = []
    words = document.words
    for at in (*document.cues_in(range(len(words))), *document.find_all_words(("ordered",))):
        word = words[at]
        if word.tag not in ("VBN", "VBD") or (lemma_of(word.text) or word.text.removesuffix("ed")) not in _TELLING:
            continue
        low, high = document.first[word.sentence], document.first[word.sentence + 1]
        start = skip_back(words, at, low, _BEEN, ("RB", "MD"))
        bare = at + 1 < high and words[at + 1].text.lower() == "by"
        if not bare and not any(words[i].text.lower() in _BE for i in range(start, at)):
            continue
        opens = at + 1 if _opens_clause(words[at + 1 : high]) and not agents else None
        if opens is None:
            opens = next((i for i in range(at + 1, min(high, at + _REACH)) if _opens_told(document, i, at)), None)
        if opens is None and not agents and at + 2 < high and words[at + 1].tag in ("PRP", "DT", "PRP$"):
            opens = at + 1
        if opens is None:
            continue
        by = [i for i in range(at + 1, opens) if words[i].text.lower() == "by"]
        if (agents and not by) or (opens > at + 1 and not by and not is_time(words[opens - 1])):
            continue
        relative = start > low and words[start - 1].tag in ("WP", "WDT")
        end = _find_told_end(document, opens, high, relative)
        bidden = words[opens].text.lower() == "to"
        if end - opens < 2 or not (bidden or any(words[i].is_verb for i in range(opens, end))):
            continue
        cue = (words[start].start, word.end)
        content = (words[opens].start, words[end - 1].end)
        if all(document.is_quoted(place) == document.is_quoted(cue[0]) for place in (cue[1], content[0])):
            made.append(Attribution((content,), (cue,), (), CONFIDENCE))
    return made


def _opens_clause(words: Sequence[Word]) -> bool:
    """Whether words open with a clause without "that": "her contract was to be ended"."""
    return len(words) > _FEWEST and words[0].tag in SUBJECTS and has_clause_early(words)


def _opens_told(document: Document, at: int, verb: int) -> bool:
    """Whether what was told begins at a word, behind the verb that tells it; right behind it some verbs are taken for
    nouns ("asked to hand over the keys")."""
    words = document.words
    text = words[at].text.lower()
    if text == "to" and at + 1 < len(words):
        noun = at == verb + 1 and words[at + 1].tag == "NN" and words[at + 2 : at + 3]
        verbal = words[at + 1].tag == "VB" or (noun and words[at + 2].tag in _BEHIND_VERB)
        return bool(verbal) or document.is_quoted(words[at + 1].start)
    return text == "that" and words[at].tag == "IN"


def _find_told_end(document: Document, at: int, high: int, relative: bool) -> int:
    """Where what was told ends: at a comma or bracket behind which the sentence's own clause goes on, of a relative
    clause at any comma, or with the sentence."""
    words = document.words
    for i in range(at + 1, high):
        behind = words[i + 1 : min(high, i + 4)]
        goes_on = relative or any(word.is_finite and lemma_of(word.text) for word in behind)
        goes_on = goes_on or any(word.is_finite or word.tag in ("WP", "WDT", "CC") for word in behind[:1])
        if words[i].text in (")", ";", "—", "–") or (words[i].text == "," and goes_on):
            return i
        if words[i].tag == "CC" and words[i].text.lower() == "but":
            return i
    end = high
    while end > at and not words[end - 1].text[-1].isalnum() and not document.is_quoted(words[end - 1].start):
        end -= 1
    return end


def _lift(document: Document, one: Attribution) -> Attribution:
    """An attribution that its form makes surer than the tagger is: "It added that …"."""
    if not one.cue or not one.source or one.confidence is None or one.confidence >= CONFIDENCE:
        return one
    last = document.words[document.words_in(one.cue[-1]).stop - 1]
    start = min(one.content)[0]
    that = document.article.text[last.end : start + 5].lower() == " that "
    return one._replace(confidence=CONFIDENCE) if that and lemma_of(last.text) in CERTAIN else one


def _widen(document: Document, one: Attribution) -> Attribution:
    """An attribution whose content begins only behind the verb of another one inside it: "Lund said a patient had told
    nurses | that he drank". All behind her cue is what she said."""
    if not one.cue or not one.source:
        return one
    cue, content = document.words_in(one.cue[-1]), document.words_in(min(one.content))
    if content.start - cue.start <= _FEWEST:
        return one
    verbs = [i for i in cue if lemma_of(document.words[i].text) in SAID_LEMMAS]
    if not verbs or not content or document.is_quoted(document.words[verbs[-1]].start):
        return one
    gap = range(verbs[-1] + 1, content.start)
    if len(gap) < _FEWEST or document.words[verbs[-1]].sentence != document.words[content.start].sentence:
        return one
    inner = [
        i
        for i in gap
        if lemma_of(document.words[i].text) in SAID_LEMMAS
        and _has_subject(document.words[i - 1], document.words[i])
        and content.start - i <= _FEWEST
        and i - gap.start >= 2
    ]
    if any(document.words[i].tag in ("WP", "WDT", "CC") for i in gap):
        return one
    if not inner or any(gap.start <= i < gap.stop for span in one.source for i in document.words_in(span)):
        return one
    start = document.words[gap.start]
    first = start.start if start.text not in (",", ":") else document.words[gap.start + 1].start
    return one._replace(content=((first, min(one.content)[1]), *sorted(one.content)[1:]))


def _has_subject(before: Word, verb: Word) -> bool:
    """Whether a verb may have the subject before it: not "the radio | show that", "an interview | published Friday"."""
    if verb.tag == "VBP":
        return before.tag not in ("NN", "NNP")
    if verb.tag == "VBN":
        return before.tag == "RB" or before.text.lower() in load_words("auxiliaries")
    return verb.tag in ("VBD", "VBZ")
