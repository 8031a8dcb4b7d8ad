"""Bundled folders are found in a source tree, and a missing one is told by its name."""

import pytest

from reader.resources import bundled


@pytest.mark.parametrize(("name", "ending"), [("themes", ".toml"), ("sample_articles", ".html")])
def test_a_bundled_folder_holds_what_it_is_for(name: str, ending: str) -> None:
    assert any(path.suffix == ending for path in bundled(name).iterdir())


def test_a_folder_that_is_missing_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="'recipes' is missing"):
        bundled("recipes")
