"""The article is on the screen before anything is imported that only what comes after it needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import asyncio, json, sys
from reader.app.background.early_open import OpenedAhead
ahead = OpenedAhead(sys.argv[1])
from reader.app.app import ReaderApp
from reader.app.background.work import Work
from reader.app.screens.first_page import FirstLines
from reader.app.start import starting_point

LATER = (
    "nltk sumy numpy trafilatura onnxruntime scipy lxml sqlite3 reader.analysis.engine reader.compare reader.feeds "
    "reader.library.store reader.app.background.jobs reader.app.panels reader.app.page.view reader.app.widgets.rows "
    "reader.app.widgets.foot reader.app.reading.room reader.app.home reader.app.feeds"
).split()
seen = []
draw = FirstLines.render_line

def watched(self, y):
    strip = draw(self, y)
    if strip.text.strip() and not seen:
        seen.append([name for name in LATER if name in sys.modules])
    return strip

FirstLines.render_line = watched

async def main():
    work = Work(open=ahead.open, beginning=ahead.beginning, at_once=ahead.at_once, at_hand=ahead.at_hand)
    app = ReaderApp([sys.argv[1]], work=work, start=starting_point(), ahead=True)
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(1000):
            await pilot.pause(0.01)
            if seen:
                break

asyncio.run(main())
print(json.dumps(seen))
"""


@pytest.mark.parametrize("name", ["street.txt", "street.md"])
def test_text_is_painted_before_what_comes_behind_it_is_imported(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(
        "# Lamps of Quay Street\n\n" + "The lamps were lit at nine by Ola Brandt.\n\n" * 90, encoding="utf-8"
    )
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [[]]
