"""What can be the source and the content of a claim at all, by the kinds of their words: a noun phrase, a pronoun or a
name says something, and what is said is a clause, a quotation or a thing that is called or denied."""

import re
from collections.abc import Sequence

from reader.analysis.document.cues import OBJECT, SAID_LEMMAS, lemma_of
from reader.analysis.document.document import FINITE, Document, Word
from reader.analysis.document.lexicon import load_words
from reader.analysis.document.phrases import RELATIVE_TAGS
from reader.analysis.document.titles import load_titles
from reader.article.model import Span

_FEWEST = 2
_ENDS_NOWHERE = ("DT", "PRP$", "IN", "TO", "MD", "CC", "WP$", "RBR", "PDT")
"""Tags of words that no noun phrase ends with."""
_ALONE = load_words("pronouns_speaking") | frozenset(
    ["this", "that", "these", "those", "some", "all", "both", "another", "neither", "either", "each"]
)
"""Words of these tags, and pronouns, that stand for somebody or something by themselves."""
_SHORTENED = re.compile(r"[’'](?:re|ve|ll|m|d)$|^(?:it|he|she|that|there|who|what)[’']s$", re.IGNORECASE)


def is_shortened(word: Word) -> bool:
    """Whether a word is a verb that is written short, or ends in one: "’re", "it’s"."""
    return ("’" in word.text or "'" in word.text) and _SHORTENED.search(word.text) is not None


def is_source(document: Document, source: Sequence[Span]) -> bool:
    """Whether some words can be who says something: a noun phrase, a name or a pronoun, with no verb of its own but in
    a relative clause ("there was a", "the pair still live" are none). True of none at all."""
    return all(map(_is_phrase, map(document.list_letters, source)))


def trim_source(document: Document, source: Span) -> Span:
    """A source without a verb that it ends in, and without the "as" of its cue: "a guard", not "a guard came"; what is
    taken for one but has a verb behind is a noun ("intelligence analysts had said")."""
    at = document.words_in(source)
    words = [document.words[i] for i in at]
    if len(words) > 1 and words[-1].text == "as":
        return source[0], words[-2].end
    plural = words[-1:] and words[-1].text.endswith("s") and words[-1].text.lower() not in load_words("auxiliaries")
    if plural and at.stop < len(document.words) and document.words[at.stop].is_verb:
        return source
    if len(words) > 1 and words[-1].is_finite and words[-2].tag.startswith(("NN", "PRP")) and words[-1].text.islower():
        return source[0], words[-2].end
    return source


def _is_phrase(letters: Sequence[Word]) -> bool:
    if not letters:
        return False
    if len(letters) == 1 and letters[0].text.lower() in ("whoever", "whomever"):
        return False  # "whoever said it never stood in front of one"
    last = letters[-1]
    if last.tag in _ENDS_NOWHERE and last.text.lower() not in _ALONE:
        return False
    stop = next((i for i, word in enumerate(letters) if i and word.tag in RELATIVE_TAGS), len(letters))
    core = letters[:stop]
    for i, word in enumerate(core):
        if word.tag == "EX" and word.text.lower() == "there":  # of "there was": tags take "elsewhere" for it
            return False
        if i and word.tag in FINITE and _is_certain_verb(core, i):
            return False
    return any(map(_may_say, core))


def _may_say(word: Word) -> bool:
    """Whether a word may be the one that a phrase stands for somebody by."""
    named = word.tag.startswith(("NN", "PRP", "CD", "JJ", "FW", "W")) or word.text[0].isupper() or word.tag == "DT"
    return named or word.text.lower() in _ALONE


def _is_certain_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word with the tag of a verb with a tense is one, as far as tags can be trusted: "assigned" is told
    wrongly, and an office is none ("WA premier")."""
    word = words[at]
    if word.text[0].isupper():
        return False
    if word.tag == "MD":
        return True
    if word.tag == "VBD":
        text = word.text.lower()
        past = not text.endswith(("ed", "en", "n", "t", "d")) or text in ("had", "went", "said")
        return past and text not in load_titles("office")
    return at + 1 < len(words) and not words[at + 1].tag.startswith(("NN", "VB"))


def holds_statement(document: Document, content: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether a content is something said: a quotation, a clause, or what is called, blamed or denied."""
    words = document.gather_words(content)
    letters = [word for word in words if word.text[0].isalnum() or word.text[0] in "$£€" or word.is_verb]
    if document.count_quoted(letters):
        return True
    lemmas = {lemma_of(word.text) for word in document.gather_words(cue)}
    if len(letters) < _FEWEST:
        return any(is_shortened(word) or ("say" in lemmas and word.tag.startswith("NN")) for word in letters)
    if letters[0].text.lower() == "as":
        return any(word.is_verb for word in letters)
    if any(word.is_verb or is_shortened(word) for word in letters[1:]):
        return True
    if letters[0].is_verb:
        return letters[0].tag == "VBG" or bool(lemmas & SAID_LEMMAS)
    return "say" in lemmas or not lemmas.isdisjoint(OBJECT) or is_shortened(letters[0])
