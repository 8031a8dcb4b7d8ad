"""Claims too unsure to be shown at first that are kept all the same, hidden behind the count of the doubtful: what the
tagger half sees, and forms that report as often as not."""

from collections.abc import Sequence
from itertools import chain

from reader.analysis.claims.apart import add_drafts, draft_apart, index_drafts, keep_apart
from reader.analysis.claims.attribution import Attribution
from reader.analysis.claims.checks import check_attributions
from reader.analysis.claims.doubt import is_clause
from reader.analysis.claims.drafts import Draft, is_named_other
from reader.analysis.claims.faint_forms import find_faint
from reader.analysis.claims.faint_hedges import find_faint_hedges
from reader.analysis.claims.faint_nouns import find_faint_nouns
from reader.analysis.claims.faint_stances import find_faint_stances
from reader.analysis.claims.faint_topics import find_topics
from reader.analysis.claims.faint_views import find_faint_views
from reader.analysis.claims.forms import BE, FAINT, find_forms, opens_clause
from reader.analysis.claims.held import find_stances
from reader.analysis.claims.meant import find_minded
from reader.analysis.claims.passed_over import find_heard
from reader.analysis.document.cues import NEGATIONS, THOUGHT_LEMMAS, lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_group
from reader.analysis.document.span_index import SpanIndex
from reader.article.model import Span

LEAST_FAINT = 0.3
"""What the tagger half sees and is less sure than this is none."""
_LEAST = {"quoted": 0.45, "said": 0.3, "belief": 0.3, "relative": 0.4, "thought": 0.4, "act": 0.4}
_FAINTEST = min(_LEAST.values())
_GUESSED = 0.1
"""What the tagger is less sure of than this is not even guessed at."""
_ANY = dict.fromkeys(_LEAST, _GUESSED)


def find_faint_forms(document: Document) -> list[Attribution]:
    """The forms that report as often as not, and those that are kept so where another claim holds them, wherever they
    stand."""
    heard = check_attributions(document, find_heard(document, agents=False))
    sure = chain(find_minded(document), find_stances(document), find_forms(document))
    return [
        *find_faint(document),
        *find_faint_stances(document),
        *find_faint_nouns(document),
        *find_topics(document),
        *find_faint_views(document),
        *(one._replace(by_form=_is_bidden(document, one)) for one in heard),
        *(one._replace(by_form=True) for one in sure),
    ]


def draft_faint(
    document: Document, drafts: Sequence[Draft], attributions: Sequence[Attribution], forms: Sequence[Attribution]
) -> tuple[Draft, ...]:
    """The faint claims among some attributions and forms, and guesses at the rest, none of which shares a word with
    another's."""
    hedged = find_faint_hedges(document)
    taken = index_drafts(drafts)
    seen = (one for one in attributions if one.confidence is not None and one.confidence >= _GUESSED)
    rest = keep_apart(taken, seen)
    faint = _draft_likely(document, taken, rest, (*forms, *hedged))
    add_drafts(taken, faint)
    guessed = draft_apart(document, taken, rest, _ANY)
    whole = (one for one in guessed if _is_whole(document, one))
    return (*faint, *(_make_guess(document, one) for one in whole))


def _make_guess(document: Document, draft: Draft) -> Draft:
    """A claim that the tagger hardly sees: a guess, but where its form tells it too."""
    if _is_awaited(document, draft):
        return draft._replace(source=(), faint=True, by_form=True)
    return draft._replace(source=_find_who(document, draft), faint=True, guess=True)


def _is_awaited(document: Document, draft: Draft) -> bool:
    """Whether a claim tells what somebody "is expected | to do", by nobody named."""
    cue = [word.text.lower() for word in document.gather_words(draft.cue)]
    if not cue or cue[-1] not in load_group("cues_faint", "awaited") or BE.isdisjoint(cue):
        return False
    return any(document.list_words(span)[0].text.lower() == "to" for span in draft.content)


def _is_whole(document: Document, draft: Draft) -> bool:
    """Whether a claim's cue stands outside quotation marks and is no mere decision, and what is told neither lacks of
    whom ("criticism for | his record") nor goes on behind it, with its verb or behind a dash."""
    cue = document.gather_letters(draft.cue)
    if any(document.is_quoted(word.start) for word in cue) or _decides(document, draft, cue):
        return False
    if not draft.source and cue and cue[-1].text.lower() == "for" and not _has_infinitive(document, draft):
        return False
    end = document.words_in(draft.content[-1]).stop
    behind = document.words[end] if end < len(document.words) else None
    if behind is None or any(start <= behind.start < stop for start, stop in (*draft.cue, *draft.source)):
        return True
    here = document.words[end - 1].sentence == behind.sentence
    return not (here and (behind.is_finite or behind.text in ("–", "—", "--")))


