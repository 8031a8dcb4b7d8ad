"""What tells whether a claim's speaker is right: the source's form, and the step from it to an actor."""

import math
from collections.abc import Sequence
from itertools import chain, islice, takewhile

from reader.analysis.actors.claim_features import ENDS_NOWHERE, FIRST_PERSON, Reading, Told
from reader.analysis.actors.kin import is_kin
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.namings import OFFICES
from reader.analysis.actors.references import PRONOUNS
from reader.analysis.actors.voice import Voice
from reader.analysis.claims.drafts import Draft
from reader.analysis.claims.from_tagger import to_log_odds
from reader.analysis.document.document import Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import POSSESSIVES, RELATIVE_TAGS
from reader.analysis.document.titles import is_post, is_title
from reader.analysis.names.short_forms import is_among
from reader.article.model import Span

_RELATIVES = frozenset(["who", "which", "that", "whom", "what"])
_BODIES = frozenset(["it", "they"])
_VAGUE = frozenset(["another", "other", "others", "some", "one", "many", "those", "both", "all", "several", "most"])
_PAPERS = frozenset(["lawsuit", "suit", "letter", "email", "tweet"])
_DETERMINERS = {
    "the": ("the",),
    "a": ("a", "an"),
    "its": ("its", "his", "her", "their"),
    "this": ("this", "that", "another"),
    "one": ("one",),
    "some": ("some",),
}
_POINTING = frozenset(["the", "this", "that", "these", "its", "their", "his", "her"])
_AND = frozenset(["and", "&"])
_HELD_ONCE = frozenset([*OFFICES, *chain.from_iterable(OFFICES.values()), "president", "judge"])
_RECENT = 12
_NEAR = 2
"""Who is named so many paragraphs back at most is near."""
_MOST_BACK = 6
_BEGINNING = 2


def tell_source(told: Told, reading: Reading, draft: Draft) -> None:
    """What is told of a source by itself."""
    document = reading.document
    letters = document.list_letters(draft.source[0]) if draft.source else []
    if not letters:
        told["source: none"] = 1.0
        return
    source = draft.source[0]
    told[f"source: {_sort_source(letters, bool(reading.named_in(source)))}"] = 1.0
    told["source length"] = math.log(len(letters))
    if any(word.text.lower() in load_words("documents") for word in letters[: find_head_end(letters)]):
        told["source: document"] = 1.0
    if letters[-1].tag in ENDS_NOWHERE:
        told["source ends badly"] = 1.0
    if letters[-1].text.lower() in load_words("weekdays"):
        told["source ends in day"] = 1.0
    relative = next((i for i, word in enumerate(letters) if word.tag in RELATIVE_TAGS), len(letters))
    if any(word.is_finite for word in letters[:relative]):
        told["source: verb"] = 1.0
    article = document.article
    off = abs(article.block_at(source[0]) - article.block_at(draft.content[0][0]))
    if off:
        told["source elsewhere"] = 1.0
        told["source blocks off"] = float(min(off, 4))
        if draft.cue:
            told["source elsewhere, with cue"] = 1.0


def tell_voice(told: Told, reading: Reading, draft: Draft, voice: Voice, before: tuple[Draft, Voice] | None) -> None:
    """What is told of the step from a source to its actor; `before` is the claim before this one, with its voice."""
    letters = reading.document.list_letters(draft.source[0]) if draft.source else []
    if not letters:
        return
    if not voice.clusters:
        _tell_nobody(told, reading, draft.source[0], letters)
        if _is_pronoun(letters) and voice.words is None:
            told["nobody: bare pronoun"] = 1.0
        return
    who = voice.clusters[0]
    one = reading.clusters[who]
    told[f"speaker: {one.kind}"] = 1.0
    if len(voice.clusters) > 1:
        told["speakers"] = 1.0
    told["step"] = to_log_odds(1.0 if voice.confidence is None else voice.confidence)
    own = [span for span, index in reading.named_in(draft.source[0]) if index == who]
    if own:
        _tell_naming(told, reading, draft.source[0], letters, voice, own)
    else:
        _tell_words_for(told, reading, draft.source[0], letters, who)
        if not is_kin(letters) and not _says_who(reading, letters, who):  # these say who, however far back
            _tell_past(told, reading, draft, letters, who)
    if one.kind == "person" and " " not in one.name:
        told["one word for a person"] = 1.0
    if len(one.spans) == 1:
        told["named once"] = 1.0
    told["often named"] = math.log(len(one.spans))
    if before is not None:
        prior, spoken = before
        if spoken.clusters and spoken.clusters[0] == who:
            told["as before"] = 1.0
        elif spoken.clusters and not own:
            told["not as before"] = 1.0
        if not spoken.clusters and prior.source and not own:
            told["nobody before"] = 1.0


