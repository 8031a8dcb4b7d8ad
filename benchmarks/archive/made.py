"""Articles made of the texts that there are, each a little different, as JSON Lines and as files."""

import json
from pathlib import Path

TEXTS = Path(__file__).resolve().parents[2] / "tests" / "gold" / "articles"


def write_articles(folder: Path, count: int, texts: Path = TEXTS, most: int | None = None) -> int:
    """Write `count` articles, of at most `most` characters, into `articles.jsonl` and `files/`; gives their words."""
    held = [path.read_text(encoding="utf-8") for path in sorted(texts.rglob("*.txt"))]
    held = [text if most is None else text[:most].rpartition("\n")[0] or text[:most] for text in held]
    words = 0
    (folder / "files").mkdir(parents=True)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = held[number % len(held)].replace(" the ", f" the {number} ", 1)
            words += len(text.split())
            lines.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
            (folder / "files" / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return words
