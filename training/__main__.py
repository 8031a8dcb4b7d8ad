"""Makes the shipped weights again, one command for each trained thing, from the root of the repository:

    python -m training language   --data DATA                  sentence splitter and part-of-speech tagger
    python -m training namer      --data DATA --score SCORE    the tagger before this, which teaches names
    python -m training tagger     --data DATA --score SCORE    who said what, and names
    python -m training confidence --data DATA --score SCORE    how likely a claim is right
    python -m training coreference --data DATA --score SCORE   who he, she, it, they and "the company" are
    python -m training summary    --data DATA                  which sentences a summary takes
    python -m training compare    --data DATA                  which claims of two articles are one statement

DATA is the folder of corpora, SCORE that of the scorers (training/README.md says what lies in each and whence). What is
made goes to `--out` (default: training/out), file for file as it lies under `reader/`; nothing shipped is touched until
you copy it there. `--quick` goes through the first steps of everything with tiny settings, to see that it runs: what it
makes is of no use. With `--dry` the steps are printed and not run.
"""

import argparse
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

NEWS = ("inshorts", "meta", "cnndm")
SHIPPED = "4x4x896"
"""Layers, heads and inner units of the tagger."""


@dataclass(frozen=True)
class Place:
    """Where the corpora and scorers lie, where what is made goes, and whether all is but tried."""

    data: Path
    score: Path
    out: Path
    quick: bool

    @property
    def news(self) -> list[str]:
        """The articles with summaries by people."""
        return [str(self.data / "summary" / f"{name}.jsonl") for name in NEWS]

    def make(self, *parts: str) -> str:
        """A path under `out`, its folder made."""
        path = self.out.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return str(path)


Step = Sequence[str]
"""A module of this folder, and what it is called with."""


def list_language(place: Place) -> list[Step]:
    """Splitter, then tagger; a few minutes."""
    gum, out = str(place.data / "gum/train"), place.make("reader/language/nltk_data/x")[:-2]
    few = ["--iterations", "1"] if place.quick else []
    return [
        ["training.language.train_punkt", "--texts", str(place.data / "claims/train/text"), "--gum", gum, "--out", out],
        ["training.language.train_tagger", "--gum", gum, "--out", out, *few],
    ]


def list_namer(place: Place) -> list[Step]:
    """A teacher, a narrower network from it, that one trained on with the teacher's word, and the choices on dev; some
    three and a half hours on two cores."""
    data, score = place.data, ["--score", str(place.score)]
    base = place.make("base/all-MiniLM-L6-v2")
    claims, gum = ["--claims", str(data / "claims/train")], ["--gum", str(data / "gum/train")]
    corpora = [*claims, *gum, *score, "--base", base]
    dev = ["--claims", str(data / "claims/dev"), "--gum", str(data / "gum/dev"), *score]
    teacher, narrow, soft, run = (place.make("namer", name) for name in ("teacher", "narrow.pt", "soft.npz", "run"))
    made = place.make("namer/tagger/x")[:-2]
    first, second = ("0.5", "0.5") if place.quick else ("108", "80")
    read = place.news[1:2] if place.quick else place.news
    few = ["--batches", "2"] if place.quick else []
    tokens = ["--tokens", "1280"]
    small, exported = ["--base", base, "--narrow"], f"{teacher}/exported"
    return [
        ["training.tagger.encoder", "--out", str(Path(base).parent)],
        ["training.tagger.train", *corpora, "--out", teacher, "--minutes", first, "--seed", "3", *tokens],
        ["training.tagger.export", "--checkpoint", f"{teacher}/final.pt", *small, "--out", exported],
        ["training.tagger.narrow", "--trained", f"{exported}/tagger.onnx", *corpora, *few, "--out", narrow],
        ["training.tagger.soften", "--tagger", exported, *gum, *score, "--unlabelled", *read, "--out", soft],
        [
            *("training.tagger.train", *corpora, "--out", run, "--minutes", second, "--seed", "4", *tokens),
            *("--start", narrow, "--new", "1", "--soft", soft, "--unlabelled", *read),
        ],
        ["training.tagger.export", "--checkpoint", f"{run}/final.pt", *small, "--out", made],
        ["training.tagger.choose", "--tagger", made, *dev],
        ["training.tagger.evaluate", "--tagger", made, *dev],
    ]


