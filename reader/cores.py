"""How much of the machine is ours."""

import os


def count_cores() -> int:
    """The cores that this process may use, which on a shared machine are not all that there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