def find_head_end(letters: Sequence[Word]) -> int:
    """How many words of a source stand before what tells more of its first noun."""
    more = ("IN", "TO", "WP", "WDT", "VBN", "WP$")
    ends = (i for i in range(1, len(letters)) if letters[i].tag in more or letters[i - 1].end < letters[i].start - 1)
    return next(ends, len(letters))


def _is_pronoun(letters: Sequence[Word]) -> bool:
    first = letters[0].text.lower()
    alone = len(letters) == 1 and not letters[0].is_initials
    return alone and (first in PRONOUN_GENDER or first in PRONOUNS or first in _RELATIVES)


def _sort_source(letters: Sequence[Word], named: bool) -> str:
    """What sort of phrase a source is, by its first word."""
    first = letters[0].text.lower()
    alone = len(letters) == 1
    if alone and first in PRONOUN_GENDER:
        return "he" if PRONOUN_GENDER[first] == "m" else "she"
    if first in ("it", "they", "them"):
        return first
    if alone and first in _RELATIVES:
        return "relative"
    if first in FIRST_PERSON or first == "you":
        return "first"
    if first == "whose" or letters[0].tag == "PRP$":
        return "possessive"
    if named:
        return "named"
    if first in _VAGUE:
        return "vague"
    if first in ("the", "this", "that", "these"):
        return "the (many)" if any(word.tag == "NNS" for word in letters[:4]) else "the"
    if first in ("a", "an"):
        return "a"
    capital = not alone and letters[0].text[0].isupper() and letters[1].text[0].isupper()
    return "capital" if letters[0].is_proper or capital else "other"


def _tell_nobody(told: Told, reading: Reading, source: Span, letters: Sequence[Word]) -> None:
    """What is told where the words of a source are all that is known of who speaks."""
    pronoun = _is_pronoun(letters)
    named = reading.named_in(source)
    first, noun = letters[0].text.lower(), letters[find_head_end(letters) - 1]
    told["nobody"] = 1.0
    if pronoun:
        told["nobody: pronoun"] = 1.0
    else:
        told[f"nobody: {_sort_phrase(letters[0], noun)}"] = 1.0
        if reading.document.is_in_headline(letters[0]):
            told["nobody: headline"] = 1.0
    if not (pronoun or named) and any(word.tag.startswith("NNP") for word in letters[1:]):
        told["nobody: name unknown"] = 1.0
    if named:
        told["nobody: named"] = 1.0
        if any(reading.clusters[index].kind == "person" for _, index in named):
            told["nobody: person named"] = 1.0
    if noun.tag.startswith(("RB", "VB")):
        told["nobody: no noun"] = 1.0
    if noun.text.lower() in load_words("documents") and first in _POINTING:
        told["nobody: the document"] = 1.0
    if noun.text.lower() in load_words("bodies_called") and first == "the":
        told["nobody: the body"] = 1.0
    if not pronoun and noun.tag in ("NN", "NNP"):
        told["nobody: one"] = 1.0
        if not named and reading.document.article.block_at(source[0]) <= _BEGINNING:
            told["nobody: one, early"] = 1.0
    if not pronoun and first == "the" and any(one.kind == "person" for one in reading.clusters):
        told["nobody: the"] = 1.0


def _sort_phrase(first: Word, noun: Word) -> str:
    """By what word a phrase for nobody known begins, and whether it is of one or of many: "bare, many" of "experts"."""
    text = first.text.lower()
    known = next((name for name, texts in _DETERMINERS.items() if text in texts), "")
    many = "many" if noun.tag in ("NNS", "NNPS") else "single" if noun.tag.startswith("NN") else "no noun"
    return f"{known or ('number' if first.tag == 'CD' else 'bare')}, {many}"


def _tell_naming(
    told: Told, reading: Reading, source: Span, letters: Sequence[Word], voice: Voice, own: Sequence[Span]
) -> None:
    """What is told where the speaker is named in the source: whether the name is what the phrase is about."""
    clusters, who = reading.clusters, voice.clusters[0]
    one = clusters[who]
    (begin, end), text = own[0], reading.document.article.text
    head = [word for word in letters if word.end <= begin]
    tail = [word for word in letters if word.start >= end]
    told["named there"] = 1.0
    if head:
        told["before name"] = math.log(1 + len(head))
        last = head[-1]
        if any(word.tag in ("IN", "TO") for word in head):
            told["name behind preposition"] = 1.0
            if any(word.tag in ("NN", "NNS") for word in head):
                told["name in phrase"] = 1.0
        capital = last.text[0].isupper() and last.text.lower() != "the"
        if one.kind != "person":
            if capital:
                told["capital before body"] = 1.0
            if any(word.tag in ("NN", "NNS") and word.text.islower() for word in head):
                told["noun before body"] = 1.0
        elif capital and last.end >= begin - 1 and not (is_post(last.text) or last.text.isupper()):
            told["capital before person"] = 1.0
    if tail:
        mark = text[end : tail[0].start].strip()[:1]
        told[f"behind name: {'comma' if mark and mark in ',(—–' else 'word'}"] = 1.0
        if not mark and tail[0].tag.startswith("NN"):
            told[f"behind name: noun, {one.kind}"] = 1.0
        if mark in ("’", "'") or tail[0].tag == "POS":
            told["name's"] = 1.0
    close = letters[find_head_end(letters) - 1].end
    heads = any(span[1] >= close - 1 and span[0] < close for span in own)
    told["name at head" if heads else f"name not at head: {one.kind}"] = 1.0
    joined = [word for word in letters if word.text.lower() in _AND]
    if len(voice.clusters) == 1 and joined and not any(a <= word.start < b for word in joined for a, b in own):
        told[f"and in source: {one.kind}"] = 1.0
    others = {index for _, index in reading.named_in(source)} - {who}
    if others:
        told["others named there"] = 1.0
        if any(clusters[index].kind == "person" for index in others):
            told["other person there"] = 1.0


