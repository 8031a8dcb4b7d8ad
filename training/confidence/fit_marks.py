"""Fits how sure a claim's words and its speaker are on claims that were marked by hand; prints how good that is.

    python -m training.confidence.fit_marks --extra DATA/summary/extra --out reader/analysis/actors/claim_weights.py

`marks.tsv` beside this file holds the marks and no texts: the article's id in `summary/extra` (training part alone),
where the first content span starts and the last ends, the verdict of a strict reader, and where the name first stands
that was shown as the speaker (empty: no such name); a claim given to several in the course of time has a line for each.
The first fault alone is told: `none` (no claim), `cut` and `runs_on` are faults of the words, `wrong_speaker` and
`unresolved` (a pronoun or description although the text names who it is) of the speaker; `words` says that the words
are right, and nothing of the speaker: so are marked the claims of which an earlier fit was unsure, in articles that
were not read whole, which the tables leave out. The engine reads the articles once more; of claims that it finds
otherwise now, or gives to others, the marks say nothing, and they are left out and counted.

Ten-fold cross-validation over articles gives the tables; the weights written are those of all. Needs scipy.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.analysis import model
from reader.analysis.actors import sureness
from reader.analysis.actors.features import Features
from reader.analysis.engine import analyse
from reader.article import article_from_text
from training.confidence import logistic
from training.confidence.logistic import Numbers
from training.feature_rows import lay_out, list_names
from training.marked_articles import find_texts

MARKS = Path(__file__).parent / "marks.tsv"
_OF_WORDS = ("none", "cut", "runs_on")
_PENALTY = 4.0
"""Of a squared weight, chosen by the folds."""
_FOLDS = 10
_SIDES = 3
"""A feature with at most two values, 0 and 1, keeps its scale."""


@dataclass(frozen=True)
class Marked:
    """A claim with its features, how sure it was before (words and speaker), and its verdicts; `speaker` is None where
    the mark says nothing of who the engine now shows."""

    article: str
    features: Features
    before: float
    words: bool
    speaker: bool | None

    @property
    def right(self) -> bool:
        """Whether words and speaker both are."""
        return self.words and bool(self.speaker)


def read_marks(extra: Path, every: int = 1) -> Iterator[Marked]:
    """The marked claims of every so manieth article, as the engine finds them now."""
    marks: dict[str, dict[tuple[int, int], list[dict[str, str]]]] = {}
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            of_article = marks.setdefault(row["article"], {})
            of_article.setdefault((int(row["start"]), int(row["end"])), []).append(row)
    wanted = set(sorted(marks)[::every])
    counts: Counter[str] = Counter()
    for name, text in sorted(find_texts(extra, wanted)):
        for claim, features, before, shown in _read(text):
            rows = marks[name].get((claim.content[0][0], claim.content[-1][1]))
            if rows is None:
                counts["found otherwise or anew"] += 1
                continue
            counts["marked"] += 1
            same = [row for row in rows if _is_same(shown, claim.speaker_name, row)]
            if not same:
                counts["given to another speaker"] += 1
            verdict = (same or rows)[0]["verdict"]
            words = verdict not in _OF_WORDS
            speaker = None if not words or not same or verdict == "words" else verdict == "right"
            yield Marked(name, features, before, words, speaker)
    print(f"{sum(map(len, marks.values()))} marks;", ", ".join(f"{n} {what}" for what, n in counts.items()))


def _read(text: str) -> list[tuple[model.Claim, Features, float, str]]:
    """The outermost claims of a text that have features, with how sure each was before, and the article's text."""
    told: list[tuple[Features | None, float]] = []

    def record(document: Any, namings: Any, drafts: Any, voices: Any) -> list[sureness.Sureness]:
        features = sureness.list_features(document, namings, drafts, voices)
        for one, draft, voice in zip(features, drafts, voices, strict=True):
            sure = 1.0 if voice.confidence is None else voice.confidence
            told.append((one, sure * (1.0 if draft.confidence is None else draft.confidence)))
        return [(draft.confidence, voice.confidence) for draft, voice in zip(drafts, voices, strict=True)]

    article = article_from_text(text)
    kept, sureness.weigh_claims = sureness.weigh_claims, record
    try:
        claims = analyse(article).claims
    finally:
        sureness.weigh_claims = kept
    return [
        (claim, features, before, article.text)
        for claim, (features, before) in zip(claims, told, strict=True)
        if features is not None
    ]


def _is_same(text: str, name: str | None, row: dict[str, str]) -> bool:
    """Whether the speaker is who was shown when the claim was marked."""
    marked = text[int(row["speaker start"]) : int(row["speaker end"])] if row["speaker start"] else ""
    at = text.find(name) if name else -1
    if at < 0 or not marked:
        return at < 0 and not marked
    return marked == name or (row["verdict"] == "right" and name is not None and (name in marked or marked in name))


