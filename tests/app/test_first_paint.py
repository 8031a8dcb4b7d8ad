"""The article is on the screen before any library for language is imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import asyncio, json, sys
from reader.app.app import ReaderApp
from reader.app.page.view import ArticleView
from reader.app.start import bundled_start

HEAVY = ("nltk", "sumy", "numpy", "trafilatura", "onnxruntime", "scipy")
seen = []
draw = ArticleView.render_line

def watched(self, y):
    strip = draw(self, y)
    if strip.text.strip() and not seen:
        seen.append([name for name in HEAVY if name in sys.modules])
    return strip

ArticleView.render_line = watched

async def main():
    app = ReaderApp([sys.argv[1]], start=bundled_start())
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(1000):
            await pilot.pause(0.01)
            if seen:
                break

asyncio.run(main())
print(json.dumps(seen))
"""


@pytest.mark.parametrize("name", ["street.txt", "street.md"])
def test_text_is_painted_before_language_libraries_are_imported(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(
        "# Lamps of Quay Street\n\n" + "The lamps were lit at nine by Ola Brandt.\n\n" * 90, encoding="utf-8"
    )
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [[]]
