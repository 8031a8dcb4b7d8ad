"""The gate on quality: `python -m benchmarks.gate [-v] [--update]`, or `make gate`.

Measures the engine on the marked articles and pages of `tests/gold`, prints each figure beside its baseline
(`benchmarks/gate/baseline.toml`), and exits 1 when one fell by more than its tolerance. `-v` prints what was missed
and what was found beside it; `--update` raises the baseline to today's figures, to be committed with the change that
moved them. It lowers none, unless the articles and pages are others than before.
"""

import sys
from pathlib import Path

from benchmarks.gate import actors, auditing, claims, comparing, figures, pages, summaries
from benchmarks.gate.figures import Share
from benchmarks.gate.marks import Marked, every
from benchmarks.gate.report import print_actors, print_claims, print_page
from benchmarks.tables import show
from reader.analysis import Analysis, analyse

BASELINE = Path(__file__).with_name("baseline.toml")


def measure(verbose: bool) -> tuple[dict[str, Share], dict[str, int]]:
    """All figures, and what they were measured on."""
    read = {marked.path.stem: (marked, analyse(marked.article)) for marked in every()}
    events, shown = comparing.every(), pages.every()
    parts = [_article(marked, analysis, verbose) for marked, analysis in read.values()]
    parts += [comparing.figures(event, read) for event in events]
    parts += [auditing.silence(name) for name in auditing.texts()]
    for page in shown:
        article = pages.opened(page)
        if verbose:
            print_page(page, article)
        parts.append(pages.figures(page, article))
    counts = {
        "articles": len(read),
        "claims": sum(len(marked.claims) for marked, _ in read.values()),
        "actors": sum(len(marked.actors or ()) for marked, _ in read.values()),
        "events": len(events),
        "pages": len(shown),
    }
    return figures.added(parts), counts


def _article(marked: Marked, analysis: Analysis, verbose: bool) -> dict[str, Share]:
    compared = claims.compare(marked, analysis)
    found = claims.figures(compared) | claims.inner_figures(compared)
    if verbose:
        print(f"\n{marked.name}")
        print_claims(compared)
    if marked.actors is not None:
        found |= actors.figures(analysis.actors, marked.actors)
        if verbose:
            print_actors(analysis.actors, marked.actors)
    return found | summaries.figures(marked.article, analysis) | auditing.figures(marked, analysis)


def main(arguments: list[str]) -> int:
    """Exit status: 0 when every figure holds, 1 when one fell, 2 for wrong usage."""
    if set(arguments) - {"-v", "--update"}:
        print(__doc__)
        return 2
    found, measured = measure("-v" in arguments)
    known = figures.read(BASELINE)
    judged = figures.judge(found, known)
    on = ", ".join(f"{count} {name}" for name, count in measured.items())
    show(f"The gate on quality: {on}", ("figure", "of", "baseline", "now", "difference", ""), figures.rows(judged))
    if "--update" in arguments:
        figures.write(BASELINE, figures.raised(found, measured, known), measured, known)
        print(f"\nThe baseline is written: {BASELINE.name}. Commit it with the change that moved the figures.")
        known = figures.read(BASELINE)
        judged = figures.judge(found, known)
    said = figures.conclusion(judged, measured, known)
    print("\n" + "\n".join(said.lines))
    return int(said.failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
