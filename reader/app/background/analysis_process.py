"""Slow work in a process of its own: in the screen's, a model that loads for a second would stop the keys for one.

The process is one of ours, and its jobs and results are pickles. It is started for the first article and kept for the
next ones.
"""

import pickle
from collections.abc import Callable
from typing import TypeVar

from reader.app.background.jobs import Job
from reader.child_process import ChildProcess, Died, JobFailed

Result = TypeVar("Result")

child = ChildProcess("reader.app.background.jobs", patience=3.0)
behind = ChildProcess("reader.app.background.jobs", idle=60.0)
"""For articles that nobody looks at yet: whoever reads must not wait for those."""


class WorkError(Exception):
    """What went wrong in the other process, in one line."""


def do(job: Job[Result], on_progress: Callable[[str], None], *, by: ChildProcess | None = None) -> Result:
    """What a job gives. `on_progress` is told its steps, the last one again while nothing new is done.

    `by` is the process that does it, the one of what is being read unless told. Raises WorkError, OSError where no
    process can be started, and whatever `on_progress` raises, which ends the work.
    """
    doing = "starting"

    def tell(step: bytes | None) -> None:
        nonlocal doing
        doing = doing if step is None else step.decode("utf-8", "replace")
        on_progress(doing)

    try:
        found: Result = pickle.loads((by or child).do(pickle.dumps(job), tell))
    except JobFailed as failure:
        raise WorkError(str(failure)) from None
    except Died:
        raise WorkError("it ended before its time, perhaps for want of memory") from None
    return found
