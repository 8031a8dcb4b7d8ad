"""Texts as the product reads them, GUM's among them."""

from collections.abc import Iterator, Sequence
from typing import Any

from reader.analysis.actors.clusters import Cluster, cluster_names
from reader.analysis.claims.checks import check_attributions
from reader.analysis.claims.drafts import Draft, draft_claims
from reader.analysis.document.document import Document
from reader.analysis.engine import find_attributions
from reader.article import article_from_text
from reader.article.model import Article


def read_article(article: Article) -> tuple[Document, tuple[Cluster, ...], Sequence[Draft]]:
    """An article's document, clusters and claims."""
    document, attributions, names, _ = find_attributions(article)
    drafts = draft_claims(document, check_attributions(document, attributions))
    return document, cluster_names(document, names, (span for draft in drafts for span in draft.source)), drafts


def read_gold(
    docs: Sequence[dict[str, Any]], every: int = 1
) -> Iterator[tuple[dict[str, Any], Document, tuple[Cluster, ...], Sequence[Draft]]]:
    """One of every so many of GUM's documents, with its clusters and claims."""
    for doc in docs[::every]:
        yield doc, *read_article(article_from_text(doc["text"], source=doc["name"]))
