"""The gate's own arithmetic: shares added up, figures judged against a baseline, the baseline's file."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gate.__main__ import BASELINE
from benchmarks.gate.figures import (
    Baseline,
    Known,
    Share,
    added,
    conclusion,
    fitting,
    judge,
    raised,
    read,
    rows,
    write,
)


def known(baseline: float, tolerance: float = 1.0) -> Baseline:
    return Baseline({"articles": 2}, {"found": Known(baseline, "rule", 40)}, {"rule": tolerance})


def test_shares_are_added_before_they_are_divided() -> None:
    total = added([{"found": Share(1, 1)}, {"found": Share(0, 3), "right": Share(2, 2)}])
    assert total == {"found": Share(1, 4), "right": Share(2, 2)}
    assert total["found"].per_cent == 25.0


def test_nothing_of_nothing_is_no_fault() -> None:
    assert Share().per_cent == 100.0


@pytest.mark.parametrize(
    ("now", "verdict"),
    [(90.0, "holds"), (89.0, "holds"), (88.99, "FELL"), (91.0, "holds"), (91.01, "rose"), (0.0, "FELL")],
)
def test_a_figure_falls_or_rises_by_more_than_its_tolerance(now: float, verdict: str) -> None:
    (judged,) = judge({"found": Share(now, 100)}, known(90.0))
    assert judged.verdict == verdict
    assert judged.failed == (verdict == "FELL")


def test_a_tolerance_of_nothing_lets_nothing_fall() -> None:
    (judged,) = judge({"found": Share(8999, 10000)}, known(90.0, 0.0))
    assert judged.failed


def test_a_figure_that_is_as_written_with_two_decimals_holds() -> None:
    (judged,) = judge({"found": Share(2, 3)}, known(66.67, 0.0))
    assert judged.verdict == "holds"


def test_a_figure_without_a_baseline_and_a_baseline_without_its_figure_both_fail() -> None:
    judged = judge({"whole": Share(1, 2)}, known(90.0))
    assert [(figure.name, figure.verdict, figure.failed) for figure in judged] == [
        ("whole", "NEW", True),
        ("found", "GONE", True),
    ]


def test_the_conclusion_names_what_fell_and_what_rose() -> None:
    figures = {"found": Known(90, "a", 40), "whole": Known(50, "b", 40), "kind": Known(1, "b", 1)}
    baseline = Baseline({"articles": 2}, figures, {"a": 9.5, "b": 1.0})
    now = {"found": Share(80, 100), "whole": Share(60, 100), "kind": Share(1, 100)}
    said = conclusion(judge(now, baseline), {"articles": 2}, baseline)
    assert said.failed
    assert "found" in said.lines[0]
    assert "FAILED" in said.lines[0]
    assert "whole" in said.lines[1]
    assert "--update" in said.lines[1]
    assert all("kind" not in line for line in said.lines)


def test_what_only_rose_is_told_and_passes() -> None:
    baseline = known(50.0)
    said = conclusion(judge({"found": Share(60, 100)}, baseline), {"articles": 2}, baseline)
    assert not said.failed
    assert "Rose: found" in said.lines[0]


def test_figures_of_another_set_of_articles_are_not_compared() -> None:
    baseline = known(50.0)
    said = conclusion(judge({"found": Share(60, 100)}, baseline), {"articles": 3}, baseline)
    assert said.failed
    assert "--update" in said.lines[0]


def test_a_row_shows_baseline_now_and_the_difference() -> None:
    assert rows(judge({"found": Share(36, 40)}, known(88.5)))[0] == ("found", 40, 88.5, 90.0, "+1.5", "rose")
    assert rows(judge({}, known(88.5)))[0] == ("found", 0, 88.5, "", "", "GONE")


def test_a_new_figure_gets_a_tolerance_by_what_decides_it() -> None:
    assert fitting("pages: title", Share(5, 10)) == "rule"
    assert fitting("claims: found", Share(5, 10)) == "few"
    assert fitting("claims: found", Share(500, 1000)) == "network"


shares = st.integers(1, 500).flatmap(lambda of: st.integers(0, of).map(lambda right: Share(right, of)))


@given(st.dictionaries(st.sampled_from(["found", "right", "claims: he, she"]), shares, min_size=1))
def test_what_was_just_written_as_the_baseline_holds(figures: dict[str, Share]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.toml"
        write(path, raised(figures, {"articles": 3}, read(path)), {"articles": 3}, read(path))
        baseline = read(path)
    judged = judge(figures, baseline)
    assert {figure.verdict for figure in judged} == {"holds"}
    assert not conclusion(judged, {"articles": 3}, baseline).failed


def test_an_update_keeps_what_was_set_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "baseline.toml"
    by_hand = Baseline({}, {"found": Known(90, "network", 2)}, {"rule": 0.0, "network": 7.5, "few": 9.0})
    write(path, raised({"found": Share(1, 2)}, {"articles": 1}, by_hand), {"articles": 1}, by_hand)
    assert read(path) == Baseline({"articles": 1}, {"found": Known(50.0, "network", 2)}, by_hand.tolerances)


def test_the_baseline_in_the_repository_can_be_read() -> None:
    baseline = read(BASELINE)
    assert {known.tolerance for known in baseline.figures.values()} <= set(baseline.tolerances)
    assert baseline.measured["articles"] >= 20


def test_an_update_raises_and_never_lowers() -> None:
    old = Baseline({"articles": 2}, {"found": Known(90, "rule", 40), "whole": Known(50, "rule", 40)})
    made = raised({"found": Share(35, 40), "whole": Share(30, 40)}, {"articles": 2}, old)
    assert made == {"found": Known(90, "rule", 40), "whole": Known(75, "rule", 40)}


def test_an_update_over_another_set_writes_what_it_finds() -> None:
    old = Baseline({"articles": 2}, {"found": Known(90, "few", 40)})
    assert raised({"found": Share(10, 20)}, {"articles": 1}, old) == {"found": Known(50, "few", 20)}


def test_other_pages_leave_the_claims_where_they_are() -> None:
    old = Baseline({"articles": 2, "pages": 1}, {"claims": Known(90, "few", 40), "pages: title": Known(90, "rule", 1)})
    made = raised({"claims": Share(35, 40), "pages: title": Share(1, 2)}, {"articles": 2, "pages": 2}, old)
    assert made == {"claims": Known(90, "few", 40), "pages: title": Known(50, "rule", 2)}


def test_no_file_is_an_empty_baseline(tmp_path: Path) -> None:
    assert read(tmp_path / "baseline.toml") == Baseline({}, {})
