"""Fits the weights of `reader.analysis.actors.antecedents` on GUM's coreference (train part only), written as Python.

    python -m training.coreference.fit_antecedents --gum DATA/gum/train --score SCORE --data DATA \
        --out reader/analysis/actors/antecedent_weights.py

Each it, they and phrase ("the company", "the striker") is one choice among those named so far and nobody; a candidate
is right when most of its matched names belong to the gold group. For each form a softmax over candidates is fitted by
L-BFGS with an L2 penalty; five-fold figures over documents are printed: of what a name stands behind the share linked
rightly, and of all links the share that is wrong. Needs scipy.
"""

import argparse
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reader.analysis.actors.antecedent_features import FEATURES
from reader.analysis.actors.antecedent_weights import WEIGHTS
from training.coreference import phrase_choices
from training.coreference.antecedent_choices import AS_POINTED, Choice, choices, list_marked
from training.coreference.gold import NEWS, fit_softmax
from training.coreference.phrase_choices import Row
from training.coreference.read_gold import read_gold

HEAD = '''"""Weights of the antecedent models by form and feature; from training/coreference/fit_antecedents.py."""

from collections.abc import Mapping
from typing import Final

'''
SHIFTED = (
    "in a source and speaker of the last claim",
    "in a source and subject of the sentence before",
    "in a source and place",
)
COUNTRY = -4.0
"""Too rare in GUM to be fitted: "the Russian president" is not the US president."""
GENDER = -6.0
"""Nor is "the mother" a man, whom GUM's phrases are too few to tell of."""
SAME = 3.0
"""So much does it weigh that the same phrase stood for somebody before, for a phrase, which is not fitted."""
SORTS = {
    "sort of body agrees": 2.5,
    "sort of body disagrees": -8.0,
    "sort of body untold": -0.7,
    "sort of body untold, another's agrees": -4.0,
    "alone called so": 2.5,
    "alone called a firm": 0.5,
    "last in a phrase": -0.5,
    "last a backer": -1.0,
    "last an employer": -1.0,
    "last compared": -1.0,
}
"""Too rare in GUM as well: a newspaper is no regulator, an investor not who raised the money. From there the marked
bodies move all weights of a body's phrase."""
BEGINNING = {
    "pointed at": 1.0,
    "noun, pointed at": 1.0,
    "nobody, rest of the pointing": 1.0,
    "last leads to many": -1.0,
    "last leads to one": -0.5,
    "last behind a preposition": -0.3,
}
"""The first three make each candidate as likely as it is pointed at; and the tagger, which was taught with pronouns put
for names, points too much at names that only lead to whoever is meant: "Norvik’s customers said they"."""
AWAY = 30.0
"""The penalty on how far a pronoun's weights are moved from these, chosen by the folds and GUM dev."""
FORMS = ("it", "they", "body", "person")
NOUN = FEATURES.index("noun")


def fit(data: list[tuple[Choice, float]], penalty: float) -> np.ndarray:
    """The weights of the choices of one form; those of a pronoun begin with the pointing alone, which read far more
    than GUM, and are moved from there."""
    pronoun = data[0][0][0] in AS_POINTED
    near = np.array([BEGINNING.get(name, 0.0) if pronoun else 0.0 for name in FEATURES])
    rows = [((rows, right), weight) for (_, _, rows, right, _), weight in data]
    return fit_softmax(rows, AWAY if pronoun else penalty, near)


def share(rows: np.ndarray, w: np.ndarray) -> np.ndarray:
    """How likely each candidate is."""
    p = np.exp(rows @ w - (rows @ w).max())
    return np.asarray(p / p.sum())


