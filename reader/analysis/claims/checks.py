"""What is impossible in an attribution, whoever found it: who only hears is no source, and words of speech in another
sense ("conceded a penalty", "was denied a visa", "called it quits") make no claim, nor does the title of a book; what
is part of the content ("food is estimated to be") does not say it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.analysis.claims.attribution import Attribution
from reader.analysis.document.cues import lemma_of
from reader.analysis.document.document import Document, Word
from reader.analysis.document.lexicon import load_groups, load_words
from reader.analysis.document.phrases import OWNING, find_phrase_after, find_phrase_before, skip_back
from reader.article.model import Span

_BE = frozenset(
    [
        *("be", "is", "was", "are", "were", "been", "being", "am", "get", "gets", "got"),
        *("’s", "'s", "’re", "'re", "’m", "'m"),
    ]
)
_HAVE = frozenset(["has", "have", "had", "having", "’ve", "'ve", "’d", "'d", "’s", "'s", "will", "would", "’ll", "'ll"])
_NO_DEEDS = _BE | _HAVE
_BETWEEN = frozenset(["not", "n't", "n’t", "never", "also", "only", "once", "twice", "later", "then", "first", "since"])
_HEARING = load_words("cues_heard")
"""Lemmas whose passive has the hearer, the accused or the named for its subject."""
_WANTING = frozenset(["accuse", "blame", "charge", "condemn", "criticise", "criticize", "denounce", "praise"])
"""Lemmas that want a person or thing behind them: where "of" or "for" follows, whoever stands before is meant by it."""
_CLIPPED = frozenset(["by", "of", "over", "for", "about", "to", "that", "after"])
_SHORT_CLAUSES = frozenset(["when", "once", "if", "unless", "though", "although", "until"])
"""Words right before a participle whose subject heard it: "Hale laughed when told that"."""
_TELLING_CLAUSE = frozenset(["tell", "warn", "remind"])
_BIDDING = frozenset(["tell", "inform", "remind", "order", "urge", "advise", "instruct"])
_BIDDEN, _INFORMED = frozenset(["to", "not", "by"]), frozenset(["that", "he", "she", "they", "it"])
"""What stands behind such a word where its subject hears it: whoever tells it would have the hearer there. The second
only behind words that want a hearer."""
_TELLING = frozenset(["tell", "inform", "remind"])
_JOINED = 16
"""So many words before it the passive stands that it is joined to."""
_COURTS = load_words("courts")
_SENSES = load_groups("cues_senses")
"""Of a lemma, the things that make another sense of it, or "*" for any that holds neither a clause nor a quotation."""
_MOST_HEARER = 6
_WORKS = frozenset(
    [
        *("book", "study", "paper", "essay", "novel", "poem", "memoir", "biography", "autobiography"),
        *("film", "movie", "documentary", "series", "show", "episode", "podcast", "play", "musical"),
        *("song", "album", "single", "exhibition", "titled", "entitled", "called", "named"),
    ]
)
"""Words right before the title of a work."""
_SMALL = 3
"""Longer words have a capital in titles."""
_CLAUSES = frozenset(["that", "to", "whether", "if", "how", "why", "what", "who", "when", "where", "as", "of"])


def check_attributions(document: Document, attributions: Iterable[Attribution]) -> list[Attribution]:
    """Attributions without those of another sense, and with the source of a passive set right or left open."""
    kept: list[Attribution] = []
    for one in attributions:
        if any(start <= a and b <= end for a, b in one.source for start, end in one.content):
            one = one._replace(source=())
        if _is_title_of_work(document, one) or _is_idiom(document, one):
            continue
        verb = _find_verb(document, one.cue)
        if verb is None:
            kept.append(one)
            continue
        passive = is_passive(document, verb, one)
        lemma = lemma_of(document.words[verb].text) or document.words[verb].text.lower()
        if not one.by_form and _is_other_sense(document, one, lemma, passive):
            continue
        kept.append(_settle_source(document, one, verb, lemma, passive))
    return kept


def _find_verb(document: Document, cue: Sequence[Span]) -> int | None:
    """The last verb of a cue, or its last word that could be one."""
    at = [i for span in cue for i in document.words_in(span)]
    verbs = [
        i for i in at if document.words[i].tag.startswith("VB") and document.words[i].text.lower() not in _NO_DEEDS
    ]
    if verbs:
        return verbs[-1]
    return next((i for i in reversed(at) if lemma_of(document.words[i].text)), None)


def is_passive(document: Document, verb: int, one: Attribution) -> bool:
    """Whether a verb is a passive: a form of be before it, or "by" behind it, or a headline's "court told"."""
    word = document.words[verb]
    if not _is_participle(word):
        return False
    first = document.first[word.sentence]
    at = skip_back(document.words, verb, first, _BETWEEN, ("RB", "RBR")) - 1
    if word.tag == "JJ":  # "been urged not to", of which the tagger makes a quality
        return at >= first and document.words[at].text.lower() in _BE and lemma_of(word.text) in _HEARING
    if at >= first and document.words[at].text.lower() in _BE:
        if document.words[at].text.lower() not in OWNING:
            return True
        return any(behind.text.lower() == "by" for behind in document.words[verb + 1 : verb + 3])
    if at >= first and document.words[at].text.lower() in _HAVE:
        return False
    return _is_told_headline(document, verb, one) or _is_clipped(document, verb) or _is_joined(document, verb)


