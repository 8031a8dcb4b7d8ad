"""One claim with its citation: who said it, as what, in which article, where and when."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Literal, get_args
from urllib.parse import quote

from reader.analysis.model import Analysis, Claim
from reader.article.model import Article, Span
from reader.export.as_json import claim_as_dict, json_text
from reader.export.claim_words import (
    NOBODY,
    cue_text,
    first_role,
    flatten,
    is_denied,
    is_named,
    quoted_text,
    quotes_speaker,
    reported_sentence,
    speaker_chain,
    speaker_name,
    speaker_role,
    told_by,
)
from reader.export.markdown_text import escape, write_link

CitationStyle = Literal["quote", "markdown", "plain", "bibtex", "json", "link"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PARTICLES = frozenset(("de", "da", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "al"))
_EDGES = " \n\t.,;:!?…\"'“”‘’«»"
_INNER = str.maketrans("“”", "‘’")


def list_styles(article: Article) -> tuple[CitationStyle, ...]:
    """The styles that this article can be cited in: "link" needs a web address."""
    styles: tuple[CitationStyle, ...] = get_args(CitationStyle)
    return styles if _web(article) else tuple(style for style in styles if style != "link")


def cite_claim(article: Article, analysis: Analysis, claim: Claim, style: str = "quote") -> str:
    """The claim's words and where they come from, without a line end.

    Words in quotation marks are the speaker's. What the article only reports, and what a speaker denied, is
    given as the article's own sentence, cue and all. `quote` has the credit on a second line, `plain` is
    the words alone, `markdown` a block quote, `bibtex` a @misc entry, `json` one object, `link` the address
    with a text fragment. Raises ValueError for an unknown style, and for `link` where the article
    has no web address.
    """
    if style == "quote":
        return f"{_words(article, analysis, claim)}\n— {_credit(article, analysis, claim)}"
    if style == "plain":
        return _words(article, analysis, claim)
    if style == "markdown":
        words = escape(_words(article, analysis, claim))
        return f"> {words}\n>\n> — {_markdown_credit(article, analysis, claim)}"
    if style == "bibtex":
        return _bibtex(article, analysis, claim)
    if style == "json":
        return json_text(_record(article, analysis, claim), indent=2)
    if style == "link":
        return link_to_words(article, claim)
    raise ValueError(f"unknown citation style {style!r}: choose one of {', '.join(get_args(CitationStyle))}")


def cite_passage(article: Article, span: Span, style: str = "quote") -> str:
    """Any stretch of the article and where it comes from, in the styles of `cite_claim`.

    The words are the article's own, whoever speaks in them, so that nobody is named as their speaker. Raises ValueError
    where `cite_claim` does.
    """
    words = article.words_of(span).strip()
    if style == "plain":
        return words
    if style == "quote":
        places = ", ".join(list_origin(article))
        return f"{words}\n— {places}" if places else words
    if style == "markdown":
        quoted = "\n>\n".join(f"> {escape(flatten(part))}" for part in words.split("\n\n"))
        credit = _markdown_places(article)
        return f"{quoted}\n>\n> — {', '.join(credit)}" if credit else quoted
    if style == "bibtex":
        return bibtex_entry(article, article.site or "article", words)
    if style == "json":
        record = {"text": words, "span": list(span), **_origin(article)}
        return json_text({**record, "link": _fragment_link(article, [span]) if _web(article) else None}, indent=2)
    if style == "link":
        return _fragment_link(article, [span])
    raise ValueError(f"unknown citation style {style!r}: choose one of {', '.join(get_args(CitationStyle))}")


def link_to_words(article: Article, claim: Claim) -> str:
    """The article's address with a text fragment (WICG Scroll to Text Fragment), so that browsers scroll to
    the words.

    Raises ValueError where the article has no http(s) address.
    """
    return _fragment_link(article, claim.content)


def _fragment_link(article: Article, spans: Sequence[Span]) -> str:
    address = _web(article)
    if not address:
        raise ValueError("this article has no web address, so there is no link to copy: choose another style")
    parts = [part for span in spans for part in _within_blocks(article, span)]
    fragments = "&".join(f"text={_fragment(article, part)}" for part in parts)
    page, mark, anchor = address.partition("#")
    anchor = anchor.split(":~:")[0] if mark else ""
    return f"{page}#{anchor}:~:{fragments}"


def show_date(published: str | None) -> str | None:
    """A date as people write it ("12 March 2026"); what cannot be read as ISO 8601 stays as it is."""
    if not published:
        return None
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return flatten(published)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def list_origin(article: Article) -> list[str]:
    """Title, site, date and address of the article, each only where it is known."""
    title = f"“{flatten(article.title).translate(_INNER)}”" if article.title else None
    parts = (title, flatten(article.site or ""), show_date(article.published), _web(article))
    return [part for part in parts if part]


def _web(article: Article) -> str | None:
    return article.url if article.url and re.match(r"https?://", article.url) else None


def _words(article: Article, analysis: Analysis, claim: Claim) -> str:
    if quotes_speaker(article, claim):
        return quoted_text(article, claim)
    cue = cue_text(article, claim)
    return reported_sentence(article, analysis, claim) or (
        f"[{cue}] {quoted_text(article, claim)}" if cue else quoted_text(article, claim)
    )


def _speaker(analysis: Analysis, claim: Claim) -> tuple[str, str | None]:
    name = speaker_name(analysis, claim)
    if name != NOBODY and not is_named(analysis, claim):
        name = f"“{name}”, not identified"
    return name, speaker_role(analysis, claim)


def _verb(article: Article, claim: Claim) -> str:
    return "quoted in" if quotes_speaker(article, claim) else "reported in"


def _credit(article: Article, analysis: Analysis, claim: Claim) -> str:
    name, role = _speaker(analysis, claim)
    who = (f"{name}, {role}" if role else name) + told_by(analysis, claim)
    places = list_origin(article)
    return f"{who}, {_verb(article, claim)} {', '.join(places)}" if places else who


def _markdown_credit(article: Article, analysis: Analysis, claim: Claim) -> str:
    name, role = _speaker(analysis, claim)
    who = f"**{escape(name)}**" + (f", {escape(role)}" if role else "")
    who += escape(told_by(analysis, claim))
    parts = _markdown_places(article)
    return f"{who}, {_verb(article, claim)} {', '.join(parts)}" if parts else who


def _markdown_places(article: Article) -> list[str]:
    """Title, linked to its address, site and date of the article, each only where it is known."""
    address = _web(article)
    title = article.title or (address if address else None)
    parts = []
    if title:
        parts.append(write_link(title, address) if address else f"“{escape(title.translate(_INNER))}”")
    if article.site:
        parts.append(f"*{escape(article.site)}*")
    if date := show_date(article.published):
        parts.append(escape(date))
    return parts


def _record(article: Article, analysis: Analysis, claim: Claim) -> dict[str, object]:
    return {
        **claim_as_dict(article, claim),
        "speaker_name": None if (name := speaker_name(analysis, claim)) == NOBODY else name,
        "role": first_role(analysis, claim),
        "cue_text": cue_text(article, claim) or None,
        "denied": is_denied(article, claim),
        "chain": speaker_chain(analysis, claim),
        **_origin(article),
        "link": link_to_words(article, claim) if _web(article) else None,
    }


def _origin(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "byline": list(article.byline),
        "site": article.site,
        "published": article.published,
        "url": article.url,
    }


_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "“": "``", "”": "''", "…": r"\ldots{}",
}  # fmt: skip


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in flatten(text))


def _bibtex(article: Article, analysis: Analysis, claim: Claim) -> str:
    name, role = _speaker(analysis, claim)
    who = (f"{name}, {role}" if role else name) + told_by(analysis, claim)
    return bibtex_entry(article, name, f"{who}: {_words(article, analysis, claim)}")


def bibtex_entry(article: Article, name: str, note: str = "") -> str:
    """A @misc entry; `name` stands in its key where the article has neither author nor site."""
    return bibtex_under(citation_key(article, name), article, note)


def citation_key(article: Article, name: str) -> str:
    """What a citation goes by: author, else site, else `name`; the year, and the title's first long word."""
    dated = _DATE.match(article.published or "")
    author = article.byline[0].split()[-1] if article.byline and article.byline[0].split() else article.site or name
    first = next((word for word in re.findall(r"[^\W_]+", article.title or "") if len(word) > 3), "article")
    return re.sub(r"[^a-z0-9]", "", f"{author}{dated[1] if dated else ''}{first}".lower()) or "article"


