"""The pictures in docs/ show today's program."""

import re
from html import unescape
from pathlib import Path

import pytest

from docs.pictures import PICTURES, Picture, draw

DOCS = Path(__file__).parents[2] / "docs"
ALIKE = 0.95
"""The share of words that a picture and today's screen must have in common: a network may round otherwise elsewhere."""


def words(svg: Path) -> list[str]:
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg.read_text(encoding="utf-8"), re.DOTALL)
    return unescape(" ".join(texts)).replace("\xa0", " ").split()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_of_todays_screen(picture: Picture, tmp_path: Path) -> None:
    drawn, kept = words(await draw(picture, tmp_path)), words(DOCS / f"{picture.name}.svg")
    left = list(kept)
    common = 0
    for word in drawn:
        if word in left:
            left.remove(word)
            common += 1
    assert common >= ALIKE * max(len(drawn), len(kept)), "draw them again: python docs/pictures.py"