def _is_participle(word: Word) -> bool:
    """Whether a word may be the participle of a passive."""
    return word.tag in ("VBN", "VBD", "JJ") and word.text.lower().endswith(("d", "t", "n"))


def _is_joined(document: Document, verb: int) -> bool:
    """Whether a form of be is that of another passive before "and": "Lee was taken to a cell and told to wait"."""
    words = document.words
    low, high = document.first[words[verb].sentence], document.first[words[verb].sentence + 1]
    lemma, behind = lemma_of(words[verb].text), words[verb + 1].text.lower() if verb + 1 < high else ""
    heard = behind in _BIDDEN or (behind in _INFORMED and lemma in _TELLING)
    if lemma not in _BIDDING or not heard or verb - 1 <= low or words[verb - 1].text.lower() != "and":
        return False
    for at in range(verb - 2, max(low, verb - _JOINED), -1):
        if _is_participle(words[at]):
            be = skip_back(words, at, low, _BETWEEN, ("RB", "RBR")) - 1
            if be >= low and words[be].text.lower() in _BE:
                return True
        if words[at].is_finite:
            return False
    return False


def _is_clipped(document: Document, verb: int) -> bool:
    """Whether a form of be is left out: "Estate agent accused of sacking staff", "Hale laughed when told that"."""
    word = document.words[verb]
    following = [each.text.lower() for each in document.words[verb + 1 : document.first[word.sentence + 1]][:2]]
    if following[:1] == ["not"]:
        del following[0]
    behind = following[0] if following else ""
    lemma = lemma_of(word.text)
    if lemma in _WANTING and behind in ("of", "for", "over") and not _has_gap(document, verb):
        return True
    told = lemma in _HEARING and behind in _CLIPPED
    before = document.words[verb - 1].text.lower() if verb > document.first[word.sentence] else ""
    return told and (behind == "by" or before in _SHORT_CLAUSES or document.is_in_headline(word))


def _has_gap(document: Document, verb: int) -> bool:
    """Whether a verb has its object before it, its subject between: "whom the paper accused", "the man he blamed"."""
    first = document.first[document.words[verb].sentence]
    subject = find_phrase_before(document, verb, first)
    if subject is None:
        return False
    before = document.words[subject.start - 1] if subject.start > first else None
    if document.words[subject.start].tag == "PRP":
        return True
    return before is not None and (
        before.tag in ("WP", "WDT", "IN") and before.text.lower() in ("who", "whom", "which", "that")
    )