def list_tagger(place: Place) -> list[Step]:
    """A small tagger from several teachers, and from the namer for names: texts as numbers, teachers and a student, and
    the choices on dev; seven minutes on a GPU, days on a processor alone."""
    data, score = place.data, ["--score", str(place.score)]
    base = place.make("base/all-MiniLM-L6-v2")
    claims, gum = str(data / "claims/dev"), str(data / "gum/dev")
    packs, made, work = (place.make("tagger", name) for name in ("packs", "students", "work"))
    found, namer = place.make("reader/analysis/tagger/data/x")[:-2], place.make("namer/tagger/tagger.onnx")
    folders = ["--claims", str(data / "claims/train"), claims, "--gum", str(data / "gum/train"), gum]
    unlabelled = ["--unlabelled", str(data / "summary/extra")]
    more = ["--clauses", str(data / "claims/gum_rst/train"), *unlabelled]
    few = ["--few", "500"] if place.quick else []
    short = ["--seconds", "5", "5", "5", "--teachers", "1", "--tokens", "1024", "1024", "1024"] if place.quick else []
    dev = ["--claims", claims, "--gum", gum, *score]
    made_of = ["--names", namer, "--students", SHIPPED]
    return [
        ["training.tagger.encoder", "--out", str(Path(base).parent)],
        ["training.tagger.packing", *folders, *more, *score, "--base", base, *few, "--out", packs],
        ["training.tagger.masked", *unlabelled, *few, "--base", base, "--out", f"{packs}/masked.xz"],
        ["training.tagger.distil", "--packs", packs, "--base", base, "--work", work, *made_of, *short, "--out", made],
        [
            *("training.tagger.export", "--checkpoint", f"{made}/student-{SHIPPED}.pt"),
            *("--base", base, "--narrow", "--out", found),
        ],
        ["training.tagger.choose", "--tagger", found, *dev],
        ["training.tagger.evaluate", "--tagger", found, *dev],
    ]


def list_confidence(place: Place) -> list[Step]:
    """With the tagger that lies under `reader/`, so after a new one is copied there; minutes. The other steps
    read with what the first made only once that is copied too."""
    out = place.make("reader/analysis/claims/confidence_weights.py")
    marks = place.make("reader/analysis/actors/claim_weights.py")
    inner = place.make("reader/analysis/claims/inner_weights.py")
    guesses = place.make("reader/analysis/actors/guess_weights.py")
    extra = ["--extra", str(place.data / "summary/extra")]
    few = ["--few"] if place.quick else []
    claims = ["--claims", str(place.data / "claims/dev"), "--score", str(place.score)]
    return [
        ["training.confidence.fit", *claims, *few, "--out", out],
        ["training.confidence.fit_inner", *extra, *few, "--out", inner],
        ["training.confidence.fit_guesses", *extra, *few, "--out", guesses],
        ["training.confidence.fit_marks", *extra, *few, "--out", marks],
    ]


def list_coreference(place: Place) -> list[Step]:
    """Kinds of names; how sure actors are; he and she; it, they and phrases; minutes."""
    gum = ["--gum", str(place.data / "gum/train"), "--score", str(place.score)]
    extra = ["--extra", str(place.data / "summary/extra")]
    few = ["--few"] if place.quick else []
    kinds, actors, pronouns, antecedents = (
        place.make(f"reader/analysis/actors/{name}_weights.py") for name in ("kind", "actor", "pronoun", "antecedent")
    )
    return [
        ["training.coreference.fit_kinds", "--data", str(place.data), *gum, *few, "--out", kinds],
        ["training.coreference.fit_actors", "--data", str(place.data), *gum, *few, "--out", actors],
        ["training.coreference.fit", *gum, *extra, *few, "--out", pronouns],
        ["training.coreference.fit_antecedents", *gum, "--data", str(place.data), *few, "--out", antecedents],
    ]


def list_summary(place: Place) -> list[Step]:
    """The fit, then measures on articles that it has not seen; 10 to 20 minutes."""
    out = place.make("reader/analysis/summary/news_model.npz")
    few = ["--few"] if place.quick else []
    return [["training.summary.train_news", "--data", str(place.data), *few, "--out", out]]


def list_compare(place: Place) -> list[Step]:
    """Over what the engine of today finds in the marked events, so again after a new tagger; two minutes."""
    out = place.make("reader/compare/weights.py")
    few = ["--few"] if place.quick else []
    read = ["--events", str(place.data / "compare/dev"), "--extra", str(place.data / "summary/extra")]
    return [["training.compare.fit", *read, *few, "--out", out]]


THINGS: dict[str, Callable[[Place], list[Step]]] = {
    "language": list_language,
    "namer": list_namer,
    "tagger": list_tagger,
    "confidence": list_confidence,
    "coreference": list_coreference,
    "summary": list_summary,
    "compare": list_compare,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("thing", choices=THINGS)
    parser.add_argument("--data", type=Path, required=True, help="folder of corpora")
    parser.add_argument("--score", type=Path, help="folder of the scorers (default: score beside DATA)")
    parser.add_argument("--out", type=Path, default=Path("training/out"))
    parser.add_argument("--quick", action="store_true", help="tiny settings, to see that it runs")
    parser.add_argument("--dry", action="store_true", help="print the steps, run none")
    given = parser.parse_args()
    place = Place(given.data, given.score or given.data.resolve().parent / "score", given.out, given.quick)
    for step in THINGS[given.thing](place):
        command = [sys.executable, "-m", *step]
        print(shlex.join(["python", *command[1:]]), flush=True)
        if not given.dry and (status := subprocess.run(command, check=False).returncode):
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
