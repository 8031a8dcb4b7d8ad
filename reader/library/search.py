"""Search of everything read: marks, claims and texts, ranked together, each with the words in their place."""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from typing import Any

from reader.article.model import Span
from reader.library.anchors import Anchor, find_anchor
from reader.library.articles import newest_edition, newest_number
from reader.library.model import Hit
from reader.library.query import Query, Term, as_match, names_speaker, places_of, stands_in
from reader.library.stored import unpack
from reader.library.words import fold_letters, folded, keys_of, words_of

_AROUND = 14
"""Words shown before and behind what was found."""
_FUSE = 60.0
"""The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009)."""
_MOST_PLACES = 300
"""Of one text, among which the best is chosen."""
_NEAR = 170
"""Characters within which words are near each other: about as many as are shown."""
Filters = tuple[list[str], list[Any]]
"""Conditions in SQL, and the values that they ask for."""
_SITES = "SELECT DISTINCT site FROM article WHERE site IS NOT NULL LIMIT 20000"
_CANDIDATES = 1000
"""Of the places that match, the newest, among which the best are chosen: all there are, but of common words."""
_MOST_COUNTED = 50_000
"""Places of one word that are counted to rank by it; what is more common tells nothing."""
_UNRANKED = "0"
_MOST_IN_PHRASE = 20_000
_LONG_BEGINNING = 5
"""Letters of a beginning* of which so few words begin that their places can be counted."""
_CLAIM_KINDS = ("direct", "indirect", "mixed")
_CLAIM_TYPES = ("said", "thought")


def search(connection: sqlite3.Connection, query: Query, limit: int, full_text: bool) -> list[Hit]:
    """The best places, the best first; where nothing but filters is given, the newest."""
    if query.is_empty or limit < 1:
        return []
    claim_only = bool(query.speakers) or any(kind in query.kinds for kind in (*_CLAIM_KINDS, *_CLAIM_TYPES))
    filters = _filters(connection, query)
    lanes: list[list[tuple[str, int]]] = []
    if _wants(query, "mark") and not claim_only:
        lanes.append([("mark", number) for number in _marks(connection, query, filters, limit, full_text)])
    if _wants(query, "claim"):
        lanes.append([("claim", number) for number in _claims(connection, query, filters, limit, full_text)])
    if _wants(query, "article") and not claim_only:
        lanes.append([("article", number) for number in _editions(connection, query, filters, limit, full_text)])
    scores: dict[tuple[str, int], float] = {}
    for lane in lanes:
        for rank, found in enumerate(lane):
            scores[found] = 1 / (_FUSE + rank)
    hits: list[Hit] = []
    shown: set[tuple[int, Span]] = set()
    for kind, number in nlargest(2 * limit, scores, key=lambda each: scores[each]):
        hit = _hit(connection, query, kind, number)
        if hit is None or (hit.kind == "article" and hit.span and _is_within(hit.span, hit.edition, shown)):
            continue
        if hit.span is not None:
            shown.add((hit.edition, hit.span))
        hits.append(hit)
        if len(hits) == limit:
            break
    return hits


def _is_within(span: Span, edition: int, shown: Iterable[tuple[int, Span]]) -> bool:
    return any(of == edition and start <= span[0] and span[1] <= end for of, (start, end) in shown)


def _wants(query: Query, kind: str) -> bool:
    """Whether this kind of place is looked for: where none is named, all are."""
    of_claims = any(each in (*_CLAIM_KINDS, *_CLAIM_TYPES) for each in query.kinds)
    return not query.kinds or kind in query.kinds or (kind == "claim" and of_claims)


def _filters(connection: sqlite3.Connection, query: Query) -> Filters:
    """Conditions on the article of a place."""
    parts, values = ["article.removed IS NULL"], []
    day = "substr(coalesce(article.published, date(article.added, 'unixepoch')), 1, 10)"
    if query.since:
        parts.append(f"{day} >= ?")
        values.append(query.since)
    if query.until:
        parts.append(f"{day} <= ?")
        values.append(query.until)
    for outlet in query.outlets:
        condition, wanted = outlet_condition(connection, outlet)
        parts.append(condition)
        values += wanted
    return parts, values