def _is_told_headline(document: Document, verb: int, one: Attribution) -> bool:
    """Whether a headline has its hearer before the verb, in a tense that tells nothing that its papers tell in the
    present: "Landlord laughed at warning, jury told", "Ministers warned the quay may sink"."""
    word = document.words[verb]
    if not document.is_in_headline(word) or lemma_of(word.text) not in _HEARING:
        return False
    stop = document.first[word.sentence + 1]
    ends = all(not document.words[i].text[0].isalnum() for i in range(verb + 1, stop))
    if ends:
        return bool(one.content) and max(one.content)[1] <= word.start
    behind = document.words[verb + 1]
    begins = min(one.content)[0] == behind.start and behind.text.lower() not in _CLIPPED - {"to", "that"}
    return begins and (lemma_of(word.text) in _TELLING_CLAUSE or behind.text.lower() == "to")


def _settle_source(document: Document, one: Attribution, verb: int, lemma: str, passive: bool) -> Attribution:
    word = document.words[verb]
    if word.text.lower() in ("hear", "hears", "heard") and one.source and _is_court(document, one.source):
        return one._replace(source=())
    if not passive or lemma not in _HEARING:
        return one
    one = one._replace(content=_drop_hearer(document, verb, one.content))
    agent = _find_agent(document, verb, one)
    return one if not agent and any(start > word.start for start, _ in one.source) else one._replace(source=agent)


def _drop_hearer(document: Document, verb: int, content: Sequence[Span]) -> tuple[Span, ...]:
    """A content without the hearer that stands between its last comma and the verb: "…, a court was told"."""
    start, end = max(content)
    inside = document.words_in((start, end))
    if not inside or not 0 < verb - inside.stop < _MOST_HEARER or end > document.words[verb].start:
        return tuple(content)
    comma = next((i for i in reversed(inside) if document.words[i].text == ","), None)
    if comma is None or comma == inside.start or inside.stop - comma > _MOST_HEARER:
        return tuple(content)
    if any(document.words[i].is_finite for i in range(comma, inside.stop)):
        return tuple(content)
    return tuple((a, document.words[comma - 1].end if (a, b) == (start, end) else b) for a, b in content)


def _is_court(document: Document, source: Sequence[Span]) -> bool:
    words = [document.words[i].text.lower() for i in document.words_in(source[0])]
    return bool(words) and any(word in _COURTS for word in words[-3:])


def _find_agent(document: Document, verb: int, one: Attribution) -> tuple[Span, ...]:
    """Who does what a passive tells: the phrase behind "by", before the content where that follows."""
    word = document.words[verb]
    stop = document.first[word.sentence + 1]
    content = min((start for start, _ in one.content if start > word.start), default=None)
    limit = stop if content is None else document.words_in((content, content + 1)).start
    by = next((i for i in range(verb + 1, min(limit, verb + 4)) if document.words[i].text.lower() == "by"), None)
    if by is None or by + 1 >= limit:
        return ()
    phrase = find_phrase_after(document, by + 1, limit)
    if phrase is None:
        return ()
    words = [document.words[i] for i in phrase]
    if words[0].tag in ("NN", "JJ", "VBG") and not any(
        word.tag in ("DT", "PRP$", "NNP", "NNPS", "NNS") for word in words
    ):
        return ()
    end = words[-1].end
    return ((words[0].start, end),)


def _is_other_sense(document: Document, one: Attribution, lemma: str, passive: bool) -> bool:
    key = f"be {lemma}" if passive else lemma
    things = _SENSES.get(key)
    if not passive and not things:
        return False
    words = document.gather_words(one.content)
    letters = [word for word in words if word.text[0].isalnum() or word.text[0] in "$£€"]
    if passive and len(letters) == 1 and not document.is_quoted(letters[0].start) and letters[0].text.islower():
        return True
    if not things or not letters or _goes_on_to_say(document, one, letters):
        return False
    quoted = document.count_quoted(letters) > 0
    if not quoted and _is_described(letters, things):
        return True
    if quoted or letters[0].text.lower() in _CLAUSES or _has_clause(letters):
        return key == "be warn" and letters[0].text.lower() != "that" and letters[0].tag == "VBG" and not quoted
    return "*" in things or any(word.text.lower() in things for word in letters[:8])


