"""The shared scorers over this engine: `python -m benchmarks.shared_scores FOLDER [SCORE...]`.

FOLDER holds `score/` (the scorers) and `data/` (the corpora), which are no part of this repository. SCORE is one or
more of claims, basil, actors, chains, compare, reports, language, summary, summary-words, html; without any, all of
them run, which takes a while. What each figure means stands at the top of its scorer; those of summaries need
rouge_score (extra `training`).
"""

import shlex
import subprocess
import sys
from pathlib import Path

SUMMARIES = tuple(f"data/summary/{name}.jsonl" for name in ("cnndm", "inshorts", "meta"))
READER = f"{shlex.quote(sys.executable)} -m reader"
SCORES = {
    "claims": ("run_claims.py", "--reader", READER, "--set", "data/claims/dev"),
    "basil": ("run_claims.py", "--reader", READER, "--set", "data/claims/basil"),
    "actors": ("run_actors.py", "--reader", READER, "--set", "data/gum/dev"),
    "chains": ("run_chains.py", "--reader", READER, "--set", "data/chains/dev.json"),
    "compare": ("run_compare.py", "--reader", READER, "--set", "data/compare/dev"),
    "reports": ("run_reports.py", "--reader", READER, "--set", "data/reports/pages"),
    "language": ("run_language.py", "--reader", READER, "--python", sys.executable, "--set", "data/gum/dev"),
    "summary": ("run_summary.py", "--reader", READER, "--gold", *SUMMARIES),
    "summary-words": ("run_summary_words.py", "--reader", READER, "--gold", *SUMMARIES),
    "html": (
        "html/score.py",
        "--cmd",
        f"{READER} text --body {{file}}",
        "--meta-cmd",
        f"{READER} analyze {{file}}",
    ),
}


def main(arguments: list[str]) -> int:
    if not arguments or not (Path(arguments[0]) / "score").is_dir() or set(arguments[1:]) - set(SCORES):
        print(__doc__)
        return 2
    folder = Path(arguments[0]).resolve()
    failed = 0
    for name in arguments[1:] or SCORES:
        script, *options = SCORES[name]
        print(f"\n{name}\n", flush=True)
        options = [str(folder / option) if option.startswith("data/") else option for option in options]
        failed |= subprocess.run([sys.executable, folder / "score" / script, *options], check=False).returncode
    return int(failed != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
