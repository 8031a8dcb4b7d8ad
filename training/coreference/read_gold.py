"""GUM's documents as the product reads them."""

from collections.abc import Iterator, Sequence
from typing import Any

from reader.analysis.actors.clusters import Cluster, cluster_names
from reader.analysis.claims.checks import check_attributions
from reader.analysis.claims.drafts import Draft, draft_claims
from reader.analysis.document.document import Document
from reader.analysis.engine import find_attributions
from reader.article import article_from_text


def read_gold(
    docs: Sequence[dict[str, Any]], every: int = 1
) -> Iterator[tuple[dict[str, Any], Document, tuple[Cluster, ...], Sequence[Draft]]]:
    """One of every so many of GUM's documents, with its clusters and claims."""
    for doc in docs[::every]:
        article = article_from_text(doc["text"], source=doc["name"])
        document, attributions, names, _ = find_attributions(article)
        drafts = draft_claims(document, check_attributions(document, attributions))
        yield doc, document, cluster_names(document, names, (s for d in drafts for s in d.source)), drafts
