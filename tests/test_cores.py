"""How much of the machine is ours."""

import io

import pytest

from reader import cores


@pytest.mark.parametrize(
    ("told", "idle"),
    [
        ("0.00 0.01 0.05 1/211 4242\n", 4),
        ("0.90 0.40 0.20 2/211 4242\n", 3),
        ("9.00 8.00 7.00 12/211 4242\n", 1),
        ("no load here", 4),
    ],
)
def test_idle_are_the_cores_that_nobody_else_is_at_work_on(
    told: str, idle: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cores, "count_cores", lambda: 4)
    monkeypatch.setattr(cores, "open", lambda *_, **__: io.StringIO(told), raising=False)
    assert cores.count_idle() == idle


def test_where_the_system_does_not_tell_all_cores_are_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(cores, "open", fail, raising=False)
    assert cores.count_idle() == cores.count_cores()
