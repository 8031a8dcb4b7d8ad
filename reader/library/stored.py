"""Articles and analyses as they lie in the file: small JSON, packed; read back only where every span fits the text."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar, get_args

from reader.analysis.model import Actor, Analysis, Claim, Sentence, Stats, Summary
from reader.article.model import Article, Block, BlockKind, Link, Span

T = TypeVar("T")
_KINDS: frozenset[str] = frozenset(get_args(BlockKind))
_SPAN_FIELDS = ("content", "cue", "source", "mentions")


class NotStored(ValueError):
    """What was read back is no article or analysis; the message says why."""


def pack(value: object) -> bytes:
    """JSON, compressed."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def unpack(blob: bytes) -> Any:
    """What `pack` was given. Raises NotStored."""
    try:
        return json.loads(zlib.decompress(blob).decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError, TypeError) as error:
        raise NotStored(f"it cannot be unpacked ({error})") from None


def article_as_dict(article: Article) -> dict[str, Any]:
    """An edition's text and facts; `article_from_dict` reads them back."""
    return {
        "text": article.text,
        "blocks": [[block.kind, *block.span, block.level] for block in article.blocks],
        "links": [[*link.span, link.url] for link in article.links],
        "source": article.source,
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published,
        "site": article.site,
        "url": article.url,
        "language": article.language,
        "notes": list(article.notes),
    }


def article_from_dict(values: object) -> Article:
    """The article again. Raises NotStored."""
    if not isinstance(values, Mapping) or not isinstance(text := values.get("text"), str):
        raise NotStored("no text")
    blocks, last = [], 0
    for block in _listed(values, "blocks"):
        if not (isinstance(block, list) and len(block) == 4 and block[0] in _KINDS and type(block[3]) is int):
            raise NotStored("a block that is none")
        span = _span(block[1:3], len(text))
        if span[0] < last:
            raise NotStored("blocks that overlap")
        last = span[1]
        blocks.append(Block(block[0], span, block[3]))
    links = []
    for link in _listed(values, "links"):
        if not (isinstance(link, list) and len(link) == 3 and isinstance(link[2], str)):
            raise NotStored("a link that is none")
        links.append(Link(_span(link[:2], len(text)), link[2]))
    return Article(
        text,
        tuple(blocks),
        source=_words(values, "source") or "",
        title=_words(values, "title"),
        byline=_texts(values, "byline"),
        published=_words(values, "published"),
        site=_words(values, "site"),
        url=_words(values, "url"),
        language=_words(values, "language") or "en",
        links=tuple(links),
        notes=_texts(values, "notes"),
    )


def analysis_as_dict(analysis: Analysis) -> dict[str, Any]:
    """All that was found; `analysis_from_dict` reads it back."""
    return {
        "sentences": [[*each.span, each.block] for each in analysis.sentences],
        "actors": [_without_defaults(each) for each in analysis.actors],
        "claims": [_without_defaults(each) for each in analysis.claims],
        "summary": {
            "method": analysis.summary.method,
            "sentences": list(analysis.summary.sentences),
            "shortened": [[index, [list(span) for span in spans]] for index, spans in analysis.summary.shortened],
        },
        "stats": asdict(analysis.stats),
        "notes": list(analysis.notes),
    }


