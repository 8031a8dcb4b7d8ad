"""Whether items about one event are told together, and those about two are not.

`python -m benchmarks.stories FOLDER`: a folder of JSON files, each an event with `articles` (`text`, `date`), and in
`distractors.json` a list of such events, each of two articles about two. Prints how many of the true pairs are put
together, and how many of the others: the distractors, and every pair of articles of two events.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from reader.article import article_from_text
from reader.feeds.likeness import Likeness, measure, tell_one_story


def likeness(values: dict[str, Any]) -> Likeness:
    """What one article of an event is likened by."""
    article = article_from_text(values["text"], source=str(values.get("id", "")))
    published = values.get("date") or article.published or "2026-01-01"
    day = datetime.fromisoformat(published[:10]).replace(tzinfo=UTC, hour=12).timestamp()
    return measure(replace(article, published=published), day)


def main(argv: Sequence[str]) -> int:
    """Print the table; 1 where a distractor is put together or fewer than nine of ten true pairs are."""
    if len(argv) != 1:
        print(__doc__)
        return 2
    folder = Path(argv[0])
    events = []
    for path in sorted(folder.glob("*.json")):
        values = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(values, dict):
            events.append([likeness(each) for each in values["articles"]])
    told = [tell_one_story(a, b) for event in events for a, b in combinations(event, 2)]
    apart = [tell_one_story(a, b) for one, other in combinations(events, 2) for a in one for b in other]
    pairs = json.loads((folder / "distractors.json").read_text(encoding="utf-8"))
    likely = [tell_one_story(*(likeness(each) for each in pair["articles"])) for pair in pairs]
    print(f"pairs about one event   {sum(told):4} of {len(told):4} put together ({sum(told) / max(1, len(told)):.1%})")
    print(f"distractors             {sum(likely):4} of {len(likely):4} put together")
    print(f"articles of two events  {sum(apart):4} of {len(apart):4} put together")
    return int(any(likely) or sum(told) < 0.9 * len(told))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