def outlet_condition(connection: sqlite3.Connection, outlet: str) -> tuple[str, list[Any]]:
    """What holds of the articles of an outlet: its folded words are in the site's name, or in the address."""
    sites = [site for (site,) in connection.execute(_SITES) if outlet in folded(site)]
    address = f"%{outlet.replace(' ', '_')}%"
    return f"(article.site IN ({', '.join('?' * len(sites))}) OR article.url LIKE ?)", [*sites, address]


def _tag_filter(query: Query, mark: bool = False) -> tuple[list[str], list[Any]]:
    parts, values = [], []
    for tag in query.tags:
        of_article = "EXISTS (SELECT 1 FROM article_tag WHERE article_tag.article = article.id AND fold(tag) = ?)"
        of_mark = "EXISTS (SELECT 1 FROM mark_tag WHERE mark_tag.mark = mark.id AND fold(tag) = ?)"
        parts.append(f"({of_article} OR {of_mark})" if mark else of_article)
        values += [folded(tag)] * (2 if mark else 1)
    return parts, values


def _claims(connection: sqlite3.Connection, query: Query, filters: Filters, limit: int, full_text: bool) -> list[int]:
    parts, values = filters
    tagged, tags = _tag_filter(query)
    parts, values = parts + tagged, values + tags
    for column, among in (("kind", _CLAIM_KINDS), ("type", _CLAIM_TYPES)):
        chosen = [kind for kind in query.kinds if kind in among]
        if chosen:
            parts.append(f"claim.{column} IN ({', '.join('?' * len(chosen))})")
            values += chosen
    match = as_match(query, "speaker")
    where = " AND ".join(parts)
    tables = f"article {_by_day(query)} CROSS JOIN claim ON claim.article = article.id"
    if full_text and match:
        rank = "rank" if _is_telling(connection, "claim_words", query) else _UNRANKED
        joined = "claim_words JOIN claim ON claim.id = claim_words.rowid JOIN article ON article.id = claim.article"
        if len(parts) == 1:  # the index holds nothing that is out of sight
            joined, where, values = "claim_words", "1", []
        return _best(connection, "claim_words", joined, rank, where, match, values, limit)
    newest = "ORDER BY coalesce(article.published, '') DESC, article.id, claim.id"
    if not match:
        sql = f"SELECT claim.id FROM {tables} WHERE {where} {newest} LIMIT ?"
        return [row[0] for row in connection.execute(sql, (*values, limit))]
    found = []
    for number, speaker, words in connection.execute(
        f"SELECT claim.id, speaker, claim.words FROM {tables} WHERE {where} {newest}", values
    ):
        names = keys_of(speaker)
        if names_speaker(query.speakers, names) and _fits(query, [*names, "", *keys_of(words)]):
            found.append(number)
            if len(found) == limit:
                break
    return found


def _by_day(query: Query) -> str:
    """How articles are walked where no word is sought: from the newest day back until there are enough, unless a tag
    makes them few."""
    return "" if query.tags else "INDEXED BY article_by_day"


