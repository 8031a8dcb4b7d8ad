"""What stands above the body: title, standfirst and byline, which the body's first lines may repeat or alone give."""

import re

from reader.article.assemble import Facts, Piece, byline_text, piece
from reader.article.html.facts import Habit
from reader.article.text.bylines import byline_names, names_in
from reader.article.text.line_kinds import date_of_line
from reader.article.text.same_words import are_same

_FIRST_LINES = 4
_LEAD_INS = {
    "fr": "par",
    "de": "von",
    "es": "por",
    "pt": "por",
    "it": "di",
    "nl": "door",
    "sv": "av",
    "nb": "av",
    "da": "af",
}
"""What `By` is in the languages whose bylines are read."""


def head_of(facts: Facts, above: str | None, dated: str | None, pieces: list[Piece], habit: Habit) -> list[Piece]:
    """Title, standfirst (`above`), byline and the date in the page's words (`dated`).

    What the body repeats of them is taken out of it; what its first lines alone give of author and date becomes facts.
    """
    _take_byline(facts, pieces, habit)
    head: list[Piece] = []
    title = facts.get("title")
    if title:
        head.append(piece("title", title))
        at = next((at for at, given in enumerate(pieces[:_FIRST_LINES]) if given.kind == "heading"), None)
        if at is not None and are_same(pieces[at].text, title):
            del pieces[at]
    if above and not (title and are_same(above, title)):
        if pieces and are_same(above, pieces[0].text):
            del pieces[0]
        if not any(are_same(above, given.text) for given in pieces[:3]):
            head.append(piece("standfirst", above))
    names = facts.get("byline", ())
    if names:
        head.append(piece("byline", byline_text(names)))
    if dated and not any(given.kind == "date" for given in pieces[:_FIRST_LINES]):
        head.append(piece("date", dated))
    return head


def _take_byline(facts: Facts, pieces: list[Piece], habit: Habit) -> None:
    known = {_letters(name) for name in facts.get("byline", ())}
    for given in list(pieces[:_FIRST_LINES]):
        words = " ".join(given.text.split())
        if given.kind == "date" and not facts.get("published"):
            facts["published"] = date_of_line(words, **habit)
        if given.kind not in ("paragraph", "list-item", "other") or len(words) > 120:
            continue
        names = byline_names(words) or _foreign_names(words, facts.get("language", "en"))
        if names and not known:
            facts["byline"] = names
            known = {_letters(name) for name in names}
        repeated = bool(known) and _letters(words) == _letters(byline_text(facts.get("byline", ())))
        if repeated or (names and known & {_letters(name) for name in names}):
            pieces[:] = [each for each in pieces if each is not given]


def _foreign_names(words: str, language: str) -> tuple[str, ...]:
    """The names of a byline that begins with what `By` is in the page's language."""
    lead_in = _LEAD_INS.get(language)
    first, _, rest = words.partition(" ")
    if not lead_in or first.casefold() != lead_in or len(words) > 80 or words.endswith((".", "!", "?")):
        return ()
    names = names_in(rest)
    return names if names and all(" " in name for name in names) else ()


def _letters(name: str) -> str:
    return "".join(re.findall(r"\w", name.casefold()))
