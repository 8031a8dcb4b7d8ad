"""Fits how likely a claim is right from what the tagger is sure of, on PolNeAR dev; prints how well calibrated it is.

    python -m training.confidence.fit --claims DATA/claims/dev --score SCORE \\
        --out reader/analysis/claims/confidence_weights.py

A claim is right when its content matches a gold claim's (token IoU of at least .5, one to one) and its source shares a
token with the gold source, where there is one. Five-fold cross-validation over documents gives the table; the weights
written are those of all documents. Needs scipy.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from reader.analysis.claims import drafts, from_tagger
from reader.analysis.claims.merge import merge_attributions
from reader.analysis.document.document import read_document
from reader.analysis.document.sentences import split_sentences
from reader.article import open_article
from reader.article.model import Span
from training.confidence import logistic

NAMES = (
    "always",
    "content",
    "cue",
    "tie of content to cue",
    "source",
    "tie of cue to source",
    "no source found",
    "quoted",
)


def examples(folder: Path, scorers: str, every: int = 1) -> list[tuple[np.ndarray, np.ndarray]]:
    """Each document's evidence rows and whether each claim is right, of every so manieth document."""
    sys.path[:0] = [scorers, str(Path(scorers) / "claims")]
    import run_claims
    import score

    seen: dict[float, tuple[float, ...]] = {}

    def record(evidence: Sequence[float]) -> float:
        key = (len(seen) + 1) / 1e7
        seen[key] = tuple(evidence)
        return key

    def pass_over(confidence: float, doubts: Iterable[str]) -> float:
        return confidence

    from_tagger.estimate_confidence = record
    patch.object(drafts, "add_doubt", pass_over).start()
    least = dict.fromkeys(drafts.LEAST, 0.0)
    out = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()[::every]:
        gold = json.loads(line)
        path = folder / "text" / gold["path"]
        doc = score.Doc(path.read_bytes().decode("utf-8"))
        article = open_article(str(path))
        document = read_document(article, split_sentences(article))
        found = from_tagger.find_tagged(document, from_tagger.begin_tagging(article))
        attributions = merge_attributions(document, found.attributions, found.loose)
        claims = drafts.draft_claims(document, attributions, least)
        span = run_claims.mapper(article.text, doc.text)

        def tokens(spans: Iterable[Span], span: Any = span, doc: Any = doc) -> set[int]:
            found: set[int] = doc.tokens_in([s for s in (span(*one) for one in spans) if s])
            return found

        matches = {
            j: i
            for i, j in score.greedy(
                [doc.tokens_in(g["content"]) for g in gold["claims"]], [tokens(d.content) for d in claims], 0.5
            )
        }
        rows, right = [], []
        for j, draft in enumerate(claims):
            if draft.confidence not in seen:
                continue
            source = doc.tokens_in(gold["claims"][matches[j]]["source"]) if j in matches else set()
            rows.append(seen[draft.confidence])
            right.append(j in matches and (not source or bool(source & tokens(draft.source))))
        if rows:
            out.append((np.array(rows), np.array(right, dtype=float)))
    return out


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic weights, each with the same penalty."""
    return logistic.fit(rows, right, np.ones(rows.shape[1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", required=True, type=Path)
    parser.add_argument("--score", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    args = parser.parse_args()
    data = examples(args.claims, args.score, every=10 if args.few else 1)
    said, truth = [], []
    for fold in range(5):
        rest = [d for i, d in enumerate(data) if i % 5 != fold]
        w = fit(np.vstack([r for r, _ in rest]), np.concatenate([y for _, y in rest]))
        for rows, right in (d for i, d in enumerate(data) if i % 5 == fold):
            said.append(logistic.weigh(rows, w))
            truth.append(right)
    p, y = np.concatenate(said), np.concatenate(truth)
    print(f"{len(y)} claims, {y.mean():.3f} right; Brier score {np.mean((p - y) ** 2):.4f}")
    print("confidence  claims  mean  right")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(f"{low:.1f} to {low + 0.1:.1f}  {inside.sum():6d}  {p[inside].mean():.2f}  {y[inside].mean():.2f}")
    w = fit(np.vstack([r for r, _ in data]), np.concatenate([y for _, y in data]))
    lines = [f"    {value:.4f},  # {name}" for value, name in zip(w, NAMES, strict=True)]
    args.out.write_text(
        '"""Weights of a claim\'s confidence; written by training/confidence/fit.py."""\n\n'
        "WEIGHTS: tuple[float, ...] = (\n" + "\n".join(lines) + "\n)\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
