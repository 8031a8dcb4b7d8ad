"""What an exported tagger scores on dev: claims through a thin assembly, tagged words, links, names."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reader.analysis.tagger import Tagging
from reader.analysis.tagger.inference import load_network
from reader.analysis.tagger.path import find_spans
from training.tagger.assembly import best, claims
from training.tagger.corpora import Labelled, gum, polnear

ROLES = ("source", "cue", "content")


def f1(right: float, said: float, gold: float) -> str:
    """Precision, recall and F1 in per cent."""
    p, r = right / max(1.0, said), right / max(1.0, gold)
    return f"P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / max(1e-9, p + r):.1f}"


def count_spans(c: Counter[str], gold: Labelled, got: Tagging) -> None:
    """Exact spans, and tagged words, of each role."""
    assert gold.tags is not None
    for role, spans in zip(ROLES, (got.sources, got.cues, got.contents), strict=True):
        mine = {(s.first, s.last) for s in spans}
        theirs = {(b, e) for r, b, e in find_spans(gold.tags) if ROLES[r] == role}
        words = [{i for b, e in part for i in range(b, e)} for part in (mine, theirs)]
        compared: list[tuple[str, set[Any], set[Any]]] = [(role, mine, theirs), (role + " words", words[0], words[1])]
        for key, a, b in compared:
            c.update({key + " right": len(a & b), key + " said": len(a), key + " gold": len(b)})


def count_links(c: Counter[str], gold: Labelled, got: Tagging) -> None:
    """Where cue and content, or cue and source, are both found, whether the link is the gold one."""
    cues = {w: k for k, cue in enumerate(got.cues) for w in range(cue.first, cue.last)}
    sources = {w: k for k, s in enumerate(got.sources) for w in range(s.first, s.last)}
    to_cue, to_source = best(got.content_cue), best(got.cue_source)
    for k, content in enumerate(got.contents):
        wanted = Counter(gold.content_cue[w] for w in range(content.first, content.last) if w in gold.content_cue)
        if wanted and wanted.most_common(1)[0][0] in cues:
            c.update(
                {"content to cue right": to_cue.get(k) == cues[wanted.most_common(1)[0][0]], "content to cue gold": 1}
            )
    for word, target in gold.cue_source.items():
        if word in cues and (target < 0 or target in sources):
            found = to_source.get(cues[word])
            right = found is None if target < 0 else found == sources[target]
            c.update({"cue to source right": right, "cue to source gold": 1})


def count_names(c: Counter[str], gold: Labelled, got: Tagging) -> None:
    """Names with exact ends and kind."""
    assert gold.names is not None
    mine = {
        (("person", "organisation", "place").index(n.kind), n.first, n.last) for n in got.names if n.first >= gold.body
    }
    theirs = set(find_spans(gold.names))
    c.update({"names right": len(mine & theirs), "names said": len(mine), "names gold": len(theirs)})


def report(c: Counter[str], keys: Iterable[str]) -> None:
    """One line a key."""
    for key in keys:
        if c[key + " said"]:
            print(f"  {key:16} {f1(c[key + ' right'], c[key + ' said'], c[key + ' gold'])}")
        else:
            print(f"  {key:16} {100 * c[key + ' right'] / max(1, c[key + ' gold']):.1f} % of {c[key + ' gold']}")


def score_claims(folder: Path, score: Path, lines: Sequence[str]) -> None:
    """The shared scorer, all attributions and then reported speech."""
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [
            sys.executable,
            str(score / "claims" / "score.py"),
            "--gold",
            str(folder / "gold.jsonl"),
            "--text",
            str(folder / "text"),
            "--pred",
            str(predicted),
        ]
        for more in ([], ["--said"]):
            subprocess.run(command + more, check=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--tagger", type=Path, required=True, help="folder with tagger.onnx and its companions")
    ap.add_argument("--claims", type=Path, required=True, help="folder with gold.jsonl and text/")
    ap.add_argument("--gum", type=Path, help="folder of .conllu files")
    ap.add_argument("--score", type=Path, required=True, help="folder that holds the scorers")
    ap.add_argument("--pred-out", type=Path, help="keep the predicted claims here")
    ap.add_argument("--news", action="store_true", help="GUM: only the news-like genres")
    o = ap.parse_args()
    began = time.perf_counter()
    tagger = load_network(o.tagger)
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    c: Counter[str] = Counter()
    lines, words, began = [], 0, time.perf_counter()
    for gold in polnear(o.claims):
        got = tagger.tag(gold.text, gold.words, gold.paragraphs)
        count_spans(c, gold, got)
        count_links(c, gold, got)
        lines.append(json.dumps({"path": gold.name, "claims": claims(got, gold.words)}))
        words += len(gold.text.split())
    took = time.perf_counter() - began
    print(f"{len(lines)} articles, {words} words in {took:.1f} s: {words / took:.0f} words a second")
    report(c, [*ROLES, *(r + " words" for r in ROLES), "content to cue", "cue to source"])
    if o.pred_out:
        o.pred_out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.flush()
    score_claims(o.claims, o.score, lines)
    if o.gum:
        n: Counter[str] = Counter()
        for gold in gum(o.gum, o.score, news=o.news):
            count_names(n, gold, tagger.tag(gold.text, gold.words, gold.paragraphs))
        report(n, ["names"])


if __name__ == "__main__":
    main()
