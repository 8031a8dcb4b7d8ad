"""The engine against the claims that a careful reader marked, article by article: `python -m benchmarks.samples`.

The gate (`python -m benchmarks.gate`) measures the same over all articles together, and says how; `-v` prints what was
missed and what was found beside it.
"""

import sys

from benchmarks.gate import claims
from benchmarks.gate.figures import Share, added
from benchmarks.gate.marks import every
from benchmarks.gate.report import print_claims
from benchmarks.tables import show
from reader.analysis import analyse

_SHOWN = {
    "claims: found of those marked": "found",
    "claims: marked of those found": "right",
    "claims: with the source": "source",
    "claims: with the speaker": "speaker",
}


def main(verbose: bool) -> None:
    rows, total = [], []
    for marked in every():
        compared = claims.compare(marked, analyse(marked.article))
        if verbose:
            print(f"\n{marked.name}")
            print_claims(compared)
        total.append(claims.figures(compared))
        rows.append(_row(marked.name, total[-1]))
    rows.append(_row("all", added(total)))
    show("Claims against a careful reader, in per cent", ("article", "marked", *_SHOWN.values()), rows)


def _row(name: str, figures: dict[str, Share]) -> tuple[object, ...]:
    return name, round(figures["claims: found of those marked"].of), *(figures[key].per_cent for key in _SHOWN)


if __name__ == "__main__":
    main("-v" in sys.argv[1:])
