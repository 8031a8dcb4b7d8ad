"""How much of the machine is ours."""

import os
from contextlib import suppress


def count_cores() -> int:
    """The cores that this process may use, which on a shared machine are not all that there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def count_idle() -> int:
    """The cores, this process's own among them, that nobody else is at work on at this moment; where the system does
    not tell, all that this process may use."""
    others = 0
    with suppress(OSError, ValueError, IndexError), open("/proc/loadavg", encoding="ascii") as load:
        others = int(load.read().split()[3].partition("/")[0]) - 1
    return max(1, count_cores() - max(0, others))
