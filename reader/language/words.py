"""Word spans after the Penn Treebank's conventions, through NLTK's `RegexpTokenizer` and one pattern."""

import re
from functools import cache

from nltk.tokenize.regexp import RegexpTokenizer

from reader.language import data as _data  # noqa: F401  (lifts NLTK's time limit)
from reader.language.abbreviations import WITH_STOP

Span = tuple[int, int]


@cache
def _tokenizer() -> RegexpTokenizer:
    """The tokenizer; its alternatives are tried in order at each place, so the longer thing comes first."""
    letter = r"[^\W\d_]"
    plain = rf"(?!can(?=not\b)){letter}++"
    longest_first = sorted(WITH_STOP, key=lambda word: (-len(word), word))
    with_stop = rf"[a-z.-]{{1,{len(longest_first[0]) + 2}}}\.(?!\w)"
    abbreviations = "|".join(map(re.escape, longest_first))
    clitic = r"(?:n['’]t|['’](?:s|m|d|ll|re|ve|em))"
    return RegexpTokenizer(
        rf"""(?ix)
        {plain}(?:[ ]{plain})*(?=[\s,]) | [,;:()“”"—]                       # runs of words, alike by the rules below
        | https?://[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]] | www\.[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]   # addresses
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                     # e-mail
        | [@\#]\w+                                                         # handles and hashtags
        | (?:{letter}\.){{2,}}(?:-(?={letter}))?{letter}{{0,3}}(?!\w)      # U.S., p.m., U.S.-led
        | (?={with_stop})(?<!\w)(?:[rd]-)?(?:{abbreviations})\.(?!\w)        # Sen., Mr., Jan., R-Tex.
        | (?-i:[A-Z]\.(?<!\w..)(?=\s*[A-Z(]))                              # initials
        | {clitic}(?!\w)
        | can(?=not\b)
        | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|pm|am|[kmb]|bn)?(?:-{letter}\w*)*(?!\w)        # numbers
        | \w+?(?=n['’]t\b)
        | \w+(?:(?:[-‐‑](?=\w)|&(?=\w)|['’](?!(?:s|m|d|ll|re|ve)\b)(?={letter}))\w+)*   # words, hyphens kept
        | \.\.+ | (?:\.\s){{2,}}\. | …+ | --+ | ``|'' | [!?]+ | \S
        """,
    )


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the words and punctuation marks of a text, or of a sentence in it, in order, with only white space
    between.

    As in the Penn Treebank "don't" is "do" and "n't", "Putin's" is "Putin" and "'s", an abbreviation keeps
    its stop and a hyphenated word is one; straight and curly marks are treated alike.
    """
    return [(at, at + len(word)) for word, at in zip(*cut_words(text, start, end), strict=True)]


def cut_words(text: str, start: int = 0, end: int | None = None) -> tuple[list[str], list[int]]:
    """The words and marks themselves, and where each begins: they are looked for one behind the other, which costs less
    than to have the tokenizer tell where it found them."""
    words: list[str] = []
    begins: list[int] = []
    for found in _tokenizer().tokenize(text[start:end]):
        at = text.index(found, start)
        start = at + len(found)
        if " " in found and found[0] != ".":
            run = found.split(" ")
            words += run
            for word in run:
                begins.append(at)
                at += len(word) + 1
        else:
            words.append(found)
            begins.append(at)
    return words, begins