def analysis_from_dict(values: object, text: str) -> Analysis:
    """The analysis again, each span of it inside `text`. Raises NotStored."""
    if not isinstance(values, Mapping):
        raise NotStored("no analysis")
    size = len(text)
    sentences = []
    for each in _listed(values, "sentences"):
        if not (isinstance(each, list) and len(each) == 3 and type(each[2]) is int and each[2] >= 0):
            raise NotStored("a sentence that is none")
        sentences.append(Sentence(_span(each[:2], size), each[2]))
    actors = tuple(_made(Actor, each, size) for each in _listed(values, "actors"))
    claims = tuple(_made(Claim, each, size) for each in _listed(values, "claims"))
    if any(not claim.content for claim in claims):
        raise NotStored("a claim without content")
    summary = values.get("summary")
    if not isinstance(summary, Mapping):
        raise NotStored("no summary")
    picked = _listed(summary, "sentences")
    if any(type(each) is not int or not 0 <= each < len(sentences) for each in picked):
        raise NotStored("a summary of sentences that are not there")
    shortened = tuple(_shortened(each, picked, size) for each in _listed(summary, "shortened"))
    stats = values.get("stats")
    if not isinstance(stats, Mapping) or any(type(each) is not int for each in stats.values()):
        raise NotStored("no counts")
    known = {item.name for item in fields(Stats)}
    return Analysis(
        tuple(sentences),
        actors,
        claims,
        Summary(_words(summary, "method") or "lead", tuple(picked), shortened),
        Stats(**{name: value for name, value in stats.items() if name in known}),
        _texts(values, "notes"),
    )


def _shortened(value: object, picked: Sequence[int], size: int) -> tuple[int, tuple[Span, ...]]:
    """A shortened sentence of a summary again. Raises NotStored."""
    if not (isinstance(value, list) and len(value) == 2 and value[0] in picked and isinstance(value[1], list)):
        raise NotStored("a shortened sentence that is none")
    if not value[1]:
        raise NotStored("a shortened sentence of no words")
    return value[0], tuple(_span(each, size) for each in value[1])


def claim_as_dict(claim: Claim) -> dict[str, Any]:
    """One claim as an analysis holds it."""
    return _without_defaults(claim)


def _without_defaults(value: Any) -> dict[str, Any]:
    return {item.name: got for item in fields(value) if (got := getattr(value, item.name)) != item.default}


def _made(kind: type[T], values: object, size: int) -> T:
    """An actor or a claim of these values; what this Reader does not know of it is left out."""
    if not isinstance(values, Mapping):
        raise NotStored(f"no {kind.__name__.lower()}")
    given: dict[str, Any] = {}
    for item in fields(kind):  # type: ignore[arg-type]
        if item.name not in values:
            continue
        value = values[item.name]
        if item.name in _SPAN_FIELDS:
            given[item.name] = tuple(_span(each, size) for each in _list(value))
        elif isinstance(value, list):
            given[item.name] = _frozen(value)
        elif item.name.endswith("confidence"):
            if value is not None and not (type(value) in (int, float) and 0 <= value <= 1):
                raise NotStored(f"{item.name} is no share")
            given[item.name] = value
        elif value is None or isinstance(value, str | int | float):
            given[item.name] = value
        else:
            raise NotStored(f"{item.name} is of no known form")
    for name in ("id", "name", "kind", "type", "role", "speaker", "speaker_name", "within", "others"):
        if not isinstance(given.get(name), str | None):
            raise NotStored(f"{name} is no text")
    for name in ("aliases", "claims", "speakers"):
        if any(not isinstance(each, str) for each in given.get(name, ())):
            raise NotStored(f"{name} are no texts")
    for name in ("id", "name", "kind", "type"):
        if name in given and given[name] is None:
            raise NotStored(f"{name} is missing")
    try:
        return kind(**given)
    except TypeError:
        raise NotStored(f"a {kind.__name__.lower()} that lacks something") from None


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value


def _span(value: object, size: int) -> Span:
    pair = value if isinstance(value, list | tuple) else ()
    if len(pair) != 2 or any(type(each) is not int for each in pair) or not 0 <= pair[0] <= pair[1] <= size:
        raise NotStored("a span outside the text")
    return pair[0], pair[1]


def _list(value: object) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise NotStored("a list that is none")
    return list(value)


def _listed(values: Mapping[str, Any], name: str) -> list[Any]:
    return _list(values.get(name, []))


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    listed = _listed(values, name)
    if any(not isinstance(each, str) for each in listed):
        raise NotStored(f"{name} are no texts")
    return tuple(listed)


def _words(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise NotStored(f"{name} is no text")
    return value
