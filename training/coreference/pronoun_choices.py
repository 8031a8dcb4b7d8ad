"""He and she as the engine meets them: every choice of one among the people named so far, with the right ones, in GUM's
texts and in the articles whose claims are marked by hand."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.actors.clusters import Cluster
from reader.analysis.actors.features import Features
from reader.analysis.actors.mentions import PRONOUN_GENDER
from reader.analysis.actors.pronoun_features import FEATURES, score
from reader.analysis.actors.pronouns import resolve_pronouns
from reader.analysis.claims.drafts import Draft
from reader.analysis.document.document import Document
from reader.article import article_from_text
from reader.article.model import Span
from training.confidence.fit_marks import MARKS
from training.coreference.gold import Rows, find_owners
from training.coreference.read_gold import read_article, read_gold
from training.feature_rows import lay_out
from training.marked_articles import find_texts

Tell = Callable[[Span, int | None], bool | None]
"""Whether a candidate is right for a pronoun; None where nothing is known of the pronoun."""


def list_gum(docs: Sequence[dict[str, Any]], aligner: Callable[..., Any], every: int) -> dict[str, list[Rows]]:
    """By document the choices of GUM's texts."""
    found = {}
    for doc, document, groups, drafts in read_gold(docs, every):
        span = aligner(document.article.text, doc["text"])
        people = {m["span"][0]: m["group"] for m in doc["mentions"] if m["pronoun"] and m["group_type"] == "person"}
        owner = find_owners(doc, groups, span)

        def tell(
            pronoun: Span, who: int | None, span: Any = span, people: Any = people, owner: Any = owner
        ) -> bool | None:
            raw = span(*pronoun)
            group = people.get(raw[0]) if raw else None
            return None if group is None else who is not None and owner.get(who) == group

        found[doc["name"]] = ask(document, groups, drafts, tell)
    return found


def list_marked(extra: Path, every: int) -> dict[str, list[Rows]]:
    """By article the choices of those pronouns that are the sources of marked claims: whoever was marked as right is,
    whoever was marked as wrong is not."""
    marks: dict[str, dict[tuple[int, int], list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["speaker start"] and row["verdict"] in ("right", "wrong_speaker"):
                marks[row["article"]][int(row["start"]), int(row["end"])].append(row)
    found = {}
    for name, text in sorted(find_texts(extra, set(sorted(marks)[::every]))):
        document, groups, drafts = read_article(article_from_text(text))
        known = dict(_read_verdicts(document, groups, drafts, marks[name]))

        def tell(pronoun: Span, who: int | None, known: Any = known) -> bool | None:
            if pronoun not in known:
                return None
            right, wrong = known[pronoun]
            return who in right if right else who is not None and who not in wrong

        found[name] = ask(document, groups, drafts, tell)
    return found


def _read_verdicts(
    document: Document,
    groups: Sequence[Cluster],
    drafts: Sequence[Draft],
    marks: Mapping[tuple[int, int], Sequence[Mapping[str, str]]],
) -> Iterator[tuple[Span, tuple[set[int], set[int]]]]:
    """The pronouns that are sources of marked claims, with whom they stand for, or do not."""
    text = document.article.text
    for draft in drafts:
        rows = marks.get((draft.content[0][0], draft.content[-1][1]), ())
        source = next((one for one in draft.source if text[slice(*one)].lower() in PRONOUN_GENDER), None)
        told: dict[str, set[int]] = {"right": set(), "wrong_speaker": set()}
        for row in rows:
            start, end = int(row["speaker start"]), int(row["speaker end"])
            told[row["verdict"]] |= {
                index
                for index, one in enumerate(groups)
                if text[start:end] in (one.name, *one.aliases) or any(a == start for a, _ in one.spans)
            }
        if source is not None and any(told.values()):
            yield source, (told["right"], told["wrong_speaker"])


def ask(document: Document, groups: Sequence[Cluster], drafts: Sequence[Draft], tell: Tell) -> list[Rows]:
    """The choices of one text; pronouns of which nothing is known go to whomever the shipped weights give them."""
    found: list[Rows] = []

    def teacher(pronoun: Span, candidates: Sequence[int | None], told: Sequence[Features]) -> int | None:
        best = candidates[max(range(len(candidates)), key=lambda i: score(told[i]))]
        verdicts = [tell(pronoun, who) for who in candidates]
        if verdicts[-1] is None:
            return best
        right = np.array(verdicts, bool)
        if not right.any():
            right[-1] = True
        found.append((lay_out(told, FEATURES), right))
        return best if right[candidates.index(best)] else candidates[int(np.argmax(right))]

    sayings = [(source, draft.content) for draft in drafts for source in draft.source]
    resolve_pronouns(document, groups, sayings, teacher=teacher)
    return found
