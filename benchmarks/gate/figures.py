"""Figures, and what a baseline says of them.

A figure is a share of right ones, 0 to 100; higher is better. It falls where it stands below its baseline by more
than its tolerance, and has risen where it stands above it by more than that. The baseline is a TOML file: what it
was measured on, and each figure's `baseline`, its `tolerance` in points, and `of` how many it is a share.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Verdict = Literal["holds", "rose", "FELL", "NEW", "GONE"]

TOLERANCES = {
    "rule": (0.2, "decided by rules alone, the same on every machine"),
    "network": (1.0, "rests on the tagger's network, which may round otherwise on another processor"),
    "few": (2.5, "the same, over so few that each weighs about a point"),
}
"""The names of tolerances: points that a figure may fall, and why so many."""

FEW = 150
"""Of fewer than this, a figure that rests on the network has the tolerance `few`."""


@dataclass(frozen=True)
class Share:
    """`right` of `of`; shares of several articles are added up before they are divided."""

    right: float = 0
    of: float = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def per_cent(self) -> float:
        """0 to 100; 100 of nothing, for nothing was wrong."""
        return 100 * self.right / self.of if self.of else 100.0


Figures = Mapping[str, Share]


def added(every: Iterable[Figures]) -> dict[str, Share]:
    """The figures of several articles together, in the order in which they are first met."""
    total: dict[str, Share] = {}
    for figures in every:
        for name, share in figures.items():
            total[name] = total.get(name, Share()) + share
    return total


@dataclass(frozen=True)
class Known:
    """A figure's line of the baseline: the figure, the name of its tolerance, of how many it is a share."""

    baseline: float
    tolerance: str
    of: int


@dataclass(frozen=True)
class Baseline:
    """What was measured (how many articles, claims, pages…), the figures found then, and the tolerances in points."""

    measured: Mapping[str, int]
    figures: Mapping[str, Known]
    tolerances: Mapping[str, float] = field(default_factory=lambda: {name: at for name, (at, _) in TOLERANCES.items()})


@dataclass(frozen=True)
class Judged:
    """A figure beside its baseline; None where one of them is missing."""

    name: str
    of: float
    baseline: float | None
    now: float | None
    verdict: Verdict

    @property
    def failed(self) -> bool:
        return self.verdict in ("FELL", "NEW", "GONE")


def judge(figures: Figures, baseline: Baseline) -> list[Judged]:
    """Each figure's verdict. One without a baseline, or a baseline without its figure, is a failure too."""
    judged = []
    for name, share in figures.items():
        known = baseline.figures.get(name)
        if known is None:
            judged.append(Judged(name, share.of, None, share.per_cent, "NEW"))
            continue
        # The file's two decimals are all that is compared.
        difference = round(round(share.per_cent, 2) - known.baseline, 2)
        tolerance = baseline.tolerances[known.tolerance]
        verdict: Verdict = "FELL" if difference < -tolerance else "rose" if difference > tolerance else "holds"
        judged.append(Judged(name, share.of, known.baseline, share.per_cent, verdict))
    gone = [name for name in baseline.figures if name not in figures]
    judged += [Judged(name, 0, baseline.figures[name].baseline, None, "GONE") for name in gone]
    return judged


def rows(judged: Sequence[Judged]) -> list[tuple[object, ...]]:
    """The table's rows: figure, of how many, baseline, now, difference, verdict."""
    table: list[tuple[object, ...]] = []
    for figure in judged:
        difference = ""
        if figure.baseline is not None and figure.now is not None:
            difference = f"{round(figure.now - figure.baseline, 1) or 0.0:+.1f}"
        before = "" if figure.baseline is None else figure.baseline
        now = "" if figure.now is None else figure.now
        table.append((figure.name, round(figure.of), before, now, difference, figure.verdict))
    return table


@dataclass(frozen=True)
class Conclusion:
    """What is said under the table, and whether the gate is shut."""

    failed: bool
    lines: tuple[str, ...]


def conclusion(judged: Sequence[Judged], measured: Mapping[str, int], baseline: Baseline) -> Conclusion:
    """Name what fell and what rose; figures of another set of articles cannot be compared and fail, too."""
    update = "python -m benchmarks.gate --update"
    if dict(measured) != dict(baseline.measured):
        before = ", ".join(f"{count} {name}" for name, count in baseline.measured.items()) or "nothing"
        return Conclusion(True, (f"The baseline was measured on {before}: write it anew with {update}.",))
    failed = [figure.name for figure in judged if figure.failed]
    rose = [figure.name for figure in judged if figure.verdict == "rose"]
    lines = []
    if failed:
        lines.append(f"FAILED: {'; '.join(failed)}. Mend it, or lower the baseline by hand and say in the commit why.")
    if rose:
        lines.append(f"Rose: {'; '.join(rose)}. The baseline may be raised: {update}.")
    return Conclusion(bool(failed), tuple(lines) or ("Every figure holds.",))


def fitting(name: str, share: Share) -> str:
    """The name of a new figure's tolerance."""
    return "rule" if name.startswith("pages") else "few" if share.of < FEW else "network"


def read(path: Path) -> Baseline:
    """The baseline file; an empty baseline where there is none."""
    if not path.exists():
        return Baseline({}, {})
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    figures = {
        name: Known(float(line["baseline"]), str(line["tolerance"]), int(line["of"]))
        for name, line in data["figures"].items()
    }
    return Baseline(data["measured"], figures, data["tolerances"])


def same_set(name: str, measured: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Whether a figure was measured on the same articles, or pages, as before."""
    sets = ("pages",) if name.startswith("pages") else ("articles", "claims", "actors", "events")
    return all(measured.get(one) == before.get(one) for one in sets)


def raised(figures: Figures, measured: Mapping[str, int], old: Baseline) -> dict[str, Known]:
    """The baseline that these figures make: a figure is never lowered, lest it creep down by its tolerance each time.

    What was measured on another set is not comparable, and written as it is.
    """
    made = {}
    for name, share in figures.items():
        known = old.figures.get(name)
        tolerance = known.tolerance if known else fitting(name, share)
        now = Known(round(share.per_cent, 2), tolerance, round(share.of))
        stays = known is not None and same_set(name, measured, old.measured) and known.baseline > now.baseline
        made[name] = known if known is not None and stays else now
    return made


def write(path: Path, figures: Mapping[str, Known], measured: Mapping[str, int], old: Baseline) -> None:
    """Write a baseline; the tolerances' points, which may be set by hand, are kept."""
    lines = [
        "# Written by `python -m benchmarks.gate --update`; tolerances are kept, and may be changed by hand.",
        "# A figure is a share in per cent of `of`; it may fall by so many points before the gate fails.",
        "",
        "[tolerances]",
        *(f"{name} = {old.tolerances[name]}  # {why}" for name, (_, why) in TOLERANCES.items()),
        "",
        "[measured]",
        *(f"{name} = {count}" for name, count in measured.items()),
        "",
        "[figures]",
    ]
    for name, known in figures.items():
        values = f'baseline = {known.baseline:.2f}, tolerance = "{known.tolerance}", of = {known.of}'
        lines.append(f'"{name}" = {{ {values} }}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
