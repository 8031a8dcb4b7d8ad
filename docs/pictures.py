"""Draws the pictures in this folder from the app itself: `python docs/pictures.py`.

Each picture is the app at a given size, with a theme, after some keys. Run it again when the screen changes.
"""

import asyncio
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from reader.app.app import ReaderApp
from reader.app.reading.screen import ReadingScreen
from reader.app.start import bundled_start
from reader.resources import bundled


@dataclass(frozen=True)
class Picture:
    """A file name without ending, a sample, a size in columns and lines, a theme, and the keys to press."""

    name: str
    sample: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("reader", "mill-lane-bridge.md", (150, 42), "night", ("n", "n")),
    Picture("reader-80", "the-call.txt", (80, 24), "paper", ("n", "n", "n", "n", "a")),
)


async def draw(picture: Picture, folder: Path) -> Path:
    """Write the picture into the folder and give its path."""
    source = bundled("sample_articles") / picture.sample
    app = ReaderApp([str(source)], start=bundled_start(picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        while not (isinstance(app.screen, ReadingScreen) and app.screen.reading and app.screen.reading.analysis):
            await pilot.pause(0.1)
        await pilot.press(*picture.keys)
        await pilot.pause(0.5)
        path = folder / f"{picture.name}.svg"
        path.write_text(without_web_fonts(app.export_screenshot(title="Reader", simplify=True)), encoding="utf-8")
    return path


def without_web_fonts(svg: str) -> str:
    """The picture without addresses that a browser would fetch fonts from; it falls back on fonts at hand."""
    return re.sub(r"\s*@font-face \{.*?\}(?=\s)", "", svg, flags=re.DOTALL)


async def main(folder: Path) -> None:
    for picture in PICTURES:
        print(await draw(picture, folder))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
