"""Who speaks, where and how: shares over a run's tables, in SQL that a reader can run alone, with their uncertainty."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.archive.finished import AGAIN, list_parts
from reader.archive.inputs import needed
from reader.archive.judge import read_verdicts, wilson
from reader.archive.plan import ArchiveError

RESAMPLES = 1000
"""Draws of articles with replacement from which the interval of a share is taken (percentile bootstrap, Efron 1979)."""

OUTER = "within IS NULL AND type = 'said'"

QUERIES = {
    "who speaks most": f"""
        SELECT mode(speaker_name ORDER BY speaker_name DESC) AS speaker, count(*) AS claims,
               count(DISTINCT article) AS articles
        FROM claims WHERE speaker IS NOT NULL AND {OUTER}
        GROUP BY speaker_key ORDER BY claims DESC, speaker_key LIMIT 20""",
    "by outlet and month": f"""
        SELECT coalesce(site, 'unknown') AS outlet, substr(published, 1, 7) AS month,
               count(DISTINCT article) AS articles, count(*) AS claims
        FROM claims JOIN articles USING (article) WHERE {OUTER} GROUP BY ALL ORDER BY outlet, month""",
    "the commonest cues": f"""
        SELECT lower(cue_text) AS cue, count(*) AS claims FROM claims
        WHERE cue_text <> '' AND {OUTER} GROUP BY ALL ORDER BY claims DESC, cue LIMIT 20""",
    "cues of those who speak most": f"""
        WITH most AS (SELECT speaker_key, mode(speaker_name ORDER BY speaker_name DESC) AS called
                      FROM claims WHERE speaker IS NOT NULL AND {OUTER}
                      GROUP BY speaker_key ORDER BY count(*) DESC, speaker_key LIMIT 5)
        SELECT called AS speaker, lower(cue_text) AS cue, count(*) AS claims
        FROM claims JOIN most USING (speaker_key) WHERE claims.speaker IS NOT NULL AND cue_text <> '' AND {OUTER}
        GROUP BY ALL ORDER BY called, claims DESC, cue LIMIT 25""",
}
"""Tables that a report prints; the views `articles`, `claims` and `actors` are the run's tables."""

SHARES = {
    "named sources": "speaker IS NOT NULL",
    "direct quotation": "kind = 'direct'",
    "people, of named sources": "actor_kind = 'person'",
    "institutions, of named sources": "actor_kind = 'organisation'",
}
_OF_NAMED = frozenset(("people, of named sources", "institutions, of named sources"))

MEASURED = (
    ("claims of speech, half of their words right (F1)", 0.894),
    ("… and their source right too (F1)", 0.876),
    ("sources of direct quotations (share right)", 0.968),
)
"""The engine's error on PolNeAR dev, 84 articles of US politics on which its settings were chosen, as the tagger's
model card has it: expect more of it elsewhere, and check a sample of your own."""

Table = tuple[tuple[str, ...], list[tuple[Any, ...]]]


def open_tables(folder: Path) -> Any:
    """A DuckDB connection with the run's tables as views. Raises ArchiveError without DuckDB or tables."""
    parts = list_parts(folder)
    connection = needed("duckdb", "duckdb").connect(
        config={"autoinstall_known_extensions": "false"}
    )  # it would fetch them
    for name in ("articles", "claims", "actors", "mentions", "sentences", "errors"):
        files = [str(folder / name / f"{part}.parquet").replace("'", "''") for part in parts]
        listed = ", ".join(f"'{file}'" for file in files)
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
    return connection


def ask(connection: Any, query: str) -> Table:
    """A query's columns and rows."""
    found = connection.execute(query)
    return tuple(column[0] for column in found.description), found.fetchall()


def measure_shares(connection: Any, seed: int = 1) -> Table:
    """Each share with the 95 % interval over articles: name, claims it is of, share, lower and upper end."""
    numpy = needed("numpy", "archive")
    rng = numpy.random.default_rng(seed)
    rows = []
    for name, condition in SHARES.items():
        where = f"{OUTER} AND speaker IS NOT NULL" if name in _OF_NAMED else OUTER
        counted = connection.execute(
            f"""SELECT hits, of, count(*) FROM (
                    SELECT count(*) FILTER (WHERE {condition}) AS hits, count(*) AS of
                    FROM (SELECT claims.*, actors.kind AS actor_kind FROM claims
                          LEFT JOIN actors ON claims.article = actors.article AND claims.speaker = actors.actor)
                    WHERE {where} GROUP BY article)
                GROUP BY hits, of ORDER BY hits, of"""
        ).fetchall()
        hits, of, articles = (numpy.array([row[at] for row in counted], numpy.int64) for at in range(3))
        rows.append((name, int((of * articles).sum()), *_interval(numpy, rng, hits, of, articles)))
    return ("share of", "claims", "share", "from", "to"), rows


def _interval(numpy: Any, rng: Any, hits: Any, of: Any, articles: Any) -> tuple[float, float, float]:
    """The share of hits and its interval, where so many `articles` have so many `hits` of so many claims each: articles
    that are alike are drawn together. What no article has, or every one, cannot vary in a draw: there it is Wilson's
    interval of as many articles."""
    total, drawn = int((of * articles).sum()), int(articles.sum())
    if not total:
        return 0.0, 0.0, 0.0
    share = int((hits * articles).sum()) / total
    if share in (0.0, 1.0):
        return share, *wilson(round(share * drawn), drawn)
    draws = rng.multinomial(drawn, articles / drawn, size=RESAMPLES)
    low, high = numpy.percentile((draws @ hits) / (draws @ of), (2.5, 97.5))
    return share, float(low), float(high)


def _unread(folder: Path, error: Exception) -> ArchiveError:
    found = re.search(r"[\w-]+/part-\d+\.parquet", str(error))
    file = f"{found[0]} " if found else "a table "
    return ArchiveError(f"{folder}: {file}cannot be read ({type(error).__name__}); {AGAIN}")


def report(folder: Path, show: Callable[[str, Table], None], checked: Path | None = None) -> None:
    """Ask everything and hand each table to `show` with its heading; `checked` is a sample with your verdicts."""
    duckdb = needed("duckdb", "duckdb")
    error: Table = ("what", "right"), list(MEASURED)
    measured = "measured on PolNeAR dev"
    if checked is not None:
        error = ("of claims that you checked", "claims", "right", "from", "to"), list(read_verdicts(checked))
        measured = "from your sample"
    try:
        with closing(open_tables(folder)) as connection:
            show("shares, with 95 % intervals over articles", measure_shares(connection))
            show(f"the engine's own error, {measured}", error)
            for heading, query in QUERIES.items():
                show(heading, ask(connection, query))
    except duckdb.Error as damage:
        raise _unread(folder, damage) from None