def fit(rows: Numbers, right: Numbers) -> Numbers:
    """Logistic weights, the first (always) without a penalty."""
    cost = np.full(rows.shape[1], _PENALTY)
    cost[0] = 0.0
    return logistic.fit(rows, right, cost)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--extra", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--few", action="store_true", help="a few articles alone, to see that it runs")
    args = parser.parse_args()
    marked = list(read_marks(args.extra, every=20 if args.few else 1))
    names = ["always", *(name for name in list_names(one.features for one in marked) if name != "always")]
    table = lay_out([one.features for one in marked], names)
    graded = np.array([len(np.unique(column)) >= _SIDES for column in table.T])
    middle, scale = np.where(graded, table.mean(0), 0.0), np.where(graded, table.std(0) + 1e-9, 1.0)
    rows = (table - middle) / scale
    words = np.array([one.words for one in marked], dtype=float)
    said = np.array([one.speaker is True for one in marked], dtype=float)
    known = np.array([one.speaker is not None for one in marked])
    read_whole = {one.article for one in marked if one.speaker is not None}
    judged = (known | (words == 0)) & np.array([one.article in read_whole for one in marked])
    articles = sorted({one.article for one in marked})
    order = np.random.RandomState(1).permutation(len(articles))
    fold_of = {articles[at]: place % _FOLDS for place, at in enumerate(order)}
    fold = np.array([fold_of[one.article] for one in marked])
    both = np.zeros(len(marked))
    for k in range(_FOLDS):
        rest, here = fold != k, fold == k
        if rest.any() and here.any():
            speaker = fit(rows[rest & known], said[rest & known])
            both[here] = logistic.weigh(rows[here], fit(rows[rest], words[rest])) * logistic.weigh(rows[here], speaker)
    right = np.array([one.right for one in marked])
    for name, sure in (("before", np.array([one.before for one in marked])), ("fitted", both)):
        tell(name, sure[judged], right[judged])
    found = [fit(rows, words), fit(rows[known], said[known])]
    args.out.write_text(_write(names, [_unscale(one, middle, scale) for one in found]), encoding="utf-8")


def tell(name: str, sure: Numbers, right: NDArray[np.bool_]) -> None:
    """Print how well an estimate parts right from wrong, and how well calibrated it is."""
    shown = sure >= model.DOUBTFUL
    pairs = (
        np.mean(sure[right][:, None] > sure[~right][None, :])
        + np.mean(sure[right][:, None] == sure[~right][None, :]) / 2
    )
    brier = np.mean((sure - right) ** 2)
    print(f"{name}: {len(sure)} claims, {right.mean():.1%} right; AUC {pairs:.3f}, Brier {brier:.4f}")
    print(f"  shown at {model.DOUBTFUL}: {shown.sum()}, of them right {right[shown].mean():.1%};", end=" ")
    print(f"of the right ones hidden {1 - right[shown].sum() / right.sum():.1%}")
    for share in (0.05, 0.1, 0.15, 0.2):
        least = np.quantile(sure[right], share)
        print(
            f"  with {share:.0%} of the right ones hidden (below {least:.2f}): {right[sure >= least].mean():.1%} right"
        )
    for low in (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        inside = (sure >= low) & (sure < (low + 0.2 if low < 0.4 else low + 0.1 if low < 0.9 else 1.01))
        if inside.any():
            mean, good = sure[inside].mean(), right[inside].mean()
            print(f"  from {low:.1f}: {inside.sum():4d} claims, mean {mean:.2f}, right {good:.2f}")


def _unscale(weights: Numbers, middle: Numbers, scale: Numbers) -> Numbers:
    """Weights for features as they are told, of weights for those with mean 0 and deviation 1."""
    plain: Numbers = weights / scale
    plain[0] -= (weights * middle / scale)[1:].sum()
    return plain


def _write(names: Sequence[str], found: Sequence[Numbers]) -> str:
    text = (
        '"""What each feature says of a claim\'s words and of its speaker, in log odds; written by\n'
        'training/confidence/fit_marks.py."""\n\nfrom collections.abc import Mapping\n'
    )
    for title, weights in zip(("WORDS", "SPEAKER"), found, strict=True):
        text += f"\n{title}: Mapping[str, float] = {{\n"
        text += "".join(f'    "{name}": {value:.3f},\n' for name, value in zip(names, weights, strict=True))
        text += "}\n"
    return text


if __name__ == "__main__":
    main()