def judged(one: Choice, w: np.ndarray, nouns: bool = False) -> tuple[bool, bool, float]:
    """Whether somebody named (or with `nouns`, somebody at all) is behind it, whether the best such candidate is right,
    and how sure the model is of it."""
    _, _, rows, right, named = one
    p = share(rows, w)
    some = np.flatnonzero((rows[:-1, NOUN] > 0) == nouns)
    if not len(some):
        return bool(right[:-1].any()) if nouns else named, False, 0.0
    best = int(some[np.argmax(p[some])])
    return bool(right[:-1].any()) if nouns else named, bool(right[best]), float(p[best])


def fit_marked(form: str, marked: Sequence[Row], near: np.ndarray, nearness: float) -> np.ndarray:
    """The weights of a body's or a person's phrase moved by the marked ones; five-fold figures over articles are
    printed."""
    order = {article: number for number, article in enumerate(sorted({row[0] for row in marked}))}
    choices = [(order[article] % 5, (rows, right)) for article, rows, right in marked]
    fitted = [fit_softmax([(one, 1.0) for its, one in choices if its != fold], nearness, near) for fold in range(5)]
    for least in (0.3, 0.4, 0.5):
        outcomes = Counter(judge_phrase(one, fitted[fold], least) for fold, one in choices)
        before = Counter(judge_phrase(one, near, least) for _, one in choices)
        print(f"marked {form}, least {least}: {dict(outcomes)} of {len(marked)}; as GUM alone tells {dict(before)}")
    return fit_softmax([(one, 1.0) for _, one in choices], nearness, near)


