"""Fits the weights of `reader.analysis.actors.pronouns` on GUM's coreference (train part only),
written as Python.

    python -m training.coreference.fit --gum DATA/gum/train --extra DATA/summary/extra --score SCORE \
        --out reader/analysis/actors/pronoun_weights.py

Each he or she outside GUM's unnamed people is one choice among the people named so far and nobody; a candidate is right
when most of its matched names belong to the pronoun's gold group. A softmax over candidates is fitted by L-BFGS with an
L2 penalty; five-fold accuracy over documents is printed. That is done with names and claims of the rules alone; these
weights are then moved as little as it takes towards what the tagger finds, its pointing among the features, in GUM and
in articles whose claims are marked by hand. Needs scipy.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.actors.clusters import cluster_names
from reader.analysis.actors.pronoun_features import FEATURES
from reader.analysis.actors.pronouns import resolve_pronouns
from reader.analysis.claims.drafts import draft_claims
from reader.analysis.claims.rules import find_by_rules
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.analysis.names.by_rule import find_names
from reader.article import article_from_text
from reader.article.model import Span
from training.coreference.gold import NEWS, Rows, find_owners, fit_softmax
from training.coreference.pronoun_choices import list_gum, list_marked
from training.feature_rows import lay_out

Choice = Rows
NEWLY = (
    "in a source behind a quotation and newly named",
    "in a source behind a quotation and another newly named",
    "in a source and speaker of the last claim",
    "in a source and last named in what somebody said",
)
HEAD = '''"""Weights of the pronoun model by feature; written by training/coreference/fit.py."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
'''


def choices(doc: dict[str, Any], aligner: Callable[[str, str], Callable[[int, int], Span | None]]) -> list[Choice]:
    """Feature rows and right-candidate masks of one document's pronouns."""
    article = article_from_text(doc["text"], source=doc["name"])
    document = read_document(article, split_sentences(article))
    drafts = draft_claims(document, find_by_rules(document))
    groups = cluster_names(document, find_names(document))
    span = aligner(article.text, doc["text"])
    pronoun_group = {m["span"][0]: m["group"] for m in doc["mentions"] if m["pronoun"] and m["group_type"] == "person"}
    owner = find_owners(doc, groups, span)
    found: list[Choice] = []

    def teacher(pronoun: Span, candidates: Sequence[int | None], told: Sequence[Mapping[str, float]]) -> int | None:
        raw = span(*pronoun)
        group = pronoun_group.get(raw[0]) if raw else None
        if group is None:
            return None
        right = np.array([c is not None and owner.get(c) == group for c in candidates])
        if not right.any():
            right[-1] = True
        found.append((lay_out(told, FEATURES), right))
        return candidates[int(np.argmax(right))]

    sayings = [(source, draft.content) for draft in drafts for source in draft.source]
    resolve_pronouns(document, groups, sayings, teacher=teacher)
    return found


def accuracy(data: list[Choice], w: np.ndarray) -> tuple[int, int]:
    return sum(bool(right[int(np.argmax(rows @ w))]) for rows, right in data), len(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True)
    parser.add_argument("--score", required=True, help="the folder that holds gum.py and run_claims.py")
    parser.add_argument("--out", required=True)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument(
        "--nobody",
        type=float,
        default=-1.0,
        help="added to the fitted weight of nobody: most pronouns of unnamed people are not worth a missed name",
    )
    parser.add_argument(
        "--continuing",
        type=float,
        default=1.7,
        help="added to the fitted weight of the last claim's speaker for a pronoun behind a quotation: GUM has few of "
        "them, news many; chosen on PolNeAR dev and BASIL",
    )
    parser.add_argument(
        "--newly",
        type=float,
        nargs=4,
        default=(0.5, -2.5, 0.8, -1.5),
        help="added to the fitted weights of NEWLY: who is newly named before a quotation, the others then, who spoke "
        "last, and who was named since in his words alone",
    )
    parser.add_argument("--extra", type=Path, required=True, help="the articles of which some are marked")
    parser.add_argument("--away", type=float, default=100.0, help="penalty on how far the tagger's words move them")
    parser.add_argument("--marked", type=float, default=2.0, help="how much a marked pronoun counts")
    parser.add_argument("--nobody-met", type=float, default=-0.4, help="the same behind the second fit")
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import gum
    import run_claims

    docs = gum.load(args.gum)[:: 10 if args.few else 1]
    by_doc: dict[str, list[Choice]] = {d["name"]: choices(d, run_claims.mapper) for d in docs}
    news = {d["name"]: 2.0 if d["genre"] in NEWS else 1.0 for d in docs}
    folds = defaultdict(list)
    for number, name in enumerate(sorted(by_doc)):
        folds[number % 5].append(name)
    right = total = right_news = total_news = 0
    for fold in folds.values():
        w = fit_softmax([(c, news[n]) for n in by_doc if n not in fold for c in by_doc[n]], args.penalty)
        for name in fold:
            r, t = accuracy(by_doc[name], w)
            right, total = right + r, total + t
            if news[name] > 1:
                right_news, total_news = right_news + r, total_news + t
    print(f"five-fold: {right}/{total} = {right / total:.3f}")
    print(f"news-like: {right_news}/{total_news} = {right_news / total_news:.3f}")
    w = fit_softmax([(c, news[n]) for n in by_doc for c in by_doc[n]], args.penalty)
    w[FEATURES.index("nobody")] += args.nobody
    behind = FEATURES.index("in a source behind a quotation and speaker of the last claim")
    w[behind] += args.continuing
    for name, value in zip(NEWLY, args.newly, strict=True):
        w[FEATURES.index(name)] += value
    every = 10 if args.few else 1
    met = list_gum(gum.load(args.gum), run_claims.mapper, every)
    data = [(choice, news.get(name, 1.0)) for name, choices_met in met.items() for choice in choices_met]
    marked = [choice for choices_met in list_marked(args.extra, every).values() for choice in choices_met]
    w = fit_softmax([*data, *((choice, args.marked) for choice in marked)], args.away, near=w)
    w[FEATURES.index("nobody")] += args.nobody_met
    for what, some in (("GUM, as the engine reads it", [choice for choice, _ in data]), ("marked", marked)):
        print(f"{what}: {accuracy(some, w)}")
    lines = [f'    "{name}": {value:.4f},' for name, value in zip(FEATURES, w, strict=True)]
    Path(args.out).write_text(HEAD + "\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