def _has_infinitive(document: Document, draft: Draft) -> bool:
    """Whether somebody shall do something: "calls for | Hale to go"."""
    return any(word.tag == "TO" for word in document.gather_words(draft.content))


def _decides(document: Document, draft: Draft, cue: Sequence[Word]) -> bool:
    """Whether a cue ends in what a body does with a bill or an offer, of which neither a clause nor words in marks are
    told: "rejected the deal"."""
    words = document.gather_words(draft.content)
    done = bool(cue) and cue[-1].text.lower() in load_group("cues_doubtful", "deciding")
    return done and not document.count_quoted(words) and not is_clause(words)


def _find_who(document: Document, draft: Draft) -> tuple[Span, ...]:
    """Who says a claim; nobody where what stands before it is only a preposition: "amid concerns that"."""
    words = document.gather_letters(draft.source)
    return () if words and words[-1].tag == "IN" else draft.source


def _draft_likely(
    document: Document, taken: SpanIndex[None], attributions: Sequence[Attribution], forms: Sequence[Attribution]
) -> tuple[Draft, ...]:
    kept = (one for one in attributions if _is_told(document, one) or _is_held(document, one))
    likely = (one for one in (*forms, *kept) if one.confidence is not None and one.confidence >= _FAINTEST)
    unquoted = (one for one in likely if one.cue and _is_unquoted(document, one))
    return tuple(
        one._replace(faint=True, by_form=one.by_form or (told and _is_sure(document, one)))
        for one in draft_apart(document, taken, unquoted, _LEAST)
        if one.cue and ((told := _is_told(document, one)) or one.by_form or _is_held(document, one))
    )


def _is_unquoted(document: Document, one: Attribution) -> bool:
    """Whether no quotation stands in a content, but for what somebody is accused of or described as being."""
    quoted = any(document.quotations_in(span) for span in one.content)
    return not quoted or (one.by_form and not one.source and len(one.content) > 1)


def _is_bidden(document: Document, one: Attribution) -> bool:
    """Whether somebody was told to do something, and not only asked, or not told."""
    cue = [word.text.lower() for word in document.gather_words(one.cue)]
    return cue[-1] != "asked" and not NEGATIONS & {*cue}


def _is_told(document: Document, draft: Draft | Attribution) -> bool:
    """Whether a claim of the tagger's has somebody say, ask for or hold something of a thing: "documents the loss"."""
    if not is_named_other(document, draft):
        return False
    return any(
        word.text.lower() in load_group("cues_faint", "telling")
        for span in draft.cue
        for word in document.list_words(span)
    )


def _is_sure(document: Document, draft: Draft) -> bool:
    """Whether what somebody holds of a thing is kept, however unlikely it is that it would be shown: the thing follows
    the verb that tells it."""
    if draft.confidence is None or draft.confidence < FAINT:
        return False
    cue, content = document.list_words(draft.cue[-1]), document.list_words(draft.content[0])
    follows = draft.cue[-1][1] + 1 == draft.content[0][0]
    verbs = load_group("cues_faint", "telling") - load_group("cues_faint", "often")
    tells = any(word.text.lower() in verbs and word.tag not in ("RB", "RP") for word in cue)
    return (
        follows
        and tells
        and cue[-1].text.lower() not in ("by", "when")
        and content[0].tag not in ("IN", "WRB", "WP", "WDT")
    )


def _is_held(document: Document, draft: Draft | Attribution) -> bool:
    """Whether a claim of the tagger's tells what somebody says or has in mind, and neither what they did nor what they
    came to know; the writer and nobody in particular hold nothing."""
    if not draft.cue or (draft.source and not is_named_other(document, draft)):
        return False
    lemmas = {lemma_of(word.text) for word in document.gather_words(draft.cue)} - {None}
    if lemmas & load_group("cues_doubtful", "knowing") or document.list_words(draft.cue[0])[0].text.lower() == "to":
        return False
    words = document.gather_words(draft.content)
    infinitive = words[0].text.lower() in ("to", "that", "whether", "how") or words[0].tag == "VBG"
    return bool(lemmas & THOUGHT_LEMMAS) or infinitive or opens_clause(words)