def bibtex_under(key: str, article: Article, note: str = "") -> str:
    """A @misc entry under a key of the caller's."""
    dated = _DATE.match(article.published or "")
    address = _web(article)
    fields = {
        "author": " and ".join(_bibtex_name(person) for person in article.byline),
        "title": f"{{{_tex(article.title)}}}" if article.title else "",
        "howpublished": _tex(article.site or ""),
        "year": dated[1] if dated else "",
        "month": _MONTHS[int(dated[2]) - 1][:3].lower() if dated and dated[2] and 1 <= int(dated[2]) <= 12 else "",
        "url": re.sub(r"[\s{}\\]", lambda match: f"%{ord(match[0]):02X}", address) if address else "",
        "note": _tex(note),
    }
    lines = [
        f"  {field:<12} = {value}," if field == "month" else f"  {field:<12} = {{{value}}},"
        for field, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _bibtex_name(byline: str) -> str:
    """A person's name as BibTeX takes names apart; what looks like no person's name is kept whole by braces."""
    return _tex(byline) if is_persons_name(byline) else f"{{{_tex(byline)}}}"


def is_persons_name(byline: str) -> bool:
    """Whether an author's name can be taken apart: two to four words, each with a capital or a particle."""
    words = byline.split()
    person = 2 <= len(words) <= 4 and all(word[:1].isupper() or word in _PARTICLES for word in words)
    return person and "," not in byline


def _within_blocks(article: Article, span: Span) -> list[Span]:
    """The span cut at the ends of blocks, since a fragment's start and end each lie in one element of the
    page.
    """
    parts: list[Span] = []
    for block in article.blocks[article.block_at(span[0]) : article.block_at(max(span[0], span[1] - 1)) + 1]:
        start, end = max(span[0], block.span[0]), min(span[1], block.span[1])
        if article.text[start:end].strip():
            parts.append((start, end))
    return parts or [span]


def _fragment(article: Article, span: Span) -> str:
    """`start,end` for a long run of words, the words themselves for a short one; whole words, percent-encoded.

    Words that the article uses more than once get `prefix-,` before them: what stands just before in their block.
    """
    words = article.words_of(span)
    start = span[0] + len(words) - len(words.lstrip(_EDGES))
    trimmed = flatten(words.strip(_EDGES)) or flatten(words)
    listed = trimmed.split(" ")
    prefix = ""
    if _searched(article.text).count(trimmed.casefold()) > 1 and article.blocks:
        before = article.text[article.blocks[article.block_at(start)].span[0] : start]
        prefix = flatten(" ".join(before.split()[-3:]))
    shown = [trimmed] if len(listed) <= 10 else [" ".join(listed[:5]), " ".join(listed[-5:])]
    encoded = ",".join(_percent(part) for part in shown)
    return f"{_percent(prefix)}-,{encoded}" if prefix else encoded


@lru_cache(maxsize=2)
def _searched(text: str) -> str:
    """A text as a browser searches it, kept for all claims of an article."""
    return flatten(text).casefold()


def _percent(words: str) -> str:
    """Percent-encoded, the hyphen too: a bare one marks a prefix or suffix in a text fragment."""
    return quote(words, safe="").replace("-", "%2D")
