"""Claims of the library whose words are those of a quotation, or nearly: candidates by their rarest words in common."""

import sqlite3
from collections.abc import Sequence

from reader.compare.relation import equal_blocks
from reader.compare.words import SMALL_WORDS, tokens_of
from reader.library.words import folded, keys_of

RAREST = 6
"""Words of the quotation that candidates are looked for by."""
_COMMON = 5000
"""Places of a word from which it tells nothing."""
_CANDIDATES = 4000
_COMPARED = 60
"""Candidates that share most words with the quotation, which are compared with it word by word."""
LEAST = 0.5
"""The share of the quotation's words, in their order, from which a claim is told."""


def like_words(connection: sqlite3.Connection, words: str, limit: int, full_text: bool) -> list[tuple[float, int]]:
    """The claims that have most of these words in their order: the share (0 to 1) and the claim's row, the best first.

    Where the Python has no FTS5 all claims are looked at.
    """
    wanted = tokens_of(words, ((0, len(words)),))
    keys = dict.fromkeys(key for key in keys_of(words) if key not in SMALL_WORDS and len(key) > 2)
    if not wanted or not keys:
        return []
    rows = _by_index(connection, list(keys)) if full_text else _all(connection)
    shared = sorted(
        ((len(keys.keys() & set(folded(text).split())), number, text) for number, text in rows), reverse=True
    )
    found = []
    for _, number, text in shared[:_COMPARED]:
        has = tokens_of(text, ((0, len(text)),))
        share = sum(n for _, _, n in equal_blocks(wanted, has)) / len(wanted)
        if share >= LEAST:
            found.append((share, number))
    return sorted(found, key=lambda each: (-each[0], each[1]))[:limit]


def _by_index(connection: sqlite3.Connection, keys: Sequence[str]) -> list[tuple[int, str]]:
    count = f"SELECT count(*) FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH ? LIMIT {_COMMON})"
    often = {key: connection.execute(count, (_quoted(key),)).fetchone()[0] for key in keys}
    rare = sorted((key for key in keys if 0 < often[key] < _COMMON), key=lambda key: often[key])[:RAREST]
    rare = rare or sorted(keys, key=lambda key: often[key])[:1]
    sql = (
        "SELECT claim.id, claim.words FROM claim_words JOIN claim ON claim.id = claim_words.rowid "
        "JOIN article ON article.id = claim.article WHERE claim_words MATCH ? AND article.removed IS NULL LIMIT ?"
    )
    found: dict[int, str] = {}
    for key in rare:
        found |= dict(connection.execute(sql, (_quoted(key), _CANDIDATES)))
        if len(found) > _CANDIDATES:
            break
    return list(found.items())


def _quoted(key: str) -> str:
    return f'words : "{key}"'


def _all(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    return connection.execute(
        "SELECT claim.id, claim.words FROM claim JOIN article ON article.id = claim.article "
        "WHERE article.removed IS NULL"
    ).fetchall()