def _is_title_of_work(document: Document, one: Attribution) -> bool:
    """Whether all that is quoted is a title behind what it is of: "her book, “A Life on the Quay”"; that of an article
    may tell what it says."""
    quotation = document.quotation_opening(one.content[0][0]) if len(one.content) == 1 else None
    if quotation is None or quotation.depth or one.content[0][1] > quotation.outer[1]:
        return False
    letters = document.list_letters(one.content[0])
    long = [word for word in letters if len(word.text) > _SMALL]
    if len(letters) < 2 or not long or not all(word.text[0].isupper() for word in (letters[0], *long)):
        return False
    if all(word.text.isupper() for word in letters):
        return False
    at = document.words_in(quotation.outer).start
    before = [word.text.lower() for word in document.words[max(0, at - 2) : at] if word.text[0].isalnum()]
    return not _WORKS.isdisjoint(before[-1:]) and "article" not in before


def _is_idiom(document: Document, one: Attribution) -> bool:
    """Whether nothing is said with a word of speech, by what stands beside it: "it goes without saying", "called it
    quits", "called off the show", "argued so well that the judge smiled"."""
    if not one.cue or not one.content:
        return False
    if _tells_how(document, one):
        return True
    cue = [word.text.lower() for word in document.list_letters(one.cue[-1])[-2:]]
    if not any(lemma_of(text) == "call" for text in cue):
        return cue == ["without", "saying"]
    told = [word.text.lower() for word in document.list_letters(one.content[0])[:2]]
    return cue[-1] == "off" or told == ["it", "quits"]


def _tells_how(document: Document, one: Attribution) -> bool:
    """Whether "so" and an adverb stand between a verb and its "that", which tells what came of it."""
    at, cue = document.words_in(one.content[0]), document.words_in(one.cue[-1])
    if not at or not cue or at.start < cue.stop:
        return False
    that = next((i for i in at[:3] if document.words[i].text.lower() == "that"), None)
    if that is None or that < 2 or that - cue.stop > 2:
        return False
    how, so = document.words[that - 1], document.words[that - 2]
    return so.text.lower() == "so" and how.tag == "RB"


def _goes_on_to_say(document: Document, one: Attribution, letters: Sequence[Word]) -> bool:
    """Whether something is called for, or called something: "called for a vote", "called the vote a gamble"."""
    if document.article.words_of(one.cue[-1]).lower().endswith(" for"):
        return True
    return any(word.tag == "DT" and before.tag.startswith("NN") for before, word in pairwise(letters))


def _is_described(words: Sequence[Word], things: Sequence[str]) -> bool:
    """Whether words are one of some things and a relative clause that tells more of it: "expenses for concerts that
    never took place"."""
    head = next(
        (i for i, word in enumerate(words) if word.tag.startswith("NN") and not _is_noun_next(words, i)), len(words)
    )
    if head == len(words) or words[head].text.lower() not in things or any(word.is_finite for word in words[:head]):
        return False
    relative = next((i for i, word in enumerate(words) if word.tag == "WDT" or word.text.lower() == "who"), len(words))
    return head < relative < len(words) and not any(word.is_finite for word in words[head:relative])


def _is_noun_next(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].tag.startswith(("NN", "POS"))


def _has_clause(words: Sequence[Word]) -> bool:
    """Whether words hold a verb with a tense, or an infinitive: something is said of something."""
    for index, word in enumerate(words):
        if word.tag in ("VBD", "VBZ", "VBP", "MD", "TO") and word.text.lower() not in ("to",):
            return index > 0 or word.tag == "MD"
        if word.text.lower() == "to" and index + 1 < len(words) and words[index + 1].tag == "VB":
            return True
    return False