def _tell_words_for(told: Told, reading: Reading, source: Span, letters: Sequence[Word], who: int) -> None:
    """What is told where a pronoun or a description was taken for an actor."""
    one, role = reading.clusters[who], reading.roles[who] or ""
    if reading.named_in(source):
        told["only others named there"] = 1.0
    first = letters[0].text.lower()
    if first in _BODIES:
        named = reading.named_before(source[0])
        last = next((index for _, index in named if reading.clusters[index].kind != "person"), None)
        told[f"body named last: {'same' if last == who else 'other'}"] = 1.0
    if _is_pronoun(letters):
        told[f"pronoun: {'he or she' if first in PRONOUN_GENDER else PRONOUNS.get(first, 'relative')}"] = 1.0
        return
    known = {part.lower().strip(".,") for name in (one.name, *one.aliases, role) for part in name.split()}
    strangers = sum(
        word.text[0].isupper() and word.text.lower() not in known and not is_title(word.text) for word in letters[1:]
    )
    if strangers:
        told["stranger's name" if strangers > 1 else "one capital more"] = 1.0
    told[f"described: {one.kind}"] = 1.0
    noun = letters[find_head_end(letters) - 1].text.lower()
    if noun in role.lower().split() or (one.kind == "person" and who in reading.called.get(noun, ())):
        told["described by role"] = 1.0
    elif noun in one.name.lower().split():
        told["described by name"] = 1.0
    elif one.kind == "person":
        told["described by another word"] = 1.0
    if noun in load_words("documents") or noun in _PAPERS:
        told["described: document"] = 1.0
    if noun in load_words("bodies_called") and one.kind in ("organisation", "group"):
        told["described by a body's word"] = 1.0


def _says_who(reading: Reading, letters: Sequence[Word], who: int) -> bool:
    """Whether a phrase is some words of a body's name, in its order ("the sleep foundation"), or the office that one
    alone has of all who are named ("the governor")."""
    one, said = reading.clusters[who], [word.text.lower() for word in letters if word.tag != "DT"]
    if one.kind != "person":
        return len(said) > 1 and is_among(said, [part.strip(".,'’") for part in one.name.lower().split()])
    return len(said) == 1 and said[0] in _HELD_ONCE and reading.called.get(said[0], ()) == [who]


def _tell_past(told: Told, reading: Reading, draft: Draft, letters: Sequence[Word], who: int) -> None:
    """How far back the actor was named, and who else since."""
    document, clusters = reading.document, reading.clusters
    article, one = document.article, clusters[who]
    source = draft.source[0]
    start = min(source[0], draft.content[0][0])
    last = next((span for span, index in reading.named_before(start) if index == who), None)
    if last is None:
        told["not named before"] = 1.0
        return
    here = article.block_at(source[0])
    told["blocks back"] = float(min(here - article.block_at(last[0]), _MOST_BACK))
    since = takewhile(lambda naming: naming[0][0] > last[0], reading.named_before(start))
    rivals_since = {index for _, index in since if clusters[index].kind == one.kind} - {who}
    told["rivals between"] = math.log(1 + len(rivals_since))
    words = document.words_in(last)
    if words.stop < len(document.words) and document.words[words.stop].text in POSSESSIVES:
        told["last named in possession"] = 1.0
    if one.kind != "person":
        return
    near = {
        index
        for span, index in islice(reading.named_before(start), _RECENT)
        if clusters[index].kind == "person" and here - article.block_at(span[0]) <= _NEAR
    }
    told["people near"] = math.log(1 + len(near))
    gender = PRONOUN_GENDER.get(letters[0].text.lower())
    if gender is None:
        return
    if one.gender is None:
        told["gender unknown"] = 1.0
    rivals = sum(index != who and clusters[index].gender in (None, gender) for index in near)
    if rivals:
        told["rival of same gender"] = 1.0
        told["rivals of same gender"] = math.log(1 + rivals)
