"""Choices among those named so far, with the right ones: it, they and phrases in GUM's texts, and the pronouns whose
antecedents are marked by hand in articles of `summary/extra` (`antecedent_marks.tsv`)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.actors.antecedent_features import FEATURES
from reader.analysis.actors.antecedent_people import PEOPLE_FEATURES
from reader.analysis.actors.antecedents import Asking, choose, resolve_references
from reader.analysis.actors.asked import Asked
from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.namings import lay_namings
from reader.analysis.actors.pronouns import resolve_pronouns
from reader.analysis.actors.references import Reference, find_phrases, find_pronouns, find_span, read_reference
from reader.analysis.actors.roles import find_roles
from reader.analysis.actors.speakers import find_speaker
from reader.analysis.actors.together import Together, gather
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document
from reader.article import article_from_text
from reader.article.model import Span
from training.coreference.gold import find_owners
from training.coreference.read_gold import read_article
from training.feature_rows import lay_out
from training.marked_articles import find_texts

Choice = tuple[str, bool, np.ndarray, np.ndarray, bool]
"""Form, whether it is a source, the rows of the candidates (nobody last), which of them are right, whether somebody
named is behind it."""
Verdict = tuple[Sequence[bool], bool] | None
"""Which candidates are right, and whether somebody named is; None where nothing is known."""
Tell = Callable[[Reference, Asked], Verdict]
MARKS = Path(__file__).with_name("antecedent_marks.tsv")
AS_POINTED = ("it", "they")
NOT_READ = [FEATURES.index(name) for name in FEATURES if "pointed" in name or name in PEOPLE_FEATURES]
"""Features that GUM's phrases for people are not read for: what is marked tells of them."""


def choices(
    doc: dict[str, Any],
    document: Document,
    groups: Sequence[Cluster],
    drafts: Sequence[Draft],
    aligner: Callable[..., Any],
) -> list[Choice]:
    """Every choice of one of GUM's documents."""
    span = aligner(document.article.text, doc["text"])
    owner = find_owners(doc, groups, span)
    owner |= find_together(doc, gather(document, groups), span)
    exact = {m["span"][0]: m["group"] for m in doc["mentions"] if m["pronoun"]}
    by_head = {m["head"][1]: m["group"] for m in doc["mentions"] if not m["pronoun"] and not m["named"]}
    headed: dict[int, set[Any]] = defaultdict(set)
    for m in doc["mentions"]:
        headed[m["head"][0]].add(m["group"])
    spoken_for = {
        m["group"]
        for m in doc["mentions"]
        if m["named"] and not (m["outer"] or m["inside"] or m["title"])
        if m["group_type"] in ("person", "organization")
    }

    def behind(candidate: int | None, asked: Asked) -> set[Any]:
        """The gold groups that a candidate stands for."""
        if candidate is None:
            return set()
        if candidate not in asked.nouned:
            return {owner[candidate]} if candidate in owner else set()
        noun = document.words[asked.nouned[candidate]]
        raw = span(noun.start, noun.end)
        return headed[raw[0]] if raw else set()

    def tell(reference: Reference, asked: Asked) -> Verdict:
        raw = span(*find_span(document, reference))
        group = None
        if raw is not None:
            group = exact.get(raw[0]) if len(reference.words) == 1 else by_head.get(raw[1])
        return [group is not None and group in behind(c, asked) for c in asked.candidates], group in spoken_for

    return ask(document, groups, drafts, tell)


def ask(document: Document, groups: Sequence[Cluster], drafts: Sequence[Draft], tell: Tell) -> list[Choice]:
    """Every choice of one document of which something is known; the others are as the shipped weights make them."""
    roles = [None if span is None else document.article.words_of(span) for span in find_roles(document, groups)]
    sayings = [(source, draft.content) for draft in drafts for source in draft.source]
    resolved = resolve_pronouns(document, groups, sayings)
    namings = lay_namings(groups, roles)
    who = [find_speaker(document, draft.source, namings, resolved, {}) for draft in drafts]
    spoken = sorted((max(draft.content)[1], one) for draft, one in zip(drafts, who, strict=True) if one is not None)
    openings = {source[0]: min(draft.content)[0] for draft in drafts for source in draft.source}
    found: list[Choice] = []

    def teacher(reference: Reference, asked: Asked, told: Sequence[Mapping[str, float]]) -> int | None:
        verdict = tell(reference, asked)
        if verdict is None:
            return choose(reference, asked, told)[0]
        right, named = np.array(verdict[0], bool), verdict[1]
        if not right.any():
            right[-1] = True
        rows = lay_out(told, FEATURES)
        if reference.form == "person":
            rows[:, NOT_READ] = 0.0
        found.append((reference.form, find_span(document, reference)[0] in openings, rows, right, named))
        return asked.candidates[int(np.argmax(right))]

    def hear(references: Iterable[Reference]) -> list[Choice]:
        found.clear()
        asking = [Asking(one, openings.get(document.words[one.words.start].start)) for one in references]
        resolve_references(document, groups, roles, resolved.places, asking, spoken, teacher=teacher)
        return list(found)

    sources = (read_reference(document, source) for draft in drafts for source in draft.source[:1])
    described = {one.words.start: one for one in sources if one is not None and len(one.words) > 1}
    pronouns = find_pronouns(document)
    as_asked = [one for one in hear([*pronouns, *described.values()]) if one[0] in AS_POINTED]
    return as_asked + [one for one in hear([*pronouns, *find_phrases(document)]) if one[0] not in AS_POINTED]


def list_marked(extra: Path, every: int) -> dict[str, list[Choice]]:
    """By article the choices of those pronouns whose antecedents are marked by hand in `antecedent_marks.tsv`."""
    marks: dict[str, dict[int, int | None]] = defaultdict(dict)
    for line in MARKS.read_text(encoding="utf-8").splitlines()[1:]:
        article, pronoun, name = line.split("\t")
        marks[article][int(pronoun)] = int(name) if name else None
    found = {}
    for article, text in sorted(find_texts(extra, set(sorted(marks)[::every]))):
        document, groups, drafts = read_article(article_from_text(text))
        clusters = gather(document, groups).clusters
        found[article] = ask(document, groups, drafts, partial(tell_marked, document, clusters, marks[article]))
    return found


def tell_marked(
    document: Document,
    clusters: Sequence[Cluster],
    marks: Mapping[int, int | None],
    reference: Reference,
    asked: Asked,
) -> Verdict:
    """Which candidates are named where the mark of a pronoun says; where it says nobody no name is right, and of a noun
    nothing is known."""
    start = document.words[reference.words.start].start
    if start not in marks or len(reference.words) > 1:
        return None
    name = marks[start]
    named = [c is not None and c not in asked.nouned for c in asked.candidates]
    if name is None:
        return [not one for one in named], False
    right = [
        one and c is not None and any(a == name for a, _ in clusters[c].spans)
        for one, c in zip(named, asked.candidates, strict=True)
    ]
    return (right, True) if any(right) else None


def find_together(
    doc: dict[str, Any], together: Together, span: Callable[[int, int], Span | None]
) -> dict[int, int | str]:
    """For each of those who are named side by side the gold group of the least mention that holds them all, and has
    its head in the first of them."""
    found: dict[int, int | str] = {}
    for number in range(together.base, len(together.clusters)):
        raw = span(*together.clusters[number].spans[0])
        holding = [
            m for m in doc["mentions"] if raw and m["span"][0] <= raw[0] <= m["head"][0] and raw[1] <= m["span"][1]
        ]
        if holding:
            found[number] = min(holding, key=lambda m: m["span"][1] - m["span"][0])["group"]
    return found
