"""Two analyses compared: what counts as a difference and what does not."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.same import check_out, compare, leave_inner_out, list_texts


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ({"claims": [{"id": "c1"}]}, {"claims": [{"id": "c1", "within": None}]}, []),
        ({"claims": [{"confidence": 0.811}]}, {"claims": [{"confidence": 0.812}]}, ["claims[0].confidence"]),
        ({"claims": [{}, {}]}, {"claims": [{}]}, ["claims"]),
        ({"stats": {"words": 3}}, {"stats": {}}, ["stats.words"]),
        ({"notes": ["a"], "stats": {}}, {"notes": ["b"], "stats": {}}, ["notes[0]"]),
    ],
)
def test_a_new_field_is_no_difference_and_everything_else_is(old: Any, new: Any, places: list[str]) -> None:
    assert [line.partition(":")[0] for line in compare(old, new)] == places


def test_without_inner_claims_the_others_are_counted_anew() -> None:
    claims = [{"id": "c1"}, {"id": "c1.1", "within": "c1"}, {"id": "c2", "within": None}]
    bare = leave_inner_out({"claims": claims, "actors": [{"claims": ["c1.1", "c2"]}]})
    assert [claim["id"] for claim in bare["claims"]] == ["c1", "c2"]
    assert bare["actors"][0]["claims"] == ["c2"]


def test_folders_are_opened_and_what_is_not_there_is_said(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    assert [path.name for path in list_texts([str(tmp_path)])] == ["a.txt", "b.txt"]
    with pytest.raises(ValueError, match="no such file"):
        list_texts([str(tmp_path / "c.txt")])
    with pytest.raises(ValueError, match="neither a checkout"):
        check_out(str(tmp_path), tmp_path)
