"""Who "the company" and "the striker" are that speak, marked by hand in articles of `summary/extra` (`body_marks.tsv`,
`person_marks.tsv`), as choices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

from reader.analysis.actors import antecedents, voices
from reader.analysis.actors.antecedent_features import FEATURES
from reader.analysis.actors.asked import Asked
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features
from reader.analysis.actors.references import Reference
from reader.analysis.document.document import Document
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.feature_rows import lay_out
from training.marked_articles import find_texts

MARKS = {form: Path(__file__).with_name(f"{form}_marks.tsv") for form in ("body", "person")}

Row = tuple[str, np.ndarray, np.ndarray]
"""The article, the rows of the candidates (nobody last), and which of them are right."""


def read_marks(form: str) -> Mapping[str, Mapping[int, str]]:
    """By article who is meant, by where the phrases begin; "-" is nobody's name."""
    marks: dict[str, dict[int, str]] = defaultdict(dict)
    for line in MARKS[form].read_text(encoding="utf-8").splitlines()[1:]:
        article, start, _, name = line.split("\t")
        marks[article][int(start)] = name
    return marks


def list_marked(data: Path, form: str) -> Iterator[Row]:
    """The marked phrases for a body or a person that are asked for, with what is told of each candidate."""
    marks = read_marks(form)
    for article, text in sorted(find_texts(data / "summary/extra", marks.keys())):
        yield from _ask(article, text, form, marks[article])


def _ask(article: str, text: str, form: str, marks: Mapping[int, str]) -> list[Row]:
    found: list[Row] = []
    resolve = antecedents.resolve_references

    def taught(document: Document, clusters: Sequence[Cluster], *others: object) -> object:
        def teacher(reference: Reference, asked: Asked, told: Sequence[Features]) -> int | None:
            name = marks.get(document.words[reference.words.start].start)
            if reference.form != form or not asked.sourced or name is None:
                return antecedents.choose(reference, asked, told)[0]
            right = np.array([one is not None and _is_called(clusters[one], name) for one in asked.candidates])
            right[-1] = not right.any()
            found.append((article, lay_out(told, FEATURES), right))
            return asked.candidates[int(np.argmax(right))]

        return resolve(document, clusters, *others, teacher=teacher)  # type: ignore[arg-type]

    with patch.object(voices, "resolve_references", taught):
        analyse(article_from_text(text))
    return found


def _is_called(cluster: Cluster, marked: str) -> bool:
    """Whether a cluster is called by one of the names that are marked, or has the piece of one."""
    names = {cluster.name, *cluster.aliases}
    whole = {one for one in marked.split("|") if one[0] != "~"}
    pieces = [one[1:] for one in marked.split("|") if one[0] == "~"]
    return bool(names & whole) or any(piece in name for piece in pieces for name in names)
