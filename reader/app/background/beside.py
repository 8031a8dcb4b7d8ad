"""Work that is done beside the screen, among its other messages."""

from collections.abc import Callable, Coroutine

from textual.dom import DOMNode
from textual.worker import Worker


def work_beside(
    node: DOMNode, work: Callable[[], Coroutine[None, None, None]], group: str = "default", exclusive: bool = False
) -> None:
    """Begin this work, which ends with its screen; exclusive, in place of what its group is still doing.

    It is asked for only when its turn comes: whoever is cancelled before would leave a coroutine that nobody awaits.
    """
    _: Worker[None] = node.run_worker(work, group=group, exclusive=exclusive, exit_on_error=False)