def _editions(connection: sqlite3.Connection, query: Query, filters: Filters, limit: int, full_text: bool) -> list[int]:
    parts, values = filters
    tagged, tags = _tag_filter(query)
    where, values = " AND ".join(parts + tagged), values + tags
    match = as_match(query)
    if full_text and match:
        rank = "bm25(edition_words, 4.0, 1.0)" if _is_telling(connection, "edition_words", query) else _UNRANKED
        joined = "edition_words JOIN edition ON edition.id = edition_words.rowid JOIN article ON article.id = article"
        if where == "article.removed IS NULL":
            joined, where = "edition_words", "1"
        return _best(connection, "edition_words", joined, rank, where, match, values, limit)
    newest = "ORDER BY coalesce(article.published, '') DESC, article.id"
    numbers = connection.execute(f"SELECT article.id FROM article {_by_day(query)} WHERE {where} {newest}", values)
    found: list[int] = []
    for (number,) in numbers:
        if not match:
            found += [newest for newest in (newest_number(connection, number),) if newest is not None]
            if len(found) == limit:
                break
            continue
        edition = newest_edition(connection, number)
        if edition is not None and _fits(
            query, [*keys_of(edition.article.title or ""), "", *keys_of(edition.article.text)]
        ):
            found.append(edition.number)
            if len(found) == limit:
                break
    return found


def _marks(connection: sqlite3.Connection, query: Query, filters: Filters, limit: int, full_text: bool) -> list[int]:
    parts, values = filters
    tagged, tags = _tag_filter(query, mark=True)
    where, values = " AND ".join(parts + tagged), values + tags
    match = as_match(query)
    tables = "mark JOIN article ON article.id = mark.article"
    if full_text and match:
        joined = "mark_words JOIN mark ON mark.id = mark_words.rowid JOIN article ON article.id = mark.article"
        return _best(connection, "mark_words", joined, "rank", where, match, values, limit)
    found = []
    for number, anchor, note in connection.execute(
        f"SELECT mark.id, anchor, note FROM {tables} WHERE {where} ORDER BY mark.at DESC", values
    ):
        if not match or _fits(query, keys_of(f"{json.loads(anchor)['exact']} {note}")):
            found.append(number)
            if len(found) == limit:
                break
    return found


def _best(
    connection: sqlite3.Connection,
    table: str,
    joined: str,
    rank: str,
    where: str,
    match: str,
    values: Sequence[Any],
    limit: int,
) -> list[int]:
    """The rows of an index that match, the best first, chosen among the newest: SQLite walks them from the last one
    back and stops, however many more there are."""
    sql = (
        f"SELECT number FROM (SELECT {table}.rowid AS number, {rank} AS worth FROM {joined} WHERE {table} MATCH ? "
        f"AND {where} ORDER BY {table}.rowid DESC LIMIT {limit if rank == _UNRANKED else max(limit, _CANDIDATES)}) "
        "ORDER BY worth, number DESC LIMIT ?"
    )
    return [number for (number,) in connection.execute(sql, (match, *values, limit))]


def _is_telling(connection: sqlite3.Connection, table: str, query: Query) -> bool:
    """Whether the places of what is sought can be counted in no time, as ranking by BM25 must; common words cannot."""

    def many(key: str, most: int) -> bool:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {most})"
        return bool(connection.execute(sql, (f'"{key}"',)).fetchone()[0] == most)

    for term in (*query.terms, *query.speakers):
        keys = [key for key in term.keys if key]
        if term.begins and len(keys[-1]) < _LONG_BEGINNING:
            return False
        if len(keys) == 1 and many(keys[0], _MOST_COUNTED):
            return False
        if len(keys) > 1 and all(many(key, _MOST_IN_PHRASE) for key in keys):
            return False
    return True


def _fits(query: Query, words: Sequence[str]) -> bool:
    return stands_in(query.terms, words) and not any(stands_in([term], words) for term in query.without)


_FACTS = "article.id, article.title, article.site, substr(coalesce(article.published, ''), 1, 10)"