def judge_phrase(one: tuple[np.ndarray, np.ndarray], w: np.ndarray, least: float) -> str:
    """Whether the likeliest candidate is right, or none is likely enough."""
    rows, right = one
    p = share(rows, w)
    best = int(np.argmax(p[:-1])) if len(p) > 1 else -1
    if best < 0 or p[best] < least:
        return "rightly nobody" if right[-1] else "nobody"
    return "right" if right[best] else "wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True)
    parser.add_argument("--score", required=True, help="the folder that holds gum.py and run_claims.py")
    parser.add_argument("--out", required=True)
    parser.add_argument("--marked", type=float, default=3.0, help="how much one of these counts")
    parser.add_argument("--kept", help="a file that keeps the choices between runs")
    parser.add_argument("--penalty", type=float, default=3.0)
    parser.add_argument("--least", type=float, default=0.35, help="so sure is a link of a phrase anywhere")
    parser.add_argument(
        "--least-pronoun",
        type=float,
        nargs=2,
        default=(0.35, 0.4),
        metavar=FORMS[:2],
        help="and of it and they that is no source: the five folds, and GUM dev",
    )
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS, help="the others stay as they are shipped")
    parser.add_argument(
        "--least-noun",
        type=float,
        nargs=2,
        default=(0.5, 0.35),
        help="so sure is a noun without a name, anywhere and for the source of a claim",
    )
    parser.add_argument(
        "--least-source",
        type=float,
        nargs=4,
        default=(0.35, 0.4, 0.3, 0.3),
        metavar=FORMS,
        help="and of one that is the source of a claim, by form",
    )
    parser.add_argument(
        "--source",
        type=float,
        nargs=4,
        default=(-4.0, -1.0, -5.0, -5.0),
        metavar=FORMS,
        help="added to the fitted weight of nobody in a source, by form: GUM has few; chosen on chains/dev",
    )
    parser.add_argument(
        "--shift",
        type=float,
        nargs=3,
        default=(2.0, 1.0, -2.0),
        help="added to the fitted weights of a source's SHIFTED features but for they, for the same reason",
    )
    parser.add_argument(
        "--data", type=Path, help="the folder that holds summary/extra: what is marked there counts too"
    )
    parser.add_argument(
        "--nearness", type=float, nargs=2, default=(10.0, 2.0), metavar=FORMS[2:], help="how near to what GUM tells"
    )
    parser.add_argument("--least-body", type=float, default=0.4, help="so sure is a body as the source of a claim")
    parser.add_argument("--few", action="store_true", help="a few documents alone, to see that it runs")
    args = parser.parse_args()
    sys.path.insert(0, args.score)
    import gum
    import run_claims

    if args.kept and Path(args.kept).exists():
        by_doc, news = pickle.loads(Path(args.kept).read_bytes())
    else:
        docs = gum.load(args.gum)
        by_doc = {
            doc["name"]: choices(doc, document, groups, drafts, run_claims.mapper)
            for doc, document, groups, drafts in read_gold(docs, 10 if args.few else 1)
        }
        news = {d["name"]: 2.0 if d["genre"] in NEWS else 1.0 for d in docs}
        marked = list_marked(args.data / "summary/extra", 10 if args.few else 1) if args.data else {}
        by_doc |= marked
        news |= dict.fromkeys(marked, args.marked)
        if args.kept:
            Path(args.kept).write_bytes(pickle.dumps((by_doc, news)))
    folds = defaultdict(list)
    for number, name in enumerate(sorted(by_doc)):
        folds[number % 5].append(name)
    lines = ["WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {"]
    for form in FORMS:
        results, unnamed = [], []
        for fold in folds.values():
            rest = [(c, news[n]) for n in by_doc if n not in fold for c in by_doc[n] if c[0] == form]
            w = fit(rest, args.penalty)
            results += [judged(c, w) for n in fold for c in by_doc[n] if c[0] == form]
            unnamed += [judged(c, w, True) for n in fold for c in by_doc[n] if c[0] == form]
        for what, judgements in (("named", results), ("nouns", unnamed)):
            for least in (0.3, 0.4, 0.5, 0.6, 0.7) if any(one[2] for one in judgements) else ():
                linked = [r for r in judgements if r[2] >= least]
                right = sum(r[0] and r[1] for r in linked)
                named = sum(r[0] for r in judgements)
                wrong = sum(not r[1] for r in linked)
                print(
                    f"{form:7} {what} least {least}: {len(judgements)} in all, {named} {what}, right "
                    f"{right / max(1, named):.3f}, wrong {wrong} = {wrong / max(1, len(linked)):.3f} of links"
                )
        if form not in args.forms:
            shipped = WEIGHTS[form].items()
            lines += [f'    "{form}": {{', *(f'        "{name}": {value:.4f},' for name, value in shipped), "    },"]
            continue
        w = fit([(c, news[n]) for n in by_doc for c in by_doc[n] if c[0] == form], args.penalty)
        w[FEATURES.index("nobody and in a source")] += args.source[FORMS.index(form)]
        if form == "person":
            w[FEATURES.index("role is of another country")] = COUNTRY
            w[FEATURES.index("gender disagrees")] = GENDER
        if form in ("body", "person"):
            w[FEATURES.index("meant by the same words before")] = SAME
        for name, value in SORTS.items() if form == "body" else ():
            w[FEATURES.index(name)] = value
        for name, value in zip(SHIFTED, args.shift, strict=True) if form != "they" else ():
            w[FEATURES.index(name)] += value
        if form in phrase_choices.MARKS and args.data:
            nearness = dict(zip(FORMS[2:], args.nearness, strict=True))
            w = fit_marked(form, list(phrase_choices.list_marked(args.data, form)), w, nearness[form])
        lines.append(f'    "{form}": {{')
        lines += [
            f'        "{name}": {value:.4f},' for name, value in zip(FEATURES, w, strict=True) if abs(value) > 5e-4
        ]
        lines.append("    },")
    lines += ["}", "LEAST: Final[Mapping[str, float]] = {"]
    for form in FORMS:
        least = dict(zip(FORMS, args.least_pronoun, strict=False)).get(form, args.least)
        sourced = args.least_body if form == "body" else args.least_source[FORMS.index(form)]
        lines += [f'    "{form}": {least},', f'    "{form} in a source": {sourced},']
    lines += [f'    "noun": {args.least_noun[0]},', f'    "noun in a source": {args.least_noun[1]},']
    lines.append("}")
    Path(args.out).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
