"""The words that deny a claim, looked up for libraries of before they were kept."""

import sqlite3
from functools import lru_cache


def add_lookup(connection: sqlite3.Connection) -> None:
    """Let SQL ask `denial_in(body, analysis, local)`."""
    connection.create_function("denial_in", 3, _denial_in, deterministic=True)


def _denial_in(body: bytes | None, analysis: bytes | None, local: str) -> str:
    return _denials(body, analysis).get(local, "") if body and analysis else ""


@lru_cache(maxsize=1)
def _denials(body: bytes, analysis: bytes) -> dict[str, str]:
    """By the claims' ids; an edition's claims stand together, so that each is unpacked once. Of one that is damaged
    nothing is told."""
    from reader.analysis.denial import denial_of
    from reader.library.stored import analysis_from_dict, article_from_dict, unpack

    try:
        article = article_from_dict(unpack(body))
        return {
            claim.id: denial_of(article, claim) for claim in analysis_from_dict(unpack(analysis), article.text).claims
        }
    except Exception:
        return {}