def _hit(connection: sqlite3.Connection, query: Query, kind: str, number: int) -> Hit | None:
    if kind == "claim":
        row = connection.execute(
            f"SELECT {_FACTS}, edition, speaker, claim.words, start, stop, denial FROM claim JOIN article "
            "ON article.id = claim.article WHERE claim.id = ?",
            (number,),
        ).fetchone()
        if row is None:
            return None
        found, span = _found_in(query, row[6]), (row[7], row[8])
        return Hit("claim", row[0], row[4], row[1], row[2], row[3], row[5], row[6], found, span, row[9])
    if kind == "mark":
        row = connection.execute(
            f"SELECT {_FACTS}, anchor, note FROM mark JOIN article ON article.id = mark.article WHERE mark.id = ?",
            (number,),
        ).fetchone()
        if row is None:
            return None
        anchor = Anchor.from_dict(json.loads(row[4]))
        edition = newest_edition(connection, row[0])
        words = f"{' '.join(anchor.exact.split())}{' — ' if row[5] else ''}{' '.join(row[5].split())}"
        place = find_anchor(edition.article.text, anchor) if edition else None
        of = edition.number if edition else 0
        return Hit("mark", row[0], of, row[1], row[2], row[3], "", words, _found_in(query, words), place)
    row = connection.execute(
        f"SELECT {_FACTS}, body FROM edition JOIN article ON article.id = edition.article WHERE edition.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    text = str(unpack(row[4])["text"])
    shown, found, span = excerpt(query, text)
    return Hit("article", row[0], number, row[1], row[2], row[3], "", shown, found, span)


def _found_in(query: Query, text: str) -> tuple[Span, ...]:
    words = words_of(text)
    return tuple((words[at].span[0], words[end - 1].span[1]) for at, end in places_of(query.terms, words))


def excerpt(query: Query, text: str) -> tuple[str, tuple[Span, ...], Span]:
    """The stretch of a text that holds most of what is sought, where in it that stands, and the first such words' span
    in the text itself."""
    at = _densest(query.terms, text) if query.terms else 0
    begin, stop = (0, len(text)) if at is None else _neighbourhood(text, at)
    words = words_of(text[begin:stop])
    if not words:
        return "", (), (0, 0)
    places = places_of(query.terms, words)
    first = next((place for place, _ in places if at is None or words[place].span[0] + begin >= at), 0)
    start = words[max(0, first - _AROUND)].span[0] + begin
    end = words[min(len(words) - 1, first + _AROUND)].span[1] + begin
    flat = "".join(" " if letter.isspace() else letter for letter in text[start:end])
    inside = [(words[at].span[0] + begin, words[to - 1].span[1] + begin) for at, to in places]
    found = tuple((a - start, b - start) for a, b in inside if start <= a and b <= end)
    here = next(((a, b) for a, b in inside if a >= words[first].span[0] + begin), (start, start))
    return flat, found, here


def _densest(terms: Sequence[Term], text: str) -> int | None:
    """Where in a text most of the terms stand near each other; None where that cannot be told without reading it."""
    letters = fold_letters(text)
    found = sorted(
        (place.start(), number)
        for number, term in enumerate(terms)
        for place in islice(_pattern(term).finditer(letters), _MOST_PLACES)
    )
    best, most = None, 0
    for at, (place, _) in enumerate(found):
        near = len({number for other, number in found[at : at + 50] if other < place + _NEAR})
        if near > most:
            best, most = place, near
    return best


@lru_cache(maxsize=64)
def _pattern(term: Term) -> re.Pattern[str]:
    """What finds a term in a text whose letters are folded."""
    between = r"[\W_]+" if all(key.isascii() for key in term.keys) else r"[\W_]*"
    words = between.join(map(re.escape, filter(None, term.keys)))
    return re.compile(rf"(?<![a-z0-9]){words}" + ("" if term.begins else "(?![a-z0-9])"))


def _neighbourhood(text: str, at: int) -> Span:
    """Some hundred characters around a place, from the beginning of a word to the end of one."""
    begin, stop = max(0, at - 2 * _NEAR), min(len(text), at + 3 * _NEAR)
    while begin > 0 and not text[begin - 1].isspace() and begin > at - 4 * _NEAR:
        begin -= 1
    while stop < len(text) and not text[stop].isspace() and stop < at + 5 * _NEAR:
        stop += 1
    return max(0, begin), stop
